#include "indexer/analysis/name_words.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace archive {
namespace {

using WordList = std::span<const std::string_view>;

struct Title {
  std::string_view word;
  bool of_people_only = false;  // Secretary and General begin other names, too
};
constexpr Title kTitles[] = {{"mr", true},
                             {"mrs", true},
                             {"ms", true},
                             {"miss"},
                             {"dr", true},
                             {"prof", true},
                             {"professor", true},
                             {"president", true},
                             {"vice"},
                             {"prime"},
                             {"minister"},
                             {"premier", true},
                             {"chancellor", true},
                             {"secretary"},
                             {"secretary-general"},
                             {"senator", true},
                             {"sen", true},
                             {"senators"},
                             {"sens"},
                             {"rep", true},
                             {"reps"},
                             {"representative"},
                             {"congressman", true},
                             {"congresswoman", true},
                             {"gov"},
                             {"governor"},
                             {"mayor"},
                             {"judge"},
                             {"justice"},
                             {"general"},
                             {"gen", true},
                             {"colonel", true},
                             {"col", true},
                             {"lt", true},
                             {"lieutenant"},
                             {"maj"},
                             {"major"},
                             {"capt", true},
                             {"captain"},
                             {"sgt", true},
                             {"sergeant"},
                             {"adm"},
                             {"admiral"},
                             {"cmdr"},
                             {"commander"},
                             {"senior"},
                             {"king"},
                             {"queen"},
                             {"prince"},
                             {"princess"},
                             {"pope"},
                             {"sir"},
                             {"lord"},
                             {"lady"},
                             {"ambassador", true},
                             {"chairman"},
                             {"chairwoman"},
                             {"director"},
                             {"spokesman"},
                             {"spokeswoman"},
                             {"spokesperson"},
                             {"attorney"},
                             {"speaker"},
                             {"treasurer"},
                             {"former"},
                             {"rev"},
                             {"reverend"},
                             {"father"},
                             {"sister"},
                             {"bishop", true},
                             {"archbishop", true},
                             {"cardinal"},
                             {"ayatollah", true},
                             {"sheikh", true},
                             {"sultan"},
                             {"emperor"},
                             {"coach"},
                             {"then-president"},
                             {"ex-president"},
                             {"acting"},
                             {"deputy"},
                             {"foreign"},
                             {"defense"},
                             {"defence"},
                             {"treasury"},
                             {"finance"},
                             {"state"},
                             {"trade"},
                             {"under-secretary"},
                             {"messrs"},
                             {"corporal"},
                             {"private"},
                             {"spc"},
                             {"cpl"},
                             {"pfc"},
                             {"brig"},
                             {"brigadier"},
                             {"marshal"},
                             {"hon"},
                             {"honorable"}};
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

bool IsTitle(std::string_view word) {
  return std::any_of(std::begin(kTitles), std::end(kTitles),
                     [word](const Title& title) { return title.word == word; });
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

bool IsInitialOf(std::string_view initial, std::string_view word) {
  return initial.size() == 1 && !word.empty() && word[0] == initial[0];
}

// Energy Minister Subroto: where a ministry is named before it.
std::size_t EndOfOffice(EntityKind kind,
                        std::span<const std::string_view> words) {
  static constexpr std::string_view kOffices[] = {"minister", "secretary"};
  static constexpr std::size_t kLongest = 4;
  if (kind != EntityKind::kPerson) return 0;
  for (std::size_t i = 1; i + 1 < std::min(words.size(), kLongest); ++i) {
    if (IsIn(FoldedWord(words[i]), kOffices)) return i + 1;
  }
  return 0;
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

bool IsTitleOfPerson(std::string_view folded) {
  return std::any_of(std::begin(kTitles), std::end(kTitles),
                     [folded](const Title& title) {
                       return title.of_people_only && title.word == folded;
                     });
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
  std::vector<std::string_view> words = SplitAtSpaces(WithoutEnding(name));
  std::size_t begin = EndOfOffice(kind, words);
  trimmed.has_title = begin > 0;
  while (begin < words.size()) {
    const std::string folded = FoldedWord(words[begin]);
    const bool is_title = kind == EntityKind::kPerson && IsTitle(folded);
    const bool is_article = folded == "the" && words.size() > 1;
    if (!is_title && !is_article) break;
    trimmed.has_title |= is_title;
    ++begin;
  }
  // General alone is no person; Marshall after it is.
  trimmed.text = JoinedWords(std::span(words).subspan(begin));
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

bool IsShorterPerson(std::span<const std::string> words,
                     std::span<const std::string> full) {
  if (words.empty() || words.size() >= full.size()) return false;
  if (words.size() == 1)
    return words[0].size() > 1 &&
           (words[0] == full.back() || words[0] == full.front());
  if (words.back() != full.back()) return false;
  std::size_t at = 0;
  for (const std::string& word : words) {
    while (at < full.size() && full[at] != word &&
           !IsInitialOf(word, full[at]) && !IsInitialOf(full[at], word))
      ++at;
    if (at == full.size()) return false;
    ++at;
  }
  return words[0] == full[0] || IsInitialOf(words[0], full[0]);
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
  const std::size_t row = lexicon.names.Find(HashOf(folded));
  if (row == HashedKeys::kNone) return false;
  const std::uint8_t lists = lexicon.lists[row];
  return (lists & kDemonyms) != 0 && (lists & kCountryNames) == 0;
}

}  // namespace archive
