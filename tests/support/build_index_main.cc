// For transcripts: build_index INDEX PATH… puts the paths into an index, under
// the clock of ARCHIVE_INDEX_NOW.
#include <iostream>

#include "common/clock.h"
#include "indexer/writing/build.h"

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  archive::BuildOptions options;
  options.index = argv[1];
  options.paths.assign(argv + 2, argv + argc);
  options.now = archive::CurrentInstant();
  archive::Progress progress;
  const auto report = archive::RunBuild(options, progress);
  if (report) return 0;
  std::cerr << report.error().message << '\n';
  return 1;
}
