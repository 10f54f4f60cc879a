// What the librarian's configuration says of reading: the result of
// cli_config.h, obeyed by `read` and `build`.
#ifndef ARCHIVE_INDEXER_ANALYSIS_CONFIGURATION_H_
#define ARCHIVE_INDEXER_ANALYSIS_CONFIGURATION_H_

#include "indexer/analysis/article_names.h"
#include "indexer/readers/reader.h"

namespace archive {

struct Configuration {
  ReaderOptions reader;
  NameSources name_sources = NameSources::kSourceFirst;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_CONFIGURATION_H_
