#include "indexer/writing/build.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "common/failpoint.h"
#include "common/file_system.h"
#include "common/index/index_layout.h"
#include "common/index/open_index.h"
#include "common/text/counts.h"
#include "indexer/writing/file_changes.h"
#include "indexer/writing/file_intake.h"
#include "indexer/writing/file_readers.h"
#include "indexer/writing/index_place.h"
#include "indexer/writing/index_writer.h"
#include "indexer/writing/librarian.h"
#include "indexer/writing/name_rule_links.h"
#include "indexer/writing/purge.h"
#include "indexer/writing/record_packing.h"
#include "indexer/writing/run_checks.h"
#include "indexer/writing/run_record.h"
#include "indexer/writing/run_roots.h"
#include "indexer/writing/segment_in_hand.h"
#include "indexer/writing/settling.h"

namespace archive {
namespace {

constexpr std::chrono::minutes kPublishInterval{5};

class Run {
 public:
  Run(const BuildOptions& options, IndexWriter& writer, Progress& progress,
      const Librarian& librarian)
      : options_(options),
        writer_(writer),
        progress_(progress),
        librarian_(librarian),
        segment_(options, writer, UsableDictionary(writer, librarian.list())) {}

  Result<BuildReport> Go() {
    if (options_.fresh) {
      // One that cannot be opened has no arrivals to keep.
      Result<OpenIndex> replaced = OpenIndex::Open(options_.index);
      if (replaced) replaced_.emplace(std::move(*replaced));
    }
    RETURN_IF_ERROR(Compare());
    RETURN_IF_ERROR(CheckVanishing());
    RETURN_IF_ERROR(TakeOut());
    RETURN_IF_ERROR(ReadFiles());
    if (options_.fresh && report_.interrupted) {
      return Error{ErrorCode::kInterrupted,
                   "stopped before the fresh index was whole",
                   "the index from before stands as it was"};
    }
    RETURN_IF_ERROR(FinishIndex());
    report_.generation = writer_.generation().number;
    clock_.Enter(RunStage::kOpen);
    return std::move(report_);
  }

 private:
  Status Compare();
  Status CheckVanishing() const;
  Status TakeOut();
  Status ReadFiles();
  Status ReadInOrder(FileIntake& intake, std::span<FileToRead> files);
  void WaitForFreshFiles(std::size_t first);
  Status TakeFile(FileIntake& intake, FileReaders& readers, FileToRead& file);
  bool IsSegmentComplete() const;
  Status CompleteSegment();
  Status CheckFresh() const;
  Result<LibrarianChanges> ObeyLibrarian();
  Status Publish();
  void LogGeneration() const;
  Status FinishIndex();

  const BuildOptions& options_;
  IndexWriter& writer_;
  Progress& progress_;
  const Librarian& librarian_;
  SegmentInHand segment_;
  std::vector<RunRoot> roots_;
  FileChanges changes_;
  std::uint64_t bytes_to_read_ = 0;
  std::uint64_t read_bytes_ = 0;
  IssuePages issue_pages_;
  BuildReport report_;
  StageClock clock_{report_.stage_seconds};

