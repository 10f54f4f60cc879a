#include "indexer/readers/table_rows.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/json_fields.h"

namespace archive {
namespace {

bool IsLineEnd(char c) {
  return c == '\n' || c == '\r';
}

// Behind the line's end at `at`, which is of one byte or of two.
std::size_t BehindLineEnd(std::string_view bytes, std::size_t at) {
  return at + (bytes.substr(at, 2) == "\r\n" ? 2 : 1);
}

char Unescaped(char c) {
  switch (c) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\n';
    default:
      return c;
  }
}

class RowParser {
 public:
  RowParser(std::string_view bytes, const TableDialect& dialect)
      : bytes_(bytes), dialect_(dialect) {}

  ParsedRow Parse() {
    do {
      TakeCell();
      if (row_.cells.size() > kMostCells) row_.state = RowState::kMalformed;
    } while (row_.state == RowState::kWhole && TakeDelimiter());
    if (row_.state == RowState::kWhole && at_ < bytes_.size()) {
      at_ = BehindLineEnd(bytes_, at_);
      row_.is_ended = true;
    }
    row_.size = at_;
    return std::move(row_);
  }

 private:
  bool AtCellEnd() const {
    return at_ >= bytes_.size() || IsLineEnd(bytes_[at_]) || AtDelimiter();
  }
  bool AtDelimiter() const {
    return dialect_.delimiter != '\0' && at_ < bytes_.size() &&
           bytes_[at_] == dialect_.delimiter;
  }
  bool TakeDelimiter() {
    if (!AtDelimiter()) return false;
    ++at_;
    return true;
  }
  void SkipSpaces() {
    while (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
  }

  void TakeCell() {
    const std::size_t begin = at_;
    SkipSpaces();
    if (at_ < bytes_.size() && bytes_[at_] == '"') return TakeQuoted();
    at_ = begin;
    std::string cell;
    while (!AtCellEnd()) TakeCharacter(cell);
    row_.cells.push_back(std::move(cell));
  }

  void TakeCharacter(std::string& cell) {
    char c = bytes_[at_++];
    // MySQL writes \N for no value, which must stay what it is.
    if (c == '\\' && dialect_.has_backslashes && at_ < bytes_.size() &&
        bytes_[at_] != 'N')
      c = Unescaped(bytes_[at_++]);
    cell += c;
  }

  void TakeQuoted() {
    std::string cell;
    ++at_;
    for (;;) {
      if (at_ >= bytes_.size()) {
        row_.state = RowState::kUnclosed;
        return;
      }
      if (bytes_[at_] != '"') {
        TakeCharacter(cell);
        continue;
      }
      ++at_;
      if (at_ >= bytes_.size() || bytes_[at_] != '"') break;
      cell += '"';
      ++at_;
    }
    SkipSpaces();
    if (!AtCellEnd()) row_.state = RowState::kMalformed;
    row_.cells.push_back(std::move(cell));
  }

  std::string_view bytes_;
  const TableDialect& dialect_;
  std::size_t at_ = 0;
  ParsedRow row_;
};

// A quote behind a backslash that cannot be the end of a cell.
bool HasEscapedQuotes(std::string_view text, char delimiter) {
  for (std::size_t at = text.find("\\\""); at != std::string_view::npos;
       at = text.find("\\\"", at + 2)) {
    const std::string_view next = text.substr(at + 2, 1);
    if (!next.empty() && next[0] != delimiter && next[0] != '"' &&
        !IsLineEnd(next[0]))
      return true;
  }
  return false;
}

constexpr std::size_t kRowsTried = 50;

// How much sense a dialect makes of the beginning.
double Fitness(std::string_view text, const TableDialect& dialect) {
  const ParsedRow head = ParseRow(text, dialect);
  if (head.state != RowState::kWhole || head.cells.size() < 2) return 0;
  const auto known = std::count_if(
      head.cells.begin(), head.cells.end(),
      [](const std::string& cell) { return FindJsonName(cell) != nullptr; });
  std::size_t rows = 0;
  std::size_t alike = 0;
  for (std::size_t at = head.size; at < text.size() && rows < kRowsTried;) {
    const ParsedRow row = ParseRow(text.substr(at), dialect);
    if (!row.is_ended) break;
    at += row.size;
    ++rows;
    if (row.cells.size() == head.cells.size()) ++alike;
  }
  const double share =
      rows == 0 ? 0.5 : static_cast<double>(alike) / static_cast<double>(rows);
  return 1 + 100 * static_cast<double>(known) + 50 * share;
}

}  // namespace

ParsedRow ParseRow(std::string_view bytes, const TableDialect& dialect) {
  return RowParser(bytes, dialect).Parse();
}

ParsedRow ParseRowOfOneLine(std::string_view bytes,
                            const TableDialect& dialect) {
  ParsedRow row;
  const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
  row.is_ended = end < bytes.size();
  row.size = row.is_ended ? BehindLineEnd(bytes, end) : end;
  // What stands behind the line may be long, and is not looked at.
  const std::string_view line = bytes.substr(0, end);
  for (std::size_t at = 0;;) {
    std::size_t cell_end = end;
    if (dialect.delimiter != '\0')
      cell_end = std::min(line.find(dialect.delimiter, at), end);
    std::string_view cell = line.substr(at, cell_end - at);
    if (cell.size() > 1 && cell.front() == '"' && cell.back() == '"')
      cell = cell.substr(1, cell.size() - 2);
    row.cells.emplace_back(cell);
    if (row.cells.size() > kMostCells) row.state = RowState::kMalformed;
    if (cell_end == end || row.state != RowState::kWhole) return row;
    at = cell_end + 1;
  }
}

TableDialect DetectDialect(std::string_view beginning) {
  TableDialect best;
  double best_fitness = 0;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    const TableDialect dialect = {
        .delimiter = delimiter,
        .has_backslashes = HasEscapedQuotes(beginning, delimiter)};
    const double fitness = Fitness(beginning, dialect);
    if (fitness <= best_fitness) continue;
    best = dialect;
    best_fitness = fitness;
  }
  return best;
}

std::size_t CountLineEnds(std::string_view bytes) {
  std::size_t count = 0;
  for (std::size_t at = bytes.find_first_of("\r\n");
       at != std::string_view::npos; at = bytes.find_first_of("\r\n", at)) {
    at = BehindLineEnd(bytes, at);
    ++count;
  }
  return count;
}

}  // namespace archive
