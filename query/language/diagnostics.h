// What is wrong, or doubtful, with a query, and how people are told.
//
// A Diagnostic is a mistake: the query is not run.  A Notice is a remark: the
// query is run as read.  Messages are one sentence, lower case, no full stop;
// they name what was typed.  All mistakes of a query are told at once.
#ifndef ARCHIVE_QUERY_LANGUAGE_DIAGNOSTICS_H_
#define ARCHIVE_QUERY_LANGUAGE_DIAGNOSTICS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/span.h"

namespace archive {

struct Diagnostic {
  std::string message;
  Span span;               // inside the query; empty at its end
  std::string suggestion;  // what to try, "X or Y"; empty: nothing
};

struct Notice {
  std::string message;
  Span span;
};

// In the order of the query, and one a place: of two that begin at the same
// byte the later one stays, since the later step knows more.
std::vector<Diagnostic> InOrder(std::vector<Diagnostic> diagnostics);

// How much of it is shown.
inline constexpr std::size_t kMaxDiagnosticsShown = 5;
inline constexpr std::size_t kDiagnosticColumns = 78;

// The screen of a query that cannot be read; ends in a line feed, unless there
// is nothing to say:
//
//     archive-query: the bracket that opens here is never closed
//       (hotline AND Eastern
//       ^
//     try: (hotline AND Eastern)
//
// Long queries are cut around the caret.  Control characters of the query and
// bytes that are not UTF-8 never reach the terminal.
std::string FormatDiagnostics(std::string_view program, std::string_view query,
                              const std::vector<Diagnostic>& diagnostics);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_DIAGNOSTICS_H_
