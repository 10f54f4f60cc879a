#include "query/language/resolve_ranges.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "common/dates/date_expression.h"
#include "query/language/characters.h"
#include "query/language/written_form.h"

namespace archive {
namespace {

// ---- Dates ----

// `before` is what stands between the field and the date: "" or ">=".
Diagnostic AsDiagnostic(const DateMistake& mistake, const Node& leaf,
                        std::string_view before) {
  Offers offered;
  for (const DateSuggestion& suggestion : mistake.suggestions) {
    const bool quoted = suggestion.text.find(' ') != std::string::npos;
    offered.all.push_back(
        {fmt::format("{}:{}{}{}{}", leaf.field, before, quoted ? "\"" : "",
                     suggestion.text, quoted ? "\"" : ""),
         suggestion.note});
  }
  return {mistake.message, ValueSpanOf(leaf), std::move(offered)};
}

ResolvedKind BoundOf(Relation relation, const DayRange& days) {
  DateRange range;
  switch (relation) {
    case Relation::kLess:
      range.last = days.first - 1;
      break;
    case Relation::kAtMost:
      range.last = days.last;
      break;
    case Relation::kAtLeast:
      range.first = days.first;
      break;
    case Relation::kGreater:
      range.first = days.last + 1;
      break;
  }
  return NodeKind{range};
}

ResolvedKind ReadBound(const Node& leaf, Relation relation,
                       const std::string& text, Day today) {
  const bool has_sign = std::holds_alternative<Comparison>(leaf.kind);
  const std::string_view sign = has_sign ? KeywordOf(relation) : "";
  if (text.find("..") != std::string::npos)
    return Diagnostic{
        fmt::format("\"{}:{}\" takes one date, not a range", leaf.field, sign),
        ValueSpanOf(leaf), "date:" + text};
  const SingleDateReading reading = ReadSingleDate(text, today);
  if (const auto* mistake = std::get_if<DateMistake>(&reading))
    return AsDiagnostic(*mistake, leaf, sign);
  const auto& days = std::get<DayRange>(reading);
  const bool ends =
      relation == Relation::kGreater && days.last >= DayFrom(kMaxYear, 12, 31);
  const bool begins =
      relation == Relation::kLess && days.first <= DayFrom(kMinYear, 1, 1);
  if (ends || begins)
    return Diagnostic{"years run from 0001 to 9999", ValueSpanOf(leaf), ""};
  return BoundOf(relation, days);
}

// ---- Numbers ----

std::optional<double> NumberFrom(std::string_view text) {
  std::string digits;  // 1,204 is 1204
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
               [](char c) { return c != ','; });
  const auto is_allowed = [](char c) {
    return IsDigit(static_cast<unsigned char>(c)) || c == '.' || c == '-';
  };
  // from_chars would take "inf" and "nan" too.
  if (!std::all_of(digits.begin(), digits.end(), is_allowed))
    return std::nullopt;
  double number = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

Diagnostic NotANumber(const Node& leaf, std::string_view text) {
  std::string offered;
  const std::size_t dash = text.find('-', 1);
  if (dash != std::string_view::npos && NumberFrom(text.substr(0, dash)) &&
      NumberFrom(text.substr(dash + 1)))
    offered = fmt::format("{}:{}..{}", leaf.field, text.substr(0, dash),
                          text.substr(dash + 1));
  return {fmt::format("{}: takes a number or a range; \"{}\" is none",
                      leaf.field, text),
          ValueSpanOf(leaf), std::move(offered)};
}

ResolvedKind ReadNumberRange(const Node& leaf, std::string_view text,
                             std::size_t between, std::size_t size) {
  const std::string_view low = text.substr(0, between);
  const std::string_view high = text.substr(between + size);
  NumberRange range;
  if (!low.empty()) range.low = NumberFrom(low);
  if (!high.empty()) range.high = NumberFrom(high);
  if ((!low.empty() && !range.low) || (!high.empty() && !range.high) ||
      (low.empty() && high.empty()))
    return NotANumber(leaf, text);
  if (range.low && range.high && *range.low > *range.high)
    return Diagnostic{fmt::format("{} is more than {}", low, high),
                      ValueSpanOf(leaf),
                      fmt::format("{}:{}..{}", leaf.field, high, low)};
  return NodeKind{range};
}

ResolvedKind ReadNumberBound(const Node& leaf, const Comparison& comparison) {
  const std::optional<double> number = NumberFrom(comparison.text);
  if (!number) return NotANumber(leaf, comparison.text);
  NumberRange range;
  const Relation relation = comparison.relation;
  range.low_is_open = relation == Relation::kGreater;
  range.high_is_open = relation == Relation::kLess;
  if (relation == Relation::kLess || relation == Relation::kAtMost) {
    range.high = number;
  } else {
    range.low = number;
  }
  return NodeKind{range};
}

ResolvedKind ReadNumber(const Node& leaf) {
  if (const auto* comparison = std::get_if<Comparison>(&leaf.kind))
    return ReadNumberBound(leaf, *comparison);
  const auto* word = std::get_if<WordLeaf>(&leaf.kind);
  if (word == nullptr) {
    const std::string text = PlainTextOf(leaf).value_or("");
    return Diagnostic{fmt::format("{}: takes a number or a range", leaf.field),
                      ValueSpanOf(leaf),
                      NumberFrom(text) ? leaf.field + ":" + text : ""};
  }
  const std::string_view text = word->text;
  if (const std::size_t dots = text.find(".."); dots != text.npos)
    return ReadNumberRange(leaf, text, dots, 2);
  if (const std::size_t slash = text.find('/'); slash != text.npos)
    return ReadNumberRange(leaf, text, slash, 1);
  const std::optional<double> number = NumberFrom(text);
  if (!number) return NotANumber(leaf, text);
  return NodeKind{NumberRange{number, number}};
}

}  // namespace

ResolvedKind ResolveDate(const Node& leaf, Day today) {
  if (const auto* comparison = std::get_if<Comparison>(&leaf.kind))
    return ReadBound(leaf, comparison->relation, comparison->text, today);
  if (const auto* fuzzy = std::get_if<FuzzyLeaf>(&leaf.kind))
    return Diagnostic{"~ goes before a date, not behind it", ValueSpanOf(leaf),
                      fmt::format("{}:~{}", leaf.field, fuzzy->text)};
  const std::optional<std::string> text = PlainTextOf(leaf);
  if (!text)
    return Diagnostic{fmt::format("{}: takes a date or a range", leaf.field),
                      ValueSpanOf(leaf), ""};
  const DateReading reading = ReadDateExpression(*text, today);
  if (const auto* mistake = std::get_if<DateMistake>(&reading))
    return AsDiagnostic(*mistake, leaf, "");
  if (const auto* day = std::get_if<DayOfYear>(&reading)) return NodeKind{*day};
  return NodeKind{std::get<DateRange>(reading)};
}

ResolvedKind ResolveDateBound(const Node& leaf, Relation relation, Day today) {
  const std::optional<std::string> text = PlainTextOf(leaf);
  if (text) return ReadBound(leaf, relation, *text, today);
  return Diagnostic{fmt::format("{}: takes one date", leaf.field),
                    ValueSpanOf(leaf), ""};
}

ResolvedKind ResolveNumber(const Node& leaf, const Field& field) {
  ResolvedKind kind = ReadNumber(leaf);
  const auto* const resolved = std::get_if<NodeKind>(&kind);
  const auto* const range =
      resolved == nullptr ? nullptr : std::get_if<NumberRange>(resolved);
  const auto is_outside = [&field](const std::optional<double>& bound) {
    return bound && (*bound < 0 || *bound > field.greatest);
  };
  if (range == nullptr || field.greatest <= 0 ||
      (!is_outside(range->low) && !is_outside(range->high)))
    return kind;
  return Diagnostic{
      fmt::format("{}: runs from 0 to {}", leaf.field, field.greatest),
      ValueSpanOf(leaf), std::string(field.example)};
}

std::optional<std::string> PlainTextOf(const Node& leaf) {
  if (const auto* word = std::get_if<WordLeaf>(&leaf.kind)) return word->text;
  if (const auto* pattern = std::get_if<PatternLeaf>(&leaf.kind))
    return TextOf(pattern->pattern);
  if (const auto* phrase = std::get_if<PhraseLeaf>(&leaf.kind);
      phrase != nullptr && !phrase->slop)
    return TextOf(phrase->text);
  return std::nullopt;
}

}  // namespace archive
