#include "query/matching/versions.h"

namespace archive {

std::vector<Match> VersionsOf(const OpenIndex& index, const Match& article) {
  const OpenPart& part = index.PartOf(article.segment);
  std::vector<Match> versions;
  for (const CopyPlace place : part.visibility.VersionsOf(
           index.PlaceIn(article.segment, article.doc))) {
    const std::size_t segment = part.first_segment + place.segment;
    if (segment < index.segments().size() &&
        index.segments()[segment].IsLive(place.doc))
      versions.push_back({segment, place.doc, 0});
  }
  if (versions.empty()) versions.push_back(article);
  return versions;
}

std::size_t CountOtherVersions(const OpenIndex& index, const Match& article) {
  return VersionsOf(index, article).size() - 1;
}

}  // namespace archive
