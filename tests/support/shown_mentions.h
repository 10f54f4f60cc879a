// Texts and the dates that are found in them, for tests: a table of both.
#ifndef ARCHIVE_TESTS_SUPPORT_SHOWN_MENTIONS_H_
#define ARCHIVE_TESTS_SUPPORT_SHOWN_MENTIONS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/dates/date_mentions.h"

namespace archive {

// A Wednesday, on which the texts of a table were published.
inline Day Published() {
  constexpr int kYear = 2021;
  constexpr int kMonth = 3;
  constexpr int kDay = 3;
  return DayFrom(kYear, kMonth, kDay);
}

// "text=first..last" for each mention, with a bar between; one day alone is
// written once.
inline std::string Shown(std::string_view text, std::optional<Day> published) {
  DateMentionFinder finder;
  std::string shown;
  for (const DateMention& mention : finder.Find({&text, 1}, published)) {
    if (!shown.empty()) shown += " | ";
    shown += text.substr(mention.bytes.begin,
                         mention.bytes.end - mention.bytes.begin);
    shown += "=" + ToIsoString(DateFrom(mention.days.first));
    if (mention.days.first != mention.days.last)
      shown += ".." + ToIsoString(DateFrom(mention.days.last));
  }
  return shown;
}

struct MentionCase {
  std::string text;
  std::string found;
};

inline void ExpectEach(const std::vector<MentionCase>& cases,
                       std::optional<Day> published) {
  for (const MentionCase& row : cases)
    EXPECT_EQ(Shown(row.text, published), row.found) << row.text;
}

// For rows in which nothing may be found.
inline void ExpectNone(const std::vector<std::string>& texts,
                       std::optional<Day> published) {
  for (const std::string& text : texts)
    EXPECT_EQ(Shown(text, published), "") << text;
}

}  // namespace archive

#endif  // ARCHIVE_TESTS_SUPPORT_SHOWN_MENTIONS_H_
