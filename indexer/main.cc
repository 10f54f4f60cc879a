// archive-index: news archives → an index that archive-query searches.
#include <iostream>

#include "common/index/index_layout.h"
#include "indexer/cli.h"
#include "indexer/command_compact.h"
#include "indexer/command_formats.h"

namespace archive {
namespace {

int RunCommand(const CommandLine& line, const Console& console) {
  const std::string index = IndexDirectoryFor(line.db);
  switch (line.command) {
    case CommandId::kBuild:
      return RunBuildCommand(index, line.db, line.build, console);
    case CommandId::kStatus:
      return RunStatus(index, line.status, console);
    case CommandId::kFiles:
      return RunFiles(index, line.files, console);
    case CommandId::kForget:
      return RunForgetCommand(index, line.forget, console);
    case CommandId::kRead:
      return RunReadCommand(index, line.read, console);
    case CommandId::kDates:
      return RunDates(line.dates, std::cin, console);
    case CommandId::kTag:
      return RunTag(line.tag, std::cin, console);
    case CommandId::kCheck:
      return RunCheckCommand(index, line.check, console);
    case CommandId::kBackup:
      return RunBackupCommand(index, line.backup, console);
    case CommandId::kCompact:
      return RunCompactCommand(index, console);
    case CommandId::kEntities:
      return RunEntities(index, line.entities, std::cin, console);
    case CommandId::kWithhold:
      return RunWithhold(index, line.withhold, console);
    case CommandId::kCorrections:
      return RunCorrections(index, line.corrections, console);
    case CommandId::kAlerts:
      return RunAlertsCommand(index, line.alerts, console);
    case CommandId::kFormats:
      return RunFormats(console.out);
  }
  return 0;
}

}  // namespace
}  // namespace archive

int main(int argc, char** argv) {
  const archive::Console console = archive::StandardConsole();
  const auto run = [&] {
    archive::CommandLine line;
    const auto done = archive::ParseCommandLine(argc, argv, line, console);
    return done ? *done : archive::RunCommand(line, console);
  };
  return archive::RunProgram(run, console);
}
