// The command line of archive-index: argv → plain data.  The border to CLI11.
//
// To add a command: a CommandId, a row in the table of cli.cc, its arguments
// in CommandLine, and a case in main.cc.  To add an option: one add_option in
// cli.cc (of build: cli_build.cc) and a member of the command's arguments.
#ifndef ARCHIVE_INDEXER_CLI_H_
#define ARCHIVE_INDEXER_CLI_H_

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/command_alerts.h"
#include "indexer/command_backup.h"
#include "indexer/command_build.h"
#include "indexer/command_check.h"
#include "indexer/command_corrections.h"
#include "indexer/command_dates.h"
#include "indexer/command_entities.h"
#include "indexer/command_files.h"
#include "indexer/command_forget.h"
#include "indexer/command_read.h"
#include "indexer/command_status.h"
#include "indexer/command_tag.h"
#include "indexer/command_withhold.h"
#include "indexer/console.h"

namespace CLI {
class App;
}  // namespace CLI

namespace archive {

enum class CommandId : std::uint8_t {
  kBuild,
  kStatus,
  kFiles,
  kForget,
  kRead,
  kFormats,
  kDates,
  kTag,
  kCheck,
  kBackup,
  kCompact,
  kEntities,
  kWithhold,
  kCorrections,
  kAlerts,
};

// What was typed, checked as far as that goes without looking at the disk.
struct CommandLine {
  CommandId command = CommandId::kBuild;
  std::string db;  // of --db, before or after the command; empty: not given
  BuildArguments build;
  StatusArguments status;
  FilesArguments files;
  ForgetArguments forget;
  ReadArguments read;
  DatesArguments dates;
  TagArguments tag;
  CheckArguments check;
  BackupArguments backup;
  EntitiesArguments entities;
  WithholdArguments withhold;
  CorrectionsArguments corrections;
  AlertsArguments alerts;
  std::string help_about;  // a command's name
  std::string generate;    // what --generate is to print
};

// Declares every command and option on `app`; what they say goes to `line`.
// Help and manual are printed from `app`: what is declared is
// documented.  Lives: `line` as long as `app`.
void DefineCommandLine(CLI::App& app, CommandLine& line);

// Fills `line`.  Returns the exit status when there is nothing left to do:
// help was asked for and printed (0), or a mistake was told on `console.err`
// (2).
std::optional<int> ParseCommandLine(int argc, const char* const* argv,
                                    CommandLine& line, const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_CLI_H_
