#include "indexer/analysis/foreign_name_finder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/fold.h"
#include "common/text/letter_case.h"
#include "indexer/analysis/name_words.h"

namespace archive {
namespace {

// Nothing measures how often a name of the table means something else; enough
// for a name to be counted.
constexpr float kProbability = 0.9F;

struct Script {
  std::string_view name;
  bool has_capitals;
  // Words stand without white space between them.
  bool is_unbroken;
};
constexpr Script kLatin = {"Latn", true, false};

struct ScriptOfLanguage {
  std::string_view language;
  Script script;
};
// All other languages are written in Latin letters.
constexpr auto kScripts = std::to_array<ScriptOfLanguage>({
    {"ar", {"Arab", false, false}},
    {"bg", {"Cyrl", true, false}},
    {"el", {"Grek", true, false}},
    {"fa", {"Arab", false, false}},
    {"he", {"Hebr", false, false}},
    {"hi", {"Deva", false, false}},
    {"hy", {"Armn", true, false}},
    {"ja", {"Hani", false, true}},
    {"ko", {"Hang", false, false}},
    {"ne", {"Deva", false, false}},
    {"ru", {"Cyrl", true, false}},
    {"sr", {"Cyrl", true, false}},
    {"ta", {"Taml", false, false}},
    {"th", {"Thai", false, true}},
    {"uk", {"Cyrl", true, false}},
    {"zh", {"Hani", false, true}},
});

Script ScriptOf(std::string_view language) {
  for (const ScriptOfLanguage& row : kScripts) {
    if (row.language == language) return row.script;
  }
  return kLatin;
}

// Languages in which names of one word have cases that go by their stems.
constexpr auto kInflecting = std::to_array<std::string_view>({"ru"});
// Those that make a genitive of it: Deutschlands.
constexpr auto kWithGenitive =
    std::to_array<std::string_view>({"da", "de", "nl", "no", "sv"});
// Stems alone would make George of Georgia: so much of the name must stand.
constexpr std::size_t kMostBytesCut = 4;  // two letters of Russian

bool IsOneOf(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether a word is the name `name`, alone, of which it has the stem.
bool IsFormOf(std::string_view name, std::string_view word,
              std::string_view language) {
  if (word == name) return true;
  if (IsOneOf(language, kWithGenitive))
    return word.size() == name.size() + 1 && word.starts_with(name) &&
           word.ends_with('s');
  if (!IsOneOf(language, kInflecting)) return false;
  const std::size_t kept =
      name.size() - std::min(name.size() / 2, kMostBytesCut);
  return word.starts_with(name.substr(0, kept));
}

}  // namespace

FoundNames ForeignNameFinder::Find(std::string_view language,
                                   std::span<const std::string_view> texts) {
  language_ = language;
  const Script script = ScriptOf(language);
  script_ = script.name;
  stemmer_ =
      &stemmers_.try_emplace(std::string(language), language).first->second;
  CutTexts(texts);
  FoundNames found;
  for (std::size_t part = 0; part < texts.size(); ++part) {
    const std::vector<Word>& words = words_[part];
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (script.has_capitals && words[at].letter_case == LetterCase::kSmall)
        continue;
      // Inside of a word of Korean, where a name is a syllable or two.
      if (!script.is_unbroken && words[at].ideograph && words[at].joined)
        continue;
      const Match match = MatchAt(words, at);
      if (match.name == nullptr ||
          (match.words == 1 && (IsSurname(texts[part], words, at) ||
                                IsForename(texts[part], words, at))) ||
          IsAdjective(words, at + match.words))
        continue;
      const Span bytes = {words[at].span.begin,
                          words[at + match.words - 1].span.end};
      at += match.words - 1;
      if (script.is_unbroken && !unbroken_words_.IsName(texts[part], bytes))
        continue;
      Add(*match.name, part, bytes, texts[part], found);
    }
  }
  return found;
}

// Anatole France, Jack London: right behind another name.  Not asked in German,
// whose nouns have capitals, and where a place may follow a noun without a word
// between (Президент России).
bool ForeignNameFinder::IsSurname(std::string_view text,
                                  const std::vector<Word>& words,
                                  std::size_t at) const {
  if (script_ != kLatin.name || language_ == "de" || at == 0) return false;
  const Word& before = words[at - 1];
  constexpr std::size_t kLongestArticle = 3;  // Los, The, Een
  return before.letter_case == LetterCase::kCapital &&
         before.text.size() > kLongestArticle &&
         !small_words_.contains(before.text) &&
         text.substr(before.span.end, words[at].span.begin - before.span.end) ==
             " ";
}

// Israel Fernández, Santiago Abascal: a given name right before another name.
bool ForeignNameFinder::IsForename(std::string_view text,
                                   const std::vector<Word>& words,
                                   std::size_t at) const {
  if (script_ != kLatin.name || language_ == "de" || at + 1 == words.size())
    return false;
  const Word& next = words[at + 1];
  return next.letter_case == LetterCase::kCapital &&
         !small_words_.contains(next.text) &&
         text.substr(words[at].span.end,
                     next.span.begin - words[at].span.end) == " " &&
         IsGivenName(words[at].text, model_.lexicon());
}

// 인도 is India, 인도적 humanitarian.
bool ForeignNameFinder::IsAdjective(const std::vector<Word>& words,
                                    std::size_t end) const {
  return language_ == "ko" && end < words.size() && words[end].joined &&
         words[end].text == "적";
}

void ForeignNameFinder::CutTexts(std::span<const std::string_view> texts) {
  words_.resize(std::max(words_.size(), texts.size()));
  small_words_.clear();
  for (std::size_t part = 0; part < texts.size(); ++part) {
    analyser_.Words(texts[part], words_[part]);
    if (language_ == "ar") PartFromAnd(words_[part]);
    for (const Word& word : words_[part]) {
      if (word.letter_case == LetterCase::kSmall && !word.ideograph)
        small_words_.insert(word.text);
    }
  }
}

bool ForeignNameFinder::BeginsName(const Word& word) const {
  const auto begins_in = [&](const ForeignNameTable& table,
                             const std::string& stem) {
    const auto row = table.find(stem);
    return row != table.end() &&
           std::any_of(row->second.begin(), row->second.end(),
                       [&](const ForeignName& name) {
                         return name.first == word.text;
                       });
  };
  return begins_in(names_.Of(language_), StemOf(word, stemmer_)) ||
         begins_in(names_.Of(script_), word.text);
}

// "And" is written as the first letter of the next word: وروسيا.
void ForeignNameFinder::PartFromAnd(std::vector<Word>& words) const {
  static constexpr std::string_view kAnd = "و";
  for (Word& word : words) {
    if (!word.text.starts_with(kAnd) || BeginsName(word)) continue;
    Word rest = word;
    rest.text.erase(0, kAnd.size());
    rest.span.begin += kAnd.size();
    if (BeginsName(rest)) word = std::move(rest);
  }
}

ForeignNameFinder::Match ForeignNameFinder::MatchAt(
    const std::vector<Word>& words, std::size_t at) const {
  const Match own = Longest(names_.Of(language_), words, at, stemmer_);
  const Match shared = Longest(names_.Of(script_), words, at, nullptr);
  return shared.words > own.words ? shared : own;
}

ForeignNameFinder::Match ForeignNameFinder::Longest(
    const ForeignNameTable& table, const std::vector<Word>& words,
    std::size_t at, const Stemmer* stemmer) const {
  Match longest;
  const auto row = table.find(StemOf(words[at], stemmer));
  if (row == table.end()) return longest;
  for (const ForeignName& name : row->second) {
    if (name.words.size() > longest.words && Fits(name, words, at, stemmer))
      longest = {&name, name.words.size()};
  }
  return longest;
}

bool ForeignNameFinder::Fits(const ForeignName& name,
                             const std::vector<Word>& words, std::size_t at,
                             const Stemmer* stemmer) const {
  const std::size_t count = name.words.size();
  if (at + count > words.size()) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const Word& word = words[at + i];
    if (name.capitals[i] && word.letter_case == LetterCase::kSmall)
      return false;
    if (StemOf(word, stemmer) != name.words[i]) return false;
  }
  if (count > 1) return true;
  // A word that the article writes without a capital, too, is a word.
  return IsFormOf(name.first, words[at].text, language_) &&
         (!name.capitals[0] || !small_words_.contains(words[at].text));
}

