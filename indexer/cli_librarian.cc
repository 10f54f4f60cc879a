#include "indexer/cli_librarian.h"

#include <CLI/CLI.hpp>

#include "common/command_table.h"
#include "indexer/cli_build.h"

namespace archive {

void DefineWithhold(CLI::App& app, CommandLine& line) {
  WithholdArguments& withhold = line.withhold;
  app.add_option("ACTION", withhold.action,
                 "What to do: list; add id|uid|url NAME (of an id that is a "
                 "file's: all its articles); remove id|uid|url NAME")
      ->type_name("")
      ->check(Suggested({"list", "add", "remove"}))
      ->group(kReadingGroup);
  app.add_option("NAME", withhold.words,
                 "id, uid or url, and that of the article")
      ->type_name("")
      ->group(kReadingGroup);
  app.add_option("--who", withhold.who, "Of add: who asked for it")
      ->type_name("NAME")
      ->group(kReadingGroup);
  app.add_option("--when", withhold.when,
                 "Of add: the day on which it was asked for; without it, today")
      ->type_name("DAY")
      ->group(kReadingGroup);
  app.add_option("--why", withhold.why, "Of add: the reason")
      ->type_name("TEXT")
      ->group(kReadingGroup);
  app.add_flag("--json", withhold.as_json, "Of list: print one JSON object")
      ->group(kOutputGroup);
}

void DefineCorrections(CLI::App& app, CommandLine& line) {
  CorrectionsArguments& corrections = line.corrections;
  app.add_option(
         "ACTION", corrections.action,
         "What to do: list; set ID FIELD VALUE (title, source, section, "
         "byline or date); unset ID [FIELD]")
      ->type_name("")
      ->check(Suggested({"list", "set", "unset"}))
      ->group(kReadingGroup);
  app.add_option("WORDS", corrections.words,
                 "The id of the article, the field, and what it is to say; an "
                 "empty value takes away what the source says")
      ->type_name("")
      ->group(kReadingGroup);
  app.add_flag("--json", corrections.as_json, "Of list: print one JSON object")
      ->group(kOutputGroup);
}

void DefineAlerts(CLI::App& app, CommandLine& line) {
  AlertsArguments& alerts = line.alerts;
  app.add_option("NAME", alerts.names,
                 "Saved searches; without any, all that are saved")
      ->type_name("")
      ->group(kReadingGroup);
  app.add_option("--exec", alerts.command,
                 "Hand what is new to this command instead of printing it: "
                 "lines of JSON on its standard input; what it did not take "
                 "(status 0) comes again")
      ->type_name("COMMAND")
      ->group(kOutputGroup);
}

}  // namespace archive
