#include "query/output/coverage_table.h"

#include <optional>
#include <string>

#include "query/output/further_query.h"

namespace archive {
namespace {

std::string MonthText(MonthNumber month) {
  return ToIsoString(Date{month / kMonthsOfYear, month % kMonthsOfYear + 1});
}

class Builder {
 public:
  Builder(const Envelope& envelope, Table& table)
      : envelope_(envelope), table_(table) {}

  void Add(const SourceCoverage& source) {
    name_ = source.source;
    std::optional<MonthNumber> before;
    for (const auto& [month, articles] : source.months) {
      if (before && month > *before + 1) AddGap(*before + 1, month - 1);
      AddRow(MonthText(month), articles);
      before = month;
    }
    for (const auto& [year, articles] : source.years)
      AddRow(ToIsoString(Date{year}), articles);
    if (source.undated > 0) AddRow("", source.undated);
  }

 private:
  void AddGap(MonthNumber first, MonthNumber last) {
    AddRow(first == last ? MonthText(first)
                         : MonthText(first) + ".." + MonthText(last),
           0);
  }

  void AddRow(const std::string& period, std::uint64_t articles) {
    std::string clause =
        name_.empty() ? "missing:source" : ClauseForValue("source", name_);
    clause += period.empty() ? " missing:date" : " date:" + period;
    table_.rows.push_back(
        {name_, period, articles, FurtherQuery(envelope_, clause)});
  }

  const Envelope& envelope_;
  Table& table_;
  std::string name_;
};

}  // namespace

Table MakeCoverageTable(const std::vector<SourceCoverage>& sources,
                        const Envelope& envelope) {
  Table table = {.name = "coverage",
                 .columns = {"source", "period", "articles", "look_inside"},
                 .kind = TableKind::kCoverage};
  Builder builder(envelope, table);
  for (const SourceCoverage& source : sources) builder.Add(source);
  table.distinct = table.rows.size();
  table.facts = {{"sources", std::uint64_t{sources.size()}}};
  table.caption = "by source and month";
  return table;
}

}  // namespace archive
