// The words that dates are made of.  To add one: a row.
#include <array>
#include <string>
#include <unordered_map>

#include "common/dates/calendar_names.h"
#include "common/dates/date_tokens.h"
#include "common/dates/foreign_months.h"
#include "common/dates/period.h"

namespace archive {
namespace {

using Kind = DateTokenKind;

struct WordRow {
  std::string_view words;  // with a space between
  Kind kind;
  int value = 0;
};

constexpr int Of(Grain grain) {
  return static_cast<int>(grain);
}

constexpr std::array kWords = {
    WordRow{"day days", Kind::kUnit, Of(Grain::kDay)},
    WordRow{"weekend", Kind::kUnit, Of(Grain::kWeekend)},
    WordRow{"week weeks", Kind::kUnit, Of(Grain::kWeek)},
    WordRow{"month months", Kind::kUnit, Of(Grain::kMonth)},
    WordRow{"year years", Kind::kUnit, Of(Grain::kYear)},
    WordRow{"decade decades", Kind::kUnit, Of(Grain::kDecade)},
    WordRow{"century centuries", Kind::kUnit, Of(Grain::kCentury)},
    WordRow{"quarter", Kind::kQuarter},
    WordRow{"half", Kind::kHalf},
    WordRow{"spring", Kind::kSeason, 0},
    WordRow{"summer", Kind::kSeason, 1},
    WordRow{"autumn fall", Kind::kSeason, 2},
    WordRow{"winter", Kind::kSeason, 3},
    WordRow{"a an one", Kind::kCount, 1},
    WordRow{"two", Kind::kCount, 2},
    WordRow{"three", Kind::kCount, 3},
    WordRow{"four", Kind::kCount, 4},
    WordRow{"five", Kind::kCount, 5},
    WordRow{"six", Kind::kCount, 6},
    WordRow{"seven", Kind::kCount, 7},
    WordRow{"eight", Kind::kCount, 8},
    WordRow{"nine", Kind::kCount, 9},
    WordRow{"ten", Kind::kCount, 10},
    WordRow{"eleven", Kind::kCount, 11},
    WordRow{"twelve", Kind::kCount, 12},
    WordRow{"thirteen", Kind::kCount, 13},
    WordRow{"fourteen", Kind::kCount, 14},
    WordRow{"fifteen", Kind::kCount, 15},
    WordRow{"sixteen", Kind::kCount, 16},
    WordRow{"seventeen", Kind::kCount, 17},
    WordRow{"eighteen", Kind::kCount, 18},
    WordRow{"nineteen", Kind::kCount, 19},
    WordRow{"twenty", Kind::kCount, 20},
    WordRow{"thirty", Kind::kCount, 30},
    WordRow{"forty", Kind::kCount, 40},
    WordRow{"fifty", Kind::kCount, 50},
    WordRow{"first", Kind::kOrdinal, 1},
    WordRow{"second", Kind::kOrdinal, 2},
    WordRow{"third", Kind::kOrdinal, 3},
    WordRow{"fourth", Kind::kOrdinal, 4},
    WordRow{"fifth", Kind::kOrdinal, 5},
    WordRow{"sixth", Kind::kOrdinal, 6},
    WordRow{"seventh", Kind::kOrdinal, 7},
    WordRow{"eighth", Kind::kOrdinal, 8},
    WordRow{"ninth", Kind::kOrdinal, 9},
    WordRow{"tenth", Kind::kOrdinal, 10},
    WordRow{"eleventh", Kind::kOrdinal, 11},
    WordRow{"twelfth", Kind::kOrdinal, 12},
    WordRow{"thirteenth", Kind::kOrdinal, 13},
    WordRow{"fourteenth", Kind::kOrdinal, 14},
    WordRow{"fifteenth", Kind::kOrdinal, 15},
    WordRow{"sixteenth", Kind::kOrdinal, 16},
    WordRow{"seventeenth", Kind::kOrdinal, 17},
    WordRow{"eighteenth", Kind::kOrdinal, 18},
    WordRow{"nineteenth", Kind::kOrdinal, 19},
    WordRow{"twentieth", Kind::kOrdinal, 20},
    WordRow{"last", Kind::kLast},
    WordRow{"previous preceding", Kind::kPrevious},
    WordRow{"this current", Kind::kThis},
    WordRow{"next", Kind::kNext},
    WordRow{"following ensuing", Kind::kFollowing},
    WordRow{"that same", Kind::kThat},
    WordRow{"yesterday", Kind::kDeictic, -1},
    WordRow{"today tonight", Kind::kDeictic, 0},
    WordRow{"tomorrow", Kind::kDeictic, 1},
    WordRow{"early late mid", Kind::kEarly},
    WordRow{"end beginning start middle close", Kind::kEdge},
    WordRow{"morning afternoon evening night noon", Kind::kDayPart},
    WordRow{"ago", Kind::kAgo},
    WordRow{"later", Kind::kLater},
    WordRow{"earlier previously", Kind::kEarlier},
    WordRow{"after", Kind::kAfter},
    WordRow{"before", Kind::kEarlierThan},
    WordRow{"bc bce", Kind::kBefore},
    WordRow{"ad ce", Kind::kAnno},
    WordRow{"inst instant", Kind::kInst, 0},
    WordRow{"ult ultimo", Kind::kInst, -1},
    WordRow{"prox proximo", Kind::kInst, 1},
    WordRow{"in since by during circa throughout into", Kind::kIn},
    WordRow{"until till to through", Kind::kTo},
    WordRow{"from", Kind::kFrom},
    WordRow{"between", Kind::kBetween},
    WordRow{"than", Kind::kThan},
    WordRow{"for", Kind::kFor},
    WordRow{"its his her their our s", Kind::kPossessive},
    WordRow{"and or", Kind::kAnd},
    WordRow{"on", Kind::kOn},
    WordRow{"of", Kind::kOf},
    WordRow{"the", Kind::kThe},
    WordRow{"about some nearly almost around roughly just only exactly",
            Kind::kAbout},
    WordRow{"every each any", Kind::kEvery},
    WordRow{"page pages p pp no nos number flight room route chapter section "
            "article vol volume bus train highway line model version sheriff "
            "resolution figure table us usd eur gbp",
            Kind::kNumbered},
    WordRow{
        "men women people persons percent km kilometres kilometers miles "
        "mile metres meters m feet foot ft tonnes tons kg lb acres hectares "
        "dollar euro dollars euros pound ton mark man mile metre meter "
        "word page seat strong pounds yen won dead wounded troops soldiers "
        "children "
        "aircraft casualties million billion thousand hundred mm cm hp mph "
        "knots degrees points votes seats jobs hours minutes seconds times "
        "cases",
        Kind::kMeasured},
    WordRow{"times telegraph mail mirror herald express post live bloody black "
            "good "
            "ash palm super cyber holy easter ruby fat",
            Kind::kName},
};

// Words of other languages that stand around years and in dates.
constexpr std::array kForeignWords = {
    WordRow{"de del do da d di van", Kind::kOf},
    WordRow{"im en em nel dans seit depuis desde dal sinds vom nell no anno au",
            Kind::kIn},
    WordRow{"bis au al até ao tot до по", Kind::kTo},
    WordRow{"в с от с", Kind::kIn},
    WordRow{"jahr jahre année an año ano jaar год года году", Kind::kYearWord},
};

// Past and future, of a verb that stands near a weekday or a month.
constexpr std::string_view kPastWords =
    "said was were had did told took came went made began left died met won "
    "lost hit fell rose held sent found became got gave broke spoke saw "
    "thought "
    "brought put cut wrote has have";
constexpr std::string_view kFutureWords =
    "will shall ll expected scheduled due plans plan planned upcoming would "
    "should "
    "hopes intends expects";

class WordTableOfDates {
 public:
  WordTableOfDates() {
    for (const ForeignMonth& month : ForeignMonths())
      Add(month.name, {.kind = Kind::kMonth,
                       .value = month.month,
                       .short_form = month.is_short,
                       .foreign = true});
    AddRows(kForeignWords, true);
    AddTenses();
    AddRows(kWords, false);
    AddCalendar(kMonthNames, Kind::kMonth, 1);
    AddCalendar(kWeekdayNames, Kind::kWeekday, 0);
  }

