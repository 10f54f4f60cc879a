#include "query/matching/word_counter.h"

#include <algorithm>

namespace archive {

void WordCounter::AddWord(std::span<const IndexedWord> forms) {
  const auto word = static_cast<std::uint32_t>(counts_.size());
  counts_.emplace_back();
  for (const IndexedWord& form : forms) {
    const WordCode code = segment_.vocabulary().CodeOf(form.rank);
    if (code >= first_meaning_.size()) continue;
    meanings_.push_back({word, form.languages, first_meaning_[code]});
    first_meaning_[code] = static_cast<std::uint32_t>(meanings_.size());
  }
}

void WordCounter::Take(WordCode code, LanguageMask language, Zone zone) {
  if (code >= first_meaning_.size()) return;
  for (std::uint32_t at = first_meaning_[code]; at != 0;
       at = meanings_[at - 1].next) {
    const Meaning& meaning = meanings_[at - 1];
    const bool counts = meaning.languages == kAnyLanguage ||
                        (meaning.languages & language) != 0;
    if (!counts) continue;
    ++counts_[meaning.word].text;
    if (zone == Zone::kTitle) ++counts_[meaning.word].title;
  }
}

const std::vector<WordCount>& WordCounter::Count(DocId doc) {
  std::fill(counts_.begin(), counts_.end(), WordCount());
  const LanguageMask language = languages_.BitOf(doc);
  Zone zone = Zone::kNone;
  TokenReader reader = segment_.tokens().Read(doc);
  while (!reader.AtEnd()) {
    if (reader.AtMark()) {
      const TokenUnit mark = reader.TakeMark();
      if (IsZoneMark(mark)) zone = ZoneOf(mark);
      continue;
    }
    const WordCode code = reader.TakeWord();
    if (IsTextZone(zone)) Take(code, language, zone);
  }
  return counts_;
}

}  // namespace archive