  std::chrono::steady_clock::time_point published_ =
      std::chrono::steady_clock::now();
  // Of the files since the last publication.
  FilesTable done_;
  FilesTable gone_;
  bool roots_changed_ = false;
  // The index whose place a fresh one takes.
  std::optional<OpenIndex> replaced_;
};

// What is there, held against what the index knows.
Status Run::Compare() {
  const StageScope scope(clock_, RunStage::kCompare);
  const std::size_t known_roots = writer_.generation().roots.size();
  ASSIGN_OR_RETURN(roots_,
                   ChooseRoots(options_.paths, options_.fresh, writer_));
  roots_changed_ = writer_.generation().roots.size() != known_roots;
  changes_ = FindChanges(
      {.roots = roots_,
       .excluded = {options_.index},
       .shard = writer_.generation().shard,
       .links = options_.follows_links ? Links::kFollowed : Links::kInRoot,
       .retries_failed = options_.retries_failed,
       .withheld = librarian_.withheld()},
      writer_.files(), options_.configuration, options_.now);
  report_.faults = librarian_.FaultsSince(writer_.generation().created);
  report_.unchanged_files = changes_.unchanged;
  report_.skipped_files = changes_.skipped;
  report_.skipped_reasons = changes_.skipped_reasons;
  report_.failed_files = changes_.failed;
  report_.gone_files = changes_.gone.size();
  options_.log(fmt::format("{} to read, {} as before, {} gone",
                           Counted(changes_.to_read.size(), "file"),
                           WithCommas(changes_.unchanged),
                           WithCommas(changes_.gone.size())));
  return Ok();
}

Status Run::CheckVanishing() const {
  if (options_.allows_vanishing) return Ok();
  std::uint64_t leaving = 0;
  for (const FileRow& row : changes_.gone) leaving += row.articles;
  return RefuseVanishing(leaving, writer_.live_articles());
}

// Articles of files that have gone, or are no longer read.
Status Run::TakeOut() {
  for (const FilesTable* rows : {&changes_.gone, &changes_.noted}) {
    for (const FileRow& row : *rows) {
      // What cannot be looked at today may be there tomorrow.
      if (row.outcome == FileOutcome::kFailed && rows == &changes_.noted)
        continue;
      ASSIGN_OR_RETURN(const auto former,
                       writer_.RemoveArticlesOf(FileIdOf(roots_, row)));
      report_.removed_articles += former.size();
    }
  }
  gone_ = changes_.gone;
  done_ = changes_.noted;
  for (const FileRow& row : changes_.newly_failed)
    NoteNewFailure({FileIdOf(roots_, row), row.reason}, options_, report_);
  return Ok();
}

Status Run::ReadFiles() {
  std::vector<FileToRead>& files = changes_.to_read;
  progress_.SetFiles(files.size());
  for (const FileToRead& file : files) bytes_to_read_ += file.row.stamp.size;
  FileIntake intake(options_, roots_, writer_, segment_, librarian_, report_,
                    replaced_ ? &*replaced_ : nullptr);
  const std::size_t settled = PutFreshLast(files, options_.settle_seconds);
  RETURN_IF_ERROR(ReadInOrder(intake, std::span(files).first(settled)));
  if (report_.interrupted) return Ok();
  for (FileToRead& file : intake.TakePutOff()) files.push_back(std::move(file));
  if (settled == files.size()) return Ok();
  WaitForFreshFiles(settled);
  return ReadInOrder(intake, std::span(files).subspan(settled));
}

Status Run::ReadInOrder(FileIntake& intake, std::span<FileToRead> files) {
  FileReaders readers(files, roots_, options_, issue_pages_);
  for (FileToRead& file : files) {
    RETURN_IF_ERROR(TakeFile(intake, readers, file));
    if (options_.interrupted()) {
      report_.interrupted = true;
      break;
    }
    // A fresh index takes the place of the old one when it is whole.
    if (IsSegmentComplete())
      RETURN_IF_ERROR(options_.fresh ? CompleteSegment() : Publish());
  }
  return Ok();
}

void Run::WaitForFreshFiles(std::size_t first) {
  const StageScope scope(clock_, RunStage::kSettle);
  progress_.Say("waiting for files that were written just now");
  WaitUntilSettled(changes_.to_read, first, options_.settle_seconds,
                   options_.interrupted);
}

Status Run::TakeFile(FileIntake& intake, FileReaders& readers,
                     FileToRead& file) {
  const StageScope scope(clock_, RunStage::kRead);
  const std::size_t put_off = intake.put_off().size();
  segment_.Foretell({read_bytes_, file.row.stamp.size, bytes_to_read_});
  RETURN_IF_ERROR(intake.Take(file, readers, done_));
  if (intake.put_off().size() == put_off)
    progress_.FileDone(file.row.stamp.size, file.row.articles);
  read_bytes_ += file.row.stamp.size;
  Failpoint("file-read");
  return Ok();
}

bool Run::IsSegmentComplete() const {
  return segment_.HoldsSegments() || segment_.IsFull() ||
         (segment_.bytes() > 0 &&
          std::chrono::steady_clock::now() - published_ > kPublishInterval);
}

Status Run::CompleteSegment() {
  const StageScope scope(clock_, RunStage::kWrite);
  return segment_.Complete();
}

Status Run::Publish() {
  RETURN_IF_ERROR(CompleteSegment());
  const StageScope scope(clock_, RunStage::kPublish);
  segment_.SetPublished();
  writer_.UpdateFiles(std::exchange(done_, {}), std::exchange(gone_, {}));
  RETURN_IF_ERROR(writer_.Publish(options_.now));
  LogGeneration();
  report_.published = true;
  roots_changed_ = false;
  published_ = std::chrono::steady_clock::now();
  return Ok();
}

void Run::LogGeneration() const {
  options_.log(fmt::format("published generation {} with {}",
                           writer_.generation().number,
                           Counted(writer_.live_articles(), "article")));
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
                     segment_.Take(std::move(article.article),
                                   std::move(article.arrival));
                   }));
  report_.removed_articles += changes.purged;
  report_.changed_articles += changes.corrected + changes.purged_texts;
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
  if (by_hand.has_purged()) RETURN_IF_ERROR(Publish());
  // Whoever asked us to stop does not wait for a merge.
  if (!options_.merges || report_.interrupted) return Ok();
  if (!writer_.IsMergeDue()) return Ok();
  const StageScope scope(clock_, RunStage::kMerge);
  progress_.Say("merging segments");
  RETURN_IF_ERROR(writer_.MergeWhereDue());
  RETURN_IF_ERROR(writer_.Publish(options_.now));
  LogGeneration();
  report_.published = true;
  return Ok();
}

