#include "indexer/analysis/organisation_names.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/analysis/name_words.h"

namespace archive {
namespace {

// How the name goes on behind a head.
enum Behind : std::uint8_t { kNothing = 0, kOf = 1, kOn = 2 };

struct Head {
  std::string_view word;
  std::uint8_t behind = kNothing;
};

// Words for organisations of a kind.
constexpr Head kHeads[] = {
    {"academy", kOf},
    {"administration"},
    {"agency"},
    {"alliance"},
    {"assembly"},
    {"association", kOf},
    {"authority"},
    {"bank", kOf},
    {"board", kOf},
    {"bureau", kOf},
    {"cabinet"},
    {"caucus", kOn},
    {"center"},
    {"centre"},
    {"chamber", kOf},
    {"church", kOf},
    {"club"},
    {"coalition"},
    {"college", kOf},
    {"commission", kOn},
    {"committee", kOn},
    {"company"},
    {"conference"},
    {"corps"},
    {"council"},
    {"court"},
    {"department", kOf},
    {"division"},
    {"exchange"},
    {"federation", kOf},
    {"firm"},
    {"force"},
    {"forces"},
    {"foundation"},
    {"fund"},
    {"group"},
    {"guard"},
    {"hospital"},
    {"institute", kOf},
    {"league"},
    {"legislature"},
    {"ministry", kOf},
    {"museum", kOf},
    {"office"},
    {"organisation"},
    {"organization"},
    {"panel"},
    {"party"},
    {"police"},
    {"press"},
    {"school"},
    {"secretariat"},
    {"service"},
    {"services"},
    {"society"},
    {"subcommittee", kOn},
    {"team"},
    {"trust"},
    {"union"},
    {"university", kOf},
};

// Before a head they do not say which one it is, either.
constexpr std::string_view kModifiers[] = {
    "central",  "executive", "federal", "full",  "house",   "joint",   "local",
    "national", "select",    "senate",  "state", "special", "standing"};

const Head* FindHead(std::string_view word) {
  const auto* const at =
      std::find_if(std::begin(kHeads), std::end(kHeads),
                   [word](const Head& head) { return head.word == word; });
  return at == std::end(kHeads) ? nullptr : at;
}

bool MayGoOn(std::string_view word, Behind behind) {
  const Head* const head = FindHead(word);
  return head != nullptr && (head->behind & behind) != 0;
}

bool IsModifier(std::string_view word) {
  return std::find(std::begin(kModifiers), std::end(kModifiers), word) !=
         std::end(kModifiers);
}

bool BeginsWith(NameWords full, NameWords words) {
  return std::equal(words.begin(), words.end(), full.begin());
}

bool EndsWith(NameWords full, NameWords words) {
  return std::equal(words.rbegin(), words.rend(), full.rbegin());
}

bool IsCapital(char c) {
  return c >= 'A' && c <= 'Z';
}

}  // namespace

bool IsUnnamedOrganisation(NameWords words) {
  return !words.empty() && FindHead(words.back()) != nullptr &&
         std::all_of(words.begin(), words.end() - 1, IsModifier);
}

bool IsShorterOrganisation(NameWords words, NameWords full) {
  if (words.empty() || words.size() >= full.size()) return false;
  const bool is_unnamed = IsUnnamedOrganisation(words);
  // A Treaty on European Union is no such union.
  if (EndsWith(full, words))
    return !IsSmallWord(full[full.size() - words.size() - 1]) &&
           (is_unnamed ||
            (words.size() > 1 && FindHead(words.back()) != nullptr));
  // Bank of America is no shorter Bank of America Europe's "Bank".
  return BeginsWith(full, words) &&
         (is_unnamed || !IsSmallWord(full[words.size()]));
}

bool IsTeamOf(NameWords words, NameWords full, const PlaceTable& places) {
  if (words.size() >= full.size() || !EndsWith(full, words)) return false;
  std::string place;
  for (const std::string& word : full.first(full.size() - words.size())) {
    if (!place.empty()) place += ' ';
    place += word;
  }
  return places.Find(place) != nullptr;
}

bool IsFirmOfName(NameWords words, NameWords firm) {
  if (words.empty() || words.size() >= firm.size() || !BeginsWith(firm, words))
    return false;
  NameWords tail = firm.subspan(words.size());
  if (tail.size() > 1 && (tail[0] == "and" || tail[0] == "&"))
    tail = tail.subspan(1);
  return std::all_of(tail.begin(), tail.end(), IsLegalForm);
}

bool IsAcronymOf(std::string_view acronym, std::string_view full) {
  std::string letters;
  for (const char c : acronym) {
    if (IsCapital(c))
      letters += c;
    else if (c != '.')
      return false;
  }
  if (letters.size() < 2) return false;
  std::string capitals;
  std::string all;
  for (const std::string_view word : SplitAtSpaces(full)) {
    if (word.size() < 2 || !HasSmallLetter(word)) return false;
    const bool is_capital = IsCapital(word[0]);
    if (is_capital) capitals += word[0];
    all += static_cast<char>(is_capital || static_cast<signed char>(word[0]) < 0
                                 ? word[0]
                                 : word[0] - ('a' - 'A'));
  }
  return letters == capitals || letters == all;
}

std::string WithoutLegalForm(const std::string& name) {
  std::vector<std::string_view> words = SplitAtSpaces(name);
  while (words.size() > 1 && IsLegalForm(FoldedWord(words.back()))) {
    const std::string_view before = words[words.size() - 2];
    if (before == "&" || before == "and") {
      // Morgan Stanley and Co; but Tiffany and Co, and Sears, Roebuck and Co.
      static constexpr std::size_t kLeast = 4;
      if (words.size() < kLeast || name.find(',') != std::string::npos) break;
      words.pop_back();
    }
    words.pop_back();
    words.back() = WithoutEnding(words.back());
  }
  return JoinedWords(words);
}

bool IsNamedBehindOf(std::string_view folded_word) {
  return MayGoOn(folded_word, kOf);
}

bool IsNamedBehindOn(std::string_view folded_word) {
  return MayGoOn(folded_word, kOn);
}

}  // namespace archive
