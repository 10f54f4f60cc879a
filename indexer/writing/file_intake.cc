#include "indexer/writing/file_intake.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/text/counts.h"
#include "indexer/sources/source_walker.h"
#include "indexer/writing/issue_changes.h"
#include "indexer/writing/kept_versions.h"
#include "indexer/writing/settling.h"

namespace archive {

FileIntake::FileIntake(const BuildOptions& options,
                       const std::vector<RunRoot>& roots, IndexWriter& writer,
                       SegmentInHand& segment, const Librarian& librarian,
                       BuildReport& report, const OpenIndex* replaced)
    : options_(options),
      roots_(roots),
      writer_(writer),
      segment_(segment),
      librarian_(librarian),
      report_(report),
      replaced_(replaced) {}

Status FileIntake::Take(FileToRead& file, FileReaders& readers,
                        FilesTable& rows) {
  file_id_ = FileIdOf(roots_, file.row);
  FileOpening opening = readers.Next();
  file.row.stamp = opening.stamp;
  if (opening.is_fresh) {
    Postpone(file, kStillWritten, rows);
    return Ok();
  }
  if (opening.opened) return TakeOpened(file, readers, rows);
  const Error& error = opening.opened.error();
  if (error.code == ErrorCode::kNotFound) {
    Postpone(file, kGoneMeanwhile, rows);
    return Ok();
  }
  // Its articles stay as they are, and the next run tries again: the stamp
  // lacks the way of reading.
  file.row.outcome = FileOutcome::kFailed;
  file.row.reason = error.message;
  file.row.format = file.before.format;
  file.row.articles = file.before.articles;
  SetFailedSince(file);
  NoteOutcome(file, rows);
  return Ok();
}

Status FileIntake::TakeOpened(FileToRead& file, FileReaders& readers,
                              FilesTable& rows) {
  former_.clear();
  former_read_ = Ok();
  std::vector<FormerArticle> former;
  if (file.before.articles != 0) {
    ASSIGN_OR_RETURN(former, writer_.RemoveArticlesOf(file_id_));
    for (const FormerArticle& article : former) former_[article.id] = article;
  }
  const std::uint64_t new_before = report_.new_articles;
  const std::uint64_t changed_before = report_.changed_articles;
  segment_.BeginFile();
  const Writing writing = TakeArticles(file, readers);
  RETURN_IF_ERROR(segment_.EndFile());
  RETURN_IF_ERROR(former_read_);
  SetFailedSince(file);
  // A file that fails as it did before is no news, and needs no generation; one
  // of an issue may have other articles though it is as it was.
  const bool is_same =
      file.row == file.before && !IssueChanges::IsOfIssue(file.row.format);
  if (writing != Writing::kNone || is_same) {
    RETURN_IF_ERROR(segment_.DropFile(file_id_, former));
    report_.new_articles = new_before;
    report_.changed_articles = changed_before;
  } else {
    report_.removed_articles += former_.size();
  }
  if (writing == Writing::kBeside && puts_off_) {
    put_off_.push_back({.row = {.root = file.row.root,
                                .path = file.row.path,
                                .stamp = file.row.stamp},
                        .before = file.before});
  } else if (writing != Writing::kNone) {
    Postpone(file, kStillWritten, rows);
  } else {
    NoteOutcome(file, rows);
  }
  return Ok();
}

FileIntake::Writing FileIntake::TakeArticles(FileToRead& file,
                                             FileReaders& readers) {
  rejections_ = 0;
  FileRow& row = file.row;
  const FileEnding ending = readers.Finish(
      {.article =
           [&](NumberedArticle numbered) {
             TakeArticle(std::move(numbered), row);
           },
       .rejection =
           [&](const Rejection& rejection) { Reject(rejection, row); }});
  const SourceNature& nature = ending.nature;
  row.format = nature.format;
  // What the system did not give today it may give tomorrow.
  if (nature.readable)
    row.stamp.reading = librarian_.ReadingOf(
        row, ReadingHash(FindFormat(nature.format), options_.configuration));
  if (!nature.skipped.empty()) Skip(nature.skipped, row);
  if (nature.holds == FileHolds::kFiles && row.articles == 0)
    Skip("an archive without articles", row);
  if (rejections_ > 1)
    row.reason +=
        fmt::format(" (and {})", Counted(rejections_ - 1, "more mistake"));
  return options_.settle_seconds > 0 ? WritingOf(row, ending) : Writing::kNone;
}

FileIntake::Writing FileIntake::WritingOf(const FileRow& row,
                                          const FileEnding& ending) const {
  if (HasChanged(FullPath(RootOf(roots_, row), row.path), row.stamp))
    return Writing::kFile;
  const bool is_beside = std::any_of(
      ending.beside.begin(), ending.beside.end(), [](const FileBeside& page) {
        return page.is_fresh || HasChanged(page.path, page.stamp);
      });
  return is_beside ? Writing::kBeside : Writing::kNone;
}

std::vector<FileToRead> FileIntake::TakePutOff() {
  puts_off_ = false;
  return std::exchange(put_off_, {});
}

void FileIntake::TakeArticle(NumberedArticle numbered, FileRow& row) {
  Arrival arrival = {.id = std::move(numbered.id),
                     .file = file_id_,
                     .record = numbered.record,
                     .format = numbered.format,
                     .added = options_.now,
                     .generation = writer_.next_number()};
  if (!librarian_.Admits(arrival.id, numbered.article, row)) return;
  arrival.corrections = librarian_.CorrectionsOf(arrival.id);
  KeepArrival(numbered.article, arrival);
  ++row.articles;
  if (row.outcome == FileOutcome::kSkipped) {
    row.outcome = FileOutcome::kIndexed;
    row.reason.clear();
  }
  segment_.Take(std::move(numbered.article), std::move(arrival));
}

// An article that was here before came when it first came.
void FileIntake::KeepArrival(const Article& article, Arrival& arrival) {
  const auto former = former_.find(arrival.id);
  if (former != former_.end()) {
    KeepEarlier(article, writer_.RecordOf(former->second), arrival);
    arrival.added = former->second.added;
    arrival.generation = former->second.generation;
    former_.erase(former);
    ++report_.changed_articles;
    return;
  }
  ++report_.new_articles;
  if (replaced_ != nullptr) KeepReplaced(article, arrival);
}

// The same of the index whose place a fresh one takes.
void FileIntake::KeepReplaced(const Article& article, Arrival& arrival) {
  for (const Segment& segment : replaced_->segments()) {
    const auto docs = segment.DocsWith(IdTerm(arrival.id));
    if (!docs || docs->empty()) continue;
    arrival.added = segment.columns().AddedAt(docs->front());
    arrival.generation = segment.columns().AddedIn(docs->front());
    return KeepEarlier(article, segment.RecordBytes(docs->front()), arrival);
  }
}

void FileIntake::KeepEarlier(const Article& article,
                             const Result<std::string>& former,
                             Arrival& arrival) {
  if (!former) {
    former_read_ = former.error();
    return;
  }
  arrival.kept = KeptVersionsFor(
      article, *former, options_.configuration.keep_versions, options_.now);
  DropWithheld(librarian_.list(), arrival.id, arrival.kept);
}

void FileIntake::Reject(const Rejection& rejection, FileRow& row) {
  // A file that holds no article is passed over as a picture is.
  if (rejection.kind == RejectionKind::kNoArticle)
    return Skip(rejection.reason, row);
  ++rejections_;
  if (rejections_ > 1) return;
  row.outcome = FileOutcome::kFailed;
  row.reason = rejection.where.empty()
                   ? rejection.reason
                   : rejection.where + ": " + rejection.reason;
}

void FileIntake::Skip(std::string_view reason, FileRow& row) {
  if (row.articles > 0 || row.outcome == FileOutcome::kFailed) return;
  row.outcome = FileOutcome::kSkipped;
  row.reason = reason;
}

void FileIntake::SetFailedSince(FileToRead& file) const {
  if (file.row.outcome != FileOutcome::kFailed) return;
  file.row.failed_since =
      file.before.failed_since != 0 ? file.before.failed_since : options_.now;
}

void FileIntake::NoteOutcome(const FileToRead& file, FilesTable& rows) {
  const FileRow& row = file.row;
  switch (row.outcome) {
    case FileOutcome::kIndexed:
      ++report_.indexed_files;
      break;
    case FileOutcome::kSkipped:
      ++report_.skipped_files;
      ++report_.skipped_reasons[row.reason];
      break;
    case FileOutcome::kFailed:
      ++report_.failed_files;
      if (file.before.failed_since == 0)
        NoteNewFailure({file_id_, row.reason}, options_, report_);
      break;
  }
  if (!(row == file.before) || IssueChanges::IsOfIssue(row.format))
    rows.push_back(row);
}

// The file stands as the index has it; the next run looks again.
void FileIntake::Postpone(const FileToRead& file, std::string_view reason,
                          FilesTable& rows) {
  ++report_.skipped_files;
  ++report_.skipped_reasons[std::string(reason)];
  options_.log(fmt::format("skipped: {}: {}", file_id_, reason));
  const FileRow& before = file.before;
  if (IssueChanges::IsOfIssue(before.format)) {
    // What it was read with may not change again, and it would not be known
    // that it has to be read.
    FileRow again = before;
    again.stamp.reading = 0;
    if (!(again == before)) rows.push_back(std::move(again));
    return;
  }
  if (before.articles != 0 || before.failed_since != 0 ||
      reason == kGoneMeanwhile)
    return;
  FileRow row = {.root = file.row.root,
                 .path = file.row.path,
                 .stamp = {},
                 .outcome = FileOutcome::kSkipped,
                 .reason = std::string(reason)};
  if (!(row == before)) rows.push_back(std::move(row));
}

void NoteNewFailure(FileProblem problem, const BuildOptions& options,
                    BuildReport& report) {
  options.log(fmt::format("failed: {}: {}", problem.id, problem.reason));
  report.newly_failed.push_back(std::move(problem));
}

}  // namespace archive
