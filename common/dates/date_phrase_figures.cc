#include <algorithm>
#include <array>

#include "common/dates/date_phrase_readers.h"

namespace archive {
namespace {

using Kind = DateTokenKind;

struct NumericDate {
  int year = 0;
  int month = 0;
  int day = 0;
};

// Nothing where day and month could be swapped.
std::optional<NumericDate> Order(int a, int b, int year) {
  if (a > kMonthsOfYear && b <= kMonthsOfYear) return NumericDate{year, b, a};
  if (b > kMonthsOfYear && a <= kMonthsOfYear) return NumericDate{year, a, b};
  if (a == b && a <= kMonthsOfYear) return NumericDate{year, a, b};
  return std::nullopt;
}

}  // namespace

// 2020-11-26, 26.11.2020, 26/11/2020; ambiguous ones are no dates.
DateReading ReadNumericDay(const TokenWindow& tokens, std::size_t i) {
  const Kind sign = tokens.KindAt(i + 1);
  if (sign != tokens.KindAt(i + 3) ||
      (sign != Kind::kDash && sign != Kind::kSlash && sign != Kind::kPoint))
    return {};
  for (std::size_t j = i + 1; j < i + 5; ++j) {
    if (!tokens.IsJoined(j)) return {};
  }
  const DateToken& a = tokens.At(i);
  const DateToken& b = tokens.At(i + 2);
  const DateToken& c = tokens.At(i + 4);
  if (a.kind != Kind::kNumber || b.kind != Kind::kNumber ||
      c.kind != Kind::kNumber || b.digits > 2)
    return {};
  DatePhrase phrase = MakePhrase(i, i + 5, Grain::kDay, kSure);
  phrase.base = DateBase::kNothing;
  std::optional<NumericDate> date;
  if (a.digits == 4 && c.digits <= 2 && IsYearNumber(a)) {
    date = {a.value, b.value, c.value};
  } else if (c.digits == 4 && a.digits <= 2 && IsYearNumber(c)) {
    date = sign == Kind::kPoint ? NumericDate{c.value, b.value, a.value}
                                : Order(a.value, b.value, c.value);
  }
  if (!date) return phrase;
  phrase.base = DateBase::kWritten;
  phrase.year = date->year;
  phrase.month = date->month;
  phrase.day = date->day;
  return phrase;
}

// "on 26/11": a fraction or a score anywhere else.
DateReading ReadDaySlashMonth(const TokenWindow& tokens, std::size_t i) {
  const DateToken& day = tokens.At(i);
  const DateToken& month = tokens.At(i + 2);
  if (!tokens.Is(i + 1, Kind::kSlash) || !tokens.IsJoined(i + 1) ||
      !tokens.IsJoined(i + 2) || month.kind != Kind::kNumber ||
      day.digits != 2 || month.digits != 2 || tokens.Is(i + 3, Kind::kSlash))
    return {};
  const auto date = Order(day.value, month.value, 0);
  const Kind before = tokens.Before(i).kind;
  if (!date || date->day > kMostDaysOfMonth || date->day == date->month ||
      (before != Kind::kOn && before != Kind::kThe && before != Kind::kIn &&
       before != Kind::kOf && before != Kind::kAfter))
    return {};
  DatePhrase phrase = MakePhrase(i, i + 3, Grain::kDay, kProbable);
  phrase.base = DateBase::kYearless;
  phrase.month = date->month;
  phrase.day = date->day;
  phrase.memorial = IsMemorialDay(tokens, phrase);
  return phrase;
}

// 2020年11月26日, 11月26日, 2020년; 昭和55年
DateReading ReadEastAsianDate(const TokenWindow& tokens, std::size_t i) {
  DatePhrase phrase = MakePhrase(i, i, Grain::kYear, kSure);
  phrase.base = DateBase::kYearless;
  std::size_t at = i;
  if (tokens.Is(i, Kind::kEastEra)) ++at;
  const bool first_of_era =
      at != i && tokens.Is(at, Kind::kEastFirst);  // "令和元年"
  if ((tokens.Is(at, Kind::kNumber) || first_of_era) &&
      tokens.Is(at + 1, Kind::kEastYear)) {
    phrase.year = first_of_era ? 1 : tokens.At(at).value;
    if (at != i) {
      phrase.year += tokens.At(i).value;
    } else if (tokens.At(at).digits != 4) {
      return {};
    }
    phrase.base = DateBase::kWritten;
    phrase.end = at + 2;
    if (tokens.Is(at + 2, Kind::kEastAge)) {
      phrase.grain = Grain::kDecade;
      phrase.end = at + 3;
      // Ten years of an era, "昭和20年代", are no decade.
      if (at != i) phrase.base = DateBase::kNothing;
      return phrase;
    }
    at += 2;
  } else if (at != i) {
    return {};
  }
  const auto takes = [&](Kind unit, int most) {
    const DateToken& number = tokens.At(at);
    if (number.kind != Kind::kNumber || !tokens.Is(at + 1, unit) ||
        number.value < 1 || number.value > most)
      return 0;
    at += 2;
    phrase.end = at;
    return static_cast<int>(number.value);
  };
  phrase.month = takes(Kind::kEastMonth, kMonthsOfYear);
  if (phrase.month != 0) {
    phrase.grain = Grain::kMonth;
    phrase.day = takes(Kind::kEastDay, kMostDaysOfMonth);
    if (phrase.day != 0) phrase.grain = Grain::kDay;
  }
  if (phrase.end == i) return {};
  // "三月" alone may count months.
  if (phrase.base == DateBase::kYearless && tokens.At(i).foreign) return {};
  return phrase;
}

DateReading ReadEastAsianCentury(const TokenWindow& tokens, std::size_t i) {
  const DateToken& number = tokens.At(i);
  if (number.kind != Kind::kNumber || !tokens.Is(i + 1, Kind::kEastCentury) ||
      number.value < 1 || number.value > 21)
    return {};
  DatePhrase phrase = MakePhrase(i, i + 2, Grain::kCentury, kSure);
  phrase.year = (number.value - 1) * 100;
  // "20世纪80年代"
  const DateToken& decade = tokens.At(i + 2);
  if (decade.kind == Kind::kNumber && decade.value % 10 == 0 &&
      decade.value < 100 && tokens.Is(i + 3, Kind::kEastYear) &&
      tokens.Is(i + 4, Kind::kEastAge)) {
    phrase.year += decade.value;
    phrase.grain = Grain::kDecade;
    phrase.end = i + 5;
  }
  return phrase;
}

}  // namespace archive
