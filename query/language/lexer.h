// Query text → tokens.  Never fails: every byte string is some sequence of
// tokens, and what is wrong with it is said by the parser.
//
// The lexer knows the shapes of the language (quotes, escapes, `field:`), not
// its grammar: whether a word is an operator is ReadOperator's answer, whether
// it may stand where it stands the parser's.  To add a token: a TokenKind, a
// branch in Lexer::Next, a row in the lexer's test table.
#ifndef ARCHIVE_QUERY_LANGUAGE_LEXER_H_
#define ARCHIVE_QUERY_LANGUAGE_LEXER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/span.h"
#include "query/language/operators.h"

namespace archive {

// Names of fields with a dot in them: others, such as www.example.com:80, are
// text.  field_names.cc holds this to the schema.
inline constexpr std::array<std::string_view, 3> kDottedFields = {
    "mentions.year", "place.country", "place.region"};

enum class TokenKind : std::uint8_t {
  kWord,     // hotline, terror*, W/5, 2020..2021, http://x/?a=b
  kQuoted,   // "military hotline" in any kind of quotes
  kField,    // title:
  kCompare,  // >= > < <= behind a field's colon
  kCall,     // atleast5(  caps(  with its bracket
  kSaved,    // @hotlines, a saved search
  kTilde,    // ~ or ~2, right behind a word or a quote
  kEquals,   // = right before a word
  kMinus,    // - right before what it excludes
  kOpen,
  kClose,
  kEnd,
};

struct QueryToken {
  TokenKind kind = TokenKind::kEnd;
  // Unescaped.  kQuoted: without the quotes; kField: lower case, without the
  // colon; kSaved: the name, valid or not; kTilde: the digits; kCall: lower
  // case, without the bracket.
  std::string text;
  // For each byte of `text`: was it escaped, so that it stands for itself?
  // Bytes of a URL are literal too, its ? and * are no wildcards.
  std::vector<bool> literal;
  Span span;           // in the query
  bool closed = true;  // kQuoted: was there a second quote?

  bool IsLiteral(std::size_t at) const {
    return at < literal.size() && literal[at];
  }
};

// The last token is kEnd, and only that one.
std::vector<QueryToken> Lex(std::string_view query);

// An operator as it is used: W/5 is {row of W, 5}.
struct OperatorUse {
  const Operator* op = nullptr;
  // kDistance: words; kNumberedCall: the number; else 0.  Not checked against
  // the limits; -1: there is no number where there must be one.
  int number = 0;
};

// What a word token means as an operator; nullopt for words that are none.
std::optional<OperatorUse> ReadOperator(const QueryToken& token);

// The distance operator that a word such as `W/x`, `NEAR/` or `w/-1` was meant
// for; nothing when the word is one.  In small letters `w/o` and `pre/post` are
// words, so letters behind the slash count in capitals only.
const Operator* FindBrokenDistance(const QueryToken& token);

// The same for the text before a bracket: `atleast5`, `caps`.
std::optional<OperatorUse> ReadCall(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_LEXER_H_
