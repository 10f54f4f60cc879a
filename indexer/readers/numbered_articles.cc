#include "indexer/readers/numbered_articles.h"

#include <utility>

#include <fmt/format.h>

#include "indexer/sources/source_walker.h"

namespace archive {

std::uint64_t TextBytes(const Article& article) {
  std::uint64_t bytes = article.title.size();
  for (const Block& block : article.blocks) bytes += block.text.size();
  return bytes;
}

Status ReadNumbered(const Format& format, const RawFile& file,
                    const std::string& file_id, const ReaderOptions& options,
                    const NumberedSink& sink) {
  const bool alone = format.holds == FileHolds::kOneArticle;
  std::uint32_t record = 0;
  return format.read(
      file, options,
      {.article =
           [&](Article article) {
             ++record;
             if (TextBytes(article) > kMaxArticleBytes)
               return sink.rejection({fmt::format("article {}", record),
                                      fmt::format("it is longer than {} MiB",
                                                  kMaxArticleBytes >> 20)});
             sink.article({std::move(article),
                           alone ? file_id : RecordId(file_id, record),
                           record});
           },
       .rejection =
           [&](Rejection rejection) {
             ++record;
             sink.rejection(std::move(rejection));
           }});
}

}  // namespace archive