double SecondsSince(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin)
      .count();
}

// What can be said before there is a lock, or an index.
Status CheckBeforehand(const BuildOptions& options) {
  RETURN_IF_ERROR(CheckIndexPlace(options.index));
  const Result<Stub> stub = ReadStub(options.index);
  if (options.paths.empty() && !stub &&
      stub.error().code == ErrorCode::kNotFound)
    return NothingToIndex();
  return CheckPaths(options.paths, options.index);
}

Result<BuildReport> RunLocked(const BuildOptions& options, IndexWriter& writer,
                              std::chrono::steady_clock::time_point begin,
                              Progress& progress) {
  RETURN_IF_ERROR(ChooseShard(options, writer));
  RETURN_IF_ERROR(options.before_reading());
  ASSIGN_OR_RETURN(
      const Librarian librarian,
      Librarian::Read(options.index, options.configuration, options.now));
  RETURN_IF_ERROR(DropLeftovers(librarian.list(), writer));
  const double opened = SecondsSince(begin);
  Result<BuildReport> report = Run(options, writer, progress, librarian).Go();
  progress.Clear();
  if (!report) return report;
  const std::string& name_rules = options.configuration.run.name_rules;
  if (!name_rules.empty()) {
    for (std::string& fault : LinkNameRules(options.index, name_rules))
      report->faults.push_back(std::move(fault));
  }
  report->seconds = SecondsSince(begin);
  report->stage_seconds[static_cast<std::size_t>(RunStage::kOpen)] += opened;
  return report;
}

}  // namespace

Result<BuildReport> RunBuild(const BuildOptions& options, Progress& progress) {
  const auto begin = std::chrono::steady_clock::now();
  const auto waits = [&options, begin] {
    return SecondsSince(begin) < options.wait_seconds && !options.interrupted();
  };
  const Status beforehand = CheckBeforehand(options);
  Result<IndexWriter> writer =
      beforehand
          ? IndexWriter::Open(options.index, options.now,
                              options.fresh ? IndexWriter::Start::kFresh
                                            : IndexWriter::Start::kContinue,
                              waits)
          : beforehand.error();
  if (!writer) {
    RecordEarlyFailure(options.index, options.now, writer.error());
    return writer.error();
  }
  Result<BuildReport> report = RunLocked(options, *writer, begin, progress);
  // A full disk gets its room back before the next run.
  if (!report) static_cast<void>(RemoveTree(WorkPath(options.index)));
  const Status recorded = RecordRun(options.index, options.now, report);
  // What failed for the same reason is told once.
  if (report && !recorded) report->unrecorded = recorded.error().message;
  return report;
}

}  // namespace archive
