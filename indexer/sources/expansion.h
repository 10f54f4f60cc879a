// How much a file on disk may unpack to: what a bomb runs into.
//
// One Expansion goes with a file through all that is packed in it, however
// deep.  A limit that is met ends the reading of the file, with its name.
#ifndef ARCHIVE_INDEXER_SOURCES_EXPANSION_H_
#define ARCHIVE_INDEXER_SOURCES_EXPANSION_H_

#include <cstdint>

#include "common/result.h"

namespace archive {

struct ExpansionLimits {
  // Bytes that one may unpack to, for each of the file: articles packed with
  // xz shrink to a twentieth, a bomb to a thousandth.
  std::uint64_t ratio = 500;
  // What may be unpacked whatever the ratio.
  std::uint64_t free_bytes = std::uint64_t{64} << 20;
  std::uint64_t total_bytes = std::uint64_t{256} << 30;
  std::uint64_t members = 4'000'000;
  // Containers in one another.
  unsigned depth = 6;
  // Of a member of which a reader needs all bytes at once.
  std::uint64_t member_bytes = std::uint64_t{256} << 20;
  // Of an archive in an archive that is kept in memory while it is read; a
  // longer one is read from front to back.
  std::uint64_t nested_bytes = std::uint64_t{64} << 20;
};

class Expansion {
 public:
  // `packed_bytes`: the size of the file on disk.
  explicit Expansion(std::uint64_t packed_bytes, ExpansionLimits limits = {});

  const ExpansionLimits& limits() const { return limits_; }
  // Fail (kBadInput) when a limit is met, and from then on.
  Status AddBytes(std::uint64_t count);
  Status AddMember();
  Status CheckDepth(unsigned depth) const;
  bool IsExceeded() const { return !state_; }

 private:
  ExpansionLimits limits_;
  std::uint64_t most_bytes_;
  std::uint64_t bytes_ = 0;
  std::uint64_t members_ = 0;
  Status state_ = Ok();
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_SOURCES_EXPANSION_H_
