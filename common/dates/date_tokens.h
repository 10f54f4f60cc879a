// Text → words, numbers and signs with their meaning in dates: the first step
// of date_mentions.h.
//
// One pass over the bytes.  What means nothing in a date is a token, too
// (kOther), so that neighbours are neighbours.  To add a word: a row in
// date_words.cc.
#ifndef ARCHIVE_COMMON_DATES_DATE_TOKENS_H_
#define ARCHIVE_COMMON_DATES_DATE_TOKENS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace archive {

enum class DateTokenKind : std::uint8_t {
  kOther,
  kNumber,   // digits alone: 26, 1950
  kOrdinal,  // 1st, first
  kYears,    // 1980s, '80s: value is the first year, below 100 without century
  kMonth,    // value 1 to 12
  kWeekday,  // value 0 = Monday
  kUnit,     // day, weeks: value is a Grain
  kSeason,   // value 0 = spring
  kCount,    // a, one, two ... twelve, twenty
  kVague,    // several, few: counts that are no number
  kLast,
  kPrevious,   // of the text
  kThis,       // this, current
  kNext,       // next; value 1: coming
  kFollowing,  // following, next but of the text
  kThat,       // that, same
  kDeictic,    // yesterday, today, tomorrow: value -1, 0, 1
  kEarly,      // early, late, mid
  kEdge,       // beginning, end, middle, start
  kDayPart,    // morning, night
  kAgo,
  kLater,
  kEarlier,
  kAfter,
  kEarlierThan,  // before
  kThan,
  kPossessive,  // its, 's: a year may follow
  kFor,
  kEvery,  // every, each: what follows is no single day
  // What makes a name of the weekday beside it: (Sunday) Times; value 1: one
  // that stands alone, too, afterwards: (Sheffield) Wednesday.
  kName,
  kQuarter,
  kHalf,
  kQuarterNumber,  // Q3
  kBefore,         // BC, BCE
  kAnno,           // AD, CE
  kInst,           // inst., ult., prox.: value 0, -1, 1
  kIn,             // prepositions that dates stand behind; value 1: by
  kOf,
  kOn,
  kTo,  // to; value 1: until, through
  kFrom,
  kBetween,
  kAnd,
  kThe,
  kAbout,     // about, some, nearly
  kNumbered,  // page, No., flight: the number behind it is a name
  kMeasured,  // men, percent, km: the number before it is an amount
  kClock,     // GMT, Uhr: the number before it is a time of day
  kStreet,    // St., Avenue: the number before such a name is a house
  kMemorial,  // (the Sept. 11) attacks: of a day that is a name
  kShow,      // (Today) programme
  kBack,      // dates, back (to 1898)
  kComma,
  kDash,
  kSlash,
  kPoint,
  kOpen,
  kClose,
  kYearWord,    // année, года: a year stands before it (value 1) or behind
  kDecadeWord,  // Jahre; value 1: années, whose number is a decade's
  kDecadeEnding,  // х of 1980-х
  kTens,          // tachtig: value 80
  kCenturyWord,   // siècle, Jahrhundert
  kRoman,         // XIX: value 19
  kEastYear,      // 年
  kEastMonth,     // 月
  kEastDay,       // 日
  kEastAge,       // 代 behind 年
  kEastCentury,   // 世紀
  kEastFirst,     // 元 of 元年
  kEastEra,       // 昭和: value is the year before its first
};

// The value of prepositions that are German alone: what numbers count has a
// capital there.
inline constexpr int kGermanWord = 2;

// What a word says about the time of its sentence.
enum class Tense : std::uint8_t {
  kNone,
  kPast,
  kFuture,
  kUnclear,  // of a sentence: it says both
};

// What a verb does to the one behind it.
enum class VerbRole : std::uint8_t {
  kNone,
  kWill,       // will, shall
  kModal,      // may, must: past with "have"
  kPastModal,  // would, could: past with "have" or "not"
  kBe,         // be, remain
  kIs,         // is, are
  kWas,
  kHave,
  kNot,
  kSet,       // "set to", "set for"
  kDue,       // "due to"
  kArranged,  // meeting, leaving: behind "is" of what is to come
};

struct DateToken {
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  std::int32_t value = 0;
  DateTokenKind kind = DateTokenKind::kOther;
  Tense tense = Tense::kNone;
  VerbRole verb = VerbRole::kNone;
  bool spaced = false;      // a space stands before it
  bool capital = false;     // begins with one
  bool short_form = false;  // "Sept", which a point may follow
  bool foreign = false;     // a word of another language than English
  bool is_word = false;     // letters, or letters and digits
  bool plural = false;      // ends as English plurals do
  bool grammar = false;     // he, was, the: a word that nothing counts
  bool starts_sentence = false;
  std::uint8_t digits = 0;

  std::size_t length() const { return end - begin; }
};

// What a word means in dates.
struct DateWord {
  DateTokenKind kind = DateTokenKind::kOther;
  std::int32_t value = 0;
  Tense tense = Tense::kNone;
  VerbRole verb = VerbRole::kNone;
  bool grammar = false;
  bool short_form = false;
  bool foreign = false;
};

// REQUIRES: ASCII letters are small.  nullptr: no such word.
const DateWord* FindDateWord(std::string_view word);
// Whether any word of this many bytes begins so; a quick look before
// FindDateWord.
bool MayBeDateWord(std::string_view word);

// REQUIRES: text of less than 4 GiB, in UTF-8.  Replaces `tokens`.
void CutDateTokens(std::string_view text, std::vector<DateToken>& tokens);

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_DATE_TOKENS_H_
