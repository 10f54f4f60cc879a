// `archive-index dates [FILE]`: the times that a text speaks of, one JSON
// object a line.  It is how a librarian sees why `mentions:` finds an article.
#ifndef ARCHIVE_INDEXER_COMMAND_DATES_H_
#define ARCHIVE_INDEXER_COMMAND_DATES_H_

#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "common/dates/day.h"
#include "indexer/console.h"

namespace archive {

struct DatesArguments {
  std::string file;                   // empty or "-": standard input
  std::optional<std::string> anchor;  // the day of publication, where known
};

// {"start":…,"end":…,"text":…,"from":…,"to":…,"read":…,"confidence":…}; start
// and end count bytes of `text`, from and to are days, both inside.
void PrintDates(std::string_view text, std::optional<Day> anchor,
                std::ostream& out);

// The command; `in` is standard input.  Returns the exit status.
int RunDates(const DatesArguments& arguments, std::istream& in,
             const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_DATES_H_
