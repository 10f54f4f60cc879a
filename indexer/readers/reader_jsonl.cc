// JSON Lines: one object a line, each an article.
//
// What the keys mean stands in json_fields.cc and in the configuration.  A line
// that cannot be read costs only itself.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "indexer/readers/foreign_files.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/json_article.h"
#include "indexer/readers/json_forgiveness.h"
#include "indexer/readers/paragraphs.h"

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

int SniffJsonLines(std::string_view path, std::string_view bytes) {
  const std::string_view line = FirstLine(bytes);
  if (IsOneJsonObject(line)) return 90;
  const bool is_cut = line.data() + line.size() == bytes.data() + bytes.size();
  if (line.starts_with("{\"") && is_cut) return 80;
  const std::string extension = ExtensionOf(path);
  const bool named =
      extension == ".jsonl" || extension == ".ndjson" || extension == ".jl";
  return named && !LooksBinary(bytes) ? 70 : 0;
}

Status ReadJsonLines(const RawFile& file, const ReaderOptions& options,
                     const ArticleSink& sink) {
  RETURN_IF_ERROR(CheckJsonFields(options));
  const std::string_view bytes = file.bytes;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = bytes.substr(begin, end - begin);
    const Span span{begin, end};
    ++number;
    begin = end + 1;
    if (IsBlankLine(line) || line == "\xEF\xBB\xBF") continue;
    Result<Article> article = ReadJsonArticle(line, options);
    if (!article) {
      sink.rejection(
          {fmt::format("line {}", number), std::move(article).error().message});
      continue;
    }
    article->bytes = span;
    sink.article(*std::move(article));
  }
  return Ok();
}

}  // namespace archive
