#include "query/language/token_cursor.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "query/language/characters.h"
#include "query/language/leaf_reader.h"
#include "query/language/operators.h"

namespace archive {
namespace {

// Whether a token asks for something right behind it, were it only a hyphen.
bool AsksForMore(const QueryToken& token) {
  return token.kind == TokenKind::kField || token.kind == TokenKind::kCompare ||
         token.kind == TokenKind::kEquals;
}

// Leaving these out, or reading `a||b` as words side by side, would answer
// another question.
struct ForeignOperator {
  std::string_view sign;
  std::string_view ours;
};

constexpr std::array<ForeignOperator, 3> kForeignOperators = {{
    {"||", "OR"},
    {"&&", "AND"},
    {"|", "OR"},  // alone: inside a word it is punctuation
}};

void TellForeign(const ForeignOperator& foreign, std::size_t at,
                 Mistakes& mistakes) {
  mistakes.Add(
      fmt::format("\"{}\" is no operator; {} is", foreign.sign, foreign.ours),
      {at, at + foreign.sign.size()},
      Repair{at, foreign.sign.size(), fmt::format(" {} ", foreign.ours)});
}

void FindForeign(const QueryToken& token, Mistakes& mistakes) {
  for (const ForeignOperator& foreign : kForeignOperators) {
    if (token.text == foreign.sign)
      return TellForeign(foreign, token.span.begin, mistakes);
    // Escaped, or in a URL, it is what it is.
    const bool is_plain = std::find(token.literal.begin(), token.literal.end(),
                                    true) == token.literal.end();
    if (!is_plain || foreign.sign.size() == 1) continue;
    for (std::size_t at = token.text.find(foreign.sign);
         at != std::string::npos;
         at = token.text.find(foreign.sign, at + foreign.sign.size()))
      TellForeign(foreign, token.span.begin + at, mistakes);
  }
}

void FindBroken(const QueryToken& token, Mistakes& mistakes) {
  const Operator* const op = FindBrokenDistance(token);
  if (op == nullptr) return;
  const int distance = op->default_distance != 0 ? op->default_distance : 5;
  mistakes.Add(
      fmt::format("\"{}\" is no distance; a number from 1 to 1,000 goes behind "
                  "{}/",
                  token.text, op->keyword),
      token.span,
      Replacing(token.span, fmt::format("{}/{}", op->keyword, distance)));
}

}  // namespace

TokenCursor::TokenCursor(std::vector<QueryToken> tokens, Mistakes& mistakes) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    QueryToken& token = tokens[i];
    const bool asked_for = !tokens_.empty() && AsksForMore(tokens_.back()) &&
                           tokens_.back().span.end == token.span.begin;
    if (token.kind == TokenKind::kWord && !asked_for) {
      FindForeign(token, mistakes);
      FindBroken(token, mistakes);
    }
    if (!IsLeftOut(token) || asked_for) {
      tokens_.push_back(std::move(token));
      continue;
    }
    const bool is_excluded = !tokens_.empty() &&
                             tokens_.back().kind == TokenKind::kMinus &&
                             tokens_.back().span.end == token.span.begin;
    if (is_excluded) tokens_.pop_back();
    if (tokens[i + 1].kind == TokenKind::kTilde) ++i;
  }
}

const QueryToken& TokenCursor::Take() {
  const QueryToken& token = tokens_[at_];
  if (token.kind != TokenKind::kEnd) ++at_;
  return token;
}

bool TokenCursor::IsLowerCaseOperator(std::size_t index) const {
  const QueryToken& token = tokens_[index];
  if (token.kind != TokenKind::kWord ||
      (token.text != "or" && token.text != "not"))
    return false;
  return index > 0 && !NextIsNothing() &&
         (tokens_[index - 1].span.end < token.span.begin ||
          tokens_[index - 1].kind == TokenKind::kClose);
}

}  // namespace archive
