// Tables as text: CSV, TSV and what else separates cells.  A row is an article,
// the first row names the columns, by the names of json_fields.cc and of the
// configuration.
//
// A row goes the way of an object of JSON, so that a name means the same in
// both.  A row that cannot be read costs only itself: where the quotes of a
// line make no sense it is read without them, and refused when it then has
// more or fewer cells than the head.
#include <algorithm>
#include <optional>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "common/dates/date_scanner.h"
#include "common/json_writer.h"
#include "common/text/utf8.h"
#include "indexer/readers/foreign_files.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/json_article.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/table_cells.h"
#include "indexer/readers/table_rows.h"
#include "indexer/sources/byte_source.h"

namespace archive {
namespace {

constexpr std::size_t kBeginning = std::size_t{64} << 10;
// A longer row is no article, but a quote that nobody closed.
constexpr std::size_t kMostRowBytes = std::size_t{16} << 20;
// What may be looked through in search of closing quotes that are not there;
// from then on a row is a line.
constexpr std::size_t kMostSearchedBytes = std::size_t{256} << 20;
// Only such a file is held whole.
constexpr std::uint64_t kMostWideBytes = std::uint64_t{256} << 20;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

bool IsWide(std::string_view beginning) {
  const std::string charset = DecodeText(beginning).charset;
  return charset.starts_with("UTF-16") || charset.starts_with("UTF-32");
}

// Cut behind a line, where one ends.
std::string_view WholeLines(std::string_view text) {
  const std::size_t end = text.find_last_of("\r\n");
  return end == std::string_view::npos ? text : text.substr(0, end + 1);
}

// "sep=;", which Excel reads and writes above the head.
std::size_t SizeOfSeparatorLine(std::string_view text) {
  constexpr std::string_view kMark = "sep=";
  if (!SameLetters(text.substr(0, kMark.size()), kMark)) return 0;
  const std::size_t end = text.find_first_of("\r\n");
  if (end != kMark.size() + 1) return 0;
  return end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
}

struct Column {
  std::size_t index;
  std::string key;
  JsonField field;
  int rank;  // -1: named by the configuration
};

std::vector<Column> ColumnsOf(const std::vector<std::string>& head,
                              const ReaderOptions& options) {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < head.size(); ++i) {
    const std::string key = CleanValue(head[i]);
    const auto configured = options.json_fields.find(key);
    const bool is_configured = configured != options.json_fields.end();
    const JsonName* const name =
        FindJsonName(is_configured ? configured->second : key);
    const bool is_double =
        std::any_of(columns.begin(), columns.end(),
                    [&key](const Column& column) { return column.key == key; });
    if (name != nullptr && !is_double)
      columns.push_back({i, key, name->field, is_configured ? -1 : name->rank});
  }
  return columns;
}

// A text, or titles with what else an article has: a "name" and a "description"
// have other things, too.
bool AreOfArticles(const std::vector<Column>& columns) {
  const auto has = [&columns](JsonField field, int rank) {
    return std::any_of(columns.begin(), columns.end(),
                       [field, rank](const Column& column) {
                         return column.field == field && column.rank <= rank;
                       });
  };
  constexpr int kAny = 9;
  if (has(JsonField::kText, 1)) return true;
  return has(JsonField::kTitle, 1) &&
         (has(JsonField::kText, kAny) || has(JsonField::kDate, kAny));
}

bool HasDates(const Column& column) {
  return column.field == JsonField::kDate ||
         column.field == JsonField::kModified;
}

class TableReader {
 public:
  TableReader(BufferedBytes& bytes, const ReaderOptions& options,
              const ArticleSink& sink)
      : bytes_(bytes), options_(options), sink_(sink) {}

  // Every article has these bytes, where they cannot be told apart.
  void SetSpan(Span span) { span_ = span; }

