// A first question to a new index.
#ifndef ARCHIVE_INDEXER_EXAMPLE_QUERY_H_
#define ARCHIVE_INDEXER_EXAMPLE_QUERY_H_

#include <string>

namespace archive {

// A query that finds something there: two words of the latest headline, with
// AND between.  Empty when no headline has two words worth asking for.
std::string ExampleQuery(const std::string& index);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_EXAMPLE_QUERY_H_
