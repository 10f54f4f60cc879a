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
    WordRow{"next", Kind::kNext, 0},
    WordRow{"coming upcoming", Kind::kNext, 1},
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
    WordRow{"in since during circa throughout into", Kind::kIn},
    WordRow{"by", Kind::kIn, 1},
    WordRow{"to", Kind::kTo, 0},
    WordRow{"until till through", Kind::kTo, 1},
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
        "cases pct bln mln dlrs cts stg calorie signature barrels",
        Kind::kMeasured},
    WordRow{"gmt utc est edt cst cdt mst mdt pst pdt bst cet cest ist jst "
            "hrs local uhr",
            Kind::kClock},
    WordRow{"st street ave avenue road rd blvd boulevard lane", Kind::kStreet},
    WordRow{"attack attacks victims commission committee panel hijackers "
            "memorial riot rioters insurrection massacre",
            Kind::kMemorial},
    WordRow{"back dates dated dating prior", Kind::kBack},
    WordRow{"programme program show newspaper", Kind::kShow},
    WordRow{"times telegraph mail mirror herald express post live bloody black "
            "good "
            "ash palm super cyber holy easter ruby fat addams",
            Kind::kName},
    WordRow{"sheffield", Kind::kName, 1},
};

// Words of other languages that stand around years and in dates.
constexpr std::array kForeignWords = {
    WordRow{"de del do da d di van", Kind::kOf},
    WordRow{"zwischen entre tussen между", Kind::kBetween},
    WordRow{"und", Kind::kAnd, kGermanWord},
    WordRow{"et y e и", Kind::kAnd},
    WordRow{"sommer verano летом", Kind::kSeason, 1},
    WordRow{"frühling frühjahr printemps primavera весной", Kind::kSeason, 0},
    WordRow{"herbst otoño осенью", Kind::kSeason, 2},
    WordRow{"quartal", Kind::kQuarter},
    WordRow{"jahren jahre jaren", Kind::kDecadeWord, 0},
    WordRow{"années años anos anni", Kind::kDecadeWord, 1},
    WordRow{"х", Kind::kDecadeEnding},
    WordRow{"dertig", Kind::kTens, 30},
    WordRow{"veertig", Kind::kTens, 40},
    WordRow{"vijftig cinquanta", Kind::kTens, 50},
    WordRow{"zestig sessanta", Kind::kTens, 60},
    WordRow{"zeventig settanta", Kind::kTens, 70},
    WordRow{"tachtig ottanta", Kind::kTens, 80},
    WordRow{"negentig novanta", Kind::kTens, 90},
    WordRow{"jahrhundert jahrhunderts siècle siglo século secolo eeuw век "
            "века веке",
            Kind::kCenturyWord},
    WordRow{"im seit vom", Kind::kIn, kGermanWord},
    WordRow{"en em nel dans depuis desde dal sinds nell no au", Kind::kIn},
    WordRow{"bis", Kind::kTo, kGermanWord},
    WordRow{"au à al até ao tot до по", Kind::kTo},
    WordRow{"в с от с", Kind::kIn},
    WordRow{"jahr année an año ano jaar anno", Kind::kYearWord, 0},
    WordRow{"год года году", Kind::kYearWord, 1},
};

// Past and future, of a verb that stands near a weekday or a month.
constexpr std::string_view kPastWords =
    "said was were had did told took came went made began left died met won "
    "lost hit fell rose held sent found became got gave broke spoke saw "
    "thought "
    "brought put cut wrote has have killed sank";
constexpr std::string_view kFutureWords =
    "will shall ll expected scheduled due plans plan planned would should "
    "could may might hopes intends expects likely slated poised "
    "tomorrow begins starts opens resumes expires arrives ends kicks goes "
    "takes "
    "meets hosts faces";

struct VerbRow {
  std::string_view words;
  VerbRole role;
};

constexpr std::array kVerbs = {
    VerbRow{"will shall ll", VerbRole::kWill},
    VerbRow{"may might should can must", VerbRole::kModal},
    VerbRow{"would could", VerbRole::kPastModal},
    VerbRow{"be being remain stay", VerbRole::kBe},
    VerbRow{"is are re", VerbRole::kIs},
    VerbRow{"was were", VerbRole::kWas},
    VerbRow{"have has had having", VerbRole::kHave},
    VerbRow{"not never also still", VerbRole::kNot},
    VerbRow{"set", VerbRole::kSet},
    VerbRow{"due", VerbRole::kDue},
    VerbRow{"meeting visiting traveling travelling leaving flying heading "
            "hosting returning arriving going facing launching starting "
            "opening beginning resuming holding",
            VerbRole::kArranged},
};

// Words that no number in front of them counts, so that it may be a year.
constexpr std::string_view kGrammarWords =
    "a an the this that these those his her its their our and or nor but as at "
    "to in on by for from after before since until till through during over "
    "under against between into with without despite when where while although "
    "though if then also not no there he she it they we i you who whom which "
    "because so yet was is were are had has have did does do would will could "
    "should may might can must became began remained twice again";
// In the other languages.
constexpr std::string_view kForeignGrammarWords =
    "auf aus zu am im vom soll sollen kann noch nur um über vor seit bis für "
    "gegen durch ein eine einen ist war wurde wurden wird werden hat hatte "
    "haben sind waren und der die "
    "das dem den er sie es ihn als auch bei mit nach il elle ils elles on est "
    "sont était étaient fut furent ont avait et le la les un une el los las se "
    "fue fueron es son era y ha han lo gli i è fu furono si e nel con foi "
    "foram é são o os um uma was werd werden heeft en het een он она оно они и "
    "в на был была было были";

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
    AddVerbs();
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

  // The last row of a word wins; what it does in its sentence stays.
  void Add(std::string_view word, DateWord meaning) {
    DateWord& row = words_[std::string(word)];
    if (meaning.tense == Tense::kNone) meaning.tense = row.tense;
    if (meaning.verb == VerbRole::kNone) meaning.verb = row.verb;
    meaning.grammar = meaning.grammar || row.grammar;
    if (meaning.kind == Kind::kOther) {
      meaning.kind = row.kind;
      meaning.value = row.value;
      meaning.foreign = row.foreign;
      meaning.short_form = row.short_form;
    }
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

  void AddVerbs() {
    for (const VerbRow& row : kVerbs) {
      ForEach(row.words,
              [&](std::string_view word) { Add(word, {.verb = row.role}); });
    }
    for (const std::string_view words : {kGrammarWords, kForeignGrammarWords}) {
      ForEach(words,
              [this](std::string_view word) { Add(word, {.grammar = true}); });
    }
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
