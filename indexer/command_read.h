// `archive-index read PATH…`: what `build` would store of files, one JSON
// object a line.  It is how a librarian sees why an article is found or not.
#ifndef ARCHIVE_INDEXER_COMMAND_READ_H_
#define ARCHIVE_INDEXER_COMMAND_READ_H_

#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "indexer/console.h"
#include "indexer/readers/reader.h"
#include "indexer/sources/source_walker.h"

namespace archive {

struct ReadArguments {
  std::vector<std::string> paths;
  std::string config;  // a configuration file; empty: the usual ones
};

struct ReadOptions {
  ReaderOptions reader;
  std::vector<SourceRoot> roots;  // that the index has
};

// Prints the articles of the files, and of all files in directories, to `out`:
// a line each, or {"skipped": …} for what holds none.  Ids, dates in paths and
// languages are those that the index has, where a path lies in a root of it,
// or would have, were it built of the paths.  Files that cannot be read are
// told to `err` too.  Returns the exit status: 0, or that of the last error.
int RunRead(std::span<const std::string> paths, const ReadOptions& options,
            std::ostream& out, std::ostream& err);

// The command: with the settings and the roots of this index.
int RunReadCommand(const std::string& index, const ReadArguments& arguments,
                   const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_READ_H_
