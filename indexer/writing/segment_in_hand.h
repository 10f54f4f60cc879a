// The articles of a run → parts → the segments of its next generation.
#ifndef ARCHIVE_INDEXER_WRITING_SEGMENT_IN_HAND_H_
#define ARCHIVE_INDEXER_WRITING_SEGMENT_IN_HAND_H_

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/result.h"
#include "indexer/writing/build.h"
#include "indexer/writing/index_writer.h"
#include "indexer/writing/part_writers.h"

namespace archive {

// Bytes of source files, however they are packed.
struct SourcePlace {
  std::uint64_t before = 0;  // in the files before
  std::uint64_t file = 0;    // in the file in hand
  std::uint64_t total = 0;   // of the run
};

// Threads: every call from one thread; parts are written by others.
class SegmentInHand {
 public:
  // With what records are packed: see PartWriters.
  // Lives: no longer than options and writer.
  SegmentInHand(const BuildOptions& options, IndexWriter& writer,
                DictionaryPtr dictionary);

  // Where in the run's sources the next file lies: the more articles are to be
  // expected, the larger are parts (part_size.h).
  void Foretell(const SourcePlace& place) { place_ = place; }

  // From here on articles are those of the next file.
  void BeginFile();
  void Take(Article article, Arrival arrival);
  // Fails: as Complete(), which a large file may have needed.
  Status EndFile();
  // Takes out what was taken since BeginFile(); `former` are the articles that
  // the file had before, which stay instead.
  // Fails: as Complete().
  Status DropFile(std::string_view file_id,
                  const std::vector<FormerArticle>& former);

  // Text that no segment holds yet.
  std::uint64_t bytes() const { return bytes_; }
  bool IsFull() const {
    return bytes_ >= std::min(options_.segment_bytes, memory_.segment_bytes);
  }
  // Whether a file was so large that segments are complete which no generation
  // has; a fresh index has one generation alone.
  bool HoldsSegments() const { return holds_segments_; }
  void SetPublished() { holds_segments_ = false; }

  // Makes a segment of what was taken, if there is anything; the writer has it
  // then.  Fails: kIo, and all that IndexWriter::AddParts fails with.
  Status Complete();

 private:
  std::uint64_t ExpectedBehind(std::uint64_t bytes_of_file) const;
  bool IsPartFull(std::uint64_t expected) const;
  void HandOver();
  void EndPart();

  const BuildOptions& options_;
  MemoryPlan memory_;
  IndexWriter& writer_;
  PartWriters parts_;
  // Of the part in hand: its articles that the writers don't have yet, their
  // text, and what they have.
  std::deque<ArrivedArticle> held_;
  std::uint64_t held_bytes_ = 0;
  std::uint64_t handed_ = 0;
  std::uint64_t handed_bytes_ = 0;
  std::uint64_t taken_ = 0;
  SourcePlace place_;
  std::vector<std::string> part_paths_;
  std::uint64_t bytes_ = 0;
  // As they were when the file in hand began.
  std::size_t held_before_ = 0;
  std::uint64_t held_bytes_before_ = 0;
  bool is_file_handed_ = false;  // in part: the writers have articles of it
  Status completed_ = Ok();      // its segments but for the last
  bool holds_segments_ = false;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_SEGMENT_IN_HAND_H_
