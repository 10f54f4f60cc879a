#include "indexer/readers/numbered_articles.h"

#include <utility>

#include <fmt/format.h>

#include "indexer/sources/source_walker.h"

namespace archive {
namespace {

// Numbers what comes.  Lives: no longer than its arguments.
class Numbering {
 public:
  Numbering(const Format& format, const std::string& file_id,
            const NumberedSink& sink)
      : format_(format), file_id_(file_id), sink_(sink) {}

  ArticleSink Sink() {
    return {.article = [this](Article article) { Take(std::move(article)); },
            .rejection =
                [this](Rejection rejection) {
                  ++record_;
                  sink_.rejection(std::move(rejection));
                }};
  }

 private:
  void Take(Article article) {
    ++record_;
    if (TextBytes(article) > kMaxArticleBytes)
      return sink_.rejection(
          {fmt::format("article {}", record_),
           fmt::format("it is longer than {} MiB", kMaxArticleBytes >> 20)});
    const bool alone = format_.holds == FileHolds::kOneArticle;
    const std::string unread = article.unread_embargo;
    sink_.article({std::move(article),
                   alone ? file_id_ : RecordId(file_id_, record_), record_,
                   format_.name});
    if (unread.empty()) return;
    // The article is there, and nobody may see it: somebody has to know.
    sink_.rejection(
        {alone ? "" : fmt::format("article {}", record_),
         fmt::format("its embargo \"{}\" is no time: it is held back until "
                     "the file says when that ends",
                     unread)});
  }

  const Format& format_;
  const std::string& file_id_;
  const NumberedSink& sink_;
  std::uint32_t record_ = 0;
};

}  // namespace

std::uint64_t TextBytes(const Article& article) {
  std::uint64_t bytes = article.title.size();
  for (const Block& block : article.blocks) bytes += block.text.size();
  return bytes;
}

Status ReadNumbered(const Format& format, const RawFile& file,
                    const std::string& file_id, const ReaderOptions& options,
                    const NumberedSink& sink) {
  Numbering numbering(format, file_id, sink);
  return format.read(file, options, numbering.Sink());
}

Status StreamNumbered(const Format& format, const StreamedFile& file,
                      const std::string& file_id, const ReaderOptions& options,
                      const NumberedSink& sink) {
  Numbering numbering(format, file_id, sink);
  return format.stream(file, options, numbering.Sink());
}

}  // namespace archive
