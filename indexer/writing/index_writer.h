// The only publisher of an index.
#ifndef ARCHIVE_INDEXER_WRITING_INDEX_WRITER_H_
#define ARCHIVE_INDEXER_WRITING_INDEX_WRITER_H_

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/day.h"
#include "common/index/generation.h"
#include "common/index/segment.h"
#include "common/index/visibility.h"
#include "common/result.h"
#include "indexer/writing/copy_finder.h"
#include "indexer/writing/files_table.h"
#include "indexer/writing/index_lock.h"
#include "indexer/writing/merge.h"
#include "indexer/writing/merge_policy.h"

namespace archive {

// An article that is taken out, and when it had come: an article that comes
// again under its id keeps that.
struct FormerArticle {
  std::string id;
  Instant added = 0;
  GenerationNumber generation = 0;
  SegmentNumber segment = 0;  // where it lay
  DocId doc = 0;
};

// Makes new generations of an index: what is added, removed and noted between
// two calls of Publish() becomes visible at once, in one rename.
//
// Owns: the index's lock, from Open() until destruction.
// Threads: none; every call from the thread that opened it.
// Durable: what the last successful Publish() covered.  A source file's row
//   is published together with its articles, so a kill at any instant leaves a
//   generation in which every file is either done or untouched.
// Fails: kIndexLocked, kIndexDamaged, kSchemaMismatch, kIo.  After an error
//   only destruction; what was published stays.
class IndexWriter {
 public:
  // kFresh begins with an empty index: the next generation names no segment of
  // the present one, but keeps its roots and the index's id.
  enum class Start : std::uint8_t { kContinue, kFresh };

  // Makes the directory where there is none.  Sweeps what a killed run left.
  // Segments of `left_out` are not opened, and no longer named by the next
  // generation.
  static Result<IndexWriter> Open(
      const std::string& directory, Instant now, Start start = Start::kContinue,
      const KeepWaiting& waits = WaitNoTime,
      const std::vector<SegmentNumber>& left_out = {});

  // What the next generation holds so far; `number` is that of the last one
  // published, 0 when there was none.
  const Generation& generation() const { return generation_; }
  const FilesTable& files() const { return files_; }
  GenerationNumber next_number() const { return last_number_ + 1; }
  std::uint64_t live_articles() const;

  // The root with this name, added with its absolute path when it is new.
  // Returns its place in generation().roots.
  std::uint32_t AddRoot(const std::string& name, const std::string& path);
  // Begins anew with the roots.  REQUIRES: the index was opened with kFresh.
  void ResetRoots() { generation_.roots.clear(); }
  // REQUIRES: the index holds no files yet, or was opened with kFresh.
  void SetShard(const Shard& shard) { generation_.shard = shard; }
  // Takes the root with this name or path out, with its files and articles; how
  // many articles.  Fails also with kUsage: there is no such root.
  Result<std::uint64_t> ForgetRoot(const std::string& name_or_path);

  // A directory for unpublished work; each call names another one.
  std::string NewWorkPath();

  // Merges parts, in order, into segments of the next generation.
  Status AddParts(const std::vector<std::string>& parts);

  // The stored record of an article that was taken out.
  // REQUIRES: nothing was merged since.
  Result<std::string> RecordOf(const FormerArticle& former) const;

  // How many living articles a file has.
  Result<std::uint32_t> ArticlesOf(std::string_view file_id) const;

  // Marks all articles of a file as removed; which they were.
  Result<std::vector<FormerArticle>> RemoveArticlesOf(std::string_view file_id);

  // Undoes that: the articles stay.
  // REQUIRES: nothing was merged or published since.
  void PutBack(const std::vector<FormerArticle>& former);

  // The segments of the next generation, in order, and what it leaves out.
  // REQUIRES: i < segment_count().
  std::size_t segment_count() const { return segments_.size(); }
  const Segment& segment(std::size_t i) const { return segments_[i].segment; }
  bool IsLive(std::size_t i, DocId doc) const;
  void RemoveDoc(std::size_t i, DocId doc);
  // Writes a segment again without what is removed; it is gone when nothing is
  // left.
  Status Rewrite(std::size_t i, const Packing& packing = {}) {
    return ReplaceSegments({i, i + 1}, packing);
  }

  // Replaces the rows of the given files; rows of `gone` leave.
  void UpdateFiles(FilesTable changed, const FilesTable& gone);

  // Merges small segments and rewrites those with many holes, as
  // docs/index-format.md says.  Publishes nothing.
  Status MergeWhereDue();
  // Merges all segments into one, or as few as their words allow.  Whether
  // there was anything to merge.  Publishes nothing.
  Result<bool> MergeAll();
  bool IsMergeDue() const { return DueMerge().has_value(); }
  // From here on MergeWhereDue() joins no more tokens than these.
  void LimitMerges(std::uint64_t most_length) { most_merged_ = most_length; }

  // Takes the generation before the published one off the disk.
  // REQUIRES: nothing was added or merged since Open().
  Status DropFormerGeneration();

  // Makes everything above visible.
  Status Publish(Instant now);

 private:
  struct OpenSegment {
    SegmentNumber number = 0;
    Segment segment;
    RemovedDocs removed;  // what the next generation leaves out
  };

  explicit IndexWriter(IndexLock lock) : lock_(std::move(lock)) {}
  Status KeepOfReplaced();
  Status LoadPublished(const std::vector<SegmentNumber>& left_out);
  Status Sweep();
  std::vector<SegmentSize> Sizes() const;
  std::optional<MergeRange> DueMerge() const {
    return NextMerge(Sizes(), most_merged_);
  }
  Status ReplaceSegments(MergeRange range, const Packing& packing = {});
  Result<SegmentNumber> MergeToSegment(const std::vector<MergeInput>& inputs,
                                       const Packing& packing = {});
  Status CheckDocIds() const;
  std::vector<LivingSegment> Living() const;
  Status WriteRelations(const Generation& next, const VisibilityTable& versions,
                        const std::string& path) const;
  Status WriteGenerationDirectory(const Generation& next);
  Status ReplaceStub(const Generation& next);

  std::string directory_;
  IndexLock lock_;
  Generation generation_;
  FilesTable files_;
  GenerationNumber last_number_ = 0;
  std::vector<SegmentNumber> published_segments_;
  std::vector<OpenSegment> segments_;
  SegmentNumber next_segment_ = 1;
  std::uint32_t next_work_ = 1;
  std::uint64_t most_merged_ = std::numeric_limits<std::uint64_t>::max();
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_INDEX_WRITER_H_
