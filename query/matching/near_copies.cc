#include "query/matching/near_copies.h"

#include <algorithm>

namespace archive {
namespace {

// As the groups of its index count segments.
CopyPlace PlaceOf(const OpenPart& part, const Match& match) {
  return {static_cast<std::uint32_t>(match.segment - part.first_segment),
          match.doc};
}

CopyPlace MemberAt(const OpenPart& part, CopyLevel level, Copies::Group group,
                   std::size_t i) {
  CopyPlace place = part.copies.MemberOf(level, group, i);
  place.segment += static_cast<std::uint32_t>(part.first_segment);
  return place;
}

bool IsShown(const OpenIndex& index, CopyPlace place) {
  return place.segment < index.segments().size() &&
         index.segments()[place.segment].IsLive(place.doc) &&
         !index.IsHidden(place.segment, place.doc);
}

// How many articles of a group are shown.
std::size_t ShownIn(const OpenIndex& index, const OpenPart& part,
                    CopyLevel level, Copies::Group group) {
  const std::size_t size = part.copies.SizeOf(level, group);
  if (!index.HidesAny()) return size;
  std::size_t shown = 0;
  for (std::size_t i = 0; i < size; ++i)
    shown += IsShown(index, MemberAt(part, level, group, i)) ? 1 : 0;
  return shown;
}

void AddGroup(const OpenPart& part, CopyLevel level, Copies::Group group,
              DocsBySegment& docs) {
  for (std::size_t i = 0; i < part.copies.SizeOf(level, group); ++i) {
    const CopyPlace place = MemberAt(part, level, group, i);
    if (place.segment < docs.size()) docs[place.segment].push_back(place.doc);
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
         ++group) {
      if (ShownIn(index, part, level, group) > 1)
        AddGroup(part, level, group, docs);
    }
  }
  Sort(docs);
  return docs;
}

std::size_t CopyCountOf(const OpenIndex& index, CopyLevel level,
                        const Match& article) {
  const OpenPart& part = index.PartOf(article.segment);
  const auto group = part.copies.GroupOf(level, PlaceOf(part, article));
  if (!group) return 0;
  const std::size_t shown = ShownIn(index, part, level, *group);
  // An article that is itself hidden is none of those.
  const bool is_shown = IsShown(
      index, {static_cast<std::uint32_t>(article.segment), article.doc});
  return shown - (is_shown ? 1 : 0);
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
