#include "indexer/cli_generate.h"

#include <fmt/format.h>

#include "common/command_table.h"
#include "common/completion.h"
#include "common/man_page.h"
#include "indexer/cli_formats.h"
#include "indexer/cli_help.h"
#include "indexer/readers/reader.h"

namespace archive {
namespace {

void AddCommands(ManPage& page, const CommandTable& table) {
  page.Section("Commands");
  for (const CommandTable& command : table.commands) {
    std::string usage = command.name;
    for (const OptionRow& argument : command.arguments)
      usage += fmt::format(" {}{}", argument.value,
                           argument.is_repeated ? "..." : "");
    page.Subsection(usage);
    page.Paragraph(command.help + '.');
    for (const OptionRow& argument : command.arguments) page.Option(argument);
    for (const OptionRow& option : OptionsOf(command)) {
      if (!table.Declares(option)) page.Option(option);
    }
  }
}

std::string IndexerManual(const CommandTable& table) {
  ManPage page(table.name, 1, "make news archives searchable", ARCHIVE_VERSION);
  page.Section("Synopsis");
  for (const CommandTable& command : table.commands)
    page.Synopsis(table.name, command.name + " [OPTION...]");
  page.Section("Description");
  page.Paragraph(
      "Reads directories of news articles and keeps an index of them current, "
      "which archive-query searches.");
  AddCommands(page, table);
  page.Section("Options");
  page.Paragraph("These may stand before or behind the command.");
  page.Options(table);
  page.Section("Formats");
  for (const Format& format : Formats())
    page.Entry(format.name,
               fmt::format("{} ({})", format.help, format.extensions));
  page.Section("Exit status");
  for (const ExitStatus& row : IndexerExitStatuses())
    page.Entry(std::to_string(row.status), row.meaning);
  page.Section("Environment");
  page.Entries(EnvironmentRows());
  page.Section("Files");
  page.Entries(FileRows());
  page.Section("Examples");
  page.Entries(ExampleRows());
  page.Section("See also");
  page.References({"archive-index-formats(7)", "archive-query(1)",
                   "archive-query-syntax(7)"});
  return page.text();
}

}  // namespace

std::vector<GeneratedText> GeneratedTexts() {
  std::vector<GeneratedText> rows = {{"man", IndexerManual},
                                     {"man-formats", FormatsManual}};
  rows.insert(rows.end(), kCompletions.begin(), kCompletions.end());
  return rows;
}

}  // namespace archive
