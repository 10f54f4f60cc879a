// A file on disk → the articles in it, and in all that is packed in it, under
// the ids that the index gives them.
//
// Archives are opened (container.h), however deep they lie in one another, up
// to the limits of an Expansion; what is packed alone (day.jsonl.zst) is read
// as what it holds.  One bad member costs itself.
//
// What it leaves to others: what a format's bytes mean (reader_*.cc), whether
// a file is to be read at all (indexer/writing).
#ifndef ARCHIVE_INDEXER_READERS_SOURCE_ARTICLES_H_
#define ARCHIVE_INDEXER_READERS_SOURCE_ARTICLES_H_

#include <cstdint>
#include <functional>
#include <string>

#include "common/result.h"
#include "indexer/readers/numbered_articles.h"
#include "indexer/readers/reader.h"
#include "indexer/sources/byte_source.h"
#include "indexer/sources/expansion.h"

namespace archive {

// Changes when what comes out of archives changes: files of no format are then
// read again.
inline constexpr int kContainerVersion = 1;

// A longer one is not read when its reader needs it whole.
inline constexpr std::uint64_t kMaxSourceBytes = std::uint64_t{2} << 30;

// More than this is held at once only when SourceName::before_large lets.
inline constexpr std::uint64_t kLargeBytes = std::uint64_t{16} << 20;

struct SourceName {
  std::string id;    // begins the ids of its articles, at most 200 bytes
  std::string path;  // as RawFile's
  const Neighbours* neighbours = nullptr;
  // Where there is one: asked before a file or member of more than kLargeBytes
  // is held whole; may wait until others hold less.
  std::function<void()> before_large = {};
};

// What a file was.
struct SourceNature {
  std::string format;   // "html", "zip"; empty when it is not for us
  std::string skipped;  // why it is not
  FileHolds holds = FileHolds::kOneArticle;
  // Whether the system gave all its bytes: what it holds may be read another
  // time.
  Status readable = Ok();
};

// Everything the sink is told of has happened when this returns.  Members that
// are no articles are rejections of kNoArticle; all that went wrong is a
// rejection too, with the name of the member.
// Where the sink takes pieces for later, members of archives are such; the
// options must live until they are read.
// Memory: a member that a reader needs whole, twice; 64 MiB for each archive in
// an archive.
SourceNature ReadSource(ByteSource& source, const SourceName& name,
                        const ReaderOptions& options, const NumberedSink& sink,
                        ExpansionLimits limits = {});

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_SOURCE_ARTICLES_H_
