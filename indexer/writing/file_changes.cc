#include "indexer/writing/file_changes.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>
#include <xxhash.h>

#include "common/dates/date_scanner.h"
#include "indexer/readers/foreign_files.h"
#include "indexer/readers/issue_pages.h"
#include "indexer/readers/source_articles.h"
#include "indexer/sources/buffered_bytes.h"
#include "indexer/sources/source_file.h"
#include "indexer/writing/issue_changes.h"

namespace archive {
namespace {

bool SameFile(const FileRow& a, const FileRow& b) {
  return a.root == b.root && a.path == b.path;
}

// Collects what the walker tells and compares it with the known rows.
class Comparison {
 public:
  Comparison(const Walked& walked, const FilesTable& known,
             const Configuration& configuration, Instant now)
      : roots_(walked.roots),
        retries_failed_(walked.retries_failed),
        withheld_(walked.withheld),
        known_(known),
        configuration_(configuration),
        now_(now),
        seen_(known.size()) {}

  void Take(const SourceFile& file) {
    FileToRead found;
    found.row.root = roots_[file.root].place;
    found.row.path = file.path_in_root;
    found.row.stamp = {file.size, file.mtime_ns, file.ctime_ns, file.inode, 0};
    const FileRow* before = FindKnown(found.row);
    if (before != nullptr) {
      FileStamp expected = found.row.stamp;
      expected.reading = ReadingOf(before->format);
      if (before->withheld != 0) expected.reading ^= withheld_;
      const bool is_due = before->due != 0 && before->due <= now_;
      const bool is_retried =
          retries_failed_ && before->outcome == FileOutcome::kFailed;
      if (before->stamp == expected && !is_due && !is_retried) {
        if (!IssueChanges::IsOfIssue(before->format))
          return CountKnown(*before);
        found.before = *before;
        of_issues_.push_back(std::move(found));
        return;
      }
      found.before = *before;
    }
    changes_.to_read.push_back(std::move(found));
  }

  void Note(const PassedOver& passed, FileOutcome outcome) {
    FileRow row = {.root = roots_[passed.root].place,
                   .path = passed.path_in_root,
                   .stamp = {},
                   .outcome = outcome,
                   .reason = passed.reason};
    const FileRow* before = FindKnown(row);
    if (outcome == FileOutcome::kFailed) {
      const bool failed_before = before != nullptr && before->failed_since != 0;
      row.failed_since = failed_before ? before->failed_since : now_;
      if (before != nullptr) row.articles = before->articles;
      unreadable_.push_back(row);
      if (!failed_before) changes_.newly_failed.push_back(row);
    }
    if (outcome == FileOutcome::kSkipped) {
      CountSkipped(row.reason);
    } else {
      ++changes_.failed;
    }
    const bool same = before != nullptr && before->outcome == outcome &&
                      before->reason == row.reason &&
                      before->articles == row.articles;
    if (!same) changes_.noted.push_back(std::move(row));
  }

  FileChanges TakeChanges() {
    std::unordered_set<std::uint32_t> of_this_run;
    for (const RunRoot& root : roots_) of_this_run.insert(root.place);
    for (std::size_t i = 0; i < known_.size(); ++i) {
      if (!seen_[i] && of_this_run.count(known_[i].root) != 0 &&
          !LiesInUnreadable(known_[i]))
        changes_.gone.push_back(known_[i]);
    }
    TakeIssueFiles();
    return std::move(changes_);
  }

 private:
  const FileRow* FindKnown(const FileRow& row) {
    const auto at =
        std::lower_bound(known_.begin(), known_.end(), row, ComesBefore);
    if (at == known_.end() || !SameFile(*at, row)) return nullptr;
    seen_[static_cast<std::size_t>(at - known_.begin())] = true;
    return &*at;
  }

  // Made once a format: most runs do little else than compare.
  std::uint64_t ReadingOf(const std::string& format) {
    const auto [reading, is_new] = readings_.try_emplace(format);
    if (is_new)
      reading->second = ReadingHash(FindFormat(format), configuration_);
    return reading->second;
  }

  // Nobody knows what has become of the files of a directory that cannot be
  // read.
  bool LiesInUnreadable(const FileRow& row) const {
    return std::any_of(unreadable_.begin(), unreadable_.end(),
                       [&row](const FileRow& directory) {
                         return directory.root == row.root &&
                                (directory.path.empty() ||
                                 row.path.starts_with(directory.path + "/"));
                       });
  }

