// `archive-index read PATH…`: what the readers make of files, one JSON object
// a line.  It is how a librarian sees why an article is found or not.
#ifndef ARCHIVE_INDEXER_COMMAND_READ_H_
#define ARCHIVE_INDEXER_COMMAND_READ_H_

#include <functional>
#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/console.h"
#include "indexer/readers/reader.h"

namespace archive {

struct ReadArguments {
  std::vector<std::string> paths;
  std::string config;  // a configuration file; empty: the usual ones
};

struct ReadOptions {
  ReaderOptions reader;
  // How many words an article has, as the index counts them; without it words
  // are what white space separates in title and body.
  std::function<std::size_t(const Article&)> count_words = nullptr;
};

// Prints the articles of the files, and of all files in directories, to `out`:
// a line each, or {"skipped": …} for what holds none.  Files that cannot be
// read are told to `err` too.  Returns the exit status: 0, or that of the last
// error.
int RunRead(std::span<const std::string> paths, const ReadOptions& options,
            std::ostream& out, std::ostream& err);

// The command: with the settings that `build` would have for this index, and
// words counted as the index counts them.
int RunReadCommand(const std::string& index, const ReadArguments& arguments,
                   const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_READ_H_
