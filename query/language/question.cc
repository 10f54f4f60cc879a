#include "query/language/question.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

#include "query/language/characters.h"

namespace archive {
namespace {

using Tokens = std::vector<QueryToken>;

// The token as a word that means nothing but itself.
void MakePlain(QueryToken& token) {
  token.kind = TokenKind::kWord;
  token.literal.assign(token.text.size(), true);
}

// A quote that is never closed is an apostrophe or an inch: what stands behind
// it are words, in which the next quote may be the same.
void OpenLoneQuotes(std::string_view query, Tokens& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::kQuoted || tokens[i].closed) continue;
    const std::size_t begin =
        tokens[i].span.begin + CharacterAt(query, tokens[i].span.begin).bytes;
    Tokens inside = Lex(query.substr(begin));
    for (QueryToken& token : inside) {
      token.span.begin += begin;
      token.span.end += begin;
    }
    // The quote was the last token but for brackets and the end, and these are
    // among the new ones.
    tokens.resize(i);
    std::move(inside.begin(), inside.end(), std::back_inserter(tokens));
    --i;
  }
}

// `science: a survey` and `as follows:` name no field.
void ReadColonsAsMarks(std::string_view /*query*/, Tokens& tokens) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::kField) continue;
    const QueryToken& next = tokens[i + 1];
    const bool has_value = next.span.begin == tokens[i].span.end &&
                           next.kind != TokenKind::kEnd &&
                           next.kind != TokenKind::kClose &&
                           (next.kind != TokenKind::kWord ||
                            HasWordCharacter(next.text) || next.text == "*");
    if (!has_value) MakePlain(tokens[i]);
  }
}

bool Opens(const QueryToken& token) {
  return token.kind == TokenKind::kOpen || token.kind == TokenKind::kCall;
}

// Brackets without their like, as in `1) cost 2) gain`, and with nothing in
// them are punctuation.
void DropLoneBrackets(std::string_view /*query*/, Tokens& tokens) {
  std::vector<bool> is_dropped(tokens.size());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (Opens(tokens[i])) open.push_back(i);
    if (tokens[i].kind != TokenKind::kClose) continue;
    const bool is_empty = !open.empty() && open.back() + 1 == i;
    is_dropped[i] = open.empty() || is_empty;
    if (is_empty) is_dropped[open.back()] = true;
    if (!open.empty()) open.pop_back();
  }
  for (const std::size_t i : open) is_dropped[i] = true;
  Tokens kept;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (is_dropped[i] && tokens[i].kind == TokenKind::kCall) {
      MakePlain(tokens[i]);
    } else if (is_dropped[i]) {
      continue;
    }
    kept.push_back(std::move(tokens[i]));
  }
  tokens = std::move(kept);
}

// The marks that end a sentence are no wildcards, and neither are stars that
// have no letters beside them; alone, `*` is every article.
void DropLooseWildcards(std::string_view /*query*/, Tokens& tokens) {
  for (QueryToken& token : tokens) {
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kSaved)
      continue;
    while (!token.text.empty() &&
           (token.text.back() == '?' || token.text.back() == '!') &&
           !token.IsLiteral(token.text.size() - 1)) {
      token.text.pop_back();
      token.literal.resize(token.text.size());
      --token.span.end;
    }
    if (token.kind == TokenKind::kSaved) continue;
    const auto letters =
        std::count_if(token.text.begin(), token.text.end(), [](char c) {
          return HasWordCharacter(std::string_view(&c, 1)) ||
                 static_cast<unsigned char>(c) >= 0x80;
        });
    const bool is_whole = tokens.size() == 2;  // and the end
    const bool has_wildcard = token.text.find_first_of("*?") != token.text.npos;
    if (has_wildcard && letters < 2 && !is_whole) MakePlain(token);
  }
}

bool IsLetterAt(const QueryToken& token, std::size_t at) {
  const auto c = static_cast<unsigned char>(token.text[at]);
  return IsAsciiLetter(c) || c >= 0x80;
}

