// Sources and months on the screen: a line a year, twelve columns.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/dates/calendar_names.h"
#include "common/text/counts.h"
#include "common/text/printable.h"
#include "query/language/characters.h"
#include "query/output/table_looks.h"
#include "query/output/wrap.h"

namespace archive {
namespace {

constexpr std::size_t kMonths = 12;
constexpr std::size_t kLeastMonth = 4;  // columns, with the space before
constexpr std::size_t kMostSources = 20;
constexpr std::size_t kYearLetters = 4;
constexpr std::size_t kMonthLetters = 7;  // "1987-02"
constexpr std::size_t kNameLetters = 3;

// The rows of one source.
struct Source {
  std::string name;
  std::uint64_t articles = 0;
  std::uint64_t year_only = 0;
  std::uint64_t undated = 0;
  std::vector<std::pair<std::string, std::uint64_t>> months;
  std::vector<std::string> gaps;  // as the table writes them

  // Whether it lies between the first and the last month.
  bool Spans(std::string_view month) const {
    return month >= months.front().first && month <= months.back().first;
  }
};

std::vector<Source> SourcesOf(const Table& table) {
  std::vector<Source> sources;
  for (const TableRow& row : table.rows) {
    const auto& name = std::get<std::string>(row[0]);
    const auto& period = std::get<std::string>(row[1]);
    const auto articles = std::get<std::uint64_t>(row[2]);
    if (sources.empty() || sources.back().name != name)
      sources.push_back({.name = name});
    Source& source = sources.back();
    source.articles += articles;
    if (articles == 0) {
      source.gaps.push_back(period);
    } else if (period.size() == kMonthLetters) {
      source.months.emplace_back(period, articles);
    } else {
      (period.empty() ? source.undated : source.year_only) += articles;
    }
  }
  return sources;
}

std::string HeadOf(const Source& source) {
  std::string text = fmt::format(
      "{}: {}",
      source.name.empty() ? "without a source" : Printable(source.name),
      Counted(source.articles, "article"));
  if (!source.months.empty())
    text += fmt::format(", {} to {}", source.months.front().first,
                        source.months.back().first);
  if (source.year_only > 0)
    text += fmt::format(" · year only {}", WithCommas(source.year_only));
  if (source.undated > 0)
    text += fmt::format(" · undated {}", WithCommas(source.undated));
  return text;
}

using YearCells = std::array<std::optional<std::uint64_t>, kMonths>;

std::map<std::string, YearCells> YearsOf(const Source& source) {
  std::map<std::string, YearCells> years;
  for (const auto& [month, articles] : source.months) {
    const auto place =
        static_cast<std::size_t>(std::stoi(month.substr(kYearLetters + 1)));
    years[month.substr(0, kYearLetters)][place - 1] = articles;
  }
  return years;
}

// What stands for a month: its articles, a gap, or nothing outside the span.
std::string CellOf(const Source& source, const std::string& year,
                   std::size_t place, const YearCells& cells) {
  if (cells[place]) return WithCommas(*cells[place]);
  return source.Spans(fmt::format("{}-{:02}", year, place + 1)) ? "·" : "";
}

std::size_t MonthWidth(const Source& source) {
  std::size_t width = kLeastMonth;
  for (const auto& [month, articles] : source.months)
    width = std::max(width, WithCommas(articles).size() + 1);
  return width;
}

void PrintGrid(const Source& source, std::ostream& out) {
  const std::size_t width = MonthWidth(source);
  out << "      ";
  for (const auto& month : kMonthNames) {
    std::string name(month.name.substr(0, kNameLetters));
    name.front() = ToUpperAscii(name.front());
    out << fmt::format("{:>{}}", name, width);
  }
  out << '\n';
  int before = 0;
  for (const auto& [year, cells] : YearsOf(source)) {
    if (before > 0 && std::stoi(year) > before + 1) out << "  ⋮\n";
    before = std::stoi(year);
    std::string line = fmt::format("  {}", year);
    for (std::size_t place = 0; place < kMonths; ++place) {
      const std::string text = CellOf(source, year, place, cells);
      line += std::string(width - ColumnsOf(text), ' ') + text;
    }
    line.resize(line.find_last_not_of(' ') + 1);
    out << line << '\n';
  }
}

void PrintGaps(const Source& source, const RenderStyle& style,
               std::ostream& out) {
  if (source.gaps.empty()) return;
  const std::string text =
      fmt::format("no articles: {}", fmt::join(source.gaps, ", "));
  PrintWrapped({text, {}}, "  ", style, out);
}

}  // namespace

Status PrintCoverage(const Table& table, const RenderStyle& style,
                     std::ostream& out) {
  const std::vector<Source> sources = SourcesOf(table);
  for (std::size_t i = 0; i < sources.size() && i < kMostSources; ++i) {
    if (i > 0) out << '\n';
    PrintWrapped({HeadOf(sources[i]), {}}, "", style, out);
    if (sources[i].months.empty()) continue;
    PrintGrid(sources[i], out);
    PrintGaps(sources[i], style, out);
  }
  if (sources.size() > kMostSources)
    out << fmt::format("\n{} more sources: --format=csv gives all\n",
                       WithCommas(sources.size() - kMostSources));
  return Ok();
}

}  // namespace archive
