#include "indexer/analysis/entity_words.h"

#include <algorithm>
#include <iterator>

#include "common/text/fold.h"
#include "common/text/letter_case.h"

namespace archive {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view kTitles[] = {
    "mr.",         "mrs.",          "ms.",         "dr.",
    "mr",          "mrs",           "ms",          "dr",
    "president",   "minister",      "senator",     "senators",
    "sen.",        "gen.",          "general",     "judge",
    "professor",   "prof.",         "chairman",    "chairwoman",
    "secretary",   "spokesman",     "spokeswoman", "spokesperson",
    "director",    "pope",          "king",        "queen",
    "prince",      "princess",      "sir",         "leader",
    "premier",     "coach",         "captain",     "capt.",
    "governor",    "gov.",          "rep.",        "chancellor",
    "congressman", "congresswoman", "lord",        "col.",
    "colonel",     "lt.",           "sgt.",        "maj.",
    "adm.",        "justice",       "ambassador",  "analyst",
    "mayor",       "attorney",      "detective"};
constexpr std::string_view kSayings[] = {
    "said", "says", "told", "added", "asked", "who", "his", "he", "she", "her"};
constexpr std::string_view kPrepositions[] = {
    "in", "near",     "at",       "from",    "outside", "around",  "across",
    "of", "northern", "southern", "eastern", "western", "central", "to"};
constexpr std::string_view kJoiners[] = {"of", "and", "the", "for", "de",
                                         "&",  "on",  "in",  "at"};

bool IsIn(std::string_view word, Words words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

constexpr bool IsSmallLetter(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool IsCapitalLetter(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool IsNonAscii(char c) {
  return static_cast<signed char>(c) < 0;
}

// Capital, small, digit, or itself; no more than two of one kind in a row.
std::string ShapeOf(std::string_view text, bool begins_with_capital) {
  std::string shape;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    char kind = c;
    if (IsCapitalLetter(c) || (i == 0 && IsNonAscii(c) && begins_with_capital))
      kind = 'X';
    else if (IsSmallLetter(c) || IsNonAscii(c))
      kind = 'x';
    else if (c >= '0' && c <= '9')
      kind = 'd';
    const std::size_t n = shape.size();
    if (n < 2 || shape[n - 1] != kind || shape[n - 2] != kind) shape += kind;
  }
  return shape;
}

std::uint16_t CaseTraits(std::string_view text) {
  const char first = text.empty() ? '.' : text.front();
  std::uint16_t traits = 0;
  bool has_letter = false;
  for (const char c : text) {
    if (IsCapitalLetter(c)) traits |= EntityWord::kHasCapital;
    if (IsSmallLetter(c)) traits |= EntityWord::kHasSmall;
    has_letter |= IsCapitalLetter(c) || IsSmallLetter(c);
  }
  if (!IsAscii(text)) {
    const LetterCase letter_case = LetterCaseOf(text);
    if (letter_case != LetterCase::kSmall) traits |= EntityWord::kHasCapital;
    if (letter_case != LetterCase::kCapitals) traits |= EntityWord::kHasSmall;
    const bool is_capital = letter_case == LetterCase::kCapital ||
                            letter_case == LetterCase::kCapitals;
    has_letter |= is_capital || letter_case == LetterCase::kMixed;
    if (IsNonAscii(first) && is_capital) traits |= EntityWord::kCapital;
  }
  if (IsCapitalLetter(first)) traits |= EntityWord::kCapital;
  if (IsSmallLetter(first)) traits |= EntityWord::kSmall;
  if (has_letter) traits |= EntityWord::kLetters;
  if (text.size() == 1) traits |= EntityWord::kOneByte;
  return traits;
}

std::uint16_t ListTraits(std::string_view lower) {
  std::uint16_t traits = 0;
  if (IsIn(lower, kTitles)) traits |= EntityWord::kTitle;
  if (IsIn(lower, kSayings)) traits |= EntityWord::kSays;
  if (IsIn(lower, kPrepositions)) traits |= EntityWord::kPlacePreposition;
  if (IsIn(lower, kJoiners)) traits |= EntityWord::kJoiner;
  if (lower == "the") traits |= EntityWord::kThe;
  if (lower == "'s") traits |= EntityWord::kPossessive;
  return traits;
}

// Of two to six capitals, with or without dots.
EntityHash AcronymOf(std::string_view text) {
  static constexpr std::size_t kMostLetters = 6;
  std::string letters;
  for (const char c : text) {
    if (IsCapitalLetter(c))
      letters += c;
    else if (c != '.')
      return 0;
  }
  if (letters.size() < 2 || letters.size() > kMostLetters) return 0;
  return HashOf(letters);
}

// The word, or what of it may have a cluster: behind a hyphen, without a dot.
std::size_t RowOf(const HashedKeys& words, std::string_view lower) {
  std::size_t row = words.Find(HashOf(lower));
  if (row != HashedKeys::kNone || lower.size() < 2) return row;
  const std::size_t hyphen = lower.rfind('-');
  if (hyphen != std::string_view::npos && hyphen + 1 < lower.size())
    row = words.Find(HashOf(lower.substr(hyphen + 1)));
  if (row == HashedKeys::kNone && lower.back() == '.')
    row = words.Find(HashOf(lower.substr(0, lower.size() - 1)));
  if (row == HashedKeys::kNone && (lower[0] == '#' || lower[0] == '@'))
    row = words.Find(HashOf(lower.substr(1)));
  return row;
}

std::string WithPlainApostrophes(std::string_view text) {
  static constexpr std::string_view kCurly[] = {"\u2019", "\u2018"};
  std::string plain(text);
  for (const std::string_view curly : kCurly) {
    for (std::size_t at = plain.find(curly); at != std::string::npos;
         at = plain.find(curly, at))
      plain.replace(at, curly.size(), "'");
  }
  return plain;
}

// Numbers of features: 16 for each offset, then those of the word itself.
enum WordFeature : std::uint32_t {
  kLowerForm = 0,
  kShapeForm,
  kNoCluster,
  kCluster,  // and the two behind it
  kPerOffset = 8,
  kExact = 5 * kPerOffset,
  kPrefix,
  kSuffix = kPrefix + 4,
  kClusterAndShape = kSuffix + 4,
};

}  // namespace

std::string EntityFolded(std::string_view text) {
  std::string folded;
  if (IsAscii(text)) {
    folded = text;
    for (char& c : folded)
      c = IsCapitalLetter(c) ? static_cast<char>(c + ('a' - 'A')) : c;
  } else {
    AppendFolded(WithPlainApostrophes(text), folded);
  }
  return folded;
}

EntityWord EntityWordTable::Describe(std::string_view text) {
  const std::string lower = EntityFolded(text);
  EntityWord word;
  word.traits = CaseTraits(text);
  word.traits |= ListTraits(lower);
  word.exact = HashOf(text);
  word.lower = HashOf(lower);
  word.shape = HashOf(ShapeOf(text, word.Is(EntityWord::kCapital)));
  word.letters = AcronymOf(text);
  if (!text.empty() && IsCapitalLetter(text.front()))
    word.initial = text.front();
  const std::size_t row = RowOf(lexicon_.words, lower);
  if (row != HashedKeys::kNone) {
    word.clusters = {static_cast<std::uint16_t>(lexicon_.coarse[row] + 1),
                     static_cast<std::uint16_t>(lexicon_.middle[row] + 1),
                     static_cast<std::uint16_t>(lexicon_.fine[row] + 1)};
    const bool is_place = lexicon_.fine[row] < lexicon_.places.size() &&
                          lexicon_.places[lexicon_.fine[row]] != 0;
    if (is_place && word.Is(EntityWord::kSmall))
      word.traits |= EntityWord::kLikePlace;
  }
  word.lower_id =
      lower_ids_
          .emplace(word.lower, static_cast<std::uint32_t>(lower_ids_.size()))
          .first->second;
  return word;
}

void EntityWordTable::Clear() {
  ids_.Clear();
  lower_ids_.clear();
  words_.clear();
}

void AppendWordFeatures(const EntityWord& word, std::string_view text,
                        int offset, std::vector<EntityHash>& features) {
  const auto base =
      static_cast<std::uint32_t>(offset + kWordReach) * kPerOffset;
  const auto add = [&features](std::uint32_t number, std::uint32_t first,
                               std::uint32_t second = 0) {
    features.push_back(FeatureHash(number, first, second));
  };
  add(base + kLowerForm, word.lower);
  if (offset >= -1 && offset <= 1) add(base + kShapeForm, word.shape);
  if (word.clusters[0] == 0) add(base + kNoCluster, word.shape);
  for (std::uint32_t i = 0; i < word.clusters.size(); ++i) {
    if (word.clusters[i] != 0) add(base + kCluster + i, word.clusters[i]);
  }
  if (offset != 0) return;
  add(kExact, word.exact);
  for (std::uint32_t n = 1; n <= 4 && n <= text.size(); ++n) {
    add(kPrefix + n - 1, HashOf(text.substr(0, n)));
    add(kSuffix + n - 1, HashOf(text.substr(text.size() - n)));
  }
  for (std::uint32_t i = 0; i < word.clusters.size(); ++i) {
    if (word.clusters[i] != 0)
      add(kClusterAndShape + i, word.clusters[i], word.shape);
  }
}

void AppendEdgeFeatures(int offset, std::vector<EntityHash>& features) {
  const auto base =
      static_cast<std::uint32_t>(offset + kWordReach) * kPerOffset;
  features.push_back(FeatureHash(base + kLowerForm, 0));
}

}  // namespace archive
