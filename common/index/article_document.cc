#include "common/index/article_document.h"

#include <map>
#include <unordered_map>

#include <fmt/format.h>

#include "common/index/schema.h"
#include "common/index/segment.h"

namespace archive {
namespace {

void AddWords(const AnalysedArticle& article, const WordTable& table,
              Xapian::Document& document) {
  std::unordered_map<WordId, Xapian::termcount> counts;
  std::string_view prefix;
  bool in_text = false;
  for (const StreamItem item : article.stream) {
    if (IsMarkItem(item)) {
      const TokenUnit mark = MarkOf(item);
      if (!IsZoneMark(mark)) continue;
      prefix = PrefixOfZone(mark);
      in_text = IsTextZone(ZoneOf(mark));
      continue;
    }
    if (in_text) ++counts[WordIdOf(item)];
    // Weightless, so that Xapian's document length is ours.
    if (!prefix.empty())
      document.add_boolean_term(std::string(prefix) +
                                std::string(table.At(WordIdOf(item))));
  }
  for (const auto& [word, count] : counts)
    document.add_term(std::string(table.At(word)), count);
}

void AddValues(const AnalysedArticle& article, Xapian::Document& document) {
  const ColumnRow& row = article.row;
  document.add_value(kSortSlot, SortKey(row, article.record.id));
  if (row.first_day != kNoDay) {
    const Date day = DateFrom(row.first_day);
    document.add_value(
        FieldFor(FieldId::kDate).slot,
        fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day));
  }
  document.add_value(FieldFor(FieldId::kWords).slot,
                     Xapian::sortable_serialise(row.words));
  // By field: values of one need not stand side by side.
  std::map<FieldId, std::string> packed;
  for (const FacetValue& facet : article.facets) {
    std::string& values = packed[facet.field];
    if (!values.empty()) values += kValueSeparator;
    values += facet.known_as.empty() ? facet.value : facet.known_as;
  }
  for (const auto& [field, values] : packed)
    document.add_value(FieldFor(field).slot, values);
}

}  // namespace

Xapian::Document MakeDocument(const AnalysedArticle& article,
                              const WordTable& table) {
  Xapian::Document document;
  AddWords(article, table, document);
  for (const std::string& term : article.terms) document.add_boolean_term(term);
  document.add_boolean_term(IdTerm(article.record.id));
  AddValues(article, document);
  return document;
}

std::string_view PrefixOfZone(TokenUnit mark) {
  for (const Field& field : kFields) {
    if (field.zone != Zone::kNone && !field.prefix.empty() &&
        ZoneMark(field.zone) == mark)
      return field.prefix;
  }
  return {};
}

std::string SortKey(const ColumnRow& row, std::string_view id) {
  // Moments before 1970 are negative: moved so that text sorts as numbers do.
  constexpr Instant kShift = Instant{1} << 40;
  std::string key = row.first_day == kNoDay
                        ? std::string(13, '0')
                        : fmt::format("{:013}", row.published + kShift);
  return key + std::string(id);
}

}  // namespace archive
