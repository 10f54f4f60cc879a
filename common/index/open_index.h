// An index, opened for reading: one generation, whole, until it is closed.
#ifndef ARCHIVE_COMMON_INDEX_OPEN_INDEX_H_
#define ARCHIVE_COMMON_INDEX_OPEN_INDEX_H_

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/copies.h"
#include "common/index/generation.h"
#include "common/index/segment.h"
#include "common/result.h"

namespace archive {

// Owns: descriptors and mappings of every segment; what a writer publishes,
//   renames or removes meanwhile changes nothing here.
// Threads: as Segment.
class OpenIndex {
 public:
  // Fails: kNotFound (no index there), kIndexDamaged, kSchemaMismatch, kIo.  A
  // generation that is replaced while it is being opened is no failure: the
  // new one is opened then.
  static Result<OpenIndex> Open(const std::string& directory);

  const std::string& directory() const { return directory_; }
  const Generation& generation() const { return generation_; }
  const std::vector<Segment>& segments() const { return segments_; }
  // Places in it are places in segments().
  const Copies& copies() const { return copies_; }

  std::uint64_t live_articles() const { return live_articles_; }
  // Words of title, body and captions of all live articles.
  std::uint64_t live_length() const { return live_length_; }
  double average_length() const;

 private:
  static Result<OpenIndex> OpenOnce(const std::string& directory);

  std::string directory_;
  Generation generation_;
  std::vector<Segment> segments_;
  Copies copies_;
  std::uint64_t live_articles_ = 0;
  std::uint64_t live_length_ = 0;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_OPEN_INDEX_H_
