#include "indexer/writing/kept_versions.h"

#include <cstdint>
#include <tuple>
#include <utility>

#include "indexer/analysis/corrections.h"

namespace archive {
namespace {

// Whether readers would see a difference.
bool SaysTheSame(const Article& a, const Article& b) {
  const auto told = [](const Article& article) {
    return std::tie(article.title, article.byline, article.source,
                    article.section, article.dateline, article.status,
                    article.version, article.uid, article.url, article.blocks);
  };
  const auto day = [](const Article& article) {
    return article.published ? std::optional(article.published->when)
                             : std::nullopt;
  };
  return told(a) == told(b) && day(a) == day(b);
}

KeptVersion Keep(StoredRecord record, Instant now) {
  StoredRecord kept;
  kept.format = record.format;
  kept.language = record.language;
  kept.words = record.words;
  kept.article = UncorrectedArticle(std::move(record));
  return {now, EncodeRecord(kept)};
}

void DropOldest(std::size_t most, std::vector<KeptVersion>& kept) {
  std::size_t bytes = 0;
  std::size_t first = kept.size();
  while (first > 0 && bytes + kept[first - 1].record.size() <= kMostKeptBytes &&
         (most == 0 || kept.size() - first < most))
    bytes += kept[--first].record.size();
  kept.erase(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(first));
}

}  // namespace

std::vector<KeptVersion> KeptVersionsFor(const Article& article,
                                         std::string_view former,
                                         std::size_t most, Instant now) {
  StoredRecord record = DecodeRecord(former);
  std::vector<KeptVersion> kept = std::move(record.kept);
  record.kept.clear();
  if (most != 0 && !SaysTheSame(UncorrectedArticle(record), article))
    kept.push_back(Keep(std::move(record), now));
  DropOldest(most, kept);
  return kept;
}

bool DropWithheld(const WithholdList& withheld, std::string_view id,
                  std::vector<KeptVersion>& kept) {
  return std::erase_if(kept, [&](const KeptVersion& version) {
           return withheld.Names(id, DecodeRecord(version.record).article);
         }) != 0;
}

}  // namespace archive