  void Read() {
    if (!ReadHead()) return;
    for (;;) {
      const std::uint64_t begin = bytes_.offset();
      const std::size_t line = line_;
      std::optional<ParsedRow> row = TakeRow();
      if (!row) return;
      ReadRow(*row, line,
              {static_cast<std::size_t>(begin),
               static_cast<std::size_t>(begin) + row->size});
    }
  }

 private:
  bool ReadHead() {
    if (bytes_.Peek(kBeginning).starts_with(kUtf8Mark))
      bytes_.Consume(kUtf8Mark.size());
    std::string_view beginning = bytes_.Peek(kBeginning);
    const std::size_t blank =
        std::min(beginning.find_first_not_of("\r\n"), beginning.size());
    Consume(blank + SizeOfSeparatorLine(beginning.substr(blank)));
    beginning = WholeLines(bytes_.Peek(kBeginning));
    charset_ = DecodeText(beginning).charset;
    dialect_ = DetectDialect(beginning);
    const std::optional<ParsedRow> head = TakeRow();
    if (!head) return false;
    cells_ = head->cells.size();
    std::vector<std::string> names;
    for (const std::string& cell : head->cells)
      names.push_back(DecodeText(cell, charset_).text);
    columns_ = ColumnsOf(names, options_);
    if (!AreOfArticles(columns_)) {
      sink_.rejection(
          {"", "a table without a column of text", RejectionKind::kNoArticle});
      return false;
    }
    LookAtDates(beginning.substr(std::min(head->size, beginning.size())));
    return true;
  }

  void LookAtDates(std::string_view rows) {
    OrderOfDates order;
    while (!rows.empty()) {
      const ParsedRow row = ParseRow(rows, dialect_);
      for (const Column& column : columns_) {
        if (HasDates(column) && column.index < row.cells.size())
          order.Look(row.cells[column.index]);
      }
      rows.remove_prefix(std::max<std::size_t>(row.size, 1));
    }
    order_ = order.Found();
  }

  void Consume(std::size_t size) {
    line_ += CountLineEnds(bytes_.Peek(size).substr(0, size));
    bytes_.Consume(size);
  }

  bool IsLikeHead(const ParsedRow& row) const {
    return row.state == RowState::kWhole &&
           (cells_ == 0 || row.cells.size() == cells_);
  }

  // The next row; where its quotes make no sense the next line, read without
  // them.  nullopt at the end.
  std::optional<ParsedRow> TakeRow() {
    ParsedRow row = RowAhead(ParseRow);
    if (row.size == 0 && row.state == RowState::kWhole) return std::nullopt;
    if (!IsLikeHead(row)) {
      ParsedRow line = RowAhead(ParseRowOfOneLine);
      // A row that is whole in itself is told as it is.
      if (row.state != RowState::kWhole || IsLikeHead(line))
        row = std::move(line);
    }
    Consume(row.size);
    return row;
  }

  ParsedRow RowAhead(ParsedRow (*parse)(std::string_view,
                                        const TableDialect&)) {
    if (parse == ParseRow && searched_ > kMostSearchedBytes)
      parse = ParseRowOfOneLine;
    for (std::size_t least = kBeginning;;) {
      const std::string_view ahead = bytes_.Peek(least);
      const std::string_view seen = ahead.substr(0, kMostRowBytes);
      ParsedRow row = parse(seen, dialect_);
      const bool may_go_on =
          row.state == RowState::kUnclosed || row.size == seen.size();
      const bool is_all = ahead.size() < least || least >= kMostRowBytes;
      if (!may_go_on || is_all) {
        if (row.state == RowState::kUnclosed) searched_ += seen.size();
        return row;
      }
      least = std::min(ahead.size() * 2, kMostRowBytes);
    }
  }

