// What the librarian's configuration says of reading and of runs: the result of
// cli_config.h, obeyed by `read` and `build`.
#ifndef ARCHIVE_INDEXER_ANALYSIS_CONFIGURATION_H_
#define ARCHIVE_INDEXER_ANALYSIS_CONFIGURATION_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "indexer/analysis/article_names.h"
#include "indexer/readers/reader.h"

namespace archive {

// How `build` runs; what its options say goes first.
struct RunSettings {
  std::optional<double> settle_seconds;
  std::optional<std::uint64_t> memory;  // bytes
  bool follows_links = false;           // also those that lead out of the roots
  std::string log;                      // an absolute path; empty: none
  std::string pre_build;                // commands for /bin/sh; empty: none
  std::string post_build;
  // Where the librarian's files of names lie, an absolute path; empty: in the
  // index.
  std::string name_rules;
};

// What becomes of an article whose embargo has not ended.
enum class EmbargoRule : unsigned char {
  kHidden,  // it is in the index, and shown from then on
  kStrict,  // it enters the index with the first run from then on
};

struct Configuration {
  ReaderOptions reader;
  NameSources name_sources = NameSources::kSourceFirst;
  RunSettings run = {};
  EmbargoRule embargo = EmbargoRule::kHidden;
  // How many of its earlier texts an article keeps when its file is changed.
  std::size_t keep_versions = 0;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_CONFIGURATION_H_
