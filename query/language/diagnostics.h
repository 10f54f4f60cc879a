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
#include <utility>
#include <vector>

#include "common/span.h"

namespace archive {

// What to try instead: a query, or a part of one that can stand alone.
struct Offer {
  std::string query;
  std::string note = {};  // "3 April"; empty: none
};

// Any number of them.  Made of one text where there is one; of "" it is none.
struct Offers {
  Offers() = default;
  Offers(std::string query) {  // NOLINT(google-explicit-constructor)
    if (!query.empty()) all.push_back({std::move(query)});
  }
  Offers(const char* query) : Offers(std::string(query)) {}  // NOLINT
  explicit Offers(std::vector<Offer> offers) : all(std::move(offers)) {}

  std::vector<Offer> all;
};

struct Diagnostic {
  std::string message;
  Span span;                // inside the query; empty at its end
  Offers offers = {};       // in a `try:` line
  std::string advice = {};  // what to do where there is no text to try
  // "/home/x/hotlines.query, line 2": the file of a saved search, when the
  // mistake stands there and `span` is where the search is named.
  std::string place = {};
};

struct Notice {
  std::string message;
  Span span;
};

// In the order of the query, and one a place: of two that begin at the same
// byte the later one stays, since the later step knows more.
std::vector<Diagnostic> InOrder(std::vector<Diagnostic> diagnostics);

// The advice where nothing can be offered.
inline constexpr const char* kSeeSyntax =
    "archive-query --help-syntax shows what can be asked";

// The message, and before it the place, if there is one.
std::string MessageOf(const Diagnostic& diagnostic);

// "title:x or date:2021-04-03 (3 April)"; empty for none.
std::string ToText(const Offers& offers);

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
