// Dates as pages print them, found in a short text: "Published on 5 January
// 2020 by …", "05.01.2020", "2 de marzo de 2021", "2020年1月5日".
//
// Days only, with the time where it follows as "9:30" or stands in ISO's form.
// Left alone are dates whose month and day could be swapped, unless the order
// is known, and dates without a year.  Dates that a text speaks of are found in
// common/dates/date_mentions.h; here is meant what signs an article.  Pure.
#ifndef ARCHIVE_INDEXER_READERS_DATE_TEXT_H_
#define ARCHIVE_INDEXER_READERS_DATE_TEXT_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/dates/day.h"

namespace archive {

// In what order 03/04/2020 is meant.
enum class DateOrder : unsigned char { kUnknown, kDayFirst, kMonthFirst };

// As people of a language write, by its tag: "de" the day first, "en-US" the
// month first, "en" not known.
DateOrder DateOrderOf(std::string_view language);

// 1 to 12; 0 for words that name no month in English or in a language of
// common/dates/foreign_months.h.
int MonthOfWord(std::string_view word);

struct DateInText {
  Timestamp when;
  std::size_t begin = 0;  // where in the text
  std::size_t end = 0;
};

// In the order of the text.
std::vector<DateInText> DatesInText(std::string_view text, DateOrder order);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_DATE_TEXT_H_
