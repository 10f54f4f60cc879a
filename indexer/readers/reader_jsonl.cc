// JSON Lines: one object a line, each an article.
//
// What the keys mean stands in json_fields.cc and in the configuration.  A line
// that cannot be read costs only itself.
#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "indexer/readers/foreign_files.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/json_article.h"
#include "indexer/readers/json_forgiveness.h"
#include "indexer/readers/paragraphs.h"
#include "indexer/sources/buffered_bytes.h"
#include "indexer/sources/byte_source.h"

namespace archive {
namespace {

std::string_view FirstLine(std::string_view bytes) {
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  bytes.remove_prefix(
      std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  return bytes.substr(0, bytes.find('\n'));
}

}  // namespace

// Services answer with a document in one line, as which a line of an article is
// read, too.
int SniffJsonLines(std::string_view path, std::string_view bytes) {
  const std::string extension = ExtensionOf(path);
  const bool named =
      extension == ".jsonl" || extension == ".ndjson" || extension == ".jl";
  const std::string_view line = FirstLine(bytes);
  const std::string_view behind = bytes.substr(
      static_cast<std::size_t>(line.data() + line.size() - bytes.data()));
  const bool is_alone = IsBlankLine(behind);
  if (IsOneJsonObject(line) && (named || !is_alone)) return 90;
  if (line.starts_with("{\"") && is_alone && extension != ".json") return 80;
  return named && !LooksBinary(bytes) ? 70 : 0;
}

Status StreamJsonLines(const StreamedFile& file, const ReaderOptions& options,
                       const ArticleSink& sink) {
  RETURN_IF_ERROR(CheckJsonFields(options));
  for (std::size_t number = 1;; ++number) {
    const auto begin = static_cast<std::size_t>(file.bytes.offset());
    const std::optional<TakenLine> line =
        file.bytes.TakeLine(kMaxJsonArticleBytes + 1);
    if (!line) return Ok();
    const bool is_blank =
        IsBlankLine(line->text) || line->text == "\xEF\xBB\xBF";
    if (is_blank && !line->is_cut) continue;
    // One byte more than may be is refused as too long.
    Result<Article> article = ReadJsonArticle(line->text, options);
    if (!article) {
      sink.rejection(
          {fmt::format("line {}", number), std::move(article).error().message});
      continue;
    }
    article->bytes = {begin, begin + line->size};
    sink.article(*std::move(article));
  }
}

Status ReadJsonLines(const RawFile& file, const ReaderOptions& options,
                     const ArticleSink& sink) {
  MemorySource source(file.bytes);
  BufferedBytes bytes(source);
  return StreamJsonLines({file.path, bytes}, options, sink);
}

}  // namespace archive
