// Prints what the readers make of the files named: `archive-index read`
// without the command line, for count_reuters.py.
#include <iostream>
#include <string>
#include <vector>

#include "indexer/command_read.h"

int main(int argc, char** argv) {
  const std::vector<std::string> paths(argv + 1, argv + argc);
  std::ios::sync_with_stdio(false);
  return archive::RunRead(paths, {}, std::cout, std::cerr);
}
