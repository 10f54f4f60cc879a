#include "common/index/visibility.h"

#include <algorithm>

namespace archive {
namespace {

constexpr std::uint32_t kNoChain = std::numeric_limits<std::uint32_t>::max();

}  // namespace

std::string_view NameOf(WhyHidden why) {
  switch (why) {
    case WhyHidden::kSuperseded:
      return "superseded";
    case WhyHidden::kKilled:
      return "killed";
    case WhyHidden::kWithheld:
      return "withheld";
    case WhyHidden::kEmbargoed:
      return "embargoed";
  }
  return "";
}

Status WriteVisibility(const VisibilityTable& table, const OwnerId& owner,
                       const std::string& path) {
  std::vector<std::uint32_t> segments;
  std::vector<DocId> docs;
  std::vector<Instant> from;
  std::vector<Instant> until;
  std::vector<std::uint8_t> why;
  for (const VisibilityRow& row : table.rows) {
    segments.push_back(row.place.segment);
    docs.push_back(row.place.doc);
    from.push_back(row.from);
    until.push_back(row.until);
    why.push_back(static_cast<std::uint8_t>(row.why));
  }
  std::vector<std::uint32_t> chain_of(table.rows.size(), kNoChain);
  std::vector<std::uint64_t> begins = {0};
  std::vector<std::uint32_t> members;
  for (const std::vector<std::size_t>& chain : table.chains) {
    for (const std::size_t row : chain) {
      chain_of[row] = static_cast<std::uint32_t>(begins.size() - 1);
      members.push_back(static_cast<std::uint32_t>(row));
    }
    begins.push_back(members.size());
  }
  SectionFileWriter writer(kVisibilityKind, owner);
  writer.Add(MakeTag("VSEG"), segments);
  writer.Add(MakeTag("VDOC"), docs);
  writer.Add(MakeTag("VFRM"), from);
  writer.Add(MakeTag("VUNT"), until);
  writer.Add(MakeTag("VWHY"), why);
  writer.Add(MakeTag("VCHN"), chain_of);
  writer.Add(MakeTag("CBEG"), begins);
  writer.Add(MakeTag("CMEM"), members);
  return writer.Write(path);
}

Result<Visibility> Visibility::Open(const std::string& path) {
  Visibility visibility;
  ASSIGN_OR_RETURN(visibility.file_, SectionFile::Open(path, kVisibilityKind));
  RETURN_IF_ERROR(visibility.ReadSections());
  RETURN_IF_ERROR(visibility.file_.RefuseUnknown());
  RETURN_IF_ERROR(visibility.file_.CheckSections());
  return visibility;
}

Status Visibility::ReadSections() {
  ASSIGN_OR_RETURN(segments_, file_.Array<std::uint32_t>(MakeTag("VSEG")));
  ASSIGN_OR_RETURN(docs_, file_.Array<DocId>(MakeTag("VDOC")));
  ASSIGN_OR_RETURN(from_, file_.Array<Instant>(MakeTag("VFRM")));
  ASSIGN_OR_RETURN(until_, file_.Array<Instant>(MakeTag("VUNT")));
  ASSIGN_OR_RETURN(why_, file_.Array<std::uint8_t>(MakeTag("VWHY")));
  ASSIGN_OR_RETURN(chain_, file_.Array<std::uint32_t>(MakeTag("VCHN")));
  ASSIGN_OR_RETURN(begins_, file_.Array<std::uint64_t>(MakeTag("CBEG"), 1));
  ASSIGN_OR_RETURN(members_, file_.Array<std::uint32_t>(MakeTag("CMEM")));
  const std::size_t rows = docs_.size();
  if (segments_.size() != rows || from_.size() != rows ||
      until_.size() != rows || why_.size() != rows || chain_.size() != rows)
    return file_.Damaged(MakeTag("VDOC"));
  if (begins_.front() != 0 || begins_.back() != members_.size() ||
      !std::is_sorted(begins_.begin(), begins_.end()))
    return file_.Damaged(MakeTag("CBEG"));
  const std::size_t chains = begins_.size() - 1;
  if (!std::all_of(chain_.begin(), chain_.end(), [chains](std::uint32_t chain) {
        return chain == kNoChain || chain < chains;
      }))
    return file_.Damaged(MakeTag("VCHN"));
  if (!std::all_of(members_.begin(), members_.end(),
                   [rows](std::uint32_t row) { return row < rows; }))
    return file_.Damaged(MakeTag("CMEM"));
  return Ok();
}

std::optional<WhyHidden> HiddenAt(const VisibilityRow& row, Instant now) {
  if (now >= row.until) return row.why;
  if (now < row.from) return WhyHidden::kEmbargoed;
  return std::nullopt;
}

std::optional<WhyHidden> Visibility::HiddenAt(std::size_t row,
                                              Instant now) const {
  return archive::HiddenAt({.place = PlaceAt(row),
                            .from = from_[row],
                            .until = until_[row],
                            .why = static_cast<WhyHidden>(why_[row])},
                           now);
}

std::optional<std::size_t> Visibility::FindRow(CopyPlace place) const {
  std::size_t first = 0;
  for (std::size_t count = size(); count > 0;) {
    const std::size_t half = count / 2;
    if (PlaceAt(first + half) < place) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  if (first == size() || PlaceAt(first) != place) return std::nullopt;
  return first;
}

std::vector<CopyPlace> Visibility::VersionsOf(CopyPlace place) const {
  const std::optional<std::size_t> row = FindRow(place);
  if (!row || chain_[*row] == kNoChain) return {};
  std::vector<CopyPlace> versions;
  for (std::uint64_t i = begins_[chain_[*row]]; i < begins_[chain_[*row] + 1];
       ++i)
    versions.push_back(PlaceAt(members_[i]));
  return versions;
}

}  // namespace archive
