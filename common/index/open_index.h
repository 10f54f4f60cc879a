// An index, or several as one, opened for reading: of each one generation,
// whole, until it is closed.
#ifndef ARCHIVE_COMMON_INDEX_OPEN_INDEX_H_
#define ARCHIVE_COMMON_INDEX_OPEN_INDEX_H_

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "common/index/copies.h"
#include "common/index/counted_names.h"
#include "common/index/generation.h"
#include "common/index/name_rules.h"
#include "common/index/segment.h"
#include "common/result.h"

namespace archive {

// One of the indexes that are open together.
struct OpenPart {
  std::string directory;
  Generation generation;
  Copies copies;                  // places in it count from first_segment
  NameRules name_rules;           // as they were when it was opened
  std::size_t first_segment = 0;  // its place in OpenIndex::segments()
};

// Owns: descriptors and mappings of every segment; what a writer publishes,
//   renames or removes meanwhile changes nothing here.
// Threads: as Segment.
class OpenIndex {
 public:
  // Fails: kNotFound (no index there), kIndexDamaged, kSchemaMismatch, kIo.  A
  // generation that is replaced while it is being opened is no failure: the
  // new one is opened then.
  static Result<OpenIndex> Open(const std::string& directory);
  // Their segments, one index behind the other: counts, weights and order are
  // those of one index.  An id that several have names an article in each.
  // REQUIRES: there is one at least.  Fails as Open.
  static Result<OpenIndex> OpenAll(const std::vector<std::string>& directories);

  const std::vector<OpenPart>& parts() const { return parts_; }
  const std::vector<Segment>& segments() const { return segments_; }
  // The index that holds a segment.  REQUIRES: segment < segments().size().
  const OpenPart& PartOf(std::size_t segment) const;
  // What the values of a field count as in one segment; made when it is first
  // asked for.  Lives: as the index.
  const CountedNames& NamesIn(std::size_t segment, FieldId field) const;
  // Where they lie, for messages.
  std::string directory() const;

  std::uint64_t live_articles() const { return live_articles_; }
  // Words of title, body and captions of all live articles.
  std::uint64_t live_length() const { return live_length_; }
  double average_length() const;

 private:
  struct NamesMade {
    std::mutex mutex;
    std::map<std::pair<std::size_t, FieldId>, CountedNames> by_segment;
  };

  Status AddOnce(const std::string& directory);

  std::vector<OpenPart> parts_;
  std::vector<Segment> segments_;
  std::uint64_t live_articles_ = 0;
  std::uint64_t live_length_ = 0;
  std::unique_ptr<NamesMade> names_ = std::make_unique<NamesMade>();
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_OPEN_INDEX_H_
