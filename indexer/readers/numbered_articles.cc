#include "indexer/readers/numbered_articles.h"

#include <memory>
#include <utility>

#include <fmt/format.h>

#include "indexer/sources/source_walker.h"

namespace archive {
namespace {

// Of an article's fields beside its text, and of what holds them.
constexpr std::uint64_t kArticleBytes = 2048;

std::uint64_t WeightOf(const Article& article) {
  return kArticleBytes + TextBytes(article);
}

std::uint64_t WeightOf(const Rejection& rejection) {
  return sizeof(Rejection) + rejection.where.size() + rejection.reason.size();
}

// Numbers what is told, in the order of the file.
// Threads: one at a time.
class Numbering {
 public:
  Numbering(const Format& format, std::string file_id)
      : format_(format), file_id_(std::move(file_id)) {}

  void Tell(Rejection rejection, const NumberedSink& sink) {
    ++record_;
    sink.rejection(std::move(rejection));
  }

  void Tell(Article article, const NumberedSink& sink) {
    ++record_;
    if (TextBytes(article) > kMaxArticleBytes)
      return sink.rejection(
          {fmt::format("article {}", record_),
           fmt::format("it is longer than {} MiB", kMaxArticleBytes >> 20)});
    const bool alone = format_.holds == FileHolds::kOneArticle;
    const std::string unread = article.unread_embargo;
    sink.article({std::move(article),
                  alone ? file_id_ : RecordId(file_id_, record_), record_,
                  format_.name});
    if (unread.empty()) return;
    // The article is there, and nobody may see it: somebody has to know.
    sink.rejection(
        {alone ? "" : fmt::format("article {}", record_),
         fmt::format("its embargo \"{}\" is no time: it is held back until "
                     "the file says when that ends",
                     unread)});
  }

 private:
  const Format& format_;
  const std::string file_id_;
  std::uint32_t record_ = 0;
};

// What a reader finds → numbered, at once; behind a piece that is read later,
// when that has been told.  Lives: no longer than the sink.
class NumberingSink {
 public:
  NumberingSink(const Format& format, const std::string& file_id,
                const NumberedSink& sink)
      : numbering_(std::make_shared<Numbering>(format, file_id)), sink_(sink) {}

  ArticleSink Sink() {
    ArticleSink sink = {
        .article = [this](Article article) { Take(std::move(article)); },
        .rejection =
            [this](Rejection rejection) { Take(std::move(rejection)); }};
    if (sink_.later)
      sink.later = [this](LaterArticles later) { TakeLater(std::move(later)); };
    return sink;
  }

 private:
  template <typename Found>
  void Take(Found found) {
    if (!is_behind_later_) return numbering_->Tell(std::move(found), sink_);
    const std::uint64_t bytes = WeightOf(found);
    ReadPiece piece = {[numbering = numbering_, found = std::move(found)](
                           const NumberedSink& sink) mutable {
                         numbering->Tell(std::move(found), sink);
                       },
                       bytes};
    sink_.later({bytes, [piece = std::move(piece)]() mutable {
                   return std::move(piece);
                 }});
  }

  void TakeLater(LaterArticles later) {
    is_behind_later_ = true;
    const std::uint64_t bytes = later.bytes;
    sink_.later({bytes, [numbering = numbering_, later = std::move(later)] {
                   return ReadNow(later, numbering);
                 }});
  }

  static ReadPiece ReadNow(const LaterArticles& later,
                           const std::shared_ptr<Numbering>& numbering) {
    std::vector<std::variant<Article, Rejection>> all;
    std::uint64_t bytes = 0;
    const auto keep = [&](auto found) {
      bytes += WeightOf(found);
      all.emplace_back(std::move(found));
    };
    later.read({.article = keep, .rejection = keep});
    return {
        [numbering, all = std::move(all)](const NumberedSink& sink) mutable {
          for (auto& found : all) {
            std::visit(
                [&](auto& one) { numbering->Tell(std::move(one), sink); },
                found);
          }
        },
        bytes};
  }

  std::shared_ptr<Numbering> numbering_;
  const NumberedSink& sink_;
  bool is_behind_later_ = false;
};

}  // namespace

std::uint64_t TextBytes(const Article& article) {
  std::uint64_t bytes = article.title.size();
  for (const Block& block : article.blocks) bytes += block.text.size();
  return bytes;
}

NumberedSink FoundArticles::Sink() {
  return {.article =
              [this](NumberedArticle numbered) {
                bytes_ += WeightOf(numbered.article);
                found_.emplace_back(std::move(numbered));
              },
          .rejection =
              [this](Rejection rejection) {
                bytes_ += WeightOf(rejection);
                found_.emplace_back(std::move(rejection));
              }};
}

void FoundArticles::TellAll(const NumberedSink& sink) && {
  for (auto& found : found_) {
    if (auto* const numbered = std::get_if<NumberedArticle>(&found))
      sink.article(std::move(*numbered));
    else
      sink.rejection(std::get<Rejection>(std::move(found)));
  }
}

ReadPiece FoundArticles::AsPiece() && {
  const std::uint64_t bytes = bytes_;
  return {[all = std::move(*this)](const NumberedSink& sink) mutable {
            std::move(all).TellAll(sink);
          },
          bytes};
}

Status ReadNumbered(const Format& format, const RawFile& file,
                    const std::string& file_id, const ReaderOptions& options,
                    const NumberedSink& sink) {
  NumberingSink numbering(format, file_id, sink);
  return format.read(file, options, numbering.Sink());
}

Status StreamNumbered(const Format& format, const StreamedFile& file,
                      const std::string& file_id, const ReaderOptions& options,
                      const NumberedSink& sink) {
  NumberingSink numbering(format, file_id, sink);
  return format.stream(file, options, numbering.Sink());
}

}  // namespace archive
