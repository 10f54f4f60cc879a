#include "indexer/writing/build.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "common/failpoint.h"
#include "common/file_system.h"
#include "common/index/index_layout.h"
#include "common/index/open_index.h"
#include "common/text/counts.h"
#include "indexer/readers/issue_pages.h"
#include "indexer/readers/source_articles.h"
#include "indexer/sources/byte_source.h"
#include "indexer/sources/source_file.h"
#include "indexer/sources/source_walker.h"
#include "indexer/writing/file_changes.h"
#include "indexer/writing/file_outcomes.h"
#include "indexer/writing/index_place.h"
#include "indexer/writing/index_writer.h"
#include "indexer/writing/librarian.h"
#include "indexer/writing/part_writers.h"
#include "indexer/writing/run_checks.h"
#include "indexer/writing/run_roots.h"

namespace archive {
namespace {

// Text of one part; more of it makes the part's memory, not its speed, grow.
constexpr std::uint64_t kPartBytes = std::uint64_t{8} << 20;
constexpr std::chrono::minutes kPublishInterval{5};

class Run {
 public:
  Run(const BuildOptions& options, IndexWriter& writer, Progress& progress,
      const Librarian& librarian)
      : options_(options),
        writer_(writer),
        progress_(progress),
        librarian_(librarian),
        parts_(std::max(1U, options.threads), options.entities,
               options.configuration.name_sources) {}

  Result<BuildReport> Go() {
    if (options_.fresh) {
      // One that cannot be opened has no arrivals to keep.
      Result<OpenIndex> replaced = OpenIndex::Open(options_.index);
      if (replaced) replaced_.emplace(std::move(*replaced));
    }
    const std::size_t known_roots = writer_.generation().roots.size();
    ASSIGN_OR_RETURN(roots_,
                     ChooseRoots(options_.paths, options_.fresh, writer_));
    roots_changed_ = writer_.generation().roots.size() != known_roots;
    changes_ =
        FindChanges({roots_,
                     {options_.index},
                     writer_.generation().shard,
                     librarian_.withheld()},
                    writer_.files(), options_.configuration, options_.now);
    report_.faults = librarian_.FaultsSince(writer_.generation().created);
    report_.unchanged_files = changes_.unchanged;
    report_.skipped_files = changes_.skipped;
    report_.skipped_reasons = changes_.skipped_reasons;
    report_.failed_files = changes_.failed;
    report_.gone_files = changes_.gone.size();
    std::uint64_t leaving = 0;
    for (const FileRow& row : changes_.gone) leaving += row.articles;
    if (!options_.allows_vanishing)
      RETURN_IF_ERROR(RefuseVanishing(leaving, writer_.live_articles()));
    RETURN_IF_ERROR(TakeOut());
    progress_.SetFiles(changes_.to_read.size());
    for (FileToRead& file : changes_.to_read) {
      RETURN_IF_ERROR(ReadFile(file));
      if (options_.interrupted()) {
        report_.interrupted = true;
        break;
      }
      // A fresh index takes the place of the old one when it is whole.
      if (IsSegmentComplete())
        RETURN_IF_ERROR(options_.fresh ? CompleteSegment() : Publish());
    }
    if (options_.fresh && report_.interrupted) {
      return Error{ErrorCode::kInterrupted,
                   "stopped before the fresh index was whole",
                   "the index from before stands as it was"};
    }
    RETURN_IF_ERROR(FinishIndex());
    report_.generation = writer_.generation().number;
    return std::move(report_);
  }

 private:
  Status TakeOut();
  Status ReadFile(FileToRead& file);
  void ReadArticles(ByteSource& source, const std::string& file_id,
                    FileToRead& file);
  void TakeArticle(Article article, Arrival arrival, FileToRead& file);
  void KeepArrival(Arrival& arrival);
  void Reject(const Rejection& rejection, FileRow& row);
  void Queue(ArrivedArticle article);
  void SubmitBatch();
  bool IsSegmentComplete() const;
  Status CompleteSegment();
  Status CheckFresh() const;
  Result<LibrarianChanges> ObeyLibrarian();
  Status Publish();
  Status FinishIndex();

