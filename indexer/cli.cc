#include "indexer/cli.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "common/command_table.h"
#include "common/error.h"
#include "common/option_mistakes.h"
#include "common/text/edit_distance.h"
#include "indexer/cli_build.h"
#include "indexer/cli_entities.h"
#include "indexer/cli_generate.h"
#include "indexer/cli_help.h"
#include "indexer/cli_librarian.h"
#include "indexer/cli_upkeep.h"

namespace archive {
namespace {

constexpr const char* kIndexGroup = "The index";
constexpr const char* kHelpGroup = "Help";
constexpr const char* kHelpCommand = "help";
constexpr const char* kSeeHelp = "archive-index -h shows what there is";

void DefineStatus(CLI::App& app, CommandLine& line) {
  app.add_flag("--json", line.status.as_json, "Print one JSON object")
      ->group(kOutputGroup);
}

void DefineFiles(CLI::App& app, CommandLine& line) {
  FilesArguments& files = line.files;
  const auto show = [&app, &files](const std::string& name, FilesShown shown,
                                   const std::string& help) {
    return app
        .add_flag_callback(
            name, [&files, shown] { files.shown = shown; }, help)
        ->group(kOutputGroup);
  };
  CLI::Option* const failed =
      show("--failed", FilesShown::kFailed,
           "Files that could not be read, or not wholly");
  CLI::Option* const skipped =
      show("--skipped", FilesShown::kSkipped, "Files that hold no articles");
  show("--all", FilesShown::kAll, "All files, those in the index too")
      ->excludes(failed)
      ->excludes(skipped);
  failed->excludes(skipped);
  app.add_flag("--json", files.as_json, "Print one JSON object")
      ->group(kOutputGroup);
}

void DefineForget(CLI::App& app, CommandLine& line) {
  app.add_option("ROOT", line.forget.root,
                 "A directory or file that `build` was given, or its name as "
                 "`status` shows it")
      ->type_name("")
      ->group(kReadingGroup);
}

void DefineRead(CLI::App& app, CommandLine& line) {
  app.add_option("FILE", line.read.paths, "Files and directories to read")
      ->type_name("")
      ->group(kReadingGroup);
  app.add_option("--config", line.read.config,
                 "A configuration file, instead of the usual ones")
      ->type_name("FILE")
      ->group(kReadingGroup);
}

void DefineDates(CLI::App& app, CommandLine& line) {
  app.add_option("FILE", line.dates.file,
                 "The text; without it, or with -, standard input")
      ->type_name("")
      ->group(kReadingGroup);
  app.add_option("--anchor", line.dates.anchor,
                 "The day of publication, from which \"Tuesday\" and \"last "
                 "month\" are counted; without it they are left out")
      ->type_name("DATE")
      ->group(kReadingGroup);
}

void DefineTag(CLI::App& app, CommandLine& line) {
  app.add_option("FILE", line.tag.file,
                 "The text; without it, or with -, standard input")
      ->type_name("")
      ->group(kReadingGroup);
  app.add_flag("--text", line.tag.as_text,
               "Running text, answered with a line of JSON for each name; "
               "otherwise a token a line, answered with its tag")
      ->group(kReadingGroup);
  app.add_option("--language", line.tag.language,
                 "Of running text: its language (en, de, fr …) instead of the "
                 "one that is detected; people are found in English alone")
      ->type_name("CODE")
      ->group(kReadingGroup);
  app.add_option("--model", line.tag.model,
                 "Another model than the one that came with the program")
      ->type_name("FILE")
      ->group(kReadingGroup);
}

void DefineFormats(CLI::App& /*app*/, CommandLine& /*line*/) {}

struct Command {
  CommandId id;
  const char* name;
  const char* help;
  void (*define)(CLI::App& app, CommandLine& line);
};

constexpr std::array<Command, 15> kCommands = {{
    {CommandId::kBuild, "build", "make the index, or bring it up to date",
     DefineBuild},
    {CommandId::kStatus, "status", "what the index holds and how it is",
     DefineStatus},
    {CommandId::kFiles, "files", "which files are not in the index, and why",
     DefineFiles},
    {CommandId::kForget, "forget", "take a directory out of the index",
     DefineForget},
    {CommandId::kCheck, "check", "whether the index is what was written",
     DefineCheck},
    {CommandId::kBackup, "backup", "copy the index, also while a build runs",
     DefineBackup},
    {CommandId::kCompact, "compact", "the index in as few segments as can be",
     DefineCompact},
    {CommandId::kEntities, "entities",
     "the names in the index, and which of them are one", DefineEntities},
    {CommandId::kWithhold, "withhold", "articles that must not be found",
     DefineWithhold},
    {CommandId::kCorrections, "corrections",
     "what the librarian puts right in articles", DefineCorrections},
    {CommandId::kAlerts, "alerts", "what is new for the saved searches",
     DefineAlerts},
    {CommandId::kRead, "read", "what is made of files, without any index",
     DefineRead},
    {CommandId::kDates, "dates", "the times that a text speaks of",
     DefineDates},
    {CommandId::kTag, "tag", "the people, organisations and places of a text",
     DefineTag},
    {CommandId::kFormats, "formats", "the formats that are read",
     DefineFormats},
}};

std::vector<std::string> CommandNames() {
  std::vector<std::string> names;
  for (const Command& command : kCommands) names.emplace_back(command.name);
  return names;
}

void DefineEverywhere(CLI::App& app, CommandLine& line) {
  app.set_help_flag();  // -h and --help differ here
  app.allow_extras();   // refused by us, with the nearest name
  app.add_option("--db", line.db,
                 "The index; else $ARCHIVE_INDEX_DB, else "
                 "archive-index/default in $XDG_DATA_HOME or ~/.local/share")
      ->type_name("DIR")
      ->group(kIndexGroup);
  app.add_flag("-h")
      ->description("The help that fits a screen")
      ->group(kHelpGroup);
  app.add_flag("--help")->description("All help")->group(kHelpGroup);
}

int TellMistake(std::string message, std::string hint, const Console& console) {
  return ReportError({ErrorCode::kUsage, std::move(message), std::move(hint)},
                     console.err);
}

// The names that `app` knows: long options, or commands.
std::vector<std::string> KnownNames(const CLI::App& app, bool options) {
  std::vector<std::string> names;
  if (options) {
    for (const CLI::Option* option : app.get_options()) {
      for (const std::string& name : option->get_lnames())
        names.push_back("--" + name);
    }
  } else {
    for (const CLI::App* command : app.get_subcommands({}))
      names.push_back(command->get_name());
  }
  return names;
}

// What `app` was given and does not know.
int TellUnknown(const CLI::App& app, const std::string& word,
                const Console& console) {
  const bool is_option = word.starts_with('-');
  const bool is_command = !is_option && app.get_parent() == nullptr;
  if (!is_option && !is_command)
    return TellMistake(
        fmt::format("{} takes no further argument: {}", app.get_name(), word),
        fmt::format("archive-index help {}", app.get_name()), console);
  const std::string plain = word.substr(0, word.find('='));
  const std::vector<std::string> known = KnownNames(app, is_option);
  const auto nearest = NearestNames(plain, {known.begin(), known.end()}, 1);
  std::string hint =
      app.get_parent() == nullptr
          ? kSeeHelp
          : fmt::format("archive-index help {} shows what there is",
                        app.get_name());
  if (!nearest.empty()) hint = fmt::format("did you mean {}?", nearest.front());
  return TellMistake(
      fmt::format("there is no {} {}", is_option ? "option" : "command", plain),
      std::move(hint), console);
}

// Nothing when `app` and the command chosen know all that they were given.
std::optional<int> RefuseUnknown(const CLI::App& app, const Console& console) {
  for (const std::string& word : app.remaining()) {
    if (word != "--") return TellUnknown(app, word, console);
  }
  return std::nullopt;
}

bool HoldsEmpty(const std::vector<std::string>& paths) {
  return std::find(paths.begin(), paths.end(), "") != paths.end();
}

// A variable of a script that is not set, most likely.
std::optional<int> RefuseEmpty(const CLI::App& app, const CommandLine& line,
                               const Console& console) {
  const auto* const db = app.get_option("--db");
  if (db->count() != 0 && line.db.empty())
    return TellMistake("--db names no directory",
                       "leave it out for the usual one", console);
  if (HoldsEmpty(line.build.paths) || HoldsEmpty(line.read.paths))
    return TellMistake("an empty path names nothing",
                       "name a directory or a file that is there", console);
  return std::nullopt;
}

std::optional<int> RefuseMissing(const CommandLine& line,
                                 const Console& console) {
  if (line.command == CommandId::kForget && line.forget.root.empty())
    return TellMistake("forget needs to know what",
                       "archive-index status lists the roots", console);
  if (line.command == CommandId::kBackup && line.backup.target.empty())
    return TellMistake("backup needs to know where to",
                       "archive-index backup DIRECTORY", console);
  if (line.command == CommandId::kRead && line.read.paths.empty())
    return TellMistake("read needs a file", "archive-index read FILE", console);
  return std::nullopt;
}

bool IsGiven(const CLI::App& app, const std::string& option) {
  return app.get_option(option)->count() != 0;
}

// Help for `app`, or for the command of it that was named.
int PrintHelp(CLI::App& app, const std::string& command, bool whole,
              const Console& console) {
  if (command.empty()) {
    console.out << (whole ? WholeHelp(app) : ShortHelp());
    return 0;
  }
  for (const CLI::App* named : app.get_subcommands({})) {
    if (named->get_name() != command) continue;
    console.out << CommandHelp(*named);
    return 0;
  }
  return TellUnknown(app, command, console);
}

std::optional<int> ActOnHelp(CLI::App& app, const CLI::App* chosen,
                             const std::string& help_about,
                             const Console& console) {
  for (const CLI::App* asked : {chosen, static_cast<const CLI::App*>(&app)}) {
    if (asked == nullptr) continue;
    const bool whole = IsGiven(*asked, "--help");
    if (!whole && !IsGiven(*asked, "-h")) continue;
    const bool about_itself =
        chosen == nullptr || chosen->get_name() == kHelpCommand;
    return PrintHelp(app, about_itself ? "" : chosen->get_name(), whole,
                     console);
  }
  if (chosen != nullptr && chosen->get_name() == kHelpCommand)
    return PrintHelp(app, help_about, true, console);
  return std::nullopt;
}

std::optional<int> Interpret(CLI::App& app, CommandLine& line,
                             const Console& console) {
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  CLI::App* const command = chosen.empty() ? nullptr : chosen.front();
  if (IsGiven(app, "--version")) {
    console.out << "archive-index " ARCHIVE_VERSION "\n";
    return 0;
  }
  if (!line.generate.empty()) {
    console.out << Generate(GeneratedTexts(), line.generate, TableOf(app));
    return 0;
  }
  if (const auto status = ActOnHelp(app, command, line.help_about, console))
    return status;
  if (const auto status = RefuseUnknown(app, console)) return status;
  if (command == nullptr) {
    console.err << ShortHelp();
    return ExitStatusFor(ErrorCode::kUsage);
  }
  if (const auto status = RefuseUnknown(*command, console)) return status;
  const auto* const row = std::find_if(
      kCommands.begin(), kCommands.end(), [command](const Command& candidate) {
        return candidate.name == command->get_name();
      });
  line.command = row->id;
  if (IsGiven(app, "--db") && IsGiven(*command, "--db"))
    return TellMistake("--db is given more than once", kSeeHelp, console);
  for (const CLI::App* const typed : {&app, command}) {
    if (const auto status = RefuseEmpty(*typed, line, console)) return status;
  }
  return RefuseMissing(line, console);
}

}  // namespace

void DefineCommandLine(CLI::App& app, CommandLine& line) {
  app.name("archive-index");
  app.description("makes news archives searchable by archive-query");
  app.require_subcommand(0, 1);
  DefineEverywhere(app, line);
  app.add_flag("--version")->description("The version")->group(kHelpGroup);
  app.add_option("--generate", line.generate,
                 fmt::format("Print the manual page or the completion of a "
                             "shell: {}",
                             fmt::join(NamesOf(GeneratedTexts()), ", ")))
      ->type_name("WHAT")
      ->check(OneOf(NamesOf(GeneratedTexts())))
      ->group(kHelpGroup);
  for (const Command& command : kCommands) {
    CLI::App* const sub = app.add_subcommand(command.name, command.help);
    command.define(*sub, line);
    DefineEverywhere(*sub, line);
  }
  CLI::App* const help =
      app.add_subcommand(kHelpCommand, "this help, or that of a command");
  help->add_option("COMMAND", line.help_about, "The command to explain")
      ->type_name("")
      ->check(Suggested(CommandNames()))
      ->group(kReadingGroup);
  DefineEverywhere(*help, line);
}

std::optional<int> ParseCommandLine(int argc, const char* const* argv,
                                    CommandLine& line, const Console& console) {
  CLI::App app;
  DefineCommandLine(app, line);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return TellMistake(OptionMistake(error.what()), kSeeHelp, console);
  }
  return Interpret(app, line, console);
}

}  // namespace archive
