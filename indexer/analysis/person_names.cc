#include "indexer/analysis/person_names.h"

#include <algorithm>
#include <iterator>

#include "indexer/analysis/name_words.h"

namespace archive {
namespace {

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
                             {"honorable"},
                             {"dame"},
                             {"crown"},
                             {"democrat"},
                             {"republican"},
                             {"assemblyman"},
                             {"assemblywoman"},
                             {"councilman"},
                             {"councilwoman"},
                             {"councillor"},
                             {"councilor"},
                             {"alderman"},
                             {"detective"},
                             {"inspector"},
                             {"constable"},
                             {"superintendent"}};
// One name behind these is not enough to tell who it is: Pope Francis, King
// Abdullah.
constexpr std::string_view kCrowned[] = {"pope",   "king",     "queen",
                                         "prince", "princess", "saint"};
// Behind a surname.
constexpr std::string_view kGenerations[] = {"jr", "sr", "ii", "iii", "iv"};
constexpr std::string_view kParties[] = {"R", "D", "I"};

bool IsIn(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsInitialOf(std::string_view initial, std::string_view word) {
  return initial.size() == 1 && !word.empty() && word[0] == initial[0];
}

bool IsGeneration(std::string_view folded) {
  return IsIn(folded, kGenerations);
}

PersonWords WithoutGeneration(PersonWords words) {
  while (words.size() > 1 && IsGeneration(words.back()))
    words = words.first(words.size() - 1);
  return words;
}

// López Obrador, von der Leyen.
bool EndsWith(PersonWords full, PersonWords words) {
  return std::equal(words.rbegin(), words.rend(), full.rbegin());
}

// Energy Minister Subroto: where a ministry is named before it.
std::size_t EndOfOffice(std::span<const std::string_view> words) {
  static constexpr std::string_view kOffices[] = {"minister", "secretary"};
  static constexpr std::size_t kLongest = 4;
  for (std::size_t i = 1; i + 1 < std::min(words.size(), kLongest); ++i) {
    if (IsIn(FoldedWord(words[i]), kOffices)) return i + 1;
  }
  return 0;
}

// Whether a title and what is left of the name are one: Queen Elizabeth II.
bool IsCrowned(std::string_view title, std::span<const std::string_view> rest) {
  if (!IsIn(title, kCrowned) || rest.empty()) return false;
  const bool is_numbered =
      rest.size() == 2 && !HasSmallLetter(rest.back()) &&
      rest.back().find_first_not_of("IVX") == std::string_view::npos;
  return rest.size() == 1 || is_numbered;
}

}  // namespace

bool IsTitle(std::string_view folded) {
  return std::any_of(
      std::begin(kTitles), std::end(kTitles),
      [folded](const Title& title) { return title.word == folded; });
}

bool IsTitleOfPerson(std::string_view folded) {
  return std::any_of(std::begin(kTitles), std::end(kTitles),
                     [folded](const Title& title) {
                       return title.of_people_only && title.word == folded;
                     });
}

std::size_t EndOfTitles(std::span<const std::string_view> words) {
  std::size_t begin = EndOfOffice(words);
  for (; begin < words.size(); ++begin) {
    const std::string folded = FoldedWord(words[begin]);
    const bool is_article = folded == "the" && begin + 1 < words.size();
    if (!IsTitle(folded) && !is_article) break;
    if (IsCrowned(folded, words.subspan(begin + 1))) break;
  }
  return begin;
}

std::span<const std::string_view> WithoutParty(
    std::span<const std::string_view> words) {
  static constexpr std::size_t kLeast = 4;  // Bill Frist R TN
  static constexpr std::size_t kLetters = 2;
  const bool has_party =
      words.size() >= kLeast && words.back().size() == kLetters &&
      !HasSmallLetter(words.back()) && IsIn(words[words.size() - 2], kParties);
  return has_party ? words.first(words.size() - 2) : words;
}

bool IsShorterPerson(PersonWords words, PersonWords full) {
  if (words.empty() || words.size() >= full.size()) return false;
  const PersonWords bearer = WithoutGeneration(full);
  if (words.size() == 1)
    return words[0].size() > 1 &&
           (words[0] == bearer.back() || words[0] == bearer.front());
  const bool says_same_generation =
      !IsGeneration(words.back()) || words.back() == full.back();
  words = WithoutGeneration(words);
  if (!says_same_generation || words.back() != bearer.back()) return false;
  if (words.size() < bearer.size() && EndsWith(bearer, words)) return true;
  std::size_t at = 0;
  for (const std::string& word : words) {
    while (at < bearer.size() && bearer[at] != word &&
           !IsInitialOf(word, bearer[at]) && !IsInitialOf(bearer[at], word))
      ++at;
    if (at == bearer.size()) return false;
    ++at;
  }
  return words[0] == bearer[0] || IsInitialOf(words[0], bearer[0]);
}

}  // namespace archive
