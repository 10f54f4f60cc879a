#include "query/matching/near_copies.h"

#include <algorithm>

namespace archive {
namespace {

// As the groups of its index count segments.
CopyPlace PlaceOf(const OpenPart& part, const Match& match) {
  return {static_cast<std::uint32_t>(match.segment - part.first_segment),
          match.doc};
}

void AddGroup(const OpenPart& part, CopyLevel level, Copies::Group group,
              DocsBySegment& docs) {
  for (std::size_t i = 0; i < part.copies.SizeOf(level, group); ++i) {
    const CopyPlace place = part.copies.MemberOf(level, group, i);
    const std::size_t segment = part.first_segment + place.segment;
    if (segment < docs.size()) docs[segment].push_back(place.doc);
  }
}

void Sort(DocsBySegment& docs) {
  for (std::vector<DocId>& of_segment : docs)
    std::sort(of_segment.begin(), of_segment.end());
}

}  // namespace

DocsBySegment CopiesOf(const OpenIndex& index, CopyLevel level,
                       const Match& article) {
  DocsBySegment docs(index.segments().size());
  const OpenPart& part = index.PartOf(article.segment);
  const auto group = part.copies.GroupOf(level, PlaceOf(part, article));
  if (!group) return docs;
  AddGroup(part, level, *group, docs);
  std::erase(docs[article.segment], article.doc);
  Sort(docs);
  return docs;
}

DocsBySegment ArticlesWithCopies(const OpenIndex& index, CopyLevel level) {
  DocsBySegment docs(index.segments().size());
  for (const OpenPart& part : index.parts()) {
    for (Copies::Group group = 0; group < part.copies.group_count(level);
         ++group)
      AddGroup(part, level, group, docs);
  }
  Sort(docs);
  return docs;
}

std::size_t CopyCountOf(const OpenIndex& index, CopyLevel level,
                        const Match& article) {
  const OpenPart& part = index.PartOf(article.segment);
  const auto group = part.copies.GroupOf(level, PlaceOf(part, article));
  return group ? part.copies.SizeOf(level, *group) - 1 : 0;
}

bool CopyFolder::StandsAlone(const Match& match) {
  const OpenPart& part = index_.PartOf(match.segment);
  const CopyPlace place = PlaceOf(part, match);
  const auto group = part.copies.GroupOf(level_, place);
  if (!group) return true;
  const std::size_t rank = part.copies.RankOf(level_, place);
  const auto [lead, is_new] =
      leads_.try_emplace({&part, *group}, Lead{match, rank});
  if (!is_new && rank < lead->second.rank) lead->second = {match, rank};
  return false;
}

std::vector<Match> CopyFolder::TakeLeads() const {
  std::vector<Match> matches;
  matches.reserve(leads_.size());
  for (const auto& [group, lead] : leads_) matches.push_back(lead.match);
  return matches;
}

}  // namespace archive
