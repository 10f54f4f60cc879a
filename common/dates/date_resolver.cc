#include "common/dates/date_resolver.h"

#include <cstdlib>

namespace archive {
namespace {

// Sentences over which "the next day" still knows which day is meant, and over
// which a text of history keeps its year.
constexpr std::size_t kChainSentences = 4;
constexpr std::size_t kYearSentences = 40;
// In news a year holds for what is said in the same breath.
constexpr std::size_t kYearTokens = 15;
// A date that is so far back would have said its year.
constexpr int kFarBack = 300;
// And one so far ahead.
constexpr int kFarAhead = 270;
// And one that its sentence leaves open.
constexpr int kFarUnclear = 100;
// A day so near to one that was told of belongs to that, or to the news.
constexpr int kDaysOfStory = 100;
constexpr std::size_t kStorySentences = 12;
// From here on a number before kFirstModernYear is rather an amount.
constexpr int kNewspapersOfToday = 1950;
constexpr int kFirstModernYear = 1900;
// From here on "inst." is no word for a month any more.
constexpr int kEndOfOldForms = 1940;

int YearOf(Day day) {
  return DateFrom(day).year;
}

std::optional<DayRange> DaysOfMonth(const DatePhrase& phrase, int year) {
  const Date first = {year, phrase.month, phrase.day};
  if (!Exists(first)) return std::nullopt;
  DayRange days = RangeOf(first);
  if (phrase.last_day != 0) {
    const Date last = {year, phrase.month, phrase.last_day};
    if (!Exists(last)) return std::nullopt;
    days.last = RangeOf(last).last;
  }
  return days;
}

// The days of a phrase in a year that is known.
std::optional<DayRange> DaysIn(const DatePhrase& phrase, int year) {
  if (phrase.month != 0) return DaysOfMonth(phrase, year);
  if (phrase.part != kNotNamed)
    return RangeOf(PartOfYear(phrase.grain, year, phrase.part));
  // No year 0: the first century begins with 1.
  const Day day = DayFrom(year < kMinYear ? kMinYear : year, 1, 1);
  std::optional<DayRange> days = RangeOf(PeriodOf(phrase.grain, day));
  if (days && phrase.last_year > year)
    days->last = DayFrom(phrase.last_year, 12, 31);
  return days;
}

std::optional<ResolvedDate> With(std::optional<DayRange> days,
                                 MentionSource source) {
  if (!days || days->first < DayFrom(kMinYear, 1, 1) ||
      days->last > DayFrom(kMaxYear, 12, 31))
    return std::nullopt;
  return ResolvedDate{*days, source};
}

Day LastWeekday(Day today, int weekday) {
  return today - (WeekdayOf(today) - weekday + 7) % 7;
}

std::optional<DayRange> OneDay(Day day) {
  return DayRange{day, day};
}

Day WeekdayNear(Day today, int weekday, DateDirection direction, Tense tense) {
  const Day last = LastWeekday(today, weekday);
  switch (direction) {
    case DateDirection::kPrevious:
      return last == today ? today - 7 : last;
    case DateDirection::kNext:
      return last + 7;
    case DateDirection::kSame:
      return today - WeekdayOf(today) + weekday;
    case DateDirection::kByTense:
      return tense == Tense::kFuture && last != today ? last + 7 : last;
  }
  return last;
}

// A month or season by its name, counted from a day: "last May", "next summer".
std::optional<DayRange> NamedNear(const DatePhrase& phrase, Day base) {
  const int year = YearOf(base);
  const int part =
      phrase.grain == Grain::kMonth ? phrase.month - 1 : phrase.part;
  const int now = PeriodOf(phrase.grain, base).number;
  int named = PartOfYear(phrase.grain, year, part).number;
  const int parts = PartsOfYear(phrase.grain);
  if (phrase.direction == DateDirection::kPrevious && named >= now)
    named -= parts;
  if (phrase.direction == DateDirection::kNext && named <= now) named += parts;
  return RangeOf(Period{phrase.grain, named});
}

int DistanceOf(const DayRange& days, Day day) {
  if (day < days.first) return days.first - day;
  return day > days.last ? day - days.last : 0;
}

// Of the years around a day the one that is meant.
std::optional<DayRange> NearestYear(const DatePhrase& phrase, Day base,
                                    Tense tense) {
  std::optional<DayRange> best;
  std::optional<DayRange> before;
  std::optional<DayRange> after;
  for (int year = YearOf(base) - 1; year <= YearOf(base) + 1; ++year) {
    if (year < kMinYear || year > kMaxYear) continue;
    const std::optional<DayRange> days = DaysIn(phrase, year);
    if (!days) continue;
    if (!best || DistanceOf(*days, base) < DistanceOf(*best, base)) best = days;
    if (days->first <= base) before = days;
    if (days->last >= base && !after) after = days;
  }
  if (tense == Tense::kPast && before && DistanceOf(*before, base) <= kFarBack)
    return before;
  if (tense == Tense::kUnclear && (phrase.grain != Grain::kDay || !best ||
                                   DistanceOf(*best, base) > kFarUnclear))
    return std::nullopt;
  if (tense == Tense::kFuture)
    return after && DistanceOf(*after, base) <= kFarAhead ? after
                                                          : std::nullopt;
  return best;
}

// Stories go on: a step back counts twice.
std::optional<DayRange> NextInStory(const DatePhrase& phrase, Day before) {
  constexpr int kStepBack = 2;
  std::optional<DayRange> best;
  int best_distance = 0;
  for (int year = YearOf(before) - 1; year <= YearOf(before) + 1; ++year) {
    if (year < kMinYear || year > kMaxYear) continue;
    const std::optional<DayRange> days = DaysIn(phrase, year);
    if (!days) continue;
    const int distance =
        DistanceOf(*days, before) * (days->last < before ? kStepBack : 1);
    if (best && distance >= best_distance) continue;
    best = days;
    best_distance = distance;
  }
  return best;
}

}  // namespace

std::optional<DayRange> DateResolver::InStory(const DatePhrase& phrase,
                                              const PhrasePlace& place) const {
  const auto is_near = [&](const std::optional<Spoken>& spoken) {
    return spoken && place.sentence - spoken->place.sentence <= kYearSentences;
  };
  // A year in passing ("funding was cut in 1976") moves no story.
  if (is_near(year_) &&
      (year_->place.leads || year_->place.sentence == place.sentence ||
       !is_near(dated_)))
    return DaysIn(phrase, YearOf(year_->days.first));
  if (!is_near(dated_)) return std::nullopt;
  return NextInStory(phrase, dated_->days.first);
}

// "June 5" in news that spoke of June 6, 1944, before.
bool DateResolver::IsOfStoryOrNews(const DatePhrase& phrase,
                                   const PhrasePlace& place) const {
  if (!told_ || phrase.grain != Grain::kDay ||
      place.sentence - told_->place.sentence > kStorySentences)
    return false;
  const std::optional<DayRange> days = NextInStory(phrase, told_->days.first);
  return days && DistanceOf(*days, told_->days.first) <= kDaysOfStory;
}

std::optional<ResolvedDate> DateResolver::Yearless(
    const DatePhrase& phrase, const PhrasePlace& place) const {
  if (TellsOfText())
    return With(InStory(phrase, place), MentionSource::kContext);
  if (spoken_ && spoken_->written &&
      spoken_->place.sentence == place.sentence &&
      place.token - spoken_->place.token <= kYearTokens &&
      YearOf(spoken_->days.first) == YearOf(spoken_->days.last))
    return With(DaysIn(phrase, YearOf(spoken_->days.first)),
                MentionSource::kContext);
  if (phrase.memorial || IsOfStoryOrNews(phrase, place)) return std::nullopt;
  // "Busy in the summer": of every year.
  if (phrase.grain == Grain::kSeason) return std::nullopt;
  return With(NearestYear(phrase, *time_.published, place.tense),
              MentionSource::kPublication);
}

std::optional<ResolvedDate> DateResolver::FromPublication(
    const DatePhrase& phrase, Tense tense) const {
  if (!time_.published || time_.tells_history) return std::nullopt;
  const Day today = *time_.published;
  constexpr MentionSource kSource = MentionSource::kPublication;
  if (phrase.weekday != kNotNamed) {
    if (phrase.direction == DateDirection::kByTense && tense == Tense::kUnclear)
      return std::nullopt;
    return With(
        OneDay(WeekdayNear(today, phrase.weekday, phrase.direction, tense)),
        kSource);
  }
  if (phrase.direction != DateDirection::kByTense)
    return With(NamedNear(phrase, today), kSource);
  if (phrase.month != 0 || phrase.part != kNotNamed)
    return With(DaysIn(phrase, YearOf(today) + phrase.shift), kSource);
  Period period = PeriodOf(phrase.grain, today);
  period.number += phrase.shift;
  return With(RangeOf(period), kSource);
}

std::optional<ResolvedDate> DateResolver::FromText(
    const DatePhrase& phrase, const PhrasePlace& place) const {
  if (!spoken_ || place.sentence - spoken_->place.sentence > kChainSentences)
    return std::nullopt;
  constexpr MentionSource kSource = MentionSource::kContext;
  const Day base = spoken_->days.first;
  if (phrase.month != 0 || phrase.part != kNotNamed) {
    if (phrase.direction != DateDirection::kByTense)
      return With(NamedNear(phrase, base), kSource);
    return With(DaysIn(phrase, YearOf(base) + phrase.shift), kSource);
  }
  if (phrase.weekday != kNotNamed) {
    if (spoken_->grain != Grain::kDay) return std::nullopt;
    return With(OneDay(WeekdayNear(base, phrase.weekday, phrase.direction,
                                   Tense::kNone)),
                kSource);
  }
  // A month does not say which day the next one is.
  if (spoken_->grain > phrase.grain) return std::nullopt;
  const Day from = phrase.shift > 0 ? spoken_->days.last : base;
  Period period = PeriodOf(phrase.grain, from);
  if (phrase.grain != Grain::kDay && period != PeriodOf(phrase.grain, base))
    return std::nullopt;
  period.number += phrase.shift;
  return With(RangeOf(period), kSource);
}

std::optional<ResolvedDate> DateResolver::OldMonth(
    const DatePhrase& phrase) const {
  if (!time_.published || YearOf(*time_.published) >= kEndOfOldForms)
    return std::nullopt;
  Period month = PeriodOf(Grain::kMonth, *time_.published);
  month.number += phrase.shift;
  const std::optional<DayRange> days = RangeOf(month);
  if (!days || days->first + phrase.day - 1 > days->last) return std::nullopt;
  const Day day = days->first + phrase.day - 1;
  return ResolvedDate{{day, day}, MentionSource::kPublication};
}

std::optional<ResolvedDate> DateResolver::Days(const DatePhrase& phrase,
                                               const PhrasePlace& place) const {
  switch (phrase.base) {
    case DateBase::kWritten:
      return With(DaysIn(phrase, phrase.year), MentionSource::kText);
    case DateBase::kYearless:
      return Yearless(phrase, place);
    case DateBase::kCurrent:
      return TellsOfText() ? FromText(phrase, place)
                           : FromPublication(phrase, place.tense);
    case DateBase::kPublication:
      return FromPublication(phrase, place.tense);
    case DateBase::kText:
      return FromText(phrase, place);
    case DateBase::kOldMonth:
      return OldMonth(phrase);
    case DateBase::kNothing:
      return std::nullopt;
  }
  return std::nullopt;
}

void DateResolver::Remember(const DatePhrase& phrase, const PhrasePlace& place,
                            const DayRange& days) {
  constexpr int kFarYears = 2;
  if (time_.published && phrase.base == DateBase::kWritten &&
      phrase.grain == Grain::kDay &&
      YearOf(days.last) <= YearOf(*time_.published) - kFarYears)
    told_ = {days, phrase.grain, true, place};
  // A comparison with an earlier time moves no story.
  if (phrase.base == DateBase::kText && phrase.shift < 0) return;
  spoken_ = {days, phrase.grain, phrase.base == DateBase::kWritten, place};
  if (phrase.grain == Grain::kYear && phrase.base == DateBase::kWritten) {
    year_ = spoken_;
  } else if (phrase.grain <= Grain::kMonth) {
    dated_ = spoken_;
    year_.reset();
  }
}

bool DateResolver::IsRatherAmount(const DatePhrase& phrase) const {
  return phrase.by_place_alone && phrase.year < kFirstModernYear &&
         time_.published && YearOf(*time_.published) >= kNewspapersOfToday &&
         !time_.tells_history;
}

std::optional<ResolvedDate> DateResolver::Resolve(const DatePhrase& phrase,
                                                  const PhrasePlace& place) {
  const std::optional<ResolvedDate> date =
      IsRatherAmount(phrase) ? std::nullopt : Days(phrase, place);
  if (date) {
    Remember(phrase, place, date->days);
  } else if (phrase.base == DateBase::kYearless) {
    spoken_.reset();
  } else if (phrase.base == DateBase::kNothing) {
    // What follows may hang on what was not understood.
    spoken_.reset();
    dated_.reset();
    year_.reset();
  }
  return date;
}

}  // namespace archive
