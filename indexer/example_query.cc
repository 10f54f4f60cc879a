#include "indexer/example_query.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "common/index/open_index.h"
#include "common/index/stored_record.h"
#include "common/text/analyser.h"

namespace archive {
namespace {

constexpr std::size_t kShortestWord = 4;

// The title of the article published last.
std::string LatestTitle(const OpenIndex& index) {
  const Segment* latest_segment = nullptr;
  DocId latest = 0;
  Instant latest_moment = 0;
  for (std::size_t i = 0; i < index.segments().size(); ++i) {
    const Segment& segment = index.segments()[i];
    for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
      if (!segment.IsLive(doc) || index.IsHidden(i, doc)) continue;
      const Instant moment = segment.columns().FirstDayOf(doc) == kNoDay
                                 ? std::numeric_limits<Instant>::min()
                                 : segment.columns().PublishedAt(doc);
      if (latest_segment != nullptr && moment <= latest_moment) continue;
      latest_segment = &segment;
      latest = doc;
      latest_moment = moment;
    }
  }
  if (latest_segment == nullptr) return "";
  const Result<std::string> bytes = latest_segment->RecordBytes(latest);
  return bytes ? DecodeRecord(*bytes).article.title : "";
}

}  // namespace

std::string ExampleQuery(const std::string& index) {
  const Result<OpenIndex> open = OpenIndex::Open(index);
  if (!open) return "";
  std::vector<std::string> words;
  for (const Word& word : Analyser().Words(LatestTitle(*open))) {
    if (word.text.size() >= kShortestWord && !word.joined)
      words.push_back(word.text);
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const std::string& a, const std::string& b) {
                     return a.size() > b.size();
                   });
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (words.size() < 2) return "";
  return words[0] + " AND " + words[1];
}

}  // namespace archive