void ForeignNameFinder::Add(const ForeignName& name, std::size_t part,
                            Span bytes, std::string_view text,
                            FoundNames& found) const {
  const std::string_view other = model_.CanonicalOf(name.kind, name.known_as);
  const std::string known_as(other.empty() ? name.known_as : other);
  const std::string_view written =
      text.substr(bytes.begin, bytes.end - bytes.begin);
  auto place = std::find_if(
      found.names.begin(), found.names.end(), [&](const FoundName& row) {
        return row.kind == name.kind && row.name == known_as;
      });
  if (place == found.names.end()) {
    // As the article writes it, unless that is a case or all in capitals.
    const bool is_as_written = FoldValue(written) == FoldValue(name.name) &&
                               LetterCaseOf(written) != LetterCase::kCapitals;
    found.names.push_back({name.kind,
                           known_as,
                           is_as_written ? std::string(written) : name.name,
                           {}});
    place = found.names.end() - 1;
  }
  if (std::find(place->forms.begin(), place->forms.end(), written) ==
      place->forms.end())
    place->forms.emplace_back(written);
  found.mentions.push_back(
      {.part = part,
       .bytes = bytes,
       .kind = name.kind,
       .probability = kProbability,
       .text = written,
       .name = static_cast<std::size_t>(place - found.names.begin())});
}

}  // namespace archive
