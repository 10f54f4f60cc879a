// The files that a librarian writes into an index, and without which nothing
// may be done: withhold.txt, corrections.tsv.
#ifndef ARCHIVE_COMMON_INDEX_LIBRARIAN_TEXT_H_
#define ARCHIVE_COMMON_INDEX_LIBRARIAN_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "common/result.h"

namespace archive {

struct LibrarianText {
  std::string_view name;         // in the index directory
  std::uint64_t most_bytes = 0;  // a longer one is refused
  std::string_view without_it;   // why a run or query cannot go on
};

// Its text; empty when it is not there.  Fails: kConfiguration, when it cannot
// be read or is too long.
Result<std::string> ReadLibrarianText(const std::string& index,
                                      const LibrarianText& file);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_LIBRARIAN_TEXT_H_
