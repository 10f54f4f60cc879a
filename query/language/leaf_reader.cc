#include "query/language/leaf_reader.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "query/language/characters.h"
#include "query/language/written_form.h"

namespace archive {
namespace {

bool IsPlain(const QueryToken& token, std::size_t at, char c) {
  return token.text[at] == c && !token.IsLiteral(at);
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

// Where the word at `at` ends.
std::size_t EndOfWord(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Character c = CharacterAt(text, at);
    if (IsSpace(c.code)) break;
    at += c.bytes;
  }
  return at;
}

// The words of a quoted token; the place of each is that of the whole.
std::vector<QueryToken> WordsIn(const QueryToken& quoted) {
  std::vector<QueryToken> words;
  for (std::size_t at = 0; at < quoted.text.size();) {
    const std::size_t end = EndOfWord(quoted.text, at);
    if (end == at) {
      at += CharacterAt(quoted.text, at).bytes;
      continue;
    }
    QueryToken word = quoted;
    word.kind = TokenKind::kWord;
    word.text = quoted.text.substr(at, end - at);
    word.literal.clear();
    for (std::size_t i = at; i < end; ++i)
      word.literal.push_back(quoted.IsLiteral(i));
    words.push_back(std::move(word));
    at = end;
  }
  return words;
}

// Where the `~` or `~2` of a misspelt word in quotes begins; npos: there is
// none.
std::size_t TildeOf(const QueryToken& word) {
  const std::size_t at = word.text.rfind('~');
  if (at == std::string::npos || word.IsLiteral(at) ||
      !HasWordCharacter(word.text.substr(0, at)) ||
      word.text.find_first_not_of("0123456789", at + 1) != std::string::npos)
    return std::string::npos;
  return at;
}

Node ReadQuotedWord(QueryToken word, Mistakes& mistakes) {
  const std::size_t at = TildeOf(word);
  if (at != std::string::npos) {
    const std::string edits = word.text.substr(at + 1);
    if (edits.empty() || edits == "1" || edits == "2") {
      word.text.resize(at);
      word.literal.resize(at);
      if (!HasWildcards(PatternOf(word)))
        return {.kind = FuzzyLeaf{word.text, edits == "2" ? 2 : 1}};
    }
    mistakes.Add(
        "a misspelt word in quotes is word~ or word~2, without wildcards",
        word.span);
  }
  Pattern pattern = PatternOf(word);
  if (HasWildcards(pattern)) return {.kind = PatternLeaf{std::move(pattern)}};
  return {.kind = WordLeaf{word.text, WordForm::kExact}};
}

// "mikhail gorbachov~" is `=mikhail PRE/1 gorbachov~`; in a window of two words
// the order does not count.
Node ReadMisspeltPhrase(const QueryToken& token, const QueryToken* tilde,
                        Mistakes& mistakes) {
  Near near = {.distance = 1, .order = Near::Order::kAsWritten};
  for (QueryToken& word : WordsIn(token)) {
    if (HasWordCharacter(word.text))
      near.operands.push_back(ReadQuotedWord(std::move(word), mistakes));
  }
  if (tilde != nullptr && near.operands.size() > 2) {
    mistakes.Add("a window of three or more words takes no misspelt ones",
                 {token.span.begin, tilde->span.end});
  } else if (tilde != nullptr) {
    near.order = Near::Order::kAny;
    near.distance = std::min(NumberOf(*tilde) + 1, kMaxDistance);
  }
  if (near.operands.size() == 1) return std::move(near.operands.front());
  return {.kind = std::move(near)};
}

Node ReadPhrase(const QueryToken& token, const QueryToken* tilde, WordForm form,
                Mistakes& mistakes) {
  PhraseLeaf phrase = {.text = PatternOf(token),
                       .is_whole = form == WordForm::kExact};
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
    const std::vector<QueryToken> words = WordsIn(token);
    const bool is_misspelt =
        std::any_of(words.begin(), words.end(), [](const QueryToken& word) {
          return TildeOf(word) != std::string::npos;
        });
    leaf = is_misspelt ? ReadMisspeltPhrase(token, tilde, mistakes)
                       : ReadPhrase(token, tilde, form, mistakes);
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
    const bool wild = (c == '*' || c == '?') && !token.IsLiteral(i);
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
