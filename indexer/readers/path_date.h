// The date that a file's path tells: 2021/03/02/, 2021-03-02-hotline.txt,
// scan_20210302.txt, 2021/03/.
//
// Only dates in the order year, month, day that exist and lie in the years
// 1600 to 2100.  A year alone is no date: folders of that kind hold what was
// collected in a year as often as what was printed in it.  Pure.
#ifndef ARCHIVE_INDEXER_READERS_PATH_DATE_H_
#define ARCHIVE_INDEXER_READERS_PATH_DATE_H_

#include <optional>
#include <string_view>

#include "common/article.h"

namespace archive {

// The most precise date; of equally precise ones that nearest to the file.
std::optional<Publication> DateFromPath(std::string_view path);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_PATH_DATE_H_
