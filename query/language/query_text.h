// The way into query/language: query text → a tree that can be matched, and
// all that there is to say about it.
//
//     ReadQuery read = ReadQueryText(text, {.today = today});
//     if (!read.errors.empty())
//       std::cerr << FormatDiagnostics("archive-query", text, read.errors);
//
// Threads: any; a pure function.
#ifndef ARCHIVE_QUERY_LANGUAGE_QUERY_TEXT_H_
#define ARCHIVE_QUERY_LANGUAGE_QUERY_TEXT_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/day.h"
#include "query/language/ast.h"
#include "query/language/diagnostics.h"
#include "query/language/parser.h"
#include "query/language/saved_queries.h"
#include "query/language/synonyms.h"

namespace archive {

// What becomes of mistakes; kPlainWords: what cannot be understood is searched
// for as plain words, and a notice says so (web boxes, pasted text).
enum class Leniency : std::uint8_t { kNone, kPlainWords };

struct ReadContext {
  Day today = 0;  // what `yesterday` and `30d` count from
  ParseOptions parse = {};
  Leniency leniency = Leniency::kNone;
  // What @NAME may name; nothing: no name is known.
  std::shared_ptr<const SavedQueries> saved = nullptr;
  // Nothing: words have no synonyms.
  std::shared_ptr<const Synonyms> synonyms = nullptr;
};

struct ReadQuery {
  Node tree;    // resolved; what could be understood, when there are errors
  Node parsed;  // as typed, for --explain
  bool understood = false;         // any of it
  bool has_synonyms = false;       // `tree` holds some, `parsed` none
  std::vector<Diagnostic> errors;  // in the order of the text
  std::vector<Notice> notices;
};

// How the query was read, with every bracket and synonym.
std::string ReadAs(const ReadQuery& read);

// The same query in our own language: `text` where it was read in that, else
// what was read of it, written out.
std::string InOwnLanguage(std::string_view text, const ReadQuery& read,
                          const ReadContext& context);

// Every text that the first errors offer to try reads without the mistake it is
// offered for, and without any new one.
ReadQuery ReadQueryText(std::string_view text, const ReadContext& context);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_QUERY_TEXT_H_