  const SourceRoot& RootOf(const FileRow& row) const {
    return std::find_if(
               roots_.begin(), roots_.end(),
               [&row](const RunRoot& root) { return root.place == row.root; })
        ->source;
  }
  std::string FileIdOf(const FileRow& row) const {
    return BoundedFileId(IdOf(RootOf(row), row.path));
  }

  const BuildOptions& options_;
  IndexWriter& writer_;
  Progress& progress_;
  const Librarian& librarian_;
  PartWriters parts_;
  std::vector<RunRoot> roots_;
  FileChanges changes_;
  IssuePages issue_pages_;
  BuildReport report_;

  Batch batch_;
  std::uint64_t batch_bytes_ = 0;
  std::vector<std::string> part_paths_;  // of the segment in hand
  std::uint64_t segment_bytes_ = 0;
  std::chrono::steady_clock::time_point published_ =
      std::chrono::steady_clock::now();
  // Of the files since the last publication.
  FilesTable done_;
  FilesTable gone_;
  bool roots_changed_ = false;
  // Articles that the file in hand had before, by id, and has not had yet now.
  std::unordered_map<std::string, FormerArticle> former_;
  std::uint64_t rejections_ = 0;  // of the file in hand
  Status completed_ = Ok();       // its segments but for the last
  bool holds_segments_ = false;   // complete and not yet published
  // The index whose place a fresh one takes.
  std::optional<OpenIndex> replaced_;
};

// Articles of files that have gone, or are no longer read.
Status Run::TakeOut() {
  for (const FilesTable* rows : {&changes_.gone, &changes_.noted}) {
    for (const FileRow& row : *rows) {
      // What cannot be looked at today may be there tomorrow.
      if (row.outcome == FileOutcome::kFailed && rows == &changes_.noted)
        continue;
      ASSIGN_OR_RETURN(const auto former,
                       writer_.RemoveArticlesOf(FileIdOf(row)));
      report_.removed_articles += former.size();
    }
  }
  gone_ = changes_.gone;
  done_ = changes_.noted;
  for (const FileRow& row : changes_.newly_failed)
    report_.newly_failed.push_back({FileIdOf(row), row.reason});
  return Ok();
}

Status Run::ReadFile(FileToRead& file) {
  const std::string file_id = FileIdOf(file.row);
  const auto source = OpenSourceFile(FullPath(RootOf(file.row), file.row.path));
  if (!source) {
    // Its articles stay as they are, and the next run tries again: the stamp
    // lacks the way of reading.
    file.row.outcome = FileOutcome::kFailed;
    file.row.reason = source.error().message;
    file.row.format = file.before.format;
    file.row.articles = file.before.articles;
  } else {
    former_.clear();
    if (file.before.articles != 0) {
      ASSIGN_OR_RETURN(const auto former, writer_.RemoveArticlesOf(file_id));
      for (const FormerArticle& article : former) former_[article.id] = article;
    }
    ReadArticles(**source, file_id, file);
    RETURN_IF_ERROR(std::exchange(completed_, Ok()));
    report_.removed_articles += former_.size();
  }
  progress_.FileDone(file.row.stamp.size, file.row.articles);
  // A file that still cannot be read is no news, and needs no generation.
  CountOutcome(file, file_id, options_.now, report_);
  if (!(file.row == file.before)) done_.push_back(file.row);
  Failpoint("file-read");
  return Ok();
}

void Run::ReadArticles(ByteSource& source, const std::string& file_id,
                       FileToRead& file) {
  rejections_ = 0;
  const std::string path = PathForReaders(RootOf(file.row), file.row.path);
  const FileNeighbours beside(RootOf(file.row), file.row.path, issue_pages_);
  const SourceNature nature = ReadSource(
      source, {file_id, path, &beside}, options_.configuration.reader,
      {.article =
           [&](NumberedArticle numbered) {
             TakeArticle(std::move(numbered.article),
                         {.id = std::move(numbered.id),
                          .file = file_id,
                          .record = numbered.record,
                          .format = numbered.format,
                          .added = options_.now,
                          .generation = writer_.next_number()},
                         file);
           },
       .rejection =
           [&](const Rejection& rejection) { Reject(rejection, file.row); }});
  file.row.format = nature.format;
  // What the system did not give today it may give tomorrow.
  if (nature.readable)
    file.row.stamp.reading = librarian_.ReadingOf(
        file.row,
        ReadingHash(FindFormat(nature.format), options_.configuration));
  if (!nature.skipped.empty()) NoteSkipped(nature.skipped, file.row);
  if (nature.holds == FileHolds::kFiles && file.row.articles == 0)
    NoteSkipped("an archive without articles", file.row);
  if (rejections_ > 1)
    file.row.reason +=
        fmt::format(" (and {})", Counted(rejections_ - 1, "more mistake"));
}

void Run::TakeArticle(Article article, Arrival arrival, FileToRead& file) {
  if (!librarian_.Admits(arrival.id, article, file.row)) return;
  arrival.corrections = librarian_.CorrectionsOf(arrival.id);
  // A large archive is several segments; they are published with its row.
  if (completed_ && segment_bytes_ >= options_.segment_bytes) {
    completed_ = CompleteSegment();
    holds_segments_ = !options_.fresh;
  }
  KeepArrival(arrival);
  ++file.row.articles;
  if (file.row.outcome == FileOutcome::kSkipped) {
    file.row.outcome = FileOutcome::kIndexed;
    file.row.reason.clear();
  }
  Queue({std::move(article), std::move(arrival)});
}

void Run::Queue(ArrivedArticle article) {
  const std::uint64_t bytes = TextBytes(article.article);
  batch_.articles.push_back(std::move(article));
  batch_bytes_ += bytes;
  segment_bytes_ += bytes;
  if (batch_.articles.size() >= options_.part_articles ||
      batch_bytes_ >= kPartBytes)
    SubmitBatch();
}

// An article that was here before came when it first came.
void Run::KeepArrival(Arrival& arrival) {
  const auto former = former_.find(arrival.id);
  if (former != former_.end()) {
    arrival.added = former->second.added;
    arrival.generation = former->second.generation;
    former_.erase(former);
    ++report_.changed_articles;
    return;
  }
  ++report_.new_articles;
  if (!replaced_) return;
  for (const Segment& segment : replaced_->segments()) {
    const auto docs = segment.DocsWith(IdTerm(arrival.id));
    if (!docs || docs->empty()) continue;
    arrival.added = segment.columns().AddedAt(docs->front());
    arrival.generation = segment.columns().AddedIn(docs->front());
    return;
  }
}

void Run::Reject(const Rejection& rejection, FileRow& row) {
  // A file that holds no article is passed over as a picture is.
  if (rejection.kind == RejectionKind::kNoArticle)
    return NoteSkipped(rejection.reason, row);
  if (++rejections_ == 1) NoteRejected(rejection, row);
}

void Run::SubmitBatch() {
  if (batch_.articles.empty()) return;
  batch_.directory = writer_.NewWorkPath();
  part_paths_.push_back(batch_.directory);
  parts_.Submit(std::exchange(batch_, {}));
  batch_bytes_ = 0;
}

bool Run::IsSegmentComplete() const {
  return holds_segments_ || segment_bytes_ >= options_.segment_bytes ||
         (segment_bytes_ > 0 &&
          std::chrono::steady_clock::now() - published_ > kPublishInterval);
}

Status Run::CompleteSegment() {
  SubmitBatch();
  RETURN_IF_ERROR(parts_.Finish());
  Failpoint("parts-written");
  if (part_paths_.empty()) return Ok();
  RETURN_IF_ERROR(writer_.AddParts(part_paths_));
  part_paths_.clear();
  segment_bytes_ = 0;
  return Ok();
}

Status Run::Publish() {
  RETURN_IF_ERROR(CompleteSegment());
  holds_segments_ = false;
  writer_.UpdateFiles(std::exchange(done_, {}), std::exchange(gone_, {}));
  RETURN_IF_ERROR(writer_.Publish(options_.now));
  report_.published = true;
  roots_changed_ = false;
  published_ = std::chrono::steady_clock::now();
  return Ok();
}

// A fresh index knows no files that have gone; it is held against the old one.
Status Run::CheckFresh() const {
  if (!replaced_ || options_.allows_vanishing) return Ok();
  // Of another shard other files were to be expected.
  if (replaced_->parts().front().generation.shard != writer_.generation().shard)
    return Ok();
  const std::uint64_t held = replaced_->live_articles();
  const std::uint64_t now = writer_.live_articles();
  return RefuseVanishing(held - std::min(held, now), held);
}

// When all that was read is in segments.
Result<LibrarianChanges> Run::ObeyLibrarian() {
  RETURN_IF_ERROR(CompleteSegment());
  writer_.UpdateFiles(std::exchange(done_, {}), std::exchange(gone_, {}));
  ASSIGN_OR_RETURN(const LibrarianChanges changes,
                   librarian_.Apply(writer_, [this](ArrivedArticle article) {
                     Queue(std::move(article));
                   }));
  report_.removed_articles += changes.purged;
  report_.changed_articles += changes.corrected;
  return changes;
}

Status Run::FinishIndex() {
  const bool first = writer_.generation().number == 0;
  const bool changed =
      !done_.empty() || !gone_.empty() || roots_changed_ || first;
  ASSIGN_OR_RETURN(const LibrarianChanges by_hand, ObeyLibrarian());
  if (changed || options_.fresh || by_hand.any()) {
    RETURN_IF_ERROR(CompleteSegment());
    RETURN_IF_ERROR(CheckFresh());
    RETURN_IF_ERROR(Publish());
  }
  // Once more: what the generation before names leaves the disk with the next.
  if (by_hand.purged != 0) RETURN_IF_ERROR(writer_.Publish(options_.now));
  // Whoever asked us to stop does not wait for a merge.
  if (!options_.merges || report_.interrupted || !writer_.IsMergeDue())
    return Ok();
  progress_.Say("merging segments");
  RETURN_IF_ERROR(writer_.MergeWhereDue());
  report_.published = true;
  return writer_.Publish(options_.now);
}

double SecondsSince(std::chrono::steady_clock::time_point begin) {
  const auto now = std::chrono::steady_clock::now();
  return std::chrono::duration<double>(now - begin).count();
}

}  // namespace

Result<BuildReport> RunBuild(const BuildOptions& options, Progress& progress) {
  const auto begin = std::chrono::steady_clock::now();
  RETURN_IF_ERROR(CheckIndexPlace(options.index));
  RETURN_IF_ERROR(CheckPaths(options.paths, options.index));
  ASSIGN_OR_RETURN(
      IndexWriter writer,
      IndexWriter::Open(options.index, options.now,
                        options.fresh ? IndexWriter::Start::kFresh
                                      : IndexWriter::Start::kContinue,
                        [&options, begin] {
                          return SecondsSince(begin) < options.wait_seconds &&
                                 !options.interrupted();
                        }));
  RETURN_IF_ERROR(ChooseShard(options, writer));
  ASSIGN_OR_RETURN(
      const Librarian librarian,
      Librarian::Read(options.index, options.configuration, options.now));
  Result<BuildReport> report = Run(options, writer, progress, librarian).Go();
  progress.Clear();
  if (report) report->seconds = SecondsSince(begin);
  return report;
}

}  // namespace archive
