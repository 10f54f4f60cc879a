// A source file's bytes → its articles under the ids that the index gives
// them: what `build` stores and what `read` shows is decided here, once.
//
// What it leaves to others: what a file is (readers.cc), its id in its root
// (indexer/sources), what is made of an article (indexer/analysis).
#ifndef ARCHIVE_INDEXER_READERS_NUMBERED_ARTICLES_H_
#define ARCHIVE_INDEXER_READERS_NUMBERED_ARTICLES_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/article.h"
#include "common/result.h"
#include "indexer/readers/reader.h"

namespace archive {

// An article beyond this is no article.
inline constexpr std::uint64_t kMaxArticleBytes = std::uint64_t{32} << 20;

struct NumberedArticle {
  Article article;
  std::string id;
  std::uint32_t record = 1;  // its place in the file
  std::string_view format;   // name of the row in readers.cc
};

struct NumberedSink;

// What was found in a piece of a file.
struct ReadPiece {
  std::function<void(const NumberedSink&)> tell;  // once
  std::uint64_t bytes = 0;  // that it holds until then, about
};

// A piece of a file that is not read yet.
struct LaterReading {
  std::uint64_t bytes = 0;          // that it holds until then, about
  std::function<ReadPiece()> read;  // on any thread, once
};

struct NumberedSink {
  std::function<void(NumberedArticle)> article;
  std::function<void(Rejection)> rejection;
  // Where there is one: what the piece tells has its place here.
  std::function<void(LaterReading)> later = {};
};

// What was found, kept until somebody wants it.
class FoundArticles {
 public:
  // For what can be read at once.  Lives: no longer than this.
  NumberedSink Sink();
  bool empty() const { return found_.empty(); }
  std::uint64_t bytes() const { return bytes_; }  // that it holds, about
  void TellAll(const NumberedSink& sink) &&;
  // The same when it is told.
  ReadPiece AsPiece() &&;

 private:
  std::vector<std::variant<NumberedArticle, Rejection>> found_;
  std::uint64_t bytes_ = 0;
};

// Bytes of title and text.
std::uint64_t TextBytes(const Article& article);

// Reads `file` as `format`; `file_id` begins the ids.  A rejected article, and
// one that is too long, keeps its number, so that mending it does not change
// the ids of those behind it.
// Fails: as Format::read.
Status ReadNumbered(const Format& format, const RawFile& file,
                    const std::string& file_id, const ReaderOptions& options,
                    const NumberedSink& sink);

// The same piece by piece.  REQUIRES: format.stream
Status StreamNumbered(const Format& format, const StreamedFile& file,
                      const std::string& file_id, const ReaderOptions& options,
                      const NumberedSink& sink);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_NUMBERED_ARTICLES_H_
