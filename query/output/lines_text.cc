// Lines of a concordance on the screen: the hits below each other.
#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "common/text/counts.h"
#include "query/output/concordance.h"
#include "query/output/table_looks.h"
#include "query/output/wrap.h"

namespace archive {
namespace {

constexpr std::size_t kDateColumns = 10;
constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastHit = 12;
constexpr std::size_t kLeastContext = 8;
// The width of the hits is that of the first lines; nobody reads on for more.
constexpr std::size_t kLinesMeasured = 1000;
constexpr std::size_t kDate = 1;
constexpr std::size_t kLeft = 2;
constexpr std::size_t kHit = 3;
constexpr std::size_t kRight = 4;

const std::string& TextIn(const TableRow& row, std::size_t column) {
  return std::get<std::string>(row[column]);
}

std::string Spaces(std::size_t count) {
  return std::string(count, ' ');
}

// Keeps the first lines until it knows how wide a hit is.
class LinePrinter {
 public:
  LinePrinter(const RenderStyle& style, std::ostream& out)
      : style_(style), out_(out) {}

  void Take(const TableRow& row) {
    ++lines_;
    if (lines_ > kLinesMeasured) return Print(row);
    hit_ = std::max(hit_, ColumnsOf(TextIn(row, kHit)));
    kept_.push_back(row);
    if (lines_ == kLinesMeasured) PrintKept();
  }

  void PrintKept() {
    hit_ = std::min(hit_, std::max(style_.width / 3, kLeastHit));
    const std::size_t marks = style_.emphasis == Emphasis::kBrackets ? 2 : 0;
    const std::size_t taken = kDateColumns + 3 * kGap + hit_ + marks;
    const std::size_t left =
        style_.width > taken ? (style_.width - taken) / 2 : 0;
    context_ = std::max(left, kLeastContext);
    for (const TableRow& row : kept_) Print(row);
    kept_.clear();
  }

  std::uint64_t lines() const { return lines_; }

 private:
  void Print(const TableRow& row) {
    const std::string& date = TextIn(row, kDate);
    const std::string left = EndOfText(TextIn(row, kLeft), context_);
    const std::string hit = BeginOfText(TextIn(row, kHit), hit_);
    Highlighted line;
    line.text = fmt::format("{:<{}}", date.empty() ? "undated" : date,
                            kDateColumns + kGap);
    line.text += Spaces(context_ - ColumnsOf(left)) + left + Spaces(kGap);
    line.marks = {{line.text.size(), line.text.size() + hit.size()}};
    line.text += hit;
    if (const std::string right = BeginOfText(TextIn(row, kRight), context_);
        !right.empty())
      line.text += Spaces(hit_ - ColumnsOf(hit) + kGap) + right;
    PrintMarked(line, {0, line.text.size()}, style_.emphasis, out_);
    out_ << '\n';
  }

  const RenderStyle& style_;
  std::ostream& out_;
  std::vector<TableRow> kept_;
  std::uint64_t lines_ = 0;
  std::size_t hit_ = 0;
  std::size_t context_ = 0;
};

std::uint64_t FactOf(const Table& table, std::string_view name) {
  for (const auto& [key, value] : table.facts) {
    if (key == name) return std::get<std::uint64_t>(value);
  }
  return 0;
}

}  // namespace

Status PrintLines(const Table& table, const RenderStyle& style,
                  std::ostream& out) {
  LinePrinter printer(style, out);
  RETURN_IF_ERROR(
      ForEachRow(table, [&](const TableRow& row) { printer.Take(row); }));
  printer.PrintKept();
  const std::uint64_t shown = FactOf(table, "articles_shown");
  const std::uint64_t found = FactOf(table, "articles_found");
  out << fmt::format("{} in {}", Counted(printer.lines(), "line"),
                     shown < found ? fmt::format("{} of {}", WithCommas(shown),
                                                 Counted(found, "article"))
                                   : Counted(shown, "article"));
  if (shown < found) out << "; all: -n all";
  out << '\n';
  return Ok();
}

}  // namespace archive
