#include "query/output/distinctive_table.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "common/text/counts.h"
#include "query/output/bar.h"
#include "query/output/further_query.h"
#include "query/output/table_looks.h"
#include "query/output/wrap.h"

namespace archive {
namespace {

constexpr std::string_view kWordField = "word";
constexpr std::size_t kLabel = 24;
constexpr std::size_t kLeastLabel = 10;
constexpr std::size_t kNumbers = 46;  // columns beside the label

double Share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0
                    : static_cast<double>(part) / static_cast<double>(whole);
}

std::string ClauseOf(std::string_view field, const std::string& value) {
  return field == kWordField ? '=' + value : ClauseForValue(field, value);
}

std::string PerCent(const Cell& share) {
  constexpr double kHundred = 100;
  return fmt::format("{:.1f} %", std::get<double>(share) * kHundred);
}

std::string CountText(const Cell& cell) {
  return WithCommas(std::get<std::uint64_t>(cell));
}

}  // namespace

Table MakeDistinctiveTable(const std::vector<DistinctiveValue>& values,
                           const ArticleTotals& totals, std::string_view field,
                           const Envelope& envelope) {
  Table table = {.name = std::string(field),
                 .columns = {"value", "articles", "share", "all_articles",
                             "all_share", "g2", "look_inside"},
                 .kind = TableKind::kDistinctive};
  for (const DistinctiveValue& value : values)
    table.rows.push_back(
        {value.value, value.found, Share(value.found, totals.found), value.all,
         Share(value.all, totals.all), value.g2,
         FurtherQuery(envelope, ClauseOf(field, value.value))});
  table.distinct = table.rows.size();
  table.facts = {{"field", std::string(field)}, {"measure", std::string("G2")}};
  table.caption =
      fmt::format("what they have more of than the archive: {}", field);
  if (!table.rows.empty())
    table.commands.push_back(
        "look inside: " +
        CommandFor(envelope, std::get<std::string>(table.rows.front().back())));
  return table;
}

Status PrintDistinctive(const Table& table, const RenderStyle& style,
                        std::ostream& out) {
  if (table.rows.empty()) {
    out << "nothing that two of these articles or more have more often than "
           "the "
           "rest\n";
    return Ok();
  }
  std::size_t label = kLeastLabel;
  for (const TableRow& row : table.rows)
    label = std::max(label, ColumnsOf(std::get<std::string>(row[0])));
  const std::size_t room = style.width > kNumbers + kLeastLabel
                               ? style.width - kNumbers
                               : kLeastLabel;
  label = std::min({label, room, kLabel});
  out << fmt::format("{:<{}}  {:>9}  {:>7}  {:>9}  {:>7}  {:>8}\n", table.name,
                     label, "of these", "share", "of all", "share", "G2");
  for (const TableRow& row : table.rows)
    out << fmt::format("{}  {:>9}  {:>7}  {:>9}  {:>7}  {:>8.1f}\n",
                       FittedLabel(std::get<std::string>(row[0]), label),
                       CountText(row[1]), PerCent(row[2]), CountText(row[3]),
                       PerCent(row[4]), std::get<double>(row[5]));
  return Ok();
}

}  // namespace archive
