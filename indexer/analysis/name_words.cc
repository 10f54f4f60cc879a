#include "indexer/analysis/name_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "indexer/analysis/person_names.h"

namespace archive {
namespace {

using WordList = std::span<const std::string_view>;

constexpr std::string_view kLandmarks[] = {
    "bay",       "canal", "desert", "gulf",   "islands", "mountains", "ocean",
    "peninsula", "river", "sea",    "strait", "straits", "valley"};
constexpr std::string_view kLegalForms[] = {
    "inc",          "corp", "corporation", "co", "ltd",  "limited", "plc",
    "llc",          "sa",   "ag",          "nv", "gmbh", "spa",     "bhd",
    "incorporated", "lp",   "llp",         "ab", "oy",   "pty",     "cos"};
constexpr std::string_view kNoNames[] = {
    "he",       "she",         "it",        "they",      "i",
    "we",       "you",         "his",       "her",       "their",
    "our",      "its",         "him",       "them",      "this",
    "that",     "these",       "those",     "the",       "a",
    "an",       "who",         "what",      "when",      "where",
    "how",      "why",         "but",       "and",       "if",
    "in",       "on",          "at",        "for",       "no",
    "yes",      "not",         "all",       "some",      "many",
    "most",     "both",        "monday",    "tuesday",   "wednesday",
    "thursday", "friday",      "saturday",  "sunday",    "january",
    "february", "march",       "april",     "may",       "june",
    "july",     "august",      "september", "october",   "november",
    "december", "jan",         "feb",       "mar",       "apr",
    "jun",      "jul",         "aug",       "sept",      "sep",
    "oct",      "nov",         "dec",       "mr",        "mrs",
    "ms",       "dr",          "god",       "lord",      "internet",
    "web",      "north",       "south",     "east",      "west",
    "northern", "southern",    "eastern",   "western",   "english",
    "state",    "government",  "company",   "president", "minister",
    "senator",  "congressman", "chairman",  "spokesman", "dollar",
    "dlr",      "dlrs",        "mln",       "bln",       "pct",
    "cts",      "shr",         "shrs",      "net",       "revs",
    "qtr",      "qtly",        "mths",      "avg",       "loss",
    "profit",   "sales",       "year",      "note",      "div",
    "oper",     "stg",         "yen",       "marks",     "francs",
    "reuter",   "photo",       "read",      "copyright", "story",
    "click",    "update",      "nation",    "country"};
constexpr std::string_view kSmallWords[] = {"of", "and", "the", "for", "in",
                                            "on", "de",  "la",  "del", "to",
                                            "&",  "at",  "von", "van", "du"};

bool IsIn(std::string_view word, WordList words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr bool IsCapital(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool IsSmall(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool IsLetterByte(char c) {
  return IsCapital(c) || IsSmall(c) || static_cast<signed char>(c) < 0;
}

// NameList bits of a word.
std::uint8_t ListsOf(std::string_view folded, const EntityLexicon& lexicon) {
  const std::size_t row = lexicon.names.Find(HashOf(folded));
  return row == HashedKeys::kNone ? std::uint8_t{0} : lexicon.lists[row];
}

}  // namespace

std::vector<std::string_view> SplitAtSpaces(std::string_view text) {
  static constexpr std::string_view kSpaces = " \n\t\r";
  std::vector<std::string_view> words;
  for (std::size_t at = text.find_first_not_of(kSpaces);
       at != std::string_view::npos;) {
    const std::size_t end =
        std::min(text.find_first_of(kSpaces, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(kSpaces, end);
  }
  return words;
}

std::string FoldedWord(std::string_view word) {
  std::string folded = EntityFolded(word);
  while (folded.ends_with('.')) folded.pop_back();
  return folded;
}

std::string JoinedWords(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

std::string_view WithoutEnding(std::string_view text) {
  static constexpr std::string_view kEndings[] = {
      "'s", "\u2019s", "'", "\u2019", ",", ";", ":", "-", "\""};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view ending : kEndings) {
      if (!text.ends_with(ending)) continue;
      text.remove_suffix(ending.size());
      again = true;
    }
  }
  return text;
}

bool IsLandmark(std::string_view folded) {
  return IsIn(folded, kLandmarks);
}

bool IsLegalForm(std::string_view folded) {
  return IsIn(folded, kLegalForms);
}

bool IsSmallWord(std::string_view folded) {
  return IsIn(folded, kSmallWords);
}

TrimmedName TrimName(EntityKind kind, std::string_view text) {
  TrimmedName trimmed;
  // General Motors <GM>
  const std::string_view name = text.substr(0, text.find(" <"));
  const std::vector<std::string_view> all = SplitAtSpaces(WithoutEnding(name));
  std::span<const std::string_view> words = all;
  if (kind == EntityKind::kPerson) {
    words = WithoutParty(words);
    const std::size_t end = EndOfTitles(words);
    trimmed.has_title = end > 0;
    words = words.subspan(end);
  }
  while (words.size() > 1 && FoldedWord(words.front()) == "the")
    words = words.subspan(1);
  // General alone is no person; Marshall after it is.
  trimmed.text = JoinedWords(words);
  return trimmed;
}

std::vector<std::string> WordsOf(std::string_view folded) {
  std::vector<std::string> words;
  for (const std::string_view word : SplitAtSpaces(folded)) {
    words.emplace_back(word);
    std::erase(words.back(), '.');
  }
  return words;
}

bool HasSmallLetter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), IsSmall);
}

bool IsPossessive(std::string_view token) {
  return token == "'s" || token == "\u2019s" || token == "'S";
}

std::string JoinedTokens(std::span<const std::string_view> tokens) {
  std::string text;
  for (const std::string_view token : tokens) {
    if (!text.empty() && !IsPossessive(token)) text += ' ';
    text += token == "\u2019s" ? "'s" : token;
  }
  return text;
}

bool BeginsWithCapital(std::string_view token) {
  return !token.empty() && token[0] >= 'A' && token[0] <= 'Z';
}

std::string AsName(EntityKind kind, const std::string& name) {
  static constexpr std::size_t kLongestAcronym = 5;
  const std::vector<std::string_view> words = SplitAtSpaces(name);
  const bool may_be_acronym =
      kind == EntityKind::kOrganisation || name.find('.') != std::string::npos;
  std::string written;
  for (const std::string_view word : words) {
    if (!written.empty()) written += ' ';
    const bool is_acronym =
        may_be_acronym && words.size() == 1 && word.size() <= kLongestAcronym;
    const std::string folded = EntityFolded(word);
    if (is_acronym || folded.size() != word.size()) {
      written += word;
    } else if (!written.empty() && IsIn(folded, kSmallWords)) {
      written += folded;
    } else {
      bool is_inside = false;
      for (std::size_t i = 0; i < word.size(); ++i) {
        written += is_inside ? folded[i] : word[i];
        is_inside = IsLetterByte(word[i]);
      }
    }
  }
  return written;
}

bool IsGivenName(std::string_view folded, const EntityLexicon& lexicon) {
  return (ListsOf(folded, lexicon) & kGivenNames) != 0;
}

bool IsNoName(EntityKind kind, std::string_view text,
              const EntityLexicon& lexicon) {
  static constexpr std::size_t kShortest = 2;
  if (text.size() < kShortest) return true;
  if (std::none_of(text.begin(), text.end(), [](char c) {
        return IsCapital(c) || static_cast<signed char>(c) < 0;
      }))
    return true;
  const std::string folded = FoldedWord(text);
  if (folded.find(' ') != std::string::npos) return false;
  if (IsIn(folded, kNoNames) || IsTitle(folded)) return true;
  if (kind != EntityKind::kPlace && IsLegalForm(folded)) return true;
  const std::uint8_t lists = ListsOf(folded, lexicon);
  return (lists & kDemonyms) != 0 && (lists & kCountryNames) == 0;
}

}  // namespace archive
