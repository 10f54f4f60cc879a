#include "indexer/readers/date_text.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/dates/date_scanner.h"
#include "common/dates/foreign_months.h"
#include "common/dates/timestamp.h"

namespace archive {
namespace {

constexpr int kFirstYear = 1600;
constexpr int kLastYear = 2100;

bool IsPossible(const Date& date) {
  return date.year >= kFirstYear && date.year <= kLastYear && date.month > 0 &&
         date.day > 0 && Exists(date);
}

std::unordered_map<std::string, int> MonthTable() {
  std::unordered_map<std::string, int> months;
  for (const ForeignMonth& month : ForeignMonths())
    months.emplace(month.name, month.month);
  months.emplace("mrz", 3);  // of German wires, and unknown to ICU
  return months;
}

bool IsWordByte(char c) {
  return IsLetter(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Reads one date that begins at a place.
class DateReader {
 public:
  DateReader(std::string_view text, std::size_t at, DateOrder order)
      : text_(text), at_(at), order_(order) {}

  std::optional<Date> Read() {
    if (IsDigit(text_[at_])) return FromNumber();
    return FromMonth();
  }
  std::size_t end() const { return at_; }

 private:
  struct Number {
    int value;
    std::size_t digits;
  };

  std::optional<Number> TakeNumber() {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && IsDigit(text_[end]) && end - at_ < 5)
      value = value * 10 + (text_[end++] - '0');
    if (end == at_ || (end < text_.size() && IsDigit(text_[end])))
      return std::nullopt;
    const Number number{value, end - at_};
    at_ = end;
    return number;
  }

  bool Take(std::string_view what) {
    if (!text_.substr(at_).starts_with(what)) return false;
    at_ += what.size();
    return true;
  }
  void SkipBlanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == ','))
      ++at_;
  }
  std::string_view PeekWord() const {
    std::size_t end = at_;
    while (end < text_.size() && IsWordByte(text_[end])) ++end;
    return text_.substr(at_, end - at_);
  }

  std::optional<Date> FromNumber() {
    const std::optional<Number> first = TakeNumber();
    if (!first) return std::nullopt;
    if (first->digits == 4) return YearFirst(first->value);
    if (first->digits > 2) return std::nullopt;
    for (const char separator : {'.', '/', '-'}) {
      const std::size_t back = at_;
      if (const auto date = Numeric(first->value, separator)) return date;
      at_ = back;
    }
    return DayMonthYear(first->value);
  }

  // 2020-01-05, 2020/1/5, 2020.01.05, 2020年1月5日, 2020년 1월 5일.
  std::optional<Date> YearFirst(int year) {
    static constexpr auto kMarks =
        std::to_array<std::pair<std::string_view, std::string_view>>(
            {{"-", "-"}, {"/", "/"}, {".", "."}, {"年", "月"}, {"년", "월"}});
    for (const auto& [first, second] : kMarks) {
      if (!Take(first)) continue;
      SkipBlanks();
      const std::optional<Number> month = TakeNumber();
      if (!month || month->digits > 2 || !Take(second)) return std::nullopt;
      SkipBlanks();
      const std::optional<Number> day = TakeNumber();
      if (!day || day->digits > 2) return std::nullopt;
      return Checked({year, month->value, day->value});
    }
    return std::nullopt;
  }

  // 05.01.2020, 5/1/2020, 05.01.20
  std::optional<Date> Numeric(int first, char separator) {
    const std::string_view mark(&separator, 1);
    if (!Take(mark)) return std::nullopt;
    if (separator == '.') SkipBlanks();
    const std::optional<Number> second = TakeNumber();
    if (!second || second->digits > 2 || !Take(mark)) return std::nullopt;
    if (separator == '.') SkipBlanks();
    const std::optional<Number> year = TakeNumber();
    if (!year || year->digits == 1 || year->digits == 3) return std::nullopt;
    constexpr int kLastCentury = 70;  // from this year of two digits on
    const int century = year->value < kLastCentury ? 2000 : 1900;
    const int full = year->digits == 2 ? century + year->value : year->value;
    if (year->digits == 2 && separator == '-') return std::nullopt;
    DateOrder order = separator == '.' ? DateOrder::kDayFirst : order_;
    if (first > 12) order = DateOrder::kDayFirst;
    if (second->value > 12) order = DateOrder::kMonthFirst;
    if (first == second->value) order = DateOrder::kDayFirst;
    if (order == DateOrder::kUnknown) return std::nullopt;
    if (order == DateOrder::kDayFirst)
      return Checked({full, second->value, first});
    return Checked({full, first, second->value});
  }

