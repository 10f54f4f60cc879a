// archive-query: asks an index.
#include <csignal>
#include <iostream>
#include <variant>

#include "query/cli.h"
#include "query/commands.h"

int main(int argc, char** argv) {
  // A reader that has seen enough ends the program without a word.
  std::signal(SIGPIPE, SIG_DFL);
  std::ios::sync_with_stdio(false);
  const auto command_line =
      archive::ParseCommandLine(argc, argv, std::cout, std::cerr);
  if (const int* status = std::get_if<int>(&command_line)) return *status;
  return archive::RunMode(std::get<archive::QueryOptions>(command_line),
                          {std::cin, std::cout, std::cerr});
}
