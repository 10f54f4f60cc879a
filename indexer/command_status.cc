#include "indexer/command_status.h"

#include <array>
#include <cstdlib>
#include <string_view>

#include <fmt/format.h>

#include "common/index/schema.h"
#include "common/json_writer.h"
#include "common/text/counts.h"
#include "common/text/printable.h"
#include "indexer/index_state.h"
#include "indexer/sources/source_walker.h"

namespace archive {
namespace {

// "2021-03-15 10:02 UTC"
std::string MinuteText(Instant instant) {
  const std::string text = UtcText(instant);
  const std::size_t t = text.find('T');
  constexpr std::size_t kMinuteLength = 5;
  return fmt::format("{} {} UTC", text.substr(0, t),
                     text.substr(t + 1, kMinuteLength));
}

std::string DayText(Day day) {
  return ToIsoString(DateFrom(day));
}

// A path with the home directory as "~".
std::string PathText(std::string_view path) {
  const char* const home = std::getenv("HOME");
  const std::string prefix = home == nullptr ? "" : std::string(home) + '/';
  if (prefix.size() > 1 && path.starts_with(prefix))
    return "~/" + PathForId(path.substr(prefix.size()));
  return PathForId(path);
}

void PrintRow(std::string_view name, std::string_view text, std::ostream& out) {
  out << fmt::format("{:12} {}\n", name, text);
}

std::string ArticlesText(const IndexState& state) {
  std::string text = WithCommas(state.articles);
  if (state.first_day != kNoDay)
    text += fmt::format(" from {} to {}", DayText(state.first_day),
                        DayText(state.last_day));
  if (state.undated != 0)
    text += fmt::format(" · {} undated", WithCommas(state.undated));
  return text;
}

constexpr std::array<WhyHidden, kWhyHiddenCount - 1> kReasons = {
    WhyHidden::kSuperseded, WhyHidden::kKilled, WhyHidden::kWithheld,
    WhyHidden::kEmbargoed};

std::uint64_t HiddenFor(const IndexState& state, WhyHidden why) {
  return state.hidden[static_cast<std::size_t>(why)];
}

void PrintHidden(const IndexState& state, std::ostream& out) {
  std::string text;
  for (const WhyHidden why : kReasons) {
    if (HiddenFor(state, why) == 0) continue;
    text += fmt::format("{}{} {}", text.empty() ? "" : " · ",
                        WithCommas(HiddenFor(state, why)), NameOf(why));
  }
  if (!text.empty())
    PrintRow("hidden", "of these " + text + " (status:any)", out);
  if (state.withheld != 0)
    PrintRow("withheld",
             fmt::format("{} besides by withhold.txt; the next build takes {} "
                         "out of the segments",
                         Counted(state.withheld, "article"),
                         state.withheld == 1 ? "it" : "them"),
             out);
}

std::string FilesText(const IndexState& state) {
  std::string text =
      fmt::format("{} indexed · {} skipped", WithCommas(state.indexed_files),
                  WithCommas(state.skipped_files));
  if (state.failed_files != 0)
    text += fmt::format(" · {} failed since {} (archive-index files --failed)",
                        WithCommas(state.failed_files),
                        UtcText(state.failed_since).substr(0, 10));
  return text;
}

std::string SecondsText(double seconds) {
  constexpr double kFew = 10;
  return seconds < kFew ? fmt::format("{:.1f} s", seconds)
                        : fmt::format("{:.0f} s", seconds);
}

std::string RunText(const RunRecord& run) {
  std::string text = MinuteText(run.ended) + ", ";
  if (run.result == "failed") return text + "failed: " + Printable(run.error);
  if (run.result == "interrupted") return text + "stopped before its end";
  return text + (run.result == "published" ? "published" : "nothing new") +
         " in " + SecondsText(run.report.seconds);
}

void PrintRun(const RunRecord& run, std::ostream& out) {
  PrintRow("last run", RunText(run), out);
  if (run.result == "published" || run.result == "unchanged") return;
  PrintRow("last good",
           run.last_success == 0 ? "none yet" : MinuteText(run.last_success),
           out);
}

void PrintScreen(const std::string& index, const IndexState& state,
                 std::ostream& out) {
  const Generation& generation = state.generation;
  PrintRow("index",
           fmt::format("{}, generation {}, schema {}, {} in {}",
                       PathText(index), WithCommas(generation.number),
                       kSchemaVersion, BytesText(state.bytes),
                       Counted(generation.segments.size(), "segment")),
           out);
  if (generation.shard.of > 1)
    PrintRow("part", ToString(generation.shard) + " of the files", out);
  PrintRow("articles", ArticlesText(state), out);
  PrintHidden(state, out);
  PrintRow("last change", MinuteText(generation.created), out);
  if (state.last_run) PrintRun(*state.last_run, out);
  if (state.last_run_problem) PrintRow("last run", "not known", out);
  PrintRow("files", FilesText(state), out);
  std::string_view heading = "roots";
  for (std::size_t i = 0; i < generation.roots.size(); ++i) {
    const Root& root = generation.roots[i];
    PrintRow(heading,
             fmt::format("{}, {}, {}", root.name, PathText(root.path),
                         Counted(state.articles_by_root[i], "article")),
             out);
    heading = "";
  }
  if (generation.roots.empty())
    PrintRow("next", "archive-index build DIRECTORY", out);
}

void WriteDay(Day day, JsonWriter& json) {
  if (day == kNoDay) {
    json.Null();
  } else {
    json.String(DayText(day));
  }
}

void WriteArticles(const IndexState& state, JsonWriter& json) {
  json.BeginObject();
  json.Key("total").Int(static_cast<std::int64_t>(state.articles));
  json.Key("first");
  WriteDay(state.first_day, json);
  json.Key("last");
  WriteDay(state.last_day, json);
  json.Key("undated").Int(static_cast<std::int64_t>(state.undated));
  json.Key("hidden").BeginObject();
  for (const WhyHidden why : kReasons)
    json.Key(NameOf(why)).Int(static_cast<std::int64_t>(HiddenFor(state, why)));
  json.EndObject();
  json.Key("withheld_by_list").Int(static_cast<std::int64_t>(state.withheld));
  json.EndObject();
}

void WriteFiles(const IndexState& state, JsonWriter& json) {
  json.BeginObject();
  json.Key("total").Int(static_cast<std::int64_t>(
      state.indexed_files + state.skipped_files + state.failed_files));
  json.Key("indexed").Int(static_cast<std::int64_t>(state.indexed_files));
  json.Key("skipped").Int(static_cast<std::int64_t>(state.skipped_files));
  json.Key("failed").Int(static_cast<std::int64_t>(state.failed_files));
  json.Key("failed_since");
  if (state.failed_since == 0) {
    json.Null();
  } else {
    json.String(UtcText(state.failed_since));
  }
  json.EndObject();
}

void WriteRoots(const IndexState& state, JsonWriter& json) {
  json.BeginArray();
  for (std::size_t i = 0; i < state.generation.roots.size(); ++i) {
    const Root& root = state.generation.roots[i];
    json.BeginObject();
    json.Key("name").String(root.name);
    json.Key("path").String(PathForId(root.path));
    json.Key("articles")
        .Int(static_cast<std::int64_t>(state.articles_by_root[i]));
    json.EndObject();
  }
  json.EndArray();
}

void WriteCounts(const BuildReport& report, std::uint64_t newly_failed,
                 JsonWriter& json) {
  const auto write = [&json](const char* key, std::uint64_t number) {
    json.Key(key).Int(static_cast<std::int64_t>(number));
  };
  json.Key("articles").BeginObject();
  write("new", report.new_articles);
  write("changed", report.changed_articles);
  write("removed", report.removed_articles);
  json.EndObject();
  json.Key("files").BeginObject();
  write("indexed", report.indexed_files);
  write("unchanged", report.unchanged_files);
  write("skipped", report.skipped_files);
  write("failed", report.failed_files);
  write("newly_failed", newly_failed);
  write("gone", report.gone_files);
  json.EndObject();
}

void WriteRun(const RunRecord& run, JsonWriter& json) {
  json.BeginObject();
  json.Key("began").String(UtcText(run.began));
  json.Key("ended").String(UtcText(run.ended));
  json.Key("result").String(run.result);
  json.Key("error");
  if (run.error.empty()) {
    json.Null();
  } else {
    json.String(Printable(run.error));
  }
  json.Key("generation").Int(run.report.generation);
  WriteCounts(run.report, run.newly_failed, json);
  json.Key("seconds").Double(run.report.seconds);
  json.Key("stages").BeginObject();
  for (std::size_t i = 0; i < kRunStageNames.size(); ++i)
    json.Key(kRunStageNames[i]).Double(run.report.stage_seconds[i]);
  json.EndObject();
  json.EndObject();
}

void WriteLastRun(const IndexState& state, JsonWriter& json) {
  json.Key("last_run");
  if (state.last_run) {
    WriteRun(*state.last_run, json);
  } else {
    json.Null();
  }
  json.Key("last_success");
  if (state.last_run && state.last_run->last_success != 0) {
    json.String(UtcText(state.last_run->last_success));
  } else {
    json.Null();
  }
}

void PrintJson(const std::string& index, const IndexState& state,
               std::ostream& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Key("format_version").Int(1);
  json.Key("index").String(PathForId(index));
  json.Key("index_id").String(ToString(state.generation.index_id));
  json.Key("generation").Int(state.generation.number);
  json.Key("part").String(ToString(state.generation.shard));
  json.Key("published").String(UtcText(state.generation.created));
  json.Key("schema").Int(kSchemaVersion);
  json.Key("bytes").Int(static_cast<std::int64_t>(state.bytes));
  json.Key("segments")
      .Int(static_cast<std::int64_t>(state.generation.segments.size()));
  json.Key("articles");
  WriteArticles(state, json);
  json.Key("files");
  WriteFiles(state, json);
  json.Key("roots");
  WriteRoots(state, json);
  WriteLastRun(state, json);
  json.EndObject();
  out << '\n';
}

}  // namespace

int RunStatus(const std::string& index, const StatusArguments& arguments,
              const Console& console) {
  const Result<IndexState> state = ReadIndexState(index);
  if (!state) return ReportError(state.error(), console.err);
  if (state->last_run_problem)
    ReportError(*state->last_run_problem, console.err);
  if (arguments.as_json) {
    PrintJson(index, *state, console.out);
  } else {
    PrintScreen(index, *state, console.out);
  }
  return 0;
}

}  // namespace archive
