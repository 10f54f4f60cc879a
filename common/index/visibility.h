// Which articles of a generation are shown, and when, and which are versions of
// one story: its file `visibility` (kind VISI).
//
//     VSEG u32*  by row: the segment, as its place in the stub
//     VDOC u32*  its docid; rows stand in the order of segment and docid
//     VFRM i64*  from when on it is shown (seconds UTC)
//     VUNT i64*  until when: from then on something newer stands for it
//     VWHY u8*   why it is hidden outside of that: see WhyHidden
//     VCHN u32*  its chain; 2^32 - 1: it has no other version
//     CBEG u64*  by chain: its first member; one more than chains
//     CMEM u32*  rows, the oldest version of each chain first
// Articles without a row are shown always and have no versions.  How rows are
// made: indexer/writing/version_finder.h.
#ifndef ARCHIVE_COMMON_INDEX_VISIBILITY_H_
#define ARCHIVE_COMMON_INDEX_VISIBILITY_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/day.h"
#include "common/index/copies.h"
#include "common/index/section_file.h"
#include "common/result.h"

namespace archive {

inline constexpr FileKind kVisibilityKind = {"VISI", 1, 1};

// Terms of articles whose source gives them a version, names the article that
// they stand for, or says when they may be published.  They are no fields.
inline constexpr std::string_view kVersionTerm = "XHASversion";
inline constexpr std::string_view kReplacesTerm = "XHASreplaces";
inline constexpr std::string_view kEmbargoTerm = "XHASembargo";

// Why an article is not shown.  The numbers are part of the format on disk, the
// names of machine output.
enum class WhyHidden : std::uint8_t {
  kSuperseded = 1,  // a newer version stands for it
  kKilled = 2,      // it, or what stands for it, is canceled
  kWithheld = 3,    // the same, withheld
  kEmbargoed = 4,   // its hour has not come
};
inline constexpr std::size_t kWhyHiddenCount = 5;  // with none
std::string_view NameOf(WhyHidden why);

inline constexpr Instant kNoStart = std::numeric_limits<Instant>::min();
inline constexpr Instant kNoEnd = std::numeric_limits<Instant>::max();

struct VisibilityRow {
  CopyPlace place;
  Instant from = kNoStart;
  Instant until = kNoEnd;
  WhyHidden why = WhyHidden::kSuperseded;
};

// Why an article with this row is hidden at a moment; nothing when it is not.
std::optional<WhyHidden> HiddenAt(const VisibilityRow& row, Instant now);

struct VisibilityTable {
  std::vector<VisibilityRow> rows;               // by place
  std::vector<std::vector<std::size_t>> chains;  // of rows, the oldest first
};

// Fails: kIo.
Status WriteVisibility(const VisibilityTable& table, const OwnerId& owner,
                       const std::string& path);

// The file, mapped in; without one, nothing is hidden.  Threads: const methods
// any.
class Visibility {
 public:
  Visibility() = default;
  // Fails: kIndexDamaged, kSchemaMismatch, kIo.
  static Result<Visibility> Open(const std::string& path);

  std::size_t size() const { return docs_.size(); }
  // REQUIRES: row < size(), as for all that take a row.
  CopyPlace PlaceAt(std::size_t row) const {
    return {segments_[row], docs_[row]};
  }
  // Why the article is hidden at that moment; nothing when it is not.
  std::optional<WhyHidden> HiddenAt(std::size_t row, Instant now) const;
  // The end of the article's embargo; kNoStart without one.
  Instant ShownFrom(std::size_t row) const { return from_[row]; }
  std::optional<std::size_t> FindRow(CopyPlace place) const;
  // All versions, the oldest first, the article itself among them; none when it
  // is the only one.
  std::vector<CopyPlace> VersionsOf(CopyPlace place) const;

 private:
  Status ReadSections();

  SectionFile file_;
  std::span<const std::uint32_t> segments_;
  std::span<const DocId> docs_;
  std::span<const Instant> from_;
  std::span<const Instant> until_;
  std::span<const std::uint8_t> why_;
  std::span<const std::uint32_t> chain_;
  std::span<const std::uint64_t> begins_;
  std::span<const std::uint32_t> members_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_VISIBILITY_H_
