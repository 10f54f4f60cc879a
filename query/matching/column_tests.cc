#include "query/matching/column_tests.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "common/index/mention_list.h"
#include "common/text/fold.h"
#include "query/matching/leaf_words.h"

namespace archive {
namespace {

// All days that a date field of an article may mean.
std::optional<DayRange> DaysOf(const Columns& columns, FieldId field,
                               DocId doc) {
  if (field == FieldId::kDate) {
    const DayRange days = columns.DaysOf(doc);
    if (days.first == kNoDay) return std::nullopt;
    return days;
  }
  if (field == FieldId::kModified) {
    const Day day = columns.ModifiedOf(doc);
    if (day == kNoDay) return std::nullopt;
    return DayRange{day, day};
  }
  assert(field == FieldId::kAdded);
  const Day day = DayOf(columns.AddedAt(doc));
  return DayRange{day, day};
}

bool Fits(const DayRange& days, const DayRange& wanted,
          DateRange::Match match) {
  if (days.first >= wanted.first && days.last <= wanted.last) return true;
  return match == DateRange::Match::kTouching && days.first <= wanted.first &&
         days.last >= wanted.last;
}

// Whether any of the times that an article speaks of fits.
template <typename Fitting>
DocTest MentionTest(const Columns& columns, Fitting fits) {
  return [&columns, fits](DocId doc) {
    MentionReader reader(columns.MentionsOf(doc));
    while (const auto mention = reader.Next()) {
      if (fits(mention->days)) return true;
    }
    return false;
  };
}

DayRange DaysOf(const DateRange& range) {
  return {range.first.value_or(std::numeric_limits<Day>::min()),
          range.last.value_or(std::numeric_limits<Day>::max())};
}

// Most articles are told from the first day alone.
DocTest PublishedTest(const DayRange& wanted, DateRange::Match match,
                      const Columns& columns) {
  return [wanted, match, &columns](DocId doc) {
    const Day first = columns.FirstDayOf(doc);
    if (first == kNoDay || first > wanted.last) return false;
    const bool is_exact = columns.PrecisionAt(doc) == DatePrecision::kDay;
    if (is_exact) return first >= wanted.first;
    return Fits(columns.DaysOf(doc), wanted, match);
  };
}

DocTest DateTest(const DateRange& range, FieldId field,
                 const Columns& columns) {
  const DayRange wanted = DaysOf(range);
  const auto fits = [wanted, match = range.match](const DayRange& days) {
    return Fits(days, wanted, match);
  };
  if (field == FieldId::kMentions) return MentionTest(columns, fits);
  if (field == FieldId::kDate)
    return PublishedTest(wanted, range.match, columns);
  return [fits, field, &columns](DocId doc) {
    const auto days = DaysOf(columns, field, doc);
    return days && fits(*days);
  };
}

DocTest DayOfYearTest(const DayOfYear& wanted, FieldId field,
                      const Columns& columns) {
  const auto fits = [wanted](const DayRange& days) {
    const Date date = DateFrom(days.first);
    return days.first == days.last && date.month == wanted.month &&
           date.day == wanted.day;
  };
  if (field == FieldId::kMentions) return MentionTest(columns, fits);
  return [fits, field, &columns](DocId doc) {
    const auto days = DaysOf(columns, field, doc);
    return days && fits(*days);
  };
}

bool IsInside(double number, const NumberRange& range) {
  if (range.low &&
      (number < *range.low || (range.low_is_open && number == *range.low)))
    return false;
  return !range.high || number < *range.high ||
         (!range.high_is_open && number == *range.high);
}

DocTest NumberTest(const NumberRange& range, FieldId field,
                   const Columns& columns) {
  if (field == FieldId::kWords) {
    return [&range, &columns](DocId doc) {
      return columns.Holds(doc) && IsInside(columns.WordsOf(doc), range);
    };
  }
  assert(field == FieldId::kDateConfidence || field == FieldId::kOcr);
  return [&range, &columns, is_ocr = field == FieldId::kOcr](DocId doc) {
    const std::uint16_t thousandths =
        is_ocr ? columns.OcrOf(doc) : columns.ConfidenceOf(doc);
    return thousandths != kNoConfidence &&
           IsInside(thousandths / 1000.0, range);
  };
}

// Whether anything fits that the values of an article count as.
template <typename Fitting>
DocTest CountedTest(const CountedNames& names, const Fitting& is_fitting) {
  std::vector<bool> fits(names.size());
  for (Ordinal counted = 0; counted < fits.size(); ++counted)
    fits[counted] = is_fitting(names, counted);
  return [&names, fits = std::move(fits)](DocId doc) {
    bool is_any = false;
    names.EachOf(doc, [&](Ordinal counted) { is_any |= fits[counted]; });
    return is_any;
  };
}

// The folded names that are asked for: what was typed, and the name by which
// the librarian's rules know it.
struct WantedNames {
  std::optional<Pattern> wildcards;  // else `typed`
  std::string typed = {};
  std::string known = {};

