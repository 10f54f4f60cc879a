// The parts that written dates are made of: numbers, times of day, zones, the
// names of months and weekdays, taken one after the other from a text.
//
// For timestamp.cc and other readers of dates; what it leaves to them is the
// order of the parts and what they mean together.
#ifndef ARCHIVE_COMMON_DATES_DATE_SCANNER_H_
#define ARCHIVE_COMMON_DATES_DATE_SCANNER_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/dates/day.h"

namespace archive {

inline bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
inline bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
inline bool IsBlank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
inline char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// Equal but for the case of ASCII letters.
bool SameLetters(std::string_view a, std::string_view b);

// 1 to 12 for an English month, written out or cut to three letters, in any
// case; 0 for other words.
int MonthNamed(std::string_view word);
// An English weekday, or its first three letters or more.
bool IsWeekday(std::string_view word);

// Reads a text from left to right; each Take moves on only if it finds what it
// looks for.
class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : text_(text) {}

  bool AtEnd() const { return text_.empty(); }
  char Peek() const { return text_.empty() ? '\0' : text_.front(); }
  std::size_t Remaining() const { return text_.size(); }

  bool Take(char c) {
    if (Peek() != c || AtEnd()) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool TakeOneOf(std::string_view chars) {
    return !AtEnd() && chars.find(Peek()) != std::string_view::npos &&
           Take(Peek());
  }
  void SkipBlanks() {
    while (!AtEnd() && IsBlank(Peek())) text_.remove_prefix(1);
  }
  std::string_view TakeLetters() { return TakeWhile(IsLetter); }
  std::string_view PeekLetters() const {
    return DateScanner(*this).TakeLetters();
  }
  std::string_view PeekDigits() const {
    return DateScanner(*this).TakeWhile(IsDigit);
  }
  // A number of `fewest` to `most` digits that no further digit follows;
  // at most nine.
  std::optional<int> TakeNumber(std::size_t fewest, std::size_t most) {
    const std::string_view digits = PeekDigits();
    if (digits.size() < fewest || digits.size() > most) return std::nullopt;
    return TakeDigits(digits.size());
  }
  // The next `count` digits, whatever follows.
  std::optional<int> TakeDigits(std::size_t count) {
    if (PeekDigits().size() < count) return std::nullopt;
    int value = 0;
    for (const char c : text_.substr(0, count)) value = value * 10 + (c - '0');
    text_.remove_prefix(count);
    return value;
  }
  void SkipDigits() { TakeWhile(IsDigit); }
  // "[Europe/Paris]", "(CET)".
  void SkipBracketed(char open, char close) {
    if (Peek() != open) return;
    const std::size_t end = text_.find(close);
    if (end != std::string_view::npos) text_.remove_prefix(end + 1);
  }

 private:
  std::string_view TakeWhile(bool (*wanted)(char)) {
    std::size_t length = 0;
    while (length < text_.size() && wanted(text_[length])) ++length;
    const std::string_view taken = text_.substr(0, length);
    text_.remove_prefix(length);
    return taken;
  }

  std::string_view text_;
};

struct TimeOfDay {
  int second = 0;  // up to and with kSecondsPerDay: "24:00"
};

// "15:01", "15:01:01.79", "9:00 a.m."; a colon is needed.
std::optional<TimeOfDay> TakeTime(DateScanner& scan);

// The basic forms of ISO 8601, "0901", "090105,5"; also the hour alone.
std::optional<TimeOfDay> TakeBasicTime(DateScanner& scan);

// "Z", "+09:00", "GMT+0100", "EST" behind a time, and what stands in brackets
// behind that; the offset stays as it is where nothing says it.  False: what
// stands there is no zone.
bool TakeZone(DateScanner& scan, std::optional<int>& minutes);

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_DATE_SCANNER_H_
