// The names of months in the languages of news archives but English, as CLDR
// has them.  The border to ICU's resources.
#ifndef ARCHIVE_COMMON_DATES_FOREIGN_MONTHS_H_
#define ARCHIVE_COMMON_DATES_FOREIGN_MONTHS_H_

#include <string>
#include <vector>

namespace archive {

struct ForeignMonth {
  std::string name;  // small letters, and once more with a capital first one
  int month = 1;     // 1 to 12
  bool is_short = false;  // "janv."; without its point
};

// German, French, Spanish, Italian, Portuguese, Dutch and Russian; names in
// every case that dates stand in.  None where ICU has no data.
std::vector<ForeignMonth> ForeignMonths();

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_FOREIGN_MONTHS_H_
