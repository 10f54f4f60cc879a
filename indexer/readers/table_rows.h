// Tables as text (CSV, TSV and their like) → rows of cells.
//
// Follows RFC 4180 and what programs write beside it: other delimiters, quotes
// that are doubled or behind a backslash, blanks before a quote, lines that end
// with CR, LF or both.  What a column means is left to reader_csv.cc.  Pure and
// linear, whatever the bytes.
#ifndef ARCHIVE_INDEXER_READERS_TABLE_ROWS_H_
#define ARCHIVE_INDEXER_READERS_TABLE_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

// A row with more is malformed.
inline constexpr std::size_t kMostCells = 2000;

struct TableDialect {
  char delimiter = '\0';         // '\0': each line is one cell
  bool has_backslashes = false;  // \" is a quote and \n a line break in a cell
};

enum class RowState : std::uint8_t {
  kWhole,
  kUnclosed,   // a quote is open at the end of the bytes
  kMalformed,  // something stands between a closing quote and the delimiter,
               // or there are too many cells
};

struct ParsedRow {
  RowState state = RowState::kWhole;
  std::vector<std::string> cells;
  std::size_t size = 0;   // in bytes, with the end of its line
  bool is_ended = false;  // by a line's end, not by that of the bytes
};

// The row that `bytes` begin with.  Cells in quotes may hold line breaks.
ParsedRow ParseRow(std::string_view bytes, const TableDialect& dialect);

// The same where quotes mean nothing: one line.  A pair around a whole cell is
// taken off.
ParsedRow ParseRowOfOneLine(std::string_view bytes,
                            const TableDialect& dialect);

// The dialect in which the beginning of a table makes the most sense: a head of
// names that we know (json_fields.h), rows as long as the head.
// REQUIRES: whole lines, no byte order mark.
TableDialect DetectDialect(std::string_view beginning);

// How many lines end in `bytes`.
std::size_t CountLineEnds(std::string_view bytes);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_TABLE_ROWS_H_
