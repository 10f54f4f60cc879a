#include "query/output/facet_table.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/text/fold.h"
#include "query/output/further_query.h"

namespace archive {
namespace {

struct ComparedRow {
  std::string value;
  std::uint64_t articles = 0;
  std::uint64_t compared = 0;
};

std::vector<ComparedRow> Merged(const FacetCounts& counts,
                                const FacetCounts& compared) {
  std::vector<ComparedRow> rows;
  std::map<std::string, std::size_t> places;
  for (const FacetRow& row : counts.rows) {
    places.emplace(FoldValue(row.value), rows.size());
    rows.push_back({row.value, row.articles, 0});
  }
  for (const FacetRow& row : compared.rows) {
    const auto [place, is_new] =
        places.emplace(FoldValue(row.value), rows.size());
    if (is_new) rows.push_back({row.value, 0, 0});
    rows[place->second].compared = row.articles;
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const ComparedRow& a, const ComparedRow& b) {
                     return a.articles + a.compared > b.articles + b.compared;
                   });
  return rows;
}

bool HasInName(std::string_view value, std::string_view folded_part) {
  return FoldValue(value).find(folded_part) != std::string::npos;
}

void KeepNamed(std::vector<ComparedRow>& rows, const FacetChoice& choice,
               Table& table) {
  if (choice.filter.empty()) return;
  const std::string part = FoldValue(choice.filter);
  std::erase_if(rows, [&](const ComparedRow& row) {
    return !HasInName(row.value, part);
  });
  table.facts.emplace_back("filter", choice.filter);
}

Table EmptyTable(FieldId field) {
  return {.name = std::string(FieldFor(field).name)};
}

std::string QueryOf(const Table& table, std::string_view value,
                    const Envelope& envelope) {
  return FurtherQuery(envelope, ClauseForValue(table.name, value));
}

}  // namespace

Table MakeFacetTable(const FacetCounts& counts, const FacetChoice& choice,
                     const Envelope& envelope) {
  Table table = EmptyTable(counts.field);
  table.columns = {"value", "articles", "look_inside"};
  const std::string part = FoldValue(choice.filter);
  for (const FacetRow& row : counts.rows) {
    if (!part.empty() && !HasInName(row.value, part)) continue;
    if (table.distinct++ < choice.limit)
      table.rows.push_back(
          {row.value, row.articles, QueryOf(table, row.value, envelope)});
  }
  if (choice.filter.empty())
    table.distinct = counts.values;
  else
    table.facts.emplace_back("filter", choice.filter);
  return table;
}

Table MakeFacetTable(const FacetCounts& counts, const FacetCounts& compared,
                     const FacetChoice& choice, const Envelope& envelope) {
  Table table = EmptyTable(counts.field);
  table.columns = {"value", "articles", "compared", "look_inside"};
  table.facts = {{"query", envelope.query},
                 {"compared_query", choice.compared_query}};
  std::vector<ComparedRow> rows = Merged(counts, compared);
  KeepNamed(rows, choice, table);
  table.distinct = rows.size();
  rows.resize(std::min(choice.limit, rows.size()));
  for (const ComparedRow& row : rows)
    table.rows.push_back({row.value, row.articles, row.compared,
                          QueryOf(table, row.value, envelope)});
  return table;
}

}  // namespace archive
