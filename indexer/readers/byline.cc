#include "indexer/readers/byline.h"

#include <algorithm>
#include <array>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"

namespace archive {
namespace {

struct BylineWords {
  std::string_view by;
  std::string_view and_word;  // between two names
};

constexpr std::array<BylineWords, 6> kBylineWords = {{
    {"By", "and"},
    {"Von", "und"},
    {"Par", "et"},
    {"Por", "y"},
    {"Di", "e"},
    {"Door", "en"},
}};

constexpr std::array<std::string_view, 21> kAgenciesAndOffices = {
    "reuters",
    "reuter",
    "ap",
    "afp",
    "upi",
    "dpa",
    "efe",
    "ansa",
    "tass",
    "xinhua",
    "yonhap",
    "kyodo",
    "associated press",
    "the associated press",
    "associated press writer",
    "agence france-presse",
    "united press international",
    "staff writer",
    "staff reporter",
    "correspondent",
    "special correspondent",
};

// Words inside names that are written small.
constexpr std::array<std::string_view, 24> kParticles = {
    "de",  "del", "della", "der", "den", "di",  "da",  "do",
    "dos", "du",  "la",    "le",  "van", "von", "vom", "zu",
    "zur", "ten", "ter",   "bin", "ibn", "al",  "el",  "y"};

constexpr std::size_t kLongestByline = 160;

template <typename Words>
bool IsOneOf(std::string_view word, const Words& words) {
  return std::any_of(
      words.begin(), words.end(),
      [word](std::string_view other) { return SameLetters(word, other); });
}

bool IsOneWord(std::string_view text) {
  return text.find(' ') == std::string_view::npos;
}

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kEdges = " ,;|";
  const std::size_t first = text.find_first_not_of(kEdges);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kEdges) - first + 1);
}

// The row whose "By" begins the line; nullptr when none does.
const BylineWords* BylineWordsOf(std::string_view line) {
  for (const BylineWords& words : kBylineWords) {
    const std::size_t size = words.by.size();
    if (line.size() > size && SameLetters(line.substr(0, size), words.by) &&
        (line[size] == ' ' || line[size] == ':'))
      return &words;
  }
  return nullptr;
}

std::string_view WithoutBy(std::string_view line, const BylineWords* words) {
  if (words == nullptr) return Trimmed(line);
  line.remove_prefix(words->by.size());
  if (line.starts_with(':')) line.remove_prefix(1);
  return Trimmed(line);
}

bool IsAgency(std::string_view part) {
  while (part.ends_with('.')) part.remove_suffix(1);
  // "Reutersd": the wire's operators mistyped it.
  constexpr std::string_view kReuter = "reuter";
  return IsOneOf(part, kAgenciesAndOffices) ||
         (part.size() <= kReuter.size() + 2 &&
          SameLetters(part.substr(0, kReuter.size()), kReuter));
}

std::vector<std::string_view> SplitAt(std::string_view text,
                                      std::string_view separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;; at += separator.size()) {
    std::size_t end = at;
    while (end < text.size() &&
           !SameLetters(text.substr(end, separator.size()), separator))
      ++end;
    const std::string_view part = Trimmed(text.substr(at, end - at));
    if (!part.empty()) parts.push_back(part);
    if (end >= text.size()) return parts;
    at = end;
  }
}

// Names separated by commas, if they are whole names and not "Doe, Jane".
std::vector<std::string_view> SplitAtCommas(std::string_view text) {
  std::vector<std::string_view> parts = SplitAt(text, ",");
  // "Jane Doe, Jr." and agencies stay out of the question.
  while (parts.size() > 1 && IsAgency(parts.back())) parts.pop_back();
  const bool all_whole = std::none_of(parts.begin(), parts.end(), IsOneWord);
  if (all_whole || parts.size() < 2) return parts;
  const char* const begin = parts.front().data();
  const char* const end = parts.back().data() + parts.back().size();
  return {std::string_view(begin, static_cast<std::size_t>(end - begin))};
}

// Names with an "and" between them, in whatever language nothing else tells:
// "Ana Pérez y Luis Gil" are two, "José Ortega y Gasset" is one.
std::vector<std::string_view> SplitAtAnd(std::string_view text,
                                         const BylineWords* said) {
  const auto split = [text](const BylineWords& words) {
    return SplitAt(text, ' ' + std::string(words.and_word) + ' ');
  };
  if (said != nullptr) return split(*said);
  for (const BylineWords& words : kBylineWords) {
    std::vector<std::string_view> parts = split(words);
    const bool is_english = &words == kBylineWords.data();
    if (parts.size() > 1 &&
        (is_english || std::none_of(parts.begin(), parts.end(), IsOneWord)))
      return parts;
  }
  return {text};
}

// A word as it stands in a name: "Jane", "JANE", "D'AFFLISIO", "J.", "de".
bool BelongsToName(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || word.back() == '.'))
    word.remove_suffix(1);
  if (word.empty() || word.size() > 30) return false;
  if (std::any_of(word.begin(), word.end(), IsDigit)) return false;
  if (IsOneOf(word, kParticles)) return true;
  const auto first = static_cast<unsigned char>(word.front());
  if (first < 0x80) {
    return (first >= 'A' && first <= 'Z') ||
           ((word.starts_with("d'") || word.starts_with("al-")) &&
            HasCapital(word));
  }
  // Scripts without capitals have no other mark of a name.
  const std::string_view letter = CutAtCharacter(word, 4);
  return HasCapital(letter) || first >= 0xE0;
}

}  // namespace

std::vector<std::string> NamesOfByline(std::string_view text) {
  const BylineWords* const words = BylineWordsOf(text);
  const std::string_view names = WithoutBy(text, words);
  std::vector<std::string> out;
  for (const std::string_view half : SplitAt(names, ";")) {
    for (const std::string_view ampersand : SplitAt(half, " & ")) {
      for (const std::string_view part : SplitAtAnd(ampersand, words)) {
        for (const std::string_view name : SplitAtCommas(part)) {
          if (!IsAgency(name)) out.emplace_back(name);
        }
      }
    }
  }
  if (out.empty() && !names.empty()) out.emplace_back(names);
  return out;
}

bool IsByline(std::string_view line) {
  if (line.size() > kLongestByline) return false;
  const BylineWords* const words = BylineWordsOf(line);
  if (words == nullptr) return false;
  const std::string_view names = WithoutBy(line, words);
  std::size_t in_a_row = 0;
  for (const std::string_view word : SplitAt(names, " ")) {
    if (SameLetters(word, words->and_word) || word == "&") {
      if (in_a_row == 0) return false;
      in_a_row = 0;
      continue;
    }
    if (!BelongsToName(word)) return false;
    // More words than a name has are a headline in capitals.
    if (++in_a_row > 6) return false;
    if (word.ends_with(',')) in_a_row = 0;
  }
  // A full stop behind a word, not an initial, ends a sentence.
  const bool ends_sentence = names.ends_with('.') && names.size() > 3 &&
                             names[names.size() - 3] != ' ' &&
                             names[names.size() - 3] != '.' &&
                             !names.ends_with("Jr.") && !names.ends_with("Sr.");
  return !names.empty() && !ends_sentence;
}

}  // namespace archive