// Where a word is parted: `ground-to-air`, not `F-16` or 2021-03.
std::vector<std::size_t> HyphensOf(const QueryToken& token) {
  std::vector<std::size_t> hyphens;
  const bool is_plain = token.kind == TokenKind::kWord &&
                        token.text.find_first_of("*?/:@") == token.text.npos;
  for (std::size_t i = 1; is_plain && i + 1 < token.text.size(); ++i) {
    if (token.text[i] == '-' && !token.IsLiteral(i) &&
        IsLetterAt(token, i - 1) && IsLetterAt(token, i + 1))
      hyphens.push_back(i);
  }
  return hyphens;
}

bool Touches(const QueryToken& left, const QueryToken& right) {
  return left.span.end == right.span.begin;
}

QueryToken PartOf(const QueryToken& token, std::size_t begin, std::size_t end) {
  QueryToken part = {.kind = TokenKind::kWord,
                     .text = token.text.substr(begin, end - begin)};
  part.literal.assign(part.text.size(), false);
  part.span = {token.span.begin + begin, token.span.begin + end};
  return part;
}

// The parts, and the word without its hyphens.
void AppendParts(const QueryToken& token, std::vector<std::size_t> hyphens,
                 Tokens& tokens) {
  QueryToken joined = token;
  std::erase(joined.text, '-');
  joined.literal.assign(joined.text.size(), false);
  hyphens.push_back(token.text.size());
  std::size_t begin = 0;
  for (const std::size_t end : hyphens) {
    tokens.push_back(PartOf(token, begin, end));
    begin = end + 1;
  }
  tokens.push_back(std::move(joined));
}

// Where a space is OR a hyphen is, too: `real-gas flow` is about gas.  What a
// sign or a field stands before is left whole.
void PartHyphenatedWords(std::string_view /*query*/, Tokens& tokens) {
  Tokens parted;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::vector<std::size_t> hyphens = HyphensOf(tokens[i]);
    const bool is_escaped =
        tokens[i].text.size() != tokens[i].span.end - tokens[i].span.begin;
    const bool is_asked_so =
        (i > 0 && Touches(tokens[i - 1], tokens[i]) &&
         tokens[i - 1].kind != TokenKind::kOpen) ||
        (i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::kTilde);
    if (hyphens.empty() || is_escaped || is_asked_so) {
      parted.push_back(std::move(tokens[i]));
    } else {
      AppendParts(tokens[i], std::move(hyphens), parted);
    }
  }
  tokens = std::move(parted);
}

// Whether an operator that stands at `at` has something on that side.
bool HasLeft(const Tokens& tokens, std::size_t at) {
  return at > 0 && !Opens(tokens[at - 1]) && !ReadOperator(tokens[at - 1]);
}
bool HasRight(const Tokens& tokens, std::size_t at) {
  const QueryToken& next = tokens[at + 1];
  const auto use = ReadOperator(next);
  const bool is_not = use && use->op->shape == OpShape::kPrefix;
  return next.kind != TokenKind::kEnd && next.kind != TokenKind::kClose &&
         (!use || is_not);
}

// In a headline in capitals AND is the word, and so it is in front, at the end
// and beside another operator.
void ReadStrayOperatorsAsWords(std::string_view query, Tokens& tokens) {
  const bool shouts = std::none_of(query.begin(), query.end(),
                                   [](char c) { return c >= 'a' && c <= 'z'; });
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const auto use = ReadOperator(tokens[i]);
    if (!use) continue;
    const bool is_prefix = use->op->shape == OpShape::kPrefix;
    const bool fits = HasRight(tokens, i) && (is_prefix || HasLeft(tokens, i));
    if (shouts || !fits) MakePlain(tokens[i]);
  }
}

using Habit = void (*)(std::string_view query, Tokens& tokens);
constexpr std::array<Habit, 6> kHabits = {
    OpenLoneQuotes,     ReadColonsAsMarks,   DropLoneBrackets,
    DropLooseWildcards, PartHyphenatedWords, ReadStrayOperatorsAsWords};

}  // namespace

std::vector<QueryToken> TokensOfQuestion(std::string_view query,
                                         std::vector<QueryToken> tokens) {
  for (const Habit habit : kHabits) habit(query, tokens);
  return tokens;
}

}  // namespace archive
