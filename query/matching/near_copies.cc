#include "query/matching/near_copies.h"

#include <algorithm>

namespace archive {
namespace {

CopyPlace PlaceOf(const Match& match) {
  return {static_cast<std::uint32_t>(match.segment), match.doc};
}

void AddGroup(const OpenIndex& index, CopyLevel level, Copies::Group group,
              DocsBySegment& docs) {
  const Copies& copies = index.copies();
  for (std::size_t i = 0; i < copies.SizeOf(level, group); ++i) {
    const CopyPlace place = copies.MemberOf(level, group, i);
    if (place.segment < docs.size()) docs[place.segment].push_back(place.doc);
  }
}

}  // namespace

DocsBySegment CopiesOf(const OpenIndex& index, CopyLevel level,
                       const Match& article) {
  DocsBySegment docs(index.segments().size());
  const auto group = index.copies().GroupOf(level, PlaceOf(article));
  if (!group) return docs;
  AddGroup(index, level, *group, docs);
  std::erase(docs[article.segment], article.doc);
  for (std::vector<DocId>& of_segment : docs)
    std::sort(of_segment.begin(), of_segment.end());
  return docs;
}

DocsBySegment ArticlesWithCopies(const OpenIndex& index, CopyLevel level) {
  DocsBySegment docs(index.segments().size());
  for (Copies::Group group = 0; group < index.copies().group_count(level);
       ++group)
    AddGroup(index, level, group, docs);
  for (std::vector<DocId>& of_segment : docs)
    std::sort(of_segment.begin(), of_segment.end());
  return docs;
}

std::size_t CopyCountOf(const OpenIndex& index, CopyLevel level,
                        const Match& article) {
  const Copies& copies = index.copies();
  const auto group = copies.GroupOf(level, PlaceOf(article));
  return group ? copies.SizeOf(level, *group) - 1 : 0;
}

bool CopyFolder::StandsAlone(const Match& match) {
  const CopyPlace place = PlaceOf(match);
  const auto group = copies_.GroupOf(level_, place);
  if (!group) return true;
  const std::size_t rank = copies_.RankOf(level_, place);
  const auto [lead, is_new] = leads_.try_emplace(*group, Lead{match, rank});
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
