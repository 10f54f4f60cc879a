#include "query/language/token_cursor.h"

#include <utility>

#include "query/language/leaf_reader.h"

namespace archive {
namespace {

// Whether a token asks for something right behind it, were it only a hyphen.
bool AsksForMore(const QueryToken& token) {
  return token.kind == TokenKind::kField || token.kind == TokenKind::kCompare ||
         token.kind == TokenKind::kEquals;
}

}  // namespace

TokenCursor::TokenCursor(std::string_view query, Mistakes& mistakes) {
  std::vector<QueryToken> tokens = Lex(query);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    QueryToken& token = tokens[i];
    const bool asked_for = !tokens_.empty() && AsksForMore(tokens_.back()) &&
                           tokens_.back().span.end == token.span.begin;
    if (!IsLeftOut(token) || asked_for) {
      tokens_.push_back(std::move(token));
      continue;
    }
    const bool is_excluded = !tokens_.empty() &&
                             tokens_.back().kind == TokenKind::kMinus &&
                             tokens_.back().span.end == token.span.begin;
    if (is_excluded) tokens_.pop_back();
    // Elsewhere these mean OR: leaving them out would make an AND of it.
    if (token.text == "||" || token.text == "|")
      mistakes.Add("\"" + token.text + "\" is no operator; OR is", token.span,
                   Repair{token.span.begin, token.text.size(), "OR"});
    if (tokens[i + 1].kind == TokenKind::kTilde) ++i;
  }
}

const QueryToken& TokenCursor::Take() {
  const QueryToken& token = tokens_[at_];
  if (token.kind != TokenKind::kEnd) ++at_;
  return token;
}

}  // namespace archive
