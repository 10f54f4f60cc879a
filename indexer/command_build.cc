#include "indexer/command_build.h"

#include <algorithm>
#include <csignal>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "common/clock.h"
#include "common/file_system.h"
#include "common/text/counts.h"
#include "common/text/printable.h"
#include "indexer/analysis/entity_model.h"
#include "indexer/cli_config.h"
#include "indexer/example_query.h"
#include "indexer/hook.h"
#include "indexer/interruption.h"
#include "indexer/run_log.h"
#include "indexer/sources/source_walker.h"
#include "indexer/writing/build.h"
#include "indexer/writing/progress.h"
#include "indexer/writing/report.h"
#include "indexer/writing/run_record.h"
#include "indexer/writing/skipped_kinds.h"

namespace archive {
namespace {

constexpr int kNewFailuresStatus = 3;
constexpr int kHookStatus = 4;
constexpr double kUsualSettleSeconds = 2;
constexpr std::size_t kFailuresShown = 10;

std::string DbOption(const std::string& db_option) {
  if (db_option.empty()) return "";
  return fmt::format(" --db {}", PathForId(db_option));
}

// The files that failed and had not before: the first with `head` before it,
// the others with spaces.
std::string NewlyFailedText(const BuildReport& report, std::string_view head,
                            const std::string& db_option) {
  std::string text;
  std::size_t shown = 0;
  for (const FileProblem& problem : report.newly_failed) {
    if (shown == kFailuresShown) break;
    text += fmt::format("{:{}}{}: {}\n", shown == 0 ? head : "", head.size(),
                        problem.id, Printable(problem.reason));
    ++shown;
  }
  const std::size_t more = report.newly_failed.size() - shown;
  if (more != 0)
    text += fmt::format("{:{}}… and {} more: archive-index{} files --failed\n",
                        "", head.size(), WithCommas(more), DbOption(db_option));
  return text;
}

class BuildCommand {
 public:
  BuildCommand(const std::string& index, const std::string& db_option,
               const BuildArguments& arguments, const Console& console)
      : index_(index),
        db_option_(db_option),
        arguments_(arguments),
        console_(console) {}

  int Run() {
    const Result<Configuration> configuration =
        ReadConfiguration(arguments_.config, index_);
    if (!configuration) {
      RecordEarlyFailure(index_, CurrentInstant(), configuration.error());
      return ReportError(configuration.error(), console_.err);
    }
    CatchInterruptions();
    log_ = {arguments_.log.empty() ? configuration->run.log : arguments_.log,
            index_};
    log_.Write(arguments_.paths.empty()
                   ? "began, with the directories from before"
                   : fmt::format("began {}", fmt::join(arguments_.paths, " ")));
    Progress progress(ShowProgress());
    const Result<BuildReport> report =
        RunBuild(Options(*configuration), progress);
    int status = report ? StatusOf(*report) : Fail(report.error());
    if (report) {
      for (const std::string& fault : report->faults)
        console_.err << "archive-index: " << fault << '\n';
      Tell(*report);
      log_.Write(
          fmt::format("ended with status {}: {}", status, ForPeople(*report)));
      // The lock is released: the command may take its time, and a run.
      if (report->published && !RunPostBuild(configuration->run, *report))
        status = ExitStatusAfter(NotedInterruption());
    }
    if (!log_.outcome()) Warn(log_.outcome().error().message);
    return status;
  }

 private:
  bool IsForPeople() const {
    return arguments_.output == BuildOutput::kUsual && console_.out_is_terminal;
  }

  std::function<void(const std::string&)> ShowProgress() const {
    if (arguments_.output == BuildOutput::kQuiet || !console_.err_is_terminal)
      return nullptr;
    return [this](const std::string& line) { ReplaceLine(console_.err, line); };
  }

  BuildOptions Options(const Configuration& configuration) {
    return {
        .index = index_,
        .paths = arguments_.paths,
        .fresh = arguments_.fresh,
        .shard = arguments_.shard,
        .configuration = configuration,
        .entities =
            [this, sources = configuration.name_sources] {
              return OpenModel(sources);
            },
        .threads = arguments_.threads != 0
                       ? arguments_.threads
                       : std::max(1U, std::thread::hardware_concurrency()),
        .now = CurrentInstant(),
        .memory = arguments_.memory.value_or(
            configuration.run.memory.value_or(kUsualMemory)),
        .settle_seconds = arguments_.settle_seconds.value_or(
            configuration.run.settle_seconds.value_or(kUsualSettleSeconds)),
        .follows_links = arguments_.follow || configuration.run.follows_links,
        .retries_failed = arguments_.retry_failed,
        .allows_vanishing = arguments_.allow_vanish,
        .wait_seconds = arguments_.wait_seconds,
        .interrupted = [] { return NotedInterruption() != 0; },
        .before_reading =
            [this, &configuration] { return RunPreBuild(configuration.run); },
        .log = [this](const std::string& event) { log_.Write(event); }};
  }

