// The address of a page, as METS writes it → its path from the directory of the
// METS file.
#ifndef ARCHIVE_INDEXER_READERS_PAGE_ADDRESS_H_
#define ARCHIVE_INDEXER_READERS_PAGE_ADDRESS_H_

#include <string>
#include <string_view>

namespace archive {

// "file://./alto/0%201.xml" → "alto/0 1.xml"; empty for what does not stay in
// the directory.
std::string PathBelow(std::string_view address);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_PAGE_ADDRESS_H_
