#include "indexer/command_alerts.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <unistd.h>

namespace archive {

int RunAlertsCommand(const std::string& index, const AlertsArguments& arguments,
                     const Console& console) {
  std::error_code code;
  const std::filesystem::path own =
      std::filesystem::read_symlink("/proc/self/exe", code);
  const std::string program = own.parent_path() / "archive-query";
  std::vector<std::string> words = {program, "--db", index, "--alerts"};
  if (!arguments.command.empty())
    words.insert(words.end(), {"--exec", arguments.command});
  words.insert(words.end(), arguments.names.begin(), arguments.names.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  console.out.flush();
  ::execv(program.c_str(), argv.data());
  return ReportError({ErrorCode::kIo, program + ": " + std::strerror(errno),
                      "alerts needs archive-query beside archive-index"},
                     console.err);
}

}  // namespace archive