  void ReadRow(const ParsedRow& row, std::size_t line, Span span) {
    const auto reject = [&](std::string reason) {
      sink_.rejection({fmt::format("line {}", line), std::move(reason)});
    };
    if (std::all_of(row.cells.begin(), row.cells.end(),
                    [](const std::string& cell) { return cell.empty(); }))
      return;
    if (row.size >= kMostRowBytes)
      return reject(fmt::format("longer than {} MiB", kMostRowBytes >> 20));
    if (row.state != RowState::kWhole)
      return reject(fmt::format("more than {} cells", kMostCells));
    if (row.cells.size() != cells_)
      return reject(fmt::format("{} cells, where the head has {}",
                                row.cells.size(), cells_));
    Result<Article> article = ReadJsonArticle(ObjectOf(row), options_);
    if (!article) return reject(std::move(article).error().message);
    article->bytes = span_.value_or(span);
    sink_.article(*std::move(article));
  }

  std::string ObjectOf(const ParsedRow& row) const {
    std::ostringstream text;
    JsonWriter json(text);
    json.BeginObject();
    for (const Column& column : columns_) {
      const std::string cell =
          DecodeText(row.cells[column.index], charset_).text;
      if (SaysNoValue(cell)) continue;
      json.Key(column.key);
      WriteCell(cell, column.field, order_, json);
    }
    json.EndObject();
    return std::move(text).str();
  }

  BufferedBytes& bytes_;
  const ReaderOptions& options_;
  const ArticleSink& sink_;
  std::optional<Span> span_;
  std::string charset_;
  TableDialect dialect_;
  DateOrder order_ = DateOrder::kUnknown;
  std::vector<Column> columns_;
  std::size_t cells_ = 0;  // of the head; 0: it is not read yet
  std::size_t line_ = 1;   // the next
  std::size_t searched_ = 0;
};

// Two or more names that we know, a title or a text among them, and rows.
bool LooksLikeTable(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  const std::string_view text = WholeLines(bytes);
  const TableDialect dialect = DetectDialect(text);
  if (dialect.delimiter == '\0') return false;
  const ParsedRow head = ParseRow(text, dialect);
  if (head.cells.size() < 2 || head.size >= text.size()) return false;
  const std::vector<Column> columns = ColumnsOf(head.cells, {});
  const ParsedRow row = ParseRow(text.substr(head.size), dialect);
  return columns.size() >= 2 && AreOfArticles(columns) &&
         row.cells.size() == head.cells.size();
}

}  // namespace

int SniffCsv(std::string_view path, std::string_view bytes) {
  if (LooksLikeJson(bytes) || LooksLikeXml(bytes) || LooksLikeHtml(bytes))
    return 0;
  const std::string extension = ExtensionOf(path);
  const bool is_named = extension == ".csv" || extension == ".tsv" ||
                        extension == ".tab" || extension == ".psv";
  if (!is_named && !LooksLikeTable(bytes)) return 0;
  if (LooksBinary(bytes)) return 0;
  return is_named ? 70 : 65;
}

Status StreamCsv(const StreamedFile& file, const ReaderOptions& options,
                 const ArticleSink& sink) {
  RETURN_IF_ERROR(CheckJsonFields(options));
  if (!IsWide(file.bytes.Peek(kBeginning).substr(0, kBeginning))) {
    TableReader(file.bytes, options, sink).Read();
    return Ok();
  }
  const std::uint64_t begin = file.bytes.offset();
  const BufferedBytes::Rest rest = file.bytes.TakeAll(kMostWideBytes);
  if (rest.is_cut) {
    sink.rejection({"", fmt::format("a table in UTF-16 longer than {} MiB",
                                    kMostWideBytes >> 20)});
    return Ok();
  }
  const std::string text = DecodeText(rest.bytes).text;
  MemorySource source(text);
  BufferedBytes bytes(source);
  TableReader reader(bytes, options, sink);
  reader.SetSpan({static_cast<std::size_t>(begin),
                  static_cast<std::size_t>(begin) + rest.bytes.size()});
  reader.Read();
  return Ok();
}

Status ReadCsv(const RawFile& file, const ReaderOptions& options,
               const ArticleSink& sink) {
  MemorySource source(file.bytes);
  BufferedBytes bytes(source);
  return StreamCsv({file.path, bytes}, options, sink);
}

}  // namespace archive
