// What dates are written with beside ASCII: full-width and Chinese digits, the
// Roman ones of centuries, dashes, the units and eras of East Asia.  Pure
// functions; for date_tokens.cc.
#ifndef ARCHIVE_COMMON_DATES_DATE_FIGURES_H_
#define ARCHIVE_COMMON_DATES_DATE_FIGURES_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/dates/date_tokens.h"

namespace archive {

struct ForeignFigures {
  std::size_t length = 0;  // bytes
  int value = 0;
  std::size_t digits = 0;  // characters
  bool in_words = false;   // "二十六" rather than "２６"
};

// The number that a text begins with: "１９８９", and "二〇二〇", "二十六"
// before 年, 月, 日, 号 or 號, since they are words anywhere else.
std::optional<ForeignFigures> ReadForeignFigures(std::string_view text);

struct WideSign {
  std::size_t length = 0;  // bytes
  DateTokenKind kind = DateTokenKind::kOther;
  int value = 0;  // of an era: the year before its first
};

// The sign of more than one byte that a text begins with: –, 年, 昭和.
std::optional<WideSign> ReadWideSign(std::string_view text);

// Of "XIX" and "XIXe": capitals, two at least, up to XXI; 0: none.
int RomanNumber(std::string_view word);

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_DATE_FIGURES_H_
