#include "indexer/writing/run_record.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "common/clock.h"
#include "common/file_system.h"
#include "common/index/index_layout.h"
#include "common/text/printable.h"
#include "indexer/writing/index_lock.h"

namespace archive {
namespace {

struct CountKey {
  std::string_view name;
  std::uint64_t BuildReport::*member;
};
constexpr std::array<CountKey, 8> kCounts = {{
    {"articles.new", &BuildReport::new_articles},
    {"articles.changed", &BuildReport::changed_articles},
    {"articles.removed", &BuildReport::removed_articles},
    {"files.indexed", &BuildReport::indexed_files},
    {"files.unchanged", &BuildReport::unchanged_files},
    {"files.skipped", &BuildReport::skipped_files},
    {"files.failed", &BuildReport::failed_files},
    {"files.gone", &BuildReport::gone_files},
}};

struct MomentKey {
  std::string_view name;
  Instant RunRecord::*member;
};
constexpr std::array<MomentKey, 3> kMoments = {{
    {"began", &RunRecord::began},
    {"ended", &RunRecord::ended},
    {"last-success", &RunRecord::last_success},
}};

constexpr std::string_view kStagePrefix = "seconds.";

std::string LastRunPath(const std::string& index) {
  return fmt::format("{}/{}", index, kLastRunName);
}

constexpr std::array<std::string_view, 4> kResults = {"published", "unchanged",
                                                      "interrupted", "failed"};

template <typename Number>
bool SetNumber(std::string_view text, Number& number) {
  const auto [end, code] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  return code == std::errc() && end == text.data() + text.size();
}

bool SetStage(std::string_view name, std::string_view value,
              RunRecord& record) {
  for (std::size_t i = 0; i < kRunStageNames.size(); ++i) {
    if (name == kRunStageNames[i])
      return SetNumber(value, record.report.stage_seconds[i]);
  }
  return true;
}

// Whether the value makes sense.
bool Set(std::string_view key, std::string_view value, RunRecord& record) {
  for (const MomentKey& row : kMoments)
    if (row.name == key) return SetNumber(value, record.*row.member);
  for (const CountKey& row : kCounts)
    if (row.name == key) return SetNumber(value, record.report.*row.member);
  if (key == "result") record.result = value;
  if (key == "error") record.error = value;
  if (key == "generation") return SetNumber(value, record.report.generation);
  if (key == "files.newly-failed") return SetNumber(value, record.newly_failed);
  if (key == "seconds") return SetNumber(value, record.report.seconds);
  if (key.starts_with(kStagePrefix))
    return SetStage(key.substr(kStagePrefix.size()), value, record);
  return true;
}

// Nothing where the text is not what a run writes.
std::optional<RunRecord> Parse(std::string_view text) {
  if (!text.ends_with('\n')) return std::nullopt;
  RunRecord record;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() + 1);
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos ||
        !Set(line.substr(0, equals), line.substr(equals + 1), record))
      return std::nullopt;
  }
  const bool is_whole = record.began != 0 && record.ended != 0 &&
                        std::find(kResults.begin(), kResults.end(),
                                  record.result) != kResults.end();
  return is_whole ? std::optional(std::move(record)) : std::nullopt;
}

std::string Format(const RunRecord& record) {
  std::string text;
  const auto add = [&text](std::string_view key, const auto& value) {
    text += fmt::format("{}={}\n", key, value);
  };
  for (const MomentKey& row : kMoments) add(row.name, record.*row.member);
  add("result", record.result);
  if (!record.error.empty()) add("error", Printable(record.error));
  add("generation", record.report.generation);
  for (const CountKey& row : kCounts) add(row.name, record.report.*row.member);
  add("files.newly-failed", record.newly_failed);
  add("seconds", fmt::format("{:.3f}", record.report.seconds));
  for (std::size_t i = 0; i < kRunStageNames.size(); ++i)
    text += fmt::format("{}{}={:.3f}\n", kStagePrefix, kRunStageNames[i],
                        record.report.stage_seconds[i]);
  return text;
}

std::string_view ResultOf(const BuildReport& report) {
  if (report.interrupted) return "interrupted";
  return report.published ? "published" : "unchanged";
}

}  // namespace

Result<RunRecord> ReadRunRecord(const std::string& index) {
  const std::string path = LastRunPath(index);
  if (!FileExists(path))
    return Error{ErrorCode::kNotFound, path + " is not there"};
  ASSIGN_OR_RETURN(const std::string text, ReadRegularFile(path));
  if (std::optional<RunRecord> record = Parse(text)) return *std::move(record);
  return Error{ErrorCode::kIndexDamaged,
               path + " is damaged: how the last run ended is not known",
               "the next build writes it anew; the index needs nothing of it"};
}

Status RecordRun(const std::string& index, Instant began,
                 const Result<BuildReport>& report) {
  const Result<RunRecord> before = ReadRunRecord(index);
  RunRecord record;
  record.began = began;
  record.ended = CurrentInstant();
  record.last_success = before ? before->last_success : 0;
  if (report) {
    record.report = *report;
    record.newly_failed = report->newly_failed.size();
    record.result = ResultOf(*report);
    if (!report->interrupted) record.last_success = record.ended;
  } else {
    record.result = report.error().code == ErrorCode::kInterrupted
                        ? "interrupted"
                        : "failed";
    record.error = report.error().message;
    record.report.generation = before ? before->report.generation : 0;
  }
  // In work/, where the next run sweeps what a killed one leaves.
  const std::string fresh = fmt::format("{}/{}", WorkPath(index), kLastRunName);
  RETURN_IF_ERROR(MakeDirectories(WorkPath(index)));
  RETURN_IF_ERROR(WriteFile(fresh, Format(record)));
  RETURN_IF_ERROR(Rename(fresh, LastRunPath(index)));
  return SyncDirectory(index);
}

void RecordEarlyFailure(const std::string& index, Instant began,
                        const Error& error) {
  if (error.code == ErrorCode::kIndexLocked || !ReadStub(index)) return;
  const Result<IndexLock> lock = IndexLock::Take(index, began);
  if (lock) static_cast<void>(RecordRun(index, began, error));
}

}  // namespace archive
