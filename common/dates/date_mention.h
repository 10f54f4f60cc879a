// A time that a text speaks of: where it says so, and which days it means.
#ifndef ARCHIVE_COMMON_DATES_DATE_MENTION_H_
#define ARCHIVE_COMMON_DATES_DATE_MENTION_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/dates/day.h"
#include "common/span.h"

namespace archive {

// How a mention was read.  The numbers are part of the format on disk, the
// names of every machine output.
enum class MentionSource : std::uint8_t {
  kText = 0,         // the words say it all: "26 November 2020"
  kPublication = 1,  // counted from the day of publication: "Tuesday"
  kContext = 2,      // counted from another date of the text: "the next day"
};
inline constexpr std::size_t kMentionSourceCount = 3;
constexpr std::string_view NameOf(MentionSource source) {
  switch (source) {
    case MentionSource::kText:
      return "text";
    case MentionSource::kPublication:
      return "publication";
    case MentionSource::kContext:
      return "context";
  }
  return "text";
}

struct DateMention {
  std::size_t part = 0;  // which of the texts, from 0
  Span bytes;            // of that text
  DayRange days;
  MentionSource source = MentionSource::kText;
  // Whether it is an end of a range that is a mention, too: the 1950 of
  // "1950 to 1953".
  bool in_range = false;
  std::uint8_t confidence = 0;  // per cent: how often such a reading is right

  friend bool operator==(const DateMention&, const DateMention&) = default;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_DATE_MENTION_H_
