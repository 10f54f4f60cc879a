#include "indexer/analysis/source_codes.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "indexer/analysis/name_words.h"
#include "indexer/analysis/person_names.h"

namespace archive {
namespace {

bool IsCode(std::string_view name) {
  static constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";
  return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_. '") ==
             std::string_view::npos &&
         name.find_first_of(kLetters) != std::string_view::npos;
}

// Hyphens stand for blanks, unless there are blanks.
std::string WordsOfCode(std::string_view code) {
  std::string words(code);
  if (words.find(' ') == std::string::npos)
    std::replace(words.begin(), words.end(), '-', ' ');
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string InCapitals(std::string words) {
  for (char& c : words) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
  }
  return words;
}

// The one person of the article with these words; empty when there are more.
std::string PersonOf(const std::vector<std::string>& words,
                     const FoundNames& found) {
  std::string person;
  for (const FoundName& name : found.names) {
    if (name.kind != EntityKind::kPerson) continue;
    const std::vector<std::string> full = WordsOf(EntityFolded(name.name));
    if (full == words) return name.name;
    if (!IsShorterPerson(words, full)) continue;
    if (!person.empty()) return {};
    person = name.name;
  }
  return person;
}

}  // namespace

std::string KnownNameOf(EntityKind kind, std::string_view name,
                        const FoundNames& found, const EntityModel& model) {
  if (const std::string_view known = model.CanonicalOf(kind, name);
      !known.empty())
    return std::string(known);
  if (!IsCode(name)) return {};
  const std::string words = WordsOfCode(name);
  if (const std::string_view known = model.CanonicalOf(kind, words);
      !known.empty())
    return std::string(known);
  if (kind == EntityKind::kPerson) {
    std::string person = PersonOf(WordsOf(words), found);
    if (!person.empty()) return person;
  }
  return AsName(kind, InCapitals(words));
}

}  // namespace archive
