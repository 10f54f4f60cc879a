// Records as Xapian's documents hold them, packed, and back.
//
//     data   = record | frame
//     frame  = a Zstandard frame (RFC 8878) of a record, with its size and the
//              id of its dictionary, without the first three bytes of its magic
//              number: it begins with 0xfd, which no text does
//
// Records are short and much alike: packed one by one they need a dictionary,
// a text that has what most of them have.  One is trained on the first articles
// of an index (indexer/writing/dictionary_sample.h) and lies in every segment
// that needs it, since merging copies what is packed as it is; for clients of a
// server it is metadata of the generation (served_facts.h).
//
// The file `dictionaries` of a segment; there is none where nothing is packed:
//
//     DICB bytes, DICO u64#   the dictionaries, in Zstandard's format
//     SAMB u64#               by dictionary: its first number in SAMH; one more
//     SAMH u64*               what names the articles that it was trained on
//                             (NamesOf, withhold_list.h), sorted
#ifndef ARCHIVE_COMMON_INDEX_PACKED_RECORD_H_
#define ARCHIVE_COMMON_INDEX_PACKED_RECORD_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/section_file.h"
#include "common/result.h"

struct ZSTD_CCtx_s;
struct ZSTD_CDict_s;
struct ZSTD_DDict_s;

namespace archive {

inline constexpr FileKind kDictionariesKind = {"DICT", 1, 1};
inline constexpr std::string_view kDictionariesName = "dictionaries";

// A record that is larger stays as it is, and no larger one is unpacked.
inline constexpr std::size_t kMostPackedRecord = std::size_t{256} << 20;
inline constexpr std::size_t kMostDictionaryBytes = std::size_t{1} << 20;

using DictionaryId = std::uint32_t;

class RecordDictionary;
using DictionaryPtr = std::shared_ptr<const RecordDictionary>;

// Threads: const methods any.
class RecordDictionary {
 public:
  // `sample`: see SAMH above, sorted.
  // Fails (kIndexDamaged) when the bytes are no dictionary with an id.
  static Result<DictionaryPtr> Make(std::string bytes,
                                    std::vector<std::uint64_t> sample);
  // The same of bytes that live as long as `owner` does.
  static Result<DictionaryPtr> View(std::string_view bytes,
                                    std::span<const std::uint64_t> sample,
                                    std::shared_ptr<const void> owner);

  DictionaryId id() const { return id_; }
  std::string_view bytes() const { return bytes_; }
  std::span<const std::uint64_t> sample() const { return sample_; }

 private:
  friend class RecordPacker;
  friend class RecordDictionaries;
  RecordDictionary() = default;
  // Made when they are first asked for; nullptr when the bytes make no sense.
  const ZSTD_CDict_s* ForPacking() const;
  const ZSTD_DDict_s* ForUnpacking() const;

  struct Free {
    void operator()(ZSTD_CDict_s* dictionary) const;
    void operator()(ZSTD_DDict_s* dictionary) const;
  };
  DictionaryId id_ = 0;
  std::string_view bytes_;
  std::span<const std::uint64_t> sample_;
  std::shared_ptr<const void> owner_;
  mutable std::once_flag packing_once_;
  mutable std::once_flag unpacking_once_;
  mutable std::unique_ptr<ZSTD_CDict_s, Free> packing_;
  mutable std::unique_ptr<ZSTD_DDict_s, Free> unpacking_;
};

// Threads: none; every thread has its own, of one dictionary.
class RecordPacker {
 public:
  // nullptr: records stay as they are.
  explicit RecordPacker(DictionaryPtr dictionary);

  const DictionaryPtr& dictionary() const { return dictionary_; }

  // What a document holds of the record: the same bytes for the same record
  // and dictionary.
  std::string Pack(std::string_view record);

 private:
  struct Free {
    void operator()(ZSTD_CCtx_s* context) const;
  };
  DictionaryPtr dictionary_;
  std::unique_ptr<ZSTD_CCtx_s, Free> context_;
  std::string frame_;
};

// Whether a document's data is a frame, and of which dictionary; 0: it is none,
// or its head makes no sense.
bool IsPacked(std::string_view data);
DictionaryId DictionaryOf(std::string_view data);

// Some dictionaries, each once.
// Threads: const methods any.
class RecordDictionaries {
 public:
  // Fails: kIndexDamaged, kSchemaMismatch, kIo.
  static Result<RecordDictionaries> Open(const std::string& path);
  Status Write(const std::string& path, const OwnerId& owner) const;

  const std::vector<DictionaryPtr>& all() const { return all_; }
  // Of the file that was opened; nullptr: of none.
  const SectionFile* file() const { return file_.get(); }
  // nullptr: there is none of this id.
  DictionaryPtr Find(DictionaryId id) const;
  // One whose id is there already is passed over.
  void Add(const DictionaryPtr& dictionary);

  // The record that a document's data is; it may be damaged, or come from
  // another machine.  Fails (kIndexDamaged).
  Result<std::string> Unpack(std::string data) const;

 private:
  std::vector<DictionaryPtr> all_;
  std::shared_ptr<const SectionFile> file_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_PACKED_RECORD_H_
