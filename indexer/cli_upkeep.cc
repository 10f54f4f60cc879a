#include "indexer/cli_upkeep.h"

#include <CLI/CLI.hpp>

#include "indexer/cli_build.h"

namespace archive {

void DefineCheck(CLI::App& app, CommandLine& line) {
  app.add_flag("--sources", line.check.sources,
               "Read the files again, too, and compare them with the articles")
      ->group(kReadingGroup);
  app.add_flag("--repair", line.check.repair,
               "Take damaged segments out; the next build reads their files "
               "again")
      ->group(kReadingGroup);
  app.add_option("--config", line.check.config,
                 "A configuration file, instead of the usual ones")
      ->type_name("FILE")
      ->group(kReadingGroup);
}

void DefineBackup(CLI::App& app, CommandLine& line) {
  app.add_option("DIRECTORY", line.backup.target,
                 "Where the copy goes: a new directory, or an earlier backup, "
                 "which is brought up to date")
      ->type_name("")
      ->group(kReadingGroup);
}

void DefineCompact(CLI::App& /*app*/, CommandLine& /*line*/) {}

}  // namespace archive