  HookVariables VariablesFor(const char* name) const {
    return {{"ARCHIVE_INDEX_HOOK", name},
            {"ARCHIVE_INDEX_DB", AbsolutePath(index_)}};
  }

  Status RunPreBuild(const RunSettings& settings) {
    if (settings.pre_build.empty()) return Ok();
    if (NotedInterruption() != 0)
      return Error{ErrorCode::kInterrupted,
                   "stopped before the pre-build command",
                   "nothing was read or changed"};
    const Status status =
        RunHook("pre-build", settings.pre_build, VariablesFor("pre-build"));
    if (status) return Ok();
    if (status.error().code == ErrorCode::kInterrupted)
      return Error{status.error().code, status.error().message,
                   "nothing was read or changed"};
    hook_failed_ = true;
    return Error{status.error().code, status.error().message,
                 "nothing was read or changed; the command stands in the "
                 "configuration as pre-build"};
  }

  // Whether no signal stopped it; that it failed has no other effect.
  bool RunPostBuild(const RunSettings& settings, const BuildReport& report) {
    if (settings.post_build.empty()) return true;
    HookVariables variables = VariablesFor("post-build");
    const auto add = [&variables](const char* name, std::uint64_t number) {
      variables.emplace_back(name, std::to_string(number));
    };
    add("ARCHIVE_INDEX_GENERATION", report.generation);
    add("ARCHIVE_INDEX_NEW", report.new_articles);
    add("ARCHIVE_INDEX_CHANGED", report.changed_articles);
    add("ARCHIVE_INDEX_REMOVED", report.removed_articles);
    add("ARCHIVE_INDEX_NEWLY_FAILED", report.newly_failed.size());
    console_.out << std::flush;
    const Status status = RunHook("post-build", settings.post_build, variables);
    if (status) return true;
    Warn(status.error().message);
    log_.Write(status.error().message);
    return status.error().code != ErrorCode::kInterrupted;
  }

  int Fail(const Error& error) {
    int status = hook_failed_ ? kHookStatus : ExitStatusFor(error.code);
    if (error.code == ErrorCode::kInterrupted && NotedInterruption() != 0)
      status = ExitStatusAfter(NotedInterruption());
    log_.Write(fmt::format("ended with status {}: {}", status, error.message));
    ReportError(error, console_.err);
    return status;
  }

  const EntityModel* OpenModel(NameSources sources) {
    if (sources == NameSources::kSource) return nullptr;
    Result<EntityModel> model = EntityModel::OpenOwn();
    if (model) return &entities_.emplace(std::move(*model));
    if (console_.err_is_terminal) ReplaceLine(console_.err, "");
    // Under cron, too: it is asked for where articles are written, which lack
    // their names from now on.
    Warn("no people, organisations and places are found: " +
         model.error().message);
    console_.err << "  install it again, or write entities = \"source\" into "
                    "the configuration\n";
    return nullptr;
  }

  void Warn(const std::string& message) const {
    console_.err << "archive-index: " << Printable(message) << '\n';
  }

  void Tell(const BuildReport& report) const {
    if (IsForPeople()) {
      TellPeople(report);
    } else {
      if (arguments_.output == BuildOutput::kSummary)
        console_.out << SummaryLine(report) << '\n';
      console_.err << NewlyFailedText(report,
                                      "archive-index: failed: ", db_option_);
    }
    if (!report.unrecorded.empty()) Warn(report.unrecorded);
    if (!report.interrupted) return;
    console_.err << fmt::format(
        "archive-index: stopped by {}: what was read is published as "
        "generation {}, the next run goes on from there\n",
        NotedInterruption() == SIGINT ? "Ctrl-C" : "a signal",
        report.generation);
  }

  void TellPeople(const BuildReport& report) const {
    console_.out << ForPeople(report) << '\n';
    if (report.published && !report.skipped_reasons.empty())
      console_.out << "  skipped  " << SkippedKindsText(report.skipped_reasons)
                   << '\n';
    console_.out << NewlyFailedText(report, "  failed   ", db_option_);
    if (report.generation == 1 && report.published && !report.interrupted)
      SuggestQuery();
  }

  void SuggestQuery() const {
    const std::string query = ExampleQuery(index_);
    if (!query.empty())
      console_.out << fmt::format("  ask: archive-query{} \"{}\"\n",
                                  DbOption(db_option_), query);
  }

  int StatusOf(const BuildReport& report) const {
    if (report.interrupted) return ExitStatusAfter(NotedInterruption());
    if (report.newly_failed.empty() || arguments_.skip_ok) return 0;
    return kNewFailuresStatus;
  }

  const std::string& index_;
  const std::string& db_option_;
  const BuildArguments& arguments_;
  const Console& console_;
  std::optional<EntityModel> entities_;
  RunLog log_{"", ""};
  bool hook_failed_ = false;
};

}  // namespace

int RunBuildCommand(const std::string& index, const std::string& db_option,
                    const BuildArguments& arguments, const Console& console) {
  return BuildCommand(index, db_option, arguments, console).Run();
}

}  // namespace archive
