// The contract of source formats: raw file → articles.
//
// To add a format: write indexer/readers/reader_<name>.cc with a SniffFn and a
// ReadFn, declare both in format_functions.h and add a row to the table in
// readers.cc. `archive-index
// formats`, the manual, the test over corpus/ and the list of fuzz targets
// follow from the row.
#ifndef ARCHIVE_INDEXER_READERS_READER_H_
#define ARCHIVE_INDEXER_READERS_READER_H_

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/dates/day.h"
#include "common/result.h"
#include "indexer/sources/buffered_bytes.h"

namespace archive {

// What is known of a file by the way it came: in a web archive.
struct Delivery {
  std::string url;
  std::string charset;                // "" when nothing was said
  std::optional<Day> latest;          // it was there on this day
  std::optional<Timestamp> modified;  // as the server says
};

// Whether a date is too late for a file that was there on `latest`; a day more
// is left for time zones.
bool IsAfter(const Timestamp& when, std::optional<Day> latest);

// What lies beside a file: for formats of which several files are one thing.
class Neighbours {
 public:
  virtual ~Neighbours() = default;

  // The bytes of a file in the directory of the file, or below it.  Fails with
  // the reason alone: kNotFound, kIo; kBadInput for what leads out of it.
  virtual Result<std::string> Read(std::string_view path) const = 0;
  // Whether the file is a page of an issue beside or above it, whose articles
  // are told with the issue.
  virtual bool IsPageOfIssue() const = 0;
};

// A file as it lies on disk.
struct RawFile {
  std::string path;  // in its root, with '/' between the parts; for messages
                     // and for what a path says (a date, an extension)
  std::string_view bytes;
  const Delivery* delivery = nullptr;  // nullptr: nothing is known
  // nullptr: it lies in an archive, or nowhere.
  const Neighbours* neighbours = nullptr;
};

// A file that is read from front to back, however long it is.
struct StreamedFile {
  std::string path;  // as RawFile's
  BufferedBytes& bytes;
};

// Settings of the configuration that readers obey.
struct ReaderOptions {
  // JSON and tables: key or column of the source → name of ours ("title",
  // "text", "date", "author", "source", "section", "url", "language", "id",
  // "tags" …), beside the usual names that are known by themselves.
  std::map<std::string, std::string> json_fields;
};

enum class RejectionKind : unsigned char {
  kMistake,    // it could not be read
  kNoArticle,  // it could, and is none: an index page, a picture's record
};

// An article that could not be read, or a part of a file that is none.
struct Rejection {
  std::string where;   // "line 14", "article 3", "byte 20,113"; may be empty
  std::string reason;  // lower case, no full stop
  RejectionKind kind = RejectionKind::kMistake;
};

struct ArticleSink;

// A piece of a file that can be read by itself: it owns its bytes.
struct LaterArticles {
  std::uint64_t bytes = 0;
  std::function<void(const ArticleSink&)> read;  // on any thread, once
};

// Where a reader puts what it finds, in the order of the file.
struct ArticleSink {
  std::function<void(Article)> article;
  std::function<void(Rejection)> rejection;
  // Where there is one: what the piece holds has its place here, and another
  // thread may read it.  For files of many large pieces.
  std::function<void(LaterArticles)> later = {};
};

// Whether the file looks like this format, from 0 (no) to 100 (certainly).
// Content counts first, the name decides between equals.
// `bytes` is the beginning of the file, at most 64 KiB.
using SniffFn = int (*)(std::string_view path, std::string_view bytes);

// Reads every article of `file`.  A bad article is a Rejection and reading goes
// on; an Error (kBadInput) means that the rest of the file cannot be read.
// Pure: no I/O but by `file.neighbours`, no globals, no clock; called from
// several threads at once.
using ReadFn = Status (*)(const RawFile& file, const ReaderOptions& options,
                          const ArticleSink& sink);

// The same for formats of which files are larger than memory.  What cannot be
// read of the bytes is their end (BufferedBytes::status).
using StreamFn = Status (*)(const StreamedFile& file,
                            const ReaderOptions& options,
                            const ArticleSink& sink);

// Decides what ids look like: articles of a file of many are numbered.
enum class FileHolds : unsigned char {
  kOneArticle,
  kManyArticles,
  kFiles,  // of other formats, whose articles are numbered
};

struct Format {
  std::string_view name;        // what `format:` finds
  std::string_view extensions;  // the usual ones, for the manual: ".txt .text"
  SniffFn sniff;
  ReadFn read;
  FileHolds holds;
  int version;  // grows when the reader would yield other articles: files of
                // this format are then read again
  std::string_view help;  // one line, for `archive-index formats`
  // For formats that need not have a file whole; `read` gives the same.
  StreamFn stream = nullptr;
};

// Every format, in the order of the manual.
std::span<const Format> Formats();

// The format with this name; nullptr when there is none.
const Format* FindFormat(std::string_view name);

// What a file is.
struct Detection {
  const Format* format = nullptr;  // nullptr: not for us, see `skipped`
  std::string skipped;  // why, for people: "a picture", "empty", "a program"
};
// REQUIRES: `bytes` is the whole file, or its beginning of 64 KiB or more.
Detection DetectFormat(std::string_view path, std::string_view bytes);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_READER_H_
