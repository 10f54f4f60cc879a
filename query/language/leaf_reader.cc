#include "query/language/leaf_reader.h"

#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "query/language/characters.h"
#include "query/language/written_form.h"

namespace archive {
namespace {

bool IsPlain(const QueryToken& token, std::size_t at, char c) {
  return token.text[at] == c && !token.literal[at];
}

// "!" truncates in Nexis and negates in Lucene; here it is neither, and
// reading it as punctuation would surprise both.
void ComplainAboutExclamation(const QueryToken& token, Mistakes& mistakes) {
  if (!HasWordCharacter(token.text)) return;
  const std::size_t last = token.text.size() - 1;
  if (IsPlain(token, last, '!')) {
    mistakes.Add(Diagnostic{"\"!\" does not stand for an ending; * does",
                            token.span, token.text.substr(0, last) + "*"});
  } else if (IsPlain(token, 0, '!')) {
    mistakes.Add(Diagnostic{"\"!\" does not exclude a word; - and NOT do",
                            token.span, "-" + token.text.substr(1)});
  }
}

// Digits of a tilde are few and checked by the lexer; what is too large for an
// int is larger than any limit.
int NumberOf(const QueryToken& tilde) {
  int number = kMaxDistance + 1;
  const char* end = tilde.text.data() + tilde.text.size();
  if (std::from_chars(tilde.text.data(), end, number).ec != std::errc())
    return kMaxDistance + 1;
  return number;
}

Node ReadPhrase(const QueryToken& token, const QueryToken* tilde,
                Mistakes& mistakes) {
  PhraseLeaf phrase = {.text = PatternOf(token)};
  if (!HasWordCharacter(token.text) && !HasWildcards(phrase.text))
    mistakes.Add("there is no word between these quotes", token.span,
                 Removing(token.span));
  if (tilde != nullptr) {
    const Node plain = {.kind = phrase};
    const Span span = {token.span.begin, tilde->span.end};
    if (tilde->text.empty()) {
      mistakes.Add(Diagnostic{"\"~\" behind a phrase needs a number of words",
                              span, ToQueryText(plain) + "~3"});
    } else if (NumberOf(*tilde) > kMaxDistance) {
      mistakes.Add(Diagnostic{"a window holds at most 1,000 other words", span,
                              ToQueryText(plain) + "~1000"});
    } else {
      phrase.slop = NumberOf(*tilde);
    }
  }
  return {.kind = std::move(phrase)};
}

Node ReadFuzzy(const QueryToken& token, const QueryToken& tilde,
               Mistakes& mistakes) {
  const int edits = tilde.text.empty() ? 1 : NumberOf(tilde);
  const Span span = {token.span.begin, tilde.span.end};
  if (HasWildcards(PatternOf(token))) {
    mistakes.Add(Diagnostic{"a word with a wildcard cannot be fuzzy as well",
                            span, TextOf(PatternOf(token))});
  } else if (edits < 1 || edits > kMaxEdits) {
    mistakes.Add(
        Diagnostic{"a fuzzy word differs by 1 or 2 letters", span,
                   ToQueryText({.kind = FuzzyLeaf{token.text, kMaxEdits}})});
  } else {
    return {.kind = FuzzyLeaf{token.text, edits}};
  }
  return {.kind = PatternLeaf{PatternOf(token)}};
}

Node ReadWord(const QueryToken& token, WordForm form, Mistakes& mistakes) {
  ComplainAboutExclamation(token, mistakes);
  Pattern pattern = PatternOf(token);
  if (!HasWildcards(pattern)) return {.kind = WordLeaf{token.text, form}};
  if (pattern.size() == 1 &&
      pattern.front().kind == PatternPiece::Kind::kAnyRun)
    return {.kind = Everything{}};
  return {.kind = PatternLeaf{std::move(pattern)}};
}

}  // namespace

Node ReadLeaf(const QueryToken& token, const QueryToken* tilde, WordForm form,
              Mistakes& mistakes) {
  Node leaf;
  if (token.kind == TokenKind::kQuoted) {
    leaf = ReadPhrase(token, tilde, mistakes);
  } else if (tilde != nullptr) {
    leaf = ReadFuzzy(token, *tilde, mistakes);
  } else {
    leaf = ReadWord(token, form, mistakes);
  }
  leaf.span = {token.span.begin, tilde ? tilde->span.end : token.span.end};
  return leaf;
}

Pattern PatternOf(const QueryToken& token) {
  Pattern pattern;
  for (std::size_t i = 0; i < token.text.size(); ++i) {
    const char c = token.text[i];
    const bool wild = (c == '*' || c == '?') && !token.literal[i];
    if (!wild) {
      Append(pattern, {PatternPiece::Kind::kText, std::string(1, c)});
    } else {
      Append(pattern, {c == '*' ? PatternPiece::Kind::kAnyRun
                                : PatternPiece::Kind::kAnyOne});
    }
  }
  return pattern;
}

bool IsLeftOut(const QueryToken& token) {
  if (token.kind != TokenKind::kWord || HasWordCharacter(token.text))
    return false;
  for (std::size_t i = 0; i < token.text.size(); ++i) {
    if (IsPlain(token, i, '*')) return false;
  }
  return true;
}

}  // namespace archive
