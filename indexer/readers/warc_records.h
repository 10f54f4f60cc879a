// A web archive → its records, one after the other.
//
// WARC 0.17 to 1.1 (ISO 28500, https://iipc.github.io/warc-specifications/) and
// ARC 1 and 2.  What a length says is believed only where a record ends as it
// should: crawlers that were stopped leave records that are shorter than they
// say.  What is no record is passed over up to the next one.
//
// What it leaves to others: what a record holds (reader_warc.cc), gzip
// (indexer/sources/container.h).
#ifndef ARCHIVE_INDEXER_READERS_WARC_RECORDS_H_
#define ARCHIVE_INDEXER_READERS_WARC_RECORDS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/sources/buffered_bytes.h"

namespace archive {

struct WarcRecord {
  std::string type;          // "response", "warcinfo"; "" for what is no record
  std::string url;           // "" when there is none
  std::string date;          // of the crawl, as written
  std::string media_type;    // of the block
  std::string_view block;    // holds until the next record
  bool is_cut = false;       // shorter than it says
  bool is_too_long = false;  // the block was passed over
  std::uint64_t begin = 0;   // where it stands in the file
  std::uint64_t end = 0;
};

// Memory: one record of at most kMaxBlock bytes.
// Lives: no longer than the bytes.
class WarcRecords {
 public:
  static constexpr std::size_t kMaxBlock = std::size_t{64} << 20;

  explicit WarcRecords(BufferedBytes& bytes) : bytes_(bytes) {}

  // nullopt behind the last.
  std::optional<WarcRecord> Next();

 private:
  WarcRecord ReadWarc();
  WarcRecord ReadArc(std::string_view line);
  void TakeBlock(std::optional<std::uint64_t> length, WarcRecord& record);
  WarcRecord PassJunk();

  BufferedBytes& bytes_;
  std::size_t unread_ = 0;  // of the block that was given out
};

// Whether a file begins as one: "WARC/1.0", "filedesc://".
bool BeginsAsWebArchive(std::string_view bytes);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_WARC_RECORDS_H_
