#include "indexer/cli_help.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "common/error.h"

namespace archive {
namespace {

constexpr std::size_t kLineWidth = 79;
constexpr std::size_t kTextColumn = 20;

// `text` broken into lines that begin at kTextColumn; the first is not
// indented.
std::string Wrapped(std::string_view text) {
  std::string out;
  std::size_t column = kTextColumn;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (column + 1 + word.size() > kLineWidth) {
      out += '\n' + std::string(kTextColumn, ' ');
      column = kTextColumn;
    } else if (!out.empty()) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  return out;
}

std::string Entry(const std::string& name, std::string_view text) {
  std::string line = "  " + name;
  if (line.size() + 2 > kTextColumn) {
    line += '\n' + std::string(kTextColumn, ' ');
  } else {
    line.append(kTextColumn - line.size(), ' ');
  }
  return line + Wrapped(text) + '\n';
}

std::string NameOf(const CLI::Option& option) {
  if (option.get_positional()) return option.get_name(true);
  std::string name;
  for (const std::string& letter : option.get_snames()) name += "-" + letter;
  for (const std::string& word : option.get_lnames())
    name += (name.empty() ? "--" : ", --") + word;
  if (option.get_expected_max() != 0) {
    // What follows a colon is how CLI11 tells the values that are allowed.
    const std::string type = option.get_type_name();
    name += ' ' + type.substr(0, type.find(':'));
  }
  return name;
}

std::string OptionsText(const CLI::App& app) {
  std::string text;
  for (const std::string& group : app.get_groups()) {
    text += fmt::format("\n{}:\n", group);
    for (const CLI::Option* option : app.get_options()) {
      if (option->get_group() == group)
        text += Entry(NameOf(*option), option->get_description());
    }
  }
  return text;
}

std::string Usage(const CLI::App& command) {
  std::string usage = "archive-index " + command.get_name();
  for (const CLI::Option* option : command.get_options()) {
    if (!option->get_positional()) continue;
    usage += ' ' + option->get_name(true);
    if (option->get_expected_max() > 1) usage += "...";
  }
  return usage + " [OPTION...]";
}

std::string CommandsText(const CLI::App& app) {
  std::string text = "\nCommands:\n";
  for (const CLI::App* command : app.get_subcommands({}))
    text += Entry(command->get_name(), command->get_description());
  return text;
}

std::string ExitStatusesText() {
  std::string text = "\nExit status:\n";
  for (const ExitStatus& row : IndexerExitStatuses())
    text += Entry(std::to_string(row.status), row.meaning);
  return text;
}

std::string EnvironmentText() {
  std::string text = "\nEnvironment and files:\n";
  for (const std::vector<ManEntry>& rows : {EnvironmentRows(), FileRows()}) {
    for (const ManEntry& row : rows) text += Entry(row.name, row.help);
  }
  return text;
}

}  // namespace

std::vector<ManEntry> ExampleRows() {
  return {
      {"archive-index build ~/news",
       "index a directory, or bring it up to date"},
      {"archive-index build", "the same for all that was indexed before"},
      {"archive-index status", "what the index holds"},
      {"archive-index files --failed", "what could not be read, and why"},
      {"archive-index check", "whether the index is what was written"},
      {"archive-index backup /mnt/copy", "a copy, also while a build runs"},
      {"archive-index entities list", "who and what the articles name"},
      {"archive-index alerts", "what is new for the saved searches"},
      {"archive-index read story.txt", "what is made of a file"},
      {"archive-index dates story.txt", "the times that a text names"},
      {"archive-index tag --text story.txt", "the names in a text"},
  };
}

std::vector<ExitStatus> IndexerExitStatuses() {
  static constexpr std::array kOthers = {
      ErrorCode::kQuery, ErrorCode::kFormatVersion, ErrorCode::kInterrupted,
      ErrorCode::kUnreachable};
  return ExitStatuses(
      {{0, "all is well: the index is current"},
       {3,
        "the index is current, but files failed that had not failed before "
        "(--skip-ok: 0)"},
       {4,
        "the pre-build command of the configuration failed: nothing was read "
        "or changed"},
       {130, "stopped by Ctrl-C; what was published is kept"},
       {143, "stopped by SIGTERM; what was published is kept"}},
      kOthers);
}

std::vector<ManEntry> EnvironmentRows() {
  return {{"ARCHIVE_INDEX_DB", "the index, when --db is not given"},
          {"ARCHIVE_INDEX_CONFIG",
           "the configuration file, when --config is not given"},
          {"ARCHIVE_ENTITY_MODEL",
           "the model that finds names, instead of the one that came with the "
           "program"}};
}

std::vector<ManEntry> FileRows() {
  return {
      {"archive-index.toml",
       "in the index: its configuration; else archive-index/config.toml"
       " in $XDG_CONFIG_HOME or ~/.config. Keys: entities, whose names of"
       " people, organisations and places count: \"source-first\" (found"
       " ones where the source gives none of the kind), \"both\" or"
       " \"source\"; embargo, what becomes of articles whose hour has not come:"
       " \"hidden\" or \"strict\" (they do not enter the index before);"
       " json-fields, a list of \"theirs=ours\": which key of"
       " JSON, or column of a table, is which field. The section [fields] says"
       " the same in lines: headline_text = \"title\"; follow, true as "
       "--follow;"
       " keep-versions, how many of its earlier texts an article keeps when its"
       " file is changed; log, memory and settle, as the options of build;"
       " name-rules, the directory in which aliases.txt and not-entities.txt"
       " lie, instead of the index; "
       "pre-build, a command for the shell that is run"
       " before anything is read and stops the run when it fails; post-build,"
       " one that is run after something was published, with"
       " ARCHIVE_INDEX_DB, ARCHIVE_INDEX_GENERATION, ARCHIVE_INDEX_NEW,"
       " ARCHIVE_INDEX_CHANGED, ARCHIVE_INDEX_REMOVED and"
       " ARCHIVE_INDEX_NEWLY_FAILED in its environment"},
      {"aliases.txt, not-entities.txt",
       "in the index: which names are one, and which are none; entities writes"
       " them, and any editor"},
      {"last-run",
       "in the index: how the last run of build ended, for status; a line"
       " for each fact"},
      {"withhold.txt",
       "in the index: articles that must not be found; withhold writes it, and"
       " any editor"},
      {"corrections.tsv",
       "in the index: what is put right in articles; corrections writes it, and"
       " any editor"}};
}

std::string ShortHelp() {
  std::string text =
      "archive-index makes news archives searchable by archive-query.\n\n";
  for (const ManEntry& row : ExampleRows())
    text += fmt::format("  {:<34} {}\n", row.name, row.help);
  return text + R"(
Commands: build, status, files, forget, check, backup, compact, entities,
          withhold, corrections, alerts, read, dates, tag, formats, help
Options:  --db DIR   the index (before or after the command)
          --help     all help        help COMMAND   that of a command
          --version
)";
}

std::string WholeHelp(const CLI::App& app) {
  std::string text = ShortHelp() + CommandsText(app) + OptionsText(app);
  for (const CLI::App* command : app.get_subcommands({}))
    text += '\n' + CommandHelp(*command);
  return text + ExitStatusesText() + EnvironmentText();
}

std::string CommandHelp(const CLI::App& command) {
  return fmt::format("{}\n  {}\n{}", Usage(command), command.get_description(),
                     OptionsText(command));
}

}  // namespace archive
