#include "query/output/name_marks.h"

#include <algorithm>
#include <array>

#include "common/index/counted_names.h"
#include "common/text/characters.h"
#include "common/text/letter_case.h"

namespace archive {
namespace {

// Shorter parts are initials and particles.
constexpr std::size_t kLeastPartBytes = 3;

struct NamedField {
  FieldId field;
  NameMarks::Parts parts;
};
constexpr std::array<NamedField, 3> kNamedFields = {{
    {FieldId::kPerson, NameMarks::Parts::kEach},
    {FieldId::kOrg, NameMarks::Parts::kWhole},
    {FieldId::kPlace, NameMarks::Parts::kWhole},
}};

// Names begin with a capital letter, in scripts that have such: Latin, Greek,
// Cyrillic and Armenian lie before all others.
bool MayBeginName(const Word& word, std::string_view text) {
  constexpr char32_t kFirstWithoutCase = 0x590;
  return word.letter_case != LetterCase::kSmall ||
         CharacterAt(text, word.span.begin).code >= kFirstWithoutCase;
}

bool IsAt(const std::vector<std::string>& name, const std::vector<Word>& words,
          std::size_t at) {
  if (name.size() > words.size() - at) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (words[at + i].text != name[i]) return false;
  }
  return true;
}

}  // namespace

NameMarks NameMarks::Of(const OpenIndex& index, const Match& match) {
  NameMarks marks;
  const Columns& columns = index.segments()[match.segment].columns();
  for (const NamedField& named : kNamedFields) {
    const FacetColumn& column = columns.FacetOf(named.field);
    for (const Ordinal value : column.Of(match.doc)) {
      if (value < column.value_count())
        marks.Add(column.ValueAt(value), named.parts);
    }
    const CountedNames& counted = index.NamesIn(match.segment, named.field);
    counted.EachOf(match.doc, [&](Ordinal name) {
      marks.Add(counted.NameAt(name), named.parts);
    });
  }
  return marks;
}

void NameMarks::Add(std::string_view name, Parts parts) {
  std::vector<Word> words;
  analyser_.Words(name, words);
  if (words.empty()) return;
  const auto add = [this](Words folded) {
    std::vector<Words>& alike = names_[folded.front()];
    if (std::find(alike.begin(), alike.end(), folded) != alike.end()) return;
    alike.push_back(std::move(folded));
    std::stable_sort(
        alike.begin(), alike.end(),
        [](const Words& a, const Words& b) { return a.size() > b.size(); });
  };
  Words whole;
  for (const Word& word : words) whole.push_back(word.text);
  add(std::move(whole));
  if (parts != Parts::kEach) return;
  for (const Word& word : words) {
    if (word.text.size() >= kLeastPartBytes) add({word.text});
  }
}

std::vector<Span> NameMarks::Find(std::string_view text) {
  std::vector<Word> words;
  analyser_.Words(text, words);
  std::vector<Span> marks;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto alike = names_.find(words[at].text);
    if (alike == names_.end() || !MayBeginName(words[at], text)) continue;
    const auto name = std::find_if(
        alike->second.begin(), alike->second.end(),
        [&](const Words& candidate) { return IsAt(candidate, words, at); });
    if (name == alike->second.end()) continue;
    marks.push_back(
        {words[at].span.begin, words[at + name->size() - 1].span.end});
    at += name->size() - 1;
  }
  return marks;
}

}  // namespace archive