  const DateWord* Find(std::string_view word) const {
    const auto at = words_.find(word);
    return at == words_.end() ? nullptr : &at->second;
  }
  bool MayHold(std::string_view word) const {
    return (lengths_[static_cast<unsigned char>(word.front())] >>
                (word.size() % 32) &
            1U) != 0;
  }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  // The last row of a word wins; tenses stay.
  void Add(std::string_view word, DateWord meaning) {
    DateWord& row = words_[std::string(word)];
    if (meaning.tense == Tense::kNone) meaning.tense = row.tense;
    row = meaning;
    lengths_[static_cast<unsigned char>(word.front())] |= 1U
                                                          << (word.size() % 32);
  }

  template <typename Visit>
  static void ForEach(std::string_view words, Visit visit) {
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(' '), words.size());
      if (end != 0) visit(words.substr(0, end));
      words.remove_prefix(std::min(words.size(), end + 1));
    }
  }

  template <typename Rows>
  void AddRows(const Rows& rows, bool foreign) {
    for (const WordRow& row : rows) {
      ForEach(row.words, [&](std::string_view word) {
        Add(word, {.kind = row.kind, .value = row.value, .foreign = foreign});
      });
    }
  }

  void AddTenses() {
    ForEach(kPastWords, [this](std::string_view word) {
      Add(word, {.tense = Tense::kPast});
    });
    ForEach(kFutureWords, [this](std::string_view word) {
      Add(word, {.tense = Tense::kFuture});
    });
  }

  template <std::size_t N>
  void AddCalendar(const std::array<CalendarName, N>& names, Kind kind,
                   int first) {
    for (std::size_t i = 0; i < N; ++i) {
      const int value = static_cast<int>(i) + first;
      for (const std::string_view name :
           {names[i].name, names[i].abbreviation, names[i].other}) {
        if (!name.empty())
          Add(name, {.kind = kind,
                     .value = value,
                     .short_form = name != names[i].name});
      }
    }
  }

  std::unordered_map<std::string, DateWord, Hash, std::equal_to<>> words_;
  // By first byte: a bit for each length, modulo 32.
  std::array<std::uint32_t, 256> lengths_ = {};
};

const WordTableOfDates& Table() {
  static const WordTableOfDates kTable;
  return kTable;
}

}  // namespace

const DateWord* FindDateWord(std::string_view word) {
  return Table().Find(word);
}

bool MayBeDateWord(std::string_view word) {
  return Table().MayHold(word);
}

}  // namespace archive