  // Unchanged files of issues, of which others may have changed.
  void TakeIssueFiles() {
    IssueChanges issues;
    if (!of_issues_.empty()) {
      for (const FileToRead& file : changes_.to_read)
        issues.Note(file.row, file.before.format == "mets" || IsNowMets(file));
      for (const FileRow& row : changes_.gone)
        issues.Note(row, row.format == "mets");
    }
    for (FileToRead& file : of_issues_) {
      if (issues.Touches(file.before))
        changes_.to_read.push_back(std::move(file));
      else
        CountKnown(file.before);
    }
  }

  bool IsNowMets(const FileToRead& file) const {
    if (!SameLetters(ExtensionOf(file.row.path), ".xml")) return false;
    const auto root = std::find_if(
        roots_.begin(), roots_.end(),
        [&file](const RunRoot& row) { return row.place == file.row.root; });
    const auto source = OpenSourceFile(FullPath(root->source, file.row.path));
    if (!source) return false;
    constexpr std::size_t kBeginning = std::size_t{4} << 10;
    return IsMets(BufferedBytes(**source).Peek(kBeginning));
  }

  void CountKnown(const FileRow& row) {
    switch (row.outcome) {
      case FileOutcome::kIndexed:
        ++changes_.unchanged;
        return;
      case FileOutcome::kSkipped:
        CountSkipped(row.reason);
        return;
      case FileOutcome::kFailed:
        ++changes_.failed;
        return;
    }
  }

  void CountSkipped(const std::string& reason) {
    ++changes_.skipped;
    ++changes_.skipped_reasons[reason];
  }

  const std::vector<RunRoot>& roots_;
  bool retries_failed_;
  std::uint64_t withheld_;
  const FilesTable& known_;
  const Configuration& configuration_;
  Instant now_;
  std::vector<bool> seen_;                                   // by known row
  std::unordered_map<std::string, std::uint64_t> readings_;  // by format
  FilesTable unreadable_;
  std::vector<FileToRead> of_issues_;  // unchanged
  FileChanges changes_;
};

}  // namespace

const SourceRoot& RootOf(const std::vector<RunRoot>& roots,
                         const FileRow& row) {
  return std::find_if(
             roots.begin(), roots.end(),
             [&row](const RunRoot& root) { return root.place == row.root; })
      ->source;
}

std::string FileIdOf(const std::vector<RunRoot>& roots, const FileRow& row) {
  return BoundedFileId(IdOf(RootOf(roots, row), row.path));
}

FileChanges FindChanges(const Walked& walked, const FilesTable& known,
                        const Configuration& configuration, Instant now) {
  std::vector<SourceRoot> sources;
  for (const RunRoot& root : walked.roots) sources.push_back(root.source);
  Comparison comparison(walked, known, configuration, now);
  const auto is_ours = [&](std::size_t root, const std::string& path) {
    const Shard& shard = walked.shard;
    return shard.of == 1 ||
           ShardOf(IdOf(sources[root], path), shard.of) == shard.number;
  };
  WalkSources(sources, walked.excluded,
              {.file =
                   [&](const SourceFile& file) {
                     if (is_ours(file.root, file.path_in_root))
                       comparison.Take(file);
                   },
               .skipped =
                   [&](const PassedOver& passed) {
                     if (is_ours(passed.root, passed.path_in_root))
                       comparison.Note(passed, FileOutcome::kSkipped);
                   },
               // Every shard needs to know that its files may lie there.
               .failed =
                   [&](const PassedOver& passed) {
                     comparison.Note(passed, FileOutcome::kFailed);
                   }},
              walked.links);
  return comparison.TakeChanges();
}

std::uint32_t ShardOf(std::string_view file_id, std::uint32_t of) {
  return static_cast<std::uint32_t>(
             XXH3_64bits(file_id.data(), file_id.size()) % of) +
         1;
}

std::uint64_t ReadingHash(const Format* format,
                          const Configuration& configuration) {
  std::string settings;
  const auto add = [&settings](const Format& row) {
    settings += fmt::format("{} {}\n", row.name, row.version);
  };
  if (format != nullptr && format->holds != FileHolds::kFiles) {
    add(*format);
  } else {
    for (const Format& row : Formats()) add(row);
    settings += fmt::format("containers {}\n", kContainerVersion);
  }
  for (const auto& [theirs, ours] : configuration.reader.json_fields)
    settings += fmt::format("{}={}\n", theirs, ours);
  if (configuration.embargo == EmbargoRule::kStrict)
    settings += "embargo strict\n";
  if (configuration.name_sources != NameSources::kSourceFirst)
    settings +=
        fmt::format("names {}\n", static_cast<int>(configuration.name_sources));
  return XXH3_64bits(settings.data(), settings.size());
}

}  // namespace archive
