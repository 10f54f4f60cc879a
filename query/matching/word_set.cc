#include "query/matching/word_set.h"

#include <algorithm>
#include <cstdlib>

#include "common/text/edit_distance.h"
#include "common/text/language.h"

namespace archive {
namespace {

// Every language of the table and "unknown" have a bit of their own.
static_assert(kLanguages.size() < 64);

void SortByRank(std::vector<IndexedWord>& forms) {
  std::sort(forms.begin(), forms.end(),
            [](const IndexedWord& a, const IndexedWord& b) {
              return a.rank < b.rank;
            });
}

IndexedWords ExpandExact(std::string_view text, const Vocabulary& vocabulary) {
  const auto rank = vocabulary.Find(text);
  if (!rank) return {};
  return {{{*rank, kAnyLanguage}}, vocabulary.ArticlesWith(*rank)};
}

IndexedWords ExpandInflected(std::string_view text,
                             const Vocabulary& vocabulary) {
  IndexedWords found;
  std::map<WordRank, LanguageMask> languages;
  for (std::size_t i = 0; i < vocabulary.language_count(); ++i) {
    const Stemmer stemmer(vocabulary.LanguageAt(i));
    const auto stem = vocabulary.FindStem(i, stemmer.Stem(text));
    for (const WordRank form : stem.forms)
      languages[form] |= LanguageMask{1} << i;
    found.articles += stem.articles;
  }
  // The word itself counts in every language, also in fields whose words are
  // no text and stand under no stem.
  if (const auto rank = vocabulary.Find(text)) languages[*rank] = kAnyLanguage;
  for (const auto& [rank, mask] : languages)
    found.forms.push_back({rank, mask});
  return found;
}

// Words of the vocabulary that `accepts`, from `begin` on while they start with
// `prefix`.
template <typename Accepts>
IndexedWords Scan(const Vocabulary& vocabulary, std::string_view prefix,
                  const Accepts& accepts) {
  IndexedWords found;
  for (WordRank rank = vocabulary.LowerBound(prefix); rank < vocabulary.size();
       ++rank) {
    const std::string_view word = vocabulary.WordAt(rank);
    if (!word.starts_with(prefix)) break;
    if (!accepts(word)) continue;
    found.forms.push_back({rank, kAnyLanguage});
    found.articles += vocabulary.ArticlesWith(rank);
  }
  SortByRank(found.forms);
  return found;
}

std::string_view LiteralPrefix(const Pattern& pattern) {
  if (pattern.empty() || pattern.front().kind != PatternPiece::Kind::kText)
    return {};
  return pattern.front().text;
}

std::string_view LongestText(const Pattern& pattern) {
  std::string_view longest;
  for (const PatternPiece& piece : pattern) {
    if (piece.kind == PatternPiece::Kind::kText &&
        piece.text.size() > longest.size())
      longest = piece.text;
  }
  return longest;
}

// Looking for the letters of a pattern that does not begin with any is quicker
// than holding every word against it.
IndexedWords ExpandPattern(const Pattern& pattern,
                           const Vocabulary& vocabulary) {
  const std::string_view prefix = LiteralPrefix(pattern);
  const std::string_view part = LongestText(pattern);
  const auto accepts = [&pattern](std::string_view word) {
    return MatchesPattern(pattern, word);
  };
  if (!prefix.empty() || part.empty()) return Scan(vocabulary, prefix, accepts);
  IndexedWords found;
  vocabulary.EachWordWithPart(part, [&](WordRank rank) {
    if (!accepts(vocabulary.WordAt(rank))) return;
    found.forms.push_back({rank, kAnyLanguage});
    found.articles += vocabulary.ArticlesWith(rank);
  });
  return found;
}

std::size_t CharacterBytes(std::string_view text) {
  std::size_t n = 1;
  while (n < text.size() &&
         (static_cast<unsigned char>(text[n]) & 0xc0) == 0x80)
    ++n;
  return n;
}

std::string_view FirstCharacter(std::string_view text) {
  return text.empty() ? text : text.substr(0, CharacterBytes(text));
}

}  // namespace

bool IsWrittenSo(LetterPattern letters, LetterCase letter_case) {
  if (letter_case == LetterCase::kCapitals) return true;
  return letters == LetterPattern::kCapitalFirst &&
         letter_case == LetterCase::kCapital;
}

IndexedWords ExpandWord(const WordSpec& spec, const Vocabulary& vocabulary) {
  switch (spec.match) {
    case WordMatch::kExact:
      return ExpandExact(spec.text, vocabulary);
    case WordMatch::kInflected:
      return ExpandInflected(spec.text, vocabulary);
    case WordMatch::kPattern:
      return ExpandPattern(spec.pattern, vocabulary);
    case WordMatch::kFuzzy: {
      EditLimit limit(spec.text, spec.edits);
      return Scan(
          vocabulary, FirstCharacter(spec.text),
          [&limit](std::string_view word) { return limit.Accepts(word); });
    }
  }
  return {};
}

bool WordAcceptor::Accepts(const WordSpec& spec, std::string_view word,
                           std::string_view language) {
  switch (spec.match) {
    case WordMatch::kExact:
      return word == spec.text;
    case WordMatch::kInflected: {
      if (word == spec.text) return true;
      auto stemmer = stemmers_.find(language);
      if (stemmer == stemmers_.end()) {
        stemmer = stemmers_.try_emplace(std::string(language), language).first;
      }
      return stemmer->second.HasRules() &&
             stemmer->second.MayAgree(word, spec.text) &&
             stemmer->second.Stem(word) == stemmer->second.Stem(spec.text);
    }
    case WordMatch::kPattern:
      return MatchesPattern(spec.pattern, word);
    case WordMatch::kFuzzy:
      return IsWithinEdits(spec.text, word, spec.edits);
  }
  return false;
}

// Greedy with one way back: a later * makes every earlier one irrelevant, so
// the time is bounded by the product of the lengths.
bool MatchesPattern(const Pattern& pattern, std::string_view word) {
  std::size_t piece = 0;
  std::size_t at = 0;
  bool has_star = false;
  std::size_t star_piece = 0;
  std::size_t star_at = 0;
  for (;;) {
    if (piece == pattern.size() && at == word.size()) return true;
    if (piece < pattern.size()) {
      const PatternPiece& p = pattern[piece];
      if (p.kind == PatternPiece::Kind::kAnyRun) {
        has_star = true;
        star_piece = ++piece;
        star_at = at;
        continue;
      }
      if (p.kind == PatternPiece::Kind::kText &&
          word.substr(at).starts_with(p.text)) {
        at += p.text.size();
        ++piece;
        continue;
      }
      if (p.kind == PatternPiece::Kind::kAnyOne && at < word.size()) {
        at += CharacterBytes(word.substr(at));
        ++piece;
        continue;
      }
    }
    if (!has_star || star_at >= word.size()) return false;
    star_at += CharacterBytes(word.substr(star_at));
    at = star_at;
    piece = star_piece;
  }
}

}  // namespace archive
