#include "indexer/writing/record_packing.h"

#include <algorithm>
#include <string>

#include "common/index/stored_record.h"
#include "indexer/writing/dictionary_sample.h"

namespace archive {

bool HoldsPiecesOfWithheld(const Segment& segment,
                           const WithholdList& withheld) {
  const auto& all = segment.dictionaries().all();
  return std::any_of(all.begin(), all.end(), [&](const DictionaryPtr& one) {
    return withheld.NamesOneOf(one->sample());
  });
}

DictionaryPtr UsableDictionary(const IndexWriter& writer,
                               const WithholdList& withheld) {
  for (std::size_t i = writer.segment_count(); i-- > 0;) {
    for (const DictionaryPtr& one : writer.segment(i).dictionaries().all()) {
      if (!withheld.NamesOneOf(one->sample())) return one;
    }
  }
  return nullptr;
}

Result<DictionaryPtr> TrainOnLiving(const IndexWriter& writer) {
  DictionarySample sample;
  for (std::size_t i = 0; i < writer.segment_count(); ++i) {
    const Segment& segment = writer.segment(i);
    for (DocId doc = 1; doc <= segment.last_doc() && !sample.IsFull(); ++doc) {
      if (!writer.IsLive(i, doc)) continue;
      ASSIGN_OR_RETURN(const std::string bytes, segment.RecordBytes(doc));
      sample.Add(DecodeRecord(bytes));
    }
  }
  return sample.Train();
}

}  // namespace archive
