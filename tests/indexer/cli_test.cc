#include "indexer/cli.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <gtest/gtest.h>

#include "indexer/cli_help.h"

namespace archive {
namespace {

struct Parsed {
  std::optional<int> status;
  CommandLine line;
  std::string out;
  std::string err;
};

Parsed Parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "archive-index");
  std::ostringstream out;
  std::ostringstream err;
  Parsed parsed;
  parsed.status =
      ParseCommandLine(static_cast<int>(arguments.size()), arguments.data(),
                       parsed.line, {.out = out, .err = err});
  parsed.out = out.str();
  parsed.err = err.str();
  return parsed;
}

void ExpectDocumented(const CLI::App& app) {
  EXPECT_FALSE(app.get_description().empty()) << app.get_name();
  for (const CLI::Option* option : app.get_options()) {
    const std::string name =
        app.get_name() + " " + option->get_name(true, true);
    EXPECT_FALSE(option->get_description().empty()) << name;
    EXPECT_FALSE(option->get_group().empty()) << name;
    EXPECT_NE(option->get_group(), "Options") << name << " has no group";
  }
}

TEST(Cli, EveryOptionHasAGroupAndHelp) {
  CLI::App app;
  CommandLine line;
  DefineCommandLine(app, line);
  ExpectDocumented(app);
  for (const CLI::App* command : app.get_subcommands({}))
    ExpectDocumented(*command);
}

TEST(Cli, ShortHelpFitsAScreenAndNamesEveryCommand) {
  CLI::App app;
  CommandLine line;
  DefineCommandLine(app, line);
  const std::string help = ShortHelp();
  EXPECT_LE(std::count(help.begin(), help.end(), '\n'), 24);
  for (const CLI::App* command : app.get_subcommands({}))
    EXPECT_NE(help.find(command->get_name()), std::string::npos)
        << command->get_name();
}

TEST(Cli, NoLineOfHelpIsWiderThanATerminal) {
  std::istringstream lines(Parse({"--help"}).out);
  for (std::string line; std::getline(lines, line);)
    EXPECT_LE(line.size(), 80U) << line;
}

TEST(Cli, WhatWasTypedIsPlainData) {
  const Parsed parsed = Parse({"build", "a", "--threads", "3", "b", "--fresh",
                               "--summary", "--skip-ok", "--config=c.toml"});
  ASSERT_FALSE(parsed.status) << parsed.err;
  EXPECT_EQ(parsed.line.command, CommandId::kBuild);
  EXPECT_EQ(parsed.line.build.paths, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(parsed.line.build.threads, 3U);
  EXPECT_TRUE(parsed.line.build.fresh);
  EXPECT_TRUE(parsed.line.build.skip_ok);
  EXPECT_EQ(parsed.line.build.output, BuildOutput::kSummary);
  EXPECT_EQ(parsed.line.build.config, "c.toml");
}

TEST(Cli, TheIndexMayStandBeforeOrAfterTheCommand) {
  for (const auto& arguments :
       std::vector<std::vector<const char*>>{{"--db", "x", "status"},
                                             {"status", "--db", "x"},
                                             {"--db=x", "build", "p"},
                                             {"build", "p", "--db=x"},
                                             {"forget", "--db", "x", "p"}})
    EXPECT_EQ(Parse(arguments).line.db, "x");
}

TEST(Cli, ANameOfACommandMayBeAPath) {
  const Parsed parsed = Parse({"build", "status", "files"});
  ASSERT_FALSE(parsed.status) << parsed.err;
  EXPECT_EQ(parsed.line.build.paths,
            (std::vector<std::string>{"status", "files"}));
}

TEST(Cli, MistakesNameTheNearest) {
  struct Row {
    std::vector<const char*> arguments;
    std::string err;
  };
  const std::vector<Row> rows = {
      {{"biuld", "a"},
       "archive-index: there is no command biuld\n  did you mean build?\n"},
      {{"entirely"},
       "archive-index: there is no command entirely\n  archive-index -h shows "
       "what there is\n"},
      {{"build", "--thread", "3", "a"},
       "archive-index: there is no option --thread\n  did you mean "
       "--threads?\n"},
      {{"--bd", "x", "status"},
       "archive-index: there is no option --bd\n  did you mean --db?\n"},
      {{"files", "--faild=1"},
       "archive-index: there is no option --faild\n  did you mean "
       "--failed?\n"},
      {{"status", "more"},
       "archive-index: status takes no further argument: more\n  "
       "archive-index help status\n"},
      {{"forget"},
       "archive-index: forget needs to know what\n  archive-index status lists "
       "the roots\n"},
      {{"read"},
       "archive-index: read needs a file\n  archive-index read FILE\n"},
      {{"build", ""},
       "archive-index: an empty path names nothing\n  name a directory or a "
       "file that is there\n"},
      {{"--db", "", "status"},
       "archive-index: --db names no directory\n  leave it out for the usual "
       "one\n"},
      {{"status", "--db="},
       "archive-index: --db needs a value behind it: --db DIR\n  archive-index "
       "-h shows what there is\n"},
      {{"status", "--db"},
       "archive-index: --db needs a value behind it: --db DIR\n  archive-index "
       "-h shows what there is\n"},
      {{"--db", "a", "status", "--db", "b"},
       "archive-index: --db is given more than once\n  archive-index -h shows "
       "what there is\n"},
      {{"build", "--db", "a", "--db", "b"},
       "archive-index: --db is given more than once\n  archive-index -h shows "
       "what there is\n"},
      {{"build", "--threads", "many"},
       "archive-index: --threads: many is no number from 1 to 256\n  "
       "archive-index -h shows what there is\n"},
      {{"build", "--quiet", "--summary"},
       "archive-index: --quiet and --summary contradict each other\n  "
       "archive-index -h shows what there is\n"},
  };
  for (const Row& row : rows) {
    const Parsed parsed = Parse(row.arguments);
    EXPECT_EQ(parsed.status, 2);
    EXPECT_EQ(parsed.err, row.err);
    EXPECT_EQ(parsed.out, "");
  }
}

TEST(Cli, MistakesOfValuesAreMistakes) {
  for (const auto& arguments :
       std::vector<std::vector<const char*>>{{},
                                             {"build", "--threads", "0"},
                                             {"build", "--threads", "many"},
                                             {"build", "--quiet", "--summary"},
                                             {"files", "--all", "--failed"},
                                             {"files", "--skipped", "--failed"},
                                             {"help", "nothing"},
                                             {"status", "--db"}}) {
    const Parsed parsed = Parse(arguments);
    EXPECT_EQ(parsed.status, 2);
    EXPECT_NE(parsed.err, "");
    EXPECT_EQ(parsed.out, "");
  }
}

TEST(Cli, HelpIsAnAnswer) {
  struct Row {
    std::vector<const char*> arguments;
    std::string part;
  };
  const std::vector<Row> rows = {
      {{"-h"}, "archive-index build ~/news"},
      {{"--help"}, "Exit status:"},
      {{"help"}, "Exit status:"},
      {{"help", "files"}, "--skipped"},
      {{"files", "-h"}, "--skipped"},
      {{"forget", "--help"}, "ROOT"},
      {{"--version"}, "archive-index 0."},
  };
  for (const Row& row : rows) {
    const Parsed parsed = Parse(row.arguments);
    EXPECT_EQ(parsed.status, 0);
    EXPECT_NE(parsed.out.find(row.part), std::string::npos) << parsed.out;
    EXPECT_EQ(parsed.err, "");
  }
}

}  // namespace
}  // namespace archive
