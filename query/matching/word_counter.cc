#include "query/matching/word_counter.h"

#include <algorithm>

namespace archive {

void WordCounter::AddWord(std::span<const IndexedWord> forms) {
  const auto word = static_cast<std::uint32_t>(counts_.size());
  counts_.emplace_back();
  for (const IndexedWord& form : forms) {
    const WordCode code = segment_.vocabulary().CodeOf(form.rank);
    if (code < kMaxWordCodes)  // what a damaged stream reads as
      meanings_[code].push_back({word, form.languages});
  }
  finder_.reset();
}

void WordCounter::Take(WordCode code, LanguageMask language, Zone zone) {
  const auto meanings = meanings_.find(code);
  if (meanings == meanings_.end()) return;
  for (const Meaning& meaning : meanings->second) {
    const bool counts = meaning.languages == kAnyLanguage ||
                        (meaning.languages & language) != 0;
    if (!counts) continue;
    ++counts_[meaning.word].text;
    if (zone == Zone::kTitle) ++counts_[meaning.word].title;
  }
}

const std::vector<WordCount>& WordCounter::Count(DocId doc) {
  if (!finder_) {
    std::vector<WordCode> codes;
    for (const auto& [code, meanings] : meanings_) codes.push_back(code);
    finder_.emplace(codes);
  }
  std::fill(counts_.begin(), counts_.end(), WordCount());
  const LanguageMask language = languages_.BitOf(doc);
  Zone zone = Zone::kNone;
  finder_->Walk(
      segment_.tokens().Read(doc), [&](TokenReader& reader, std::uint32_t) {
        if (!reader.AtMark()) {
          const WordCode code = reader.TakeWord();
          if (IsTextZone(zone)) Take(code, language, zone);
        } else if (const TokenUnit mark = reader.TakeMark(); IsZoneMark(mark)) {
          zone = ZoneOf(mark);
        }
      });
  return counts_;
}

}  // namespace archive
