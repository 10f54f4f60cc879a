#include "query/output/result_page.h"

#include <fmt/format.h>

namespace archive {

Status ForEachRow(const Table& table, const RowSink& sink) {
  if (table.each_row) return table.each_row(sink);
  for (const TableRow& row : table.rows) sink(row);
  return Ok();
}

std::string CellText(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<std::uint64_t>(&cell))
    return std::to_string(*number);
  return fmt::format("{:.6g}", std::get<double>(cell));
}

}  // namespace archive
