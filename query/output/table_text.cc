#include "query/output/table_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/text/counts.h"
#include "common/text/printable.h"
#include "query/language/diagnostics.h"
#include "query/output/wrap.h"

namespace archive {
namespace {

constexpr std::size_t kLeastLabel = 16;
constexpr std::size_t kMostLabel = 40;
constexpr std::size_t kMostBar = 30;

std::uint64_t CountOf(const std::vector<Cell>& row) {
  return std::get<std::uint64_t>(row[1]);
}

// As much of a label as there is room for.
std::string FittedLabel(std::string_view label, std::size_t room) {
  std::string text = Printable(label);
  if (ColumnsOf(text) > room) {
    const Span line = WrapLines(text, room - 1).front();
    text = text.substr(0, line.end) + "…";
  }
  return text + std::string(room - ColumnsOf(text), ' ');
}

// At least one block for what is there at all.
std::string Bar(std::uint64_t count, std::uint64_t most, std::size_t room) {
  const std::uint64_t longest = std::min<std::uint64_t>(most, room);
  const std::uint64_t length =
      most == 0 ? 0 : (count * longest + most - 1) / most;
  std::string bar;
  for (std::uint64_t i = 0; i < length; ++i) bar += "█";
  return bar;
}

std::string HeadingOf(const Table& table) {
  std::string text =
      fmt::format("{:<16} {} of {}", table.name, WithCommas(table.rows.size()),
                  Counted(table.distinct, "value"));
  if (table.rows.size() < table.distinct)
    text += fmt::format(" ({}:all shows the rest)", table.name);
  return text;
}

std::string QuotedValue(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\' || c == '*' || c == '?') out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace

void PrintTable(const Table& table, const RenderStyle& style,
                std::ostream& out) {
  out << HeadingOf(table) << '\n';
  std::size_t label = kLeastLabel;
  std::size_t number = 0;
  std::uint64_t most = 0;
  for (const std::vector<Cell>& row : table.rows) {
    label = std::max(label, ColumnsOf(std::get<std::string>(row[0])));
    number = std::max(number, WithCommas(CountOf(row)).size());
    most = std::max(most, CountOf(row));
  }
  label = std::min({label, kMostLabel, std::max(style.width / 2, kLeastLabel)});
  const std::size_t taken = 2 + label + 2 + number + 2;
  const std::size_t room = std::clamp<std::size_t>(
      style.width > taken ? style.width - taken : 1, 1, kMostBar);
  for (const std::vector<Cell>& row : table.rows) {
    out << fmt::format(
        "  {}  {:>{}}  {}\n", FittedLabel(std::get<std::string>(row[0]), label),
        WithCommas(CountOf(row)), number, Bar(CountOf(row), most, room));
  }
}

std::string NarrowerQuery(const ResultPage& page) {
  for (const Table& table : page.tables) {
    for (const std::vector<Cell>& row : table.rows) {
      if (CountOf(row) >= page.envelope.total) continue;
      std::string clause =
          table.name + ':' + QuotedValue(std::get<std::string>(row[0]));
      const std::string& query = page.envelope.query;
      if (query == "*") return clause;
      // What is joined by OR needs its brackets; the reading has them inside.
      const bool mixes =
          page.envelope.read_as.find(" OR ") != std::string::npos;
      return mixes ? '(' + query + ") " + clause : query + ' ' + clause;
    }
  }
  return "";
}

}  // namespace archive
