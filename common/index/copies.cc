#include "common/index/copies.h"

#include <algorithm>
#include <numeric>

namespace archive {
namespace {

constexpr bool RowsAreInOrder() {
  for (std::size_t i = 0; i < kCopyLevels.size(); ++i) {
    if (static_cast<std::size_t>(kCopyLevels[i].level) != i) return false;
    if (i > 0 && kCopyLevels[i].resemblance >= kCopyLevels[i - 1].resemblance)
      return false;
  }
  return true;
}
static_assert(RowsAreInOrder(), "kCopyLevels: by level, the strictest first");

Tag TagOf(const CopyLevelRow& row, std::string_view part) {
  return MakeTag(std::string(1, row.letter) + std::string(part));
}

void AddLevel(const CopyLevelRow& row, const CopyGroups& groups,
              SectionFileWriter& writer) {
  std::vector<std::uint64_t> begins = {0};
  std::vector<CopyPlace> members;
  std::vector<Copies::Group> group_of;
  for (const std::vector<CopyPlace>& group : groups) {
    members.insert(members.end(), group.begin(), group.end());
    group_of.resize(members.size(),
                    static_cast<Copies::Group>(begins.size() - 1));
    begins.push_back(members.size());
  }
  std::vector<std::uint32_t> order(members.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&members](std::uint32_t a, std::uint32_t b) {
              return members[a] < members[b];
            });
  std::vector<std::uint32_t> segments;
  std::vector<DocId> docs;
  for (const CopyPlace& place : members) {
    segments.push_back(place.segment);
    docs.push_back(place.doc);
  }
  writer.Add(TagOf(row, "BEG"), begins);
  writer.Add(TagOf(row, "SEG"), segments);
  writer.Add(TagOf(row, "DOC"), docs);
  writer.Add(TagOf(row, "GRP"), group_of);
  writer.Add(TagOf(row, "ORD"), order);
}

}  // namespace

Status WriteCopies(const LeveledCopyGroups& groups, const OwnerId& owner,
                   const std::string& path) {
  SectionFileWriter writer(kCopiesKind, owner);
  for (const CopyLevelRow& row : kCopyLevels)
    AddLevel(row, groups[static_cast<std::size_t>(row.level)], writer);
  return writer.Write(path);
}

Result<Copies> Copies::Open(const std::string& path) {
  Copies copies;
  ASSIGN_OR_RETURN(copies.file_, SectionFile::Open(path, kCopiesKind));
  for (const CopyLevelRow& row : kCopyLevels)
    RETURN_IF_ERROR(copies.ReadLevel(row));
  RETURN_IF_ERROR(copies.file_.RefuseUnknown());
  RETURN_IF_ERROR(copies.file_.CheckSections());
  return copies;
}

Status Copies::ReadLevel(const CopyLevelRow& row) {
  Level& level = levels_[static_cast<std::size_t>(row.level)];
  ASSIGN_OR_RETURN(level.begins,
                   file_.Array<std::uint64_t>(TagOf(row, "BEG"), 1));
  ASSIGN_OR_RETURN(level.segments,
                   file_.Array<std::uint32_t>(TagOf(row, "SEG")));
  ASSIGN_OR_RETURN(level.docs, file_.Array<DocId>(TagOf(row, "DOC")));
  ASSIGN_OR_RETURN(level.groups, file_.Array<Group>(TagOf(row, "GRP")));
  ASSIGN_OR_RETURN(level.order, file_.Array<std::uint32_t>(TagOf(row, "ORD")));
  const std::size_t members = level.docs.size();
  if (level.segments.size() != members || level.groups.size() != members ||
      level.order.size() != members)
    return file_.Damaged(TagOf(row, "DOC"));
  if (level.begins.front() != 0 || level.begins.back() != members ||
      !std::is_sorted(level.begins.begin(), level.begins.end()))
    return file_.Damaged(TagOf(row, "BEG"));
  const auto is_below = [](std::size_t bound) {
    return [bound](std::uint32_t number) { return number < bound; };
  };
  if (!std::all_of(level.groups.begin(), level.groups.end(),
                   is_below(level.begins.size() - 1)))
    return file_.Damaged(TagOf(row, "GRP"));
  if (!std::all_of(level.order.begin(), level.order.end(), is_below(members)))
    return file_.Damaged(TagOf(row, "ORD"));
  return Ok();
}

std::optional<std::size_t> Copies::FindMember(CopyLevel level,
                                              CopyPlace place) const {
  const Level& of = Of(level);
  const auto at = std::lower_bound(of.order.begin(), of.order.end(), place,
                                   [&of](std::uint32_t member, CopyPlace p) {
                                     return of.PlaceAt(member) < p;
                                   });
  if (at == of.order.end() || of.PlaceAt(*at) != place) return std::nullopt;
  return *at;
}

std::optional<Copies::Group> Copies::GroupOf(CopyLevel level,
                                             CopyPlace place) const {
  const std::optional<std::size_t> member = FindMember(level, place);
  if (!member) return std::nullopt;
  return Of(level).groups[*member];
}

std::size_t Copies::SizeOf(CopyLevel level, Group group) const {
  const Level& of = Of(level);
  return of.begins[group + 1] - of.begins[group];
}

CopyPlace Copies::MemberOf(CopyLevel level, Group group, std::size_t i) const {
  const Level& of = Of(level);
  return of.PlaceAt(of.begins[group] + i);
}

std::size_t Copies::RankOf(CopyLevel level, CopyPlace place) const {
  const std::size_t member = FindMember(level, place).value_or(0);
  const Level& of = Of(level);
  return member - of.begins[of.groups[member]];
}

}  // namespace archive