  // "5th of January, 2020", "5. Januar 2020", "5 de enero de 2020",
  // "05-Jan-2020"
  std::optional<Date> DayMonthYear(int day) {
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "."})
      if (Take(ending)) break;
    SkipBetween();
    const int month = TakeMonth();
    if (month == 0) return std::nullopt;
    SkipBetween();
    return WithYear(month, day);
  }

  // "January 5th, 2020", "Jan. 5, 2020"
  std::optional<Date> FromMonth() {
    const int month = TakeMonth();
    if (month == 0) return std::nullopt;
    SkipBetween();
    const std::optional<Number> day = TakeNumber();
    if (!day || day->digits > 2) return std::nullopt;
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
      if (Take(ending)) break;
    SkipBetween();
    return WithYear(month, day->value);
  }

  int TakeMonth() {
    const std::string_view word = PeekWord();
    const int month = MonthOfWord(word);
    if (month == 0) return 0;
    at_ += word.size();
    Take(".");
    return month;
  }

  // Blanks, commas, "of", "de".
  void SkipBetween() {
    SkipBlanks();
    if (Take("-") || Take("/")) return SkipBlanks();
    for (const std::string_view word : {"of ", "de ", "del ", "of, "})
      if (Take(word)) break;
    SkipBlanks();
  }

  std::optional<Date> WithYear(int month, int day) {
    const std::optional<Number> year = TakeNumber();
    if (!year || year->digits != 4) return std::nullopt;
    return Checked({year->value, month, day});
  }

  static std::optional<Date> Checked(const Date& date) {
    return IsPossible(date) ? std::optional(date) : std::nullopt;
  }

  std::string_view text_;
  std::size_t at_;
  DateOrder order_;
};

// "2020-01-05T09:30:00+01:00" and what else stands in one piece.
std::optional<Timestamp> WholeTimestamp(std::string_view piece) {
  constexpr std::size_t kShortest = 16;
  if (piece.size() < kShortest) return std::nullopt;
  return ParseTimestamp(piece);
}

// "14. - 20. Januar 2022": the last of some days signs nothing.
bool EndsRange(std::string_view text, std::size_t at) {
  text = text.substr(0, at);
  const auto drop_blanks = [&text] {
    while (text.ends_with(' ')) text.remove_suffix(1);
  };
  drop_blanks();
  std::size_t dash = 0;
  for (const std::string_view mark : {"-", "–"})
    if (text.ends_with(mark)) dash = mark.size();
  if (dash == 0) return false;
  text.remove_suffix(dash);
  drop_blanks();
  if (text.ends_with('.')) text.remove_suffix(1);
  std::size_t digits = 0;
  while (digits < text.size() && IsDigit(text[text.size() - digits - 1]))
    ++digits;
  text.remove_suffix(digits);
  return digits > 0 && digits <= 2 && (text.empty() || text.ends_with(' '));
}

}  // namespace

int MonthOfWord(std::string_view word) {
  if (const int month = MonthNamed(word)) return month;
  static const std::unordered_map<std::string, int> kMonths = MonthTable();
  std::string lowered;
  for (const char c : word) lowered += Lower(c);
  const auto found = kMonths.find(lowered);
  if (found != kMonths.end()) return found->second;
  const auto as_written = kMonths.find(std::string(word));
  return as_written == kMonths.end() ? 0 : as_written->second;
}

DateOrder DateOrderOf(std::string_view language) {
  std::string tag;
  for (const char c : language) tag += c == '_' ? '-' : Lower(c);
  if (tag == "en-us" || tag == "en-ph") return DateOrder::kMonthFirst;
  if (tag.empty() || tag == "en") return DateOrder::kUnknown;
  const auto is_one_of = [&tag](std::initializer_list<std::string_view> tags) {
    const std::string_view first =
        std::string_view(tag).substr(0, tag.find('-'));
    return std::find(tags.begin(), tags.end(), first) != tags.end();
  };
  const bool year_first = is_one_of({"ja", "zh", "ko", "hu", "lt"});
  // What has no full stops there was written by software, mostly of America.
  const bool has_stops =
      is_one_of({"de", "ru", "uk", "pl", "cs", "sk", "fi", "no", "nb", "nn",
                 "et", "lv", "hr", "sl", "sr", "bg", "is"});
  return year_first || has_stops ? DateOrder::kUnknown : DateOrder::kDayFirst;
}

std::vector<DateInText> DatesInText(std::string_view text, DateOrder order) {
  std::vector<DateInText> found;
  for (std::size_t at = 0; at < text.size();) {
    const bool is_digit = IsDigit(text[at]);
    const bool starts =
        is_digit
            ? at == 0 || (!IsDigit(text[at - 1]) && !IsLetter(text[at - 1]))
            : IsWordByte(text[at]) && (at == 0 || !IsWordByte(text[at - 1]));
    if (!starts) {
      ++at;
      continue;
    }
    DateReader reader(text, at, order);
    const std::optional<Date> date = reader.Read();
    if (!date) {
      ++at;
      continue;
    }
    if (is_digit && EndsRange(text, at)) {
      at = std::max(reader.end(), at + 1);
      continue;
    }
    DateInText& row = found.emplace_back();
    row = {{.date = *date}, at, reader.end()};
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (const auto whole = WholeTimestamp(text.substr(at, end - at))) {
      row.when = *whole;
      row.end = end;
    }
    at = std::max(row.end, at + 1);
  }
  return found;
}

}  // namespace archive