  bool Fit(std::string_view value) const {
    const std::string folded = FoldValue(value);
    if (wildcards) return MatchesPattern(*wildcards, folded);
    return folded == typed || (!known.empty() && folded == known);
  }
};

WantedNames WantedOf(const WholeValue& whole, FieldId field,
                     const NameRules& rules) {
  if (HasWildcards(whole.value)) return {.wildcards = FoldPattern(whole.value)};
  WantedNames wanted = {.wildcards = std::nullopt,
                        .typed = FoldValue(TextOf(whole.value))};
  const RuledName ruled = rules.Of(field, wanted.typed, wanted.typed, {});
  if (ruled.known_as != nullptr) wanted.known = FoldValue(*ruled.known_as);
  return wanted;
}

// Values are told apart as facets tell them.  A name that counts as another one
// everywhere has no row of its own; asked for, it means the articles that have
// it.
DocTest ValueTest(const WantedNames& wanted, const CountedNames& names) {
  std::vector<bool> fits(names.size());
  for (Ordinal counted = 0; counted < fits.size(); ++counted)
    fits[counted] = wanted.Fit(names.NameAt(counted));
  return [&names, fits = std::move(fits)](DocId doc) {
    const auto values = names.column().Of(doc);
    return std::any_of(values.begin(), values.end(), [&](Ordinal value) {
      const Ordinal counted = names.CountedAs(value, doc);
      if (counted == kUncounted) return false;
      return fits[counted] || (fits[value] && !names.DependsOnArticle(value));
    });
  };
}

// Whether a name that rules give has the word; of the others the words are in
// the index.
DocTest RuledWordTest(const WordLeaf& word, const CountedNames& names) {
  Analyser analyser;
  return CountedTest(names, [&](const CountedNames& of, Ordinal counted) {
    return of.IsRuled(counted) &&
           HoldsWords(of.NameAt(counted), word.text, analyser);
  });
}

}  // namespace

DocTest MakeColumnTest(const Node& node, const OpenIndex& index,
                       std::size_t segment) {
  const Columns& columns = index.segments()[segment].columns();
  const FieldId field = node.field_id.value_or(FieldId::kDate);
  if (const auto* range = std::get_if<DateRange>(&node.kind))
    return DateTest(*range, field, columns);
  if (const auto* day = std::get_if<DayOfYear>(&node.kind))
    return DayOfYearTest(*day, field, columns);
  if (const auto* whole = std::get_if<WholeValue>(&node.kind))
    return ValueTest(WantedOf(*whole, field, index.PartOf(segment).name_rules),
                     index.NamesIn(segment, field));
  if (const auto* word = std::get_if<WordLeaf>(&node.kind))
    return RuledWordTest(*word, index.NamesIn(segment, field));
  if (const auto* presence = std::get_if<Presence>(&node.kind))
    return CountedTest(index.NamesIn(segment, presence->of),
                       [](const CountedNames&, Ordinal) { return true; });
  return NumberTest(std::get<NumberRange>(node.kind), field, columns);
}

void AddColumnTest(const Node& node, const OpenIndex& index,
                   std::size_t segment, DaysOfSegment* days,
                   WordConditions& conditions) {
  conditions.tests.push_back(MakeColumnTest(node, index, segment));
  const auto* const range = std::get_if<DateRange>(&node.kind);
  if (range == nullptr || days == nullptr ||
      node.field_id.value_or(FieldId::kDate) != FieldId::kDate)
    return;
  const DayRange wanted = DaysOf(*range);
  conditions.window_tests.push_back([days, wanted](DocId begin) {
    return days->zones.MayHold(begin, wanted);
  });
  if (!days->order) return;
  conditions.few_docs = [days, wanted](std::size_t most) {
    return days->order->DocsOf(wanted, most);
  };
}

}  // namespace archive
