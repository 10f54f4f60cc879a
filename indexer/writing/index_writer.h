// The only publisher of an index.
#ifndef ARCHIVE_INDEXER_WRITING_INDEX_WRITER_H_
#define ARCHIVE_INDEXER_WRITING_INDEX_WRITER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/day.h"
#include "common/index/generation.h"
#include "common/index/segment.h"
#include "common/result.h"
#include "indexer/writing/files_table.h"
#include "indexer/writing/index_lock.h"
#include "indexer/writing/merge.h"

namespace archive {

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
  // `fresh` begins with an empty index: the next generation names no segment
  // of the present one.
  enum class Start : std::uint8_t { kContinue, kFresh };

  // Makes the directory where there is none.  Sweeps what a killed run left.
  static Result<IndexWriter> Open(const std::string& directory, Instant now,
                                  Start start = Start::kContinue);

  // What the next generation holds so far; `number` is that of the last one
  // published, 0 when there was none.
  const Generation& generation() const { return generation_; }
  const FilesTable& files() const { return files_; }
  GenerationNumber next_number() const { return last_number_ + 1; }
  std::uint64_t live_articles() const;

  // The root with this absolute path, added when it is new.  Returns its place
  // in generation().roots.
  std::uint32_t AddRoot(const std::string& name, const std::string& path);

  // A directory for unpublished work; each call names another one.
  std::string NewWorkPath();

  // Merges parts, in order, into segments of the next generation.
  Status AddParts(const std::vector<std::string>& parts);

  // Marks all articles of a file as removed; their ids.
  Result<std::vector<std::string>> RemoveArticlesOf(std::string_view file_id);

  // Replaces the rows of the given files; rows of `gone` leave.
  void UpdateFiles(FilesTable changed, const FilesTable& gone);

  // Merges small segments and rewrites those with many holes, as
  // docs/index-format.md says.  Publishes nothing.
  Status MergeWhereDue();

  // Makes everything above visible.
  Status Publish(Instant now);

 private:
  struct OpenSegment {
    SegmentNumber number = 0;
    Segment segment;
    RemovedDocs removed;  // what the next generation leaves out
  };

  explicit IndexWriter(IndexLock lock) : lock_(std::move(lock)) {}
  Status LoadPublished();
  Status Sweep();
  Status RemoveUnnamed(const std::string& parent,
                       const std::vector<std::uint32_t>& named);
  Result<std::size_t> MergeInto(std::size_t begin, std::size_t end);
  Result<SegmentNumber> MergeToSegment(const std::vector<MergeInput>& inputs);
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
};

// The articles of `files` as ids: name of the root / path in it.
std::string FileId(const Root& root, std::string_view path_in_root);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_INDEX_WRITER_H_
