// Lists of ids as XML writes them, with blanks between (IDREFS).
#ifndef ARCHIVE_INDEXER_READERS_ID_LIST_H_
#define ARCHIVE_INDEXER_READERS_ID_LIST_H_

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace archive {

// Views into `list`.
inline std::vector<std::string_view> IdsIn(std::string_view list) {
  std::vector<std::string_view> ids;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (end > at) ids.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return ids;
}

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_ID_LIST_H_
