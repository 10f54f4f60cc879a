// What the librarian's configuration says of reading: the result of
// cli_config.h, obeyed by `read` and `build`.
#ifndef ARCHIVE_INDEXER_ANALYSIS_CONFIGURATION_H_
#define ARCHIVE_INDEXER_ANALYSIS_CONFIGURATION_H_

#include "indexer/analysis/article_names.h"
#include "indexer/readers/reader.h"

namespace archive {

// What becomes of an article whose embargo has not ended.
enum class EmbargoRule : unsigned char {
  kHidden,  // it is in the index, and shown from then on
  kStrict,  // it enters the index with the first run from then on
};

struct Configuration {
  ReaderOptions reader;
  NameSources name_sources = NameSources::kSourceFirst;
  EmbargoRule embargo = EmbargoRule::kHidden;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_CONFIGURATION_H_
