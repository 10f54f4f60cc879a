// A timeline on the screen.
#include <algorithm>

#include <fmt/format.h>

#include "common/text/counts.h"
#include "query/output/bar.h"
#include "query/output/table_looks.h"
#include "query/output/timeline_table.h"
#include "query/output/wrap.h"

namespace archive {
namespace {

constexpr std::size_t kMostBar = 30;
constexpr std::size_t kLeastBar = 5;
constexpr std::size_t kGap = 2;
constexpr std::size_t kBeforeBar = 3;

// One query's part of the row: bar, count and share.
struct Series {
  std::size_t bar_column = 0;
  std::size_t count_column = 0;
  std::size_t share_column = 0;
  std::size_t count_width = 0;
  std::size_t share_width = 0;

  std::size_t NumbersWidth() const {
    return kGap + count_width + kGap + share_width;
  }
};

std::string CountText(const TableRow& row, std::size_t column) {
  return WithCommas(std::get<std::uint64_t>(row[column]));
}

std::vector<Series> SeriesOf(const Table& table, const BarScale& scale) {
  std::vector<Series> all = {{scale.column, kBarCountColumn, kBarShareColumn}};
  if (IsComparison(table))
    all.push_back(
        {scale.compared_column, kComparedCountColumn, kComparedShareColumn});
  for (Series& series : all) {
    for (const TableRow& row : table.rows) {
      series.count_width = std::max(series.count_width,
                                    CountText(row, series.count_column).size());
      series.share_width =
          std::max(series.share_width,
                   ShareText(table, NumberIn(row, series.share_column)).size());
    }
  }
  return all;
}

// How long bars may be, so that all series stand side by side.
std::size_t BarRoom(const std::vector<Series>& all, std::size_t label,
                    std::size_t width) {
  std::size_t taken = label;
  for (const Series& series : all) taken += kBeforeBar + series.NumbersWidth();
  const std::size_t left = width > taken ? width - taken : 0;
  return std::clamp(left / all.size(), kLeastBar, kMostBar);
}

// The queries above what belongs to them.
void PrintHeads(const Table& table, const std::vector<Series>& all,
                std::size_t label, std::size_t room, std::ostream& out) {
  std::string text(label, ' ');
  const char* const names[] = {"query", "compared_query"};
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string query;
    for (const auto& [name, value] : table.facts) {
      if (name == names[i]) query = std::get<std::string>(value);
    }
    text += std::string(kBeforeBar, ' ') +
            FittedLabel(query, room + all[i].NumbersWidth());
  }
  text.resize(text.find_last_not_of(' ') + 1);
  out << text << '\n';
}

}  // namespace

Status PrintTimeline(const Table& table, const RenderStyle& style,
                     std::ostream& out) {
  const BarScale scale = ScaleOf(table);
  const std::vector<Series> all = SeriesOf(table, scale);
  std::size_t label = 0;
  for (const TableRow& row : table.rows)
    label = std::max(label, std::get<std::string>(row[kBarNameColumn]).size());
  const std::size_t room = BarRoom(all, label, style.width);
  if (all.size() > 1) PrintHeads(table, all, label, room, out);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (const std::size_t empty = EmptyRunAt(table, i); empty > 0) {
      out << "⋮\n";
      i += empty - 1;
      continue;
    }
    const TableRow& row = table.rows[i];
    out << fmt::format("{:<{}}", std::get<std::string>(row[kBarNameColumn]),
                       label);
    for (const Series& series : all)
      out << fmt::format(
          "   {}  {:>{}}  {:>{}}",
          PaddedBar(NumberIn(row, series.bar_column), scale.most, room),
          CountText(row, series.count_column), series.count_width,
          ShareText(table, NumberIn(row, series.share_column)),
          series.share_width);
    out << '\n';
  }
  return Ok();
}

}  // namespace archive
