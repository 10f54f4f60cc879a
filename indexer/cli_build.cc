#include "indexer/cli_build.h"

#include <cstdlib>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "indexer/cli_config.h"

namespace archive {
namespace {

CLI::Validator Seconds() {
  return {[](const std::string& text) {
            return ParseSeconds(text) ? std::string()
                                      : text + " is no number of seconds";
          },
          ""};
}

void DefineWhat(CLI::App& app, BuildArguments& build) {
  app.add_option("PATH", build.paths,
                 "Directories and files to index; without any, all that the "
                 "index was built of")
      ->type_name("")
      ->group(kReadingGroup);
  app.add_flag("--fresh", build.fresh,
               "Read everything again, as if there were no index yet")
      ->group(kReadingGroup);
  app.add_option_function<std::string>(
         "--part",
         [&build](const std::string& text) { build.shard = ParseShard(text); },
         "Index only the K-th of N parts of the files, by their paths; "
         "archive-query searches several indexes as one")
      ->type_name("K/N")
      ->check(CLI::Validator(
          [](const std::string& text) {
            return ParseShard(text) ? std::string()
                                    : text + " is no part such as 2/8";
          },
          ""))
      ->group(kReadingGroup);
  app.add_flag("--allow-vanish", build.allow_vanish,
               "Go on when more than half of the articles would leave, since "
               "their files are gone")
      ->group(kReadingGroup);
  app.add_flag("--retry-failed", build.retry_failed,
               "Read again what failed, though it is as it was")
      ->group(kReadingGroup);
  app.add_flag("--follow", build.follow,
               "Follow links that lead out of the directories, too; what "
               "several names lead to is read once")
      ->group(kReadingGroup);
  app.add_option("--wait", build.wait_seconds,
                 "Wait so many seconds for another run that holds the index")
      ->type_name("SECONDS")
      ->check(Seconds())
      ->group(kReadingGroup);
  app.add_option("--settle", build.settle_seconds,
                 "Leave a file alone until nobody has written to it for so "
                 "many seconds; usually 2, and 0 reads all as they are")
      ->type_name("SECONDS")
      ->check(Seconds())
      ->group(kReadingGroup);
}

void DefineHow(CLI::App& app, BuildArguments& build) {
  app.add_option("--config", build.config,
                 "A configuration file, instead of the usual ones")
      ->type_name("FILE")
      ->group(kReadingGroup);
  static constexpr int kMostThreads = 256;
  app.add_option("--threads", build.threads,
                 "How many cores may work; usually all")
      ->type_name("N")
      ->check(CLI::Validator(
          [](const std::string& text) {
            const int threads = std::atoi(text.c_str());
            return threads >= 1 && threads <= kMostThreads
                       ? std::string()
                       : fmt::format("{} is no number from 1 to {}", text,
                                     kMostThreads);
          },
          ""))
      ->group(kReadingGroup);
  app.add_option_function<std::string>(
         "--memory",
         [&build](const std::string& text) {
           build.memory = ParseMemory(text);
         },
         "How much memory the run may take, about, such as 512M; usually 1G")
      ->type_name("SIZE")
      ->check(CLI::Validator(
          [](const std::string& text) {
            return ParseMemory(text)
                       ? std::string()
                       : fmt::format("{} is not {}", text, kMemoryTexts);
          },
          ""))
      ->group(kReadingGroup);
}

void DefineOutput(CLI::App& app, BuildArguments& build) {
  CLI::Option* const quiet =
      app.add_flag_callback(
             "--quiet", [&build] { build.output = BuildOutput::kQuiet; },
             "Say nothing unless something is wrong, on a terminal too")
          ->group(kOutputGroup);
  app.add_flag_callback(
         "--summary", [&build] { build.output = BuildOutput::kSummary; },
         "Print what was done as one line for scripts")
      ->excludes(quiet)
      ->group(kOutputGroup);
  app.add_option("--log", build.log,
                 "Append a line for each event to this file")
      ->type_name("FILE")
      ->group(kOutputGroup);
  app.add_flag("--skip-ok", build.skip_ok,
               "Exit with 0, not 3, when files failed for the first time")
      ->group(kOutputGroup);
}

}  // namespace

void DefineBuild(CLI::App& app, CommandLine& line) {
  DefineWhat(app, line.build);
  DefineHow(app, line.build);
  DefineOutput(app, line.build);
}

}  // namespace archive
