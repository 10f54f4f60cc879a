// One segment, opened: its glass database and, mapped in, the files beside it.
// A border to Xapian.
#ifndef ARCHIVE_COMMON_INDEX_SEGMENT_H_
#define ARCHIVE_COMMON_INDEX_SEGMENT_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/index/columns.h"
#include "common/index/generation.h"
#include "common/index/packed_record.h"
#include "common/index/posting_lists.h"
#include "common/index/token_stream.h"
#include "common/index/vocabulary.h"
#include "common/result.h"

namespace archive {

// Whether a directory must have a MANIFEST that fits.  Parts that a run has
// just written and reads again itself have none.
enum class ManifestRule : std::uint8_t { kVerify, kNone };

// Threads: side files any; the database one at a time (Xapian's own rule).
class Segment {
 public:
  // Everything is opened here, so that nothing is missed later: a file that is
  // missing or has another size is refused by name.  `removed` are the docids
  // of the segment that are gone.
  static Result<Segment> Open(const std::string& directory,
                              SegmentNumber number, RemovedDocs removed,
                              ManifestRule rule = ManifestRule::kVerify);

  // Articles that were fetched from another machine: a database in memory, and
  // the files beside it in `directory`, which may be removed once this is open.
  static Result<Segment> OpenFetched(const std::string& directory,
                                     const Xapian::Database& database);

  SegmentNumber number() const { return number_; }
  const Xapian::Database& database() const { return database_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  const TokenStreams& tokens() const { return tokens_; }
  const Columns& columns() const { return columns_; }
  // Of words that are common enough to have a list there.
  const PostingLists& postings() const { return postings_; }
  const RemovedDocs& removed() const { return removed_; }

  DocId last_doc() const { return columns_.last_doc(); }
  // Whether the article is there: no hole and not removed.
  bool IsLive(DocId doc) const { return doc < live_.size() && live_[doc]; }
  std::uint32_t live_count() const { return live_count_; }
  // Words of title, body and captions of all articles Xapian holds.
  std::uint64_t total_length() const { return total_length_; }
  // The same of live articles alone.
  std::uint64_t live_length() const { return live_length_; }
  // Articles Xapian holds, removed ones included: what its statistics say.
  std::uint32_t document_count() const { return document_count_; }

  // The stored record of an article; fails (kIndexDamaged).
  Result<std::string> RecordBytes(DocId doc) const;
  // The same in two steps: what Xapian's document holds, and the record that
  // this is.  The second takes any number of threads at once.
  Result<std::string> PackedRecord(DocId doc) const;
  Result<std::string> Unpack(std::string packed) const;
  // What records are packed with.
  const RecordDictionaries& dictionaries() const { return dictionaries_; }

  // Takes more articles out, as if `removed` had named them.  Docids rise.
  void Remove(std::span<const DocId> docs);

  // Hands over every term that begins so, in order, and how many articles have
  // it, removed ones too.
  Status EachTerm(
      std::string_view prefix,
      const std::function<void(std::string_view, std::uint32_t)>& take) const;
  // Docids of live articles that have the term, in order.
  Result<std::vector<DocId>> DocsWith(std::string_view term) const;
  // Docids of live articles of a file: those whose id is `file_id` or begins
  // with it and '#' or '!'.
  Result<std::vector<DocId>> DocsOfFile(std::string_view file_id) const;

 private:
  // The files beside the database; nothing as `owner`: whatever they say.
  Status OpenSideFiles(std::optional<OwnerId> owner);
  Status CountStored();
  void CountFetched();
  void MarkLive();

  SegmentNumber number_ = 0;
  std::string directory_;
  Xapian::Database database_;
  Vocabulary vocabulary_;
  TokenStreams tokens_;
  Columns columns_;
  RecordDictionaries dictionaries_;
  PostingLists postings_;
  RemovedDocs removed_;
  std::vector<bool> live_;
  std::uint32_t live_count_ = 0;
  std::uint32_t document_count_ = 0;
  std::uint64_t total_length_ = 0;
  std::uint64_t live_length_ = 0;
};

// The term under which an article's id is found.
std::string IdTerm(std::string_view id);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_SEGMENT_H_
