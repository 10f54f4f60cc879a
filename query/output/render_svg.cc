// A timeline as a picture that can be printed: plain SVG without scripts, fonts
// or colours that it would not be readable without.
//
// For people who cannot see it, it has a title, a description, and a title for
// every bar with its numbers.
#include <algorithm>

#include <fmt/format.h>

#include "common/text/counts.h"
#include "common/text/printable.h"
#include "query/output/citation.h"
#include "query/output/renderers.h"
#include "query/output/timeline_table.h"

namespace archive {
namespace {

constexpr double kWidth = 960;
constexpr double kHeight = 420;
constexpr double kLeft = 70;
constexpr double kTop = 60;
constexpr double kChartWidth = 870;
constexpr double kChartHeight = 280;
constexpr double kBottom = kTop + kChartHeight;
constexpr std::size_t kMostNames = 12;  // under the bars
constexpr double kFilled = 0.8;         // of a bar's place

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : Printable(text)) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string NumberText(const Table& table, const BarScale& scale,
                       double number) {
  if (scale.column == kBarShareColumn) return ShareText(table, number);
  return WithCommas(static_cast<std::uint64_t>(number));
}

void DrawFrame(const ResultPage& page, const Table& table,
               const BarScale& scale, std::ostream& out) {
  const std::string title =
      Escaped(fmt::format("{}: {} of {}", page.envelope.query,
                          Counted(page.envelope.total, "article"),
                          WithCommas(page.envelope.articles)));
  out << fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" "
      "width=\"{0}\" height=\"{1}\" role=\"img\" aria-labelledby=\"t d\" "
      "font-family=\"sans-serif\" font-size=\"14\">\n",
      kWidth, kHeight);
  out << "<title id=\"t\">" << title << "</title>\n<desc id=\"d\">"
      << Escaped(table.caption);
  for (const std::string& note : table.notes) out << ". " << Escaped(note);
  out << "</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
  out << fmt::format("<text x=\"{}\" y=\"26\" font-size=\"18\">{}</text>\n",
                     kLeft, title);
  out << fmt::format("<text x=\"{}\" y=\"46\" fill=\"#444\">{}</text>\n", kLeft,
                     Escaped(table.caption));
  for (const double part : {0.0, 0.5, 1.0}) {
    const double y = kBottom - part * kChartHeight;
    out << fmt::format(
        "<line x1=\"{0}\" x2=\"{1}\" y1=\"{2}\" y2=\"{2}\" "
        "stroke=\"#ccc\"/>\n<text x=\"{3}\" y=\"{4}\" "
        "text-anchor=\"end\">{5}</text>\n",
        kLeft, kLeft + kChartWidth, y, kLeft - 6, y + 5,
        NumberText(table, scale, part * scale.most));
  }
}

enum class Series { kFirst, kSecond };

struct BarPlace {
  const BarScale& scale;
  Series series = Series::kFirst;
  double x = 0;
  double width = 0;
};

void DrawBar(const Table& table, const TableRow& row, const BarPlace& place,
             std::ostream& out) {
  const BarScale& scale = place.scale;
  const bool is_second = place.series == Series::kSecond;
  const std::size_t column = is_second ? scale.compared_column : scale.column;
  const double number = NumberIn(row, column);
  const double height = scale.most > 0 ? number / scale.most * kChartHeight : 0;
  const std::size_t count = is_second ? kComparedCountColumn : kBarCountColumn;
  const std::size_t share = is_second ? kComparedShareColumn : kBarShareColumn;
  out << fmt::format(
      "<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" "
      "fill=\"{}\" stroke=\"#000\" stroke-width=\"0.5\"><title>{}: {} ({})"
      "</title></rect>\n",
      place.x, kBottom - height, place.width, height,
      is_second ? "#e9a13b" : "#27567d",
      std::get<std::string>(row[kBarNameColumn]),
      WithCommas(std::get<std::uint64_t>(row[count])),
      ShareText(table, NumberIn(row, share)));
}

void DrawName(std::string_view name, double x, std::ostream& out) {
  out << fmt::format(
      "<text x=\"{:.2f}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n", x,
      kBottom + 20, name);
}

void DrawBars(const Table& table, const BarScale& scale, std::ostream& out) {
  const double step = kChartWidth / static_cast<double>(std::max<std::size_t>(
                                        table.rows.size(), 1));
  const std::size_t every = (table.rows.size() + kMostNames - 1) / kMostNames;
  const double series = IsComparison(table) ? 2 : 1;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const TableRow& row = table.rows[i];
    const double x =
        kLeft + step * (static_cast<double>(i) + (1 - kFilled) / 2);
    const double width = step * kFilled / series;
    DrawBar(table, row, {scale, Series::kFirst, x, width}, out);
    if (IsComparison(table))
      DrawBar(table, row, {scale, Series::kSecond, x + width, width}, out);
    if (i % every == 0)
      DrawName(std::get<std::string>(row[kBarNameColumn]),
               x + step * kFilled / 2, out);
  }
}

void DrawFooter(const ResultPage& page, const Table& table, std::ostream& out) {
  for (const auto& [name, value] : table.facts) {
    if (name != "compared_query") continue;
    out << fmt::format(
        "<text x=\"{}\" y=\"{}\" fill=\"#7a4a00\">beside it: {}</text>\n",
        kLeft, kBottom + 44, Escaped(CellText(value)));
  }
  out << fmt::format(
      "<text x=\"{}\" y=\"{}\" font-size=\"11\" fill=\"#444\">archive-query "
      "{}, {}</text>\n</svg>\n",
      kLeft, kHeight - 12, Escaped(page.envelope.tool),
      Escaped(CitedIndexes(page.envelope, "index")));
}

}  // namespace

Status RenderSvg(const ResultPage& page, const RenderStyle& /*style*/,
                 std::ostream& out) {
  const auto timeline = std::find_if(
      page.tables.begin(), page.tables.end(),
      [](const Table& table) { return table.kind == TableKind::kTimeline; });
  if (timeline == page.tables.end())
    return Error{ErrorCode::kUsage,
                 "--format=svg is a picture of one timeline alone",
                 "archive-query --timeline --format=svg QUERY"};
  const BarScale scale = ScaleOf(*timeline);
  DrawFrame(page, *timeline, scale, out);
  DrawBars(*timeline, scale, out);
  DrawFooter(page, *timeline, out);
  return Ok();
}

}  // namespace archive
