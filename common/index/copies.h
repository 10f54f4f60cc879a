// Which articles of a generation are near-copies of each other: its file
// `copies` (kind COPY).
//
// For each level of kCopyLevels, with its letter in front:
//     xBEG u64*  by group: its first member; one more than groups
//     xSEG u32*  by member: the segment, as its place in the stub
//     xDOC u32*  by member: the docid
//     xGRP u32*  by member: the group
//     xORD u32*  members in the order of segment and docid
// The members of a group lie together, its lead first, then by publication.
// Groups of one are left out.  How groups are made: indexer/writing/
// copy_finder.h.
#ifndef ARCHIVE_COMMON_INDEX_COPIES_H_
#define ARCHIVE_COMMON_INDEX_COPIES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/section_file.h"
#include "common/index/token_stream.h"
#include "common/result.h"

namespace archive {

inline constexpr FileKind kCopiesKind = {"COPY", 1, 1};

// How much alike near-copies are.  To add a level: a value, a row.
enum class CopyLevel : std::uint8_t { kHigh, kModerate };
inline constexpr std::size_t kCopyLevelCount = 2;

struct CopyLevelRow {
  CopyLevel level;
  std::string_view name;
  char letter;         // of its sections
  double resemblance;  // to the lead, at least: Jaccard of 4-word shingles
};

// From the strictest on: a group of one lies whole in a group of the next.
inline constexpr std::array<CopyLevelRow, kCopyLevelCount> kCopyLevels = {{
    {CopyLevel::kHigh, "high", 'h', 0.8},
    {CopyLevel::kModerate, "moderate", 'm', 0.5},
}};

constexpr const CopyLevelRow& RowOf(CopyLevel level) {
  return kCopyLevels[static_cast<std::size_t>(level)];
}

// An article of a generation.
struct CopyPlace {
  std::uint32_t segment = 0;  // its place in the stub
  DocId doc = 0;

  // clang-tidy takes the 0 of a defaulted comparison for a pointer.
  // NOLINTNEXTLINE(modernize-use-nullptr)
  friend auto operator<=>(const CopyPlace&, const CopyPlace&) = default;
};

// Groups of two and more, the lead of each first.
using CopyGroups = std::vector<std::vector<CopyPlace>>;
using LeveledCopyGroups = std::array<CopyGroups, kCopyLevelCount>;

// Fails: kIo.
Status WriteCopies(const LeveledCopyGroups& groups, const OwnerId& owner,
                   const std::string& path);

// The file, mapped in.  Threads: const methods any.
class Copies {
 public:
  // Fails: kIndexDamaged, kSchemaMismatch, kIo.
  static Result<Copies> Open(const std::string& path);

  using Group = std::uint32_t;
  // None of an index that does not answer, whose file is not there.
  std::size_t group_count(CopyLevel level) const {
    const std::size_t begins = Of(level).begins.size();
    return begins == 0 ? 0 : begins - 1;
  }
  // The group of an article; none when it has no copies.
  std::optional<Group> GroupOf(CopyLevel level, CopyPlace place) const;
  // How many articles the group has.  REQUIRES: group < group_count(level), as
  // for all that take a group.
  std::size_t SizeOf(CopyLevel level, Group group) const;
  // The i-th, the lead first.  REQUIRES: i < SizeOf(level, group).
  CopyPlace MemberOf(CopyLevel level, Group group, std::size_t i) const;
  // Where the article stands in its group: 0 is the lead.  REQUIRES: it has
  // one.
  std::size_t RankOf(CopyLevel level, CopyPlace place) const;

 private:
  struct Level {
    std::span<const std::uint64_t> begins;
    std::span<const std::uint32_t> segments;
    std::span<const DocId> docs;
    std::span<const Group> groups;
    std::span<const std::uint32_t> order;

    CopyPlace PlaceAt(std::size_t member) const {
      return {segments[member], docs[member]};
    }
  };
  const Level& Of(CopyLevel level) const {
    return levels_[static_cast<std::size_t>(level)];
  }
  std::optional<std::size_t> FindMember(CopyLevel level, CopyPlace place) const;
  Status ReadLevel(const CopyLevelRow& row);

  SectionFile file_;
  std::array<Level, kCopyLevelCount> levels_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_COPIES_H_
