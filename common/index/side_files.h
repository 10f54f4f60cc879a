// Articles → the files beside a segment's glass database: vocabulary, tokens,
// columns, postings.  Their grammars stand in
// common/index/{vocabulary,token_stream,columns,posting_lists}.h.
#ifndef ARCHIVE_COMMON_INDEX_SIDE_FILES_H_
#define ARCHIVE_COMMON_INDEX_SIDE_FILES_H_

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/columns.h"
#include "common/index/section_file.h"
#include "common/index/stream_item.h"
#include "common/index/token_stream.h"
#include "common/index/vocabulary.h"
#include "common/index/word_table.h"
#include "common/result.h"
#include "common/text/stemmer.h"

namespace archive {

// What the files beside a segment hold of one article.
struct SideRow {
  std::string_view id;
  std::string_view language;
  ColumnRow row;
  std::string_view mentions;  // a list of common/index/mention_list.h
  std::span<const StreamItem> stream;
  struct Value {
    FieldId field;
    std::string_view value;
    std::string_view known_as = {};  // empty: itself
  };
  std::vector<Value> facets;
};

// The columns of all articles so far.
class ColumnsBuilder {
 public:
  ColumnsBuilder();
  // REQUIRES: docids rise.  Those left out are holes.
  void Add(DocId doc, const SideRow& row);
  Status Write(const std::string& path, const OwnerId& owner);
  DocId last_doc() const { return static_cast<DocId>(live_.size() - 1); }

 private:
  struct Facet {
    std::vector<std::uint32_t> first = {0};  // by docid
    std::vector<Ordinal> ordinals;
    StringTable values;
    std::unordered_map<std::string, Ordinal> known;  // by value and name
    std::vector<Ordinal> names;  // by ordinal: what it is known as

    // Articles may know the same value by different names: each has an ordinal.
    Ordinal OrdinalOf(std::string_view value, std::string_view known_as);
  };
  void PushScalars(const ColumnRow& row);
  void PushFacets(const SideRow& row);

  std::vector<std::uint8_t> live_;
  std::vector<std::uint32_t> lengths_;
  std::vector<std::uint32_t> words_;
  std::vector<Day> first_days_;
  std::vector<std::uint8_t> precisions_;
  std::vector<Instant> published_;
  std::vector<std::uint16_t> confidences_;
  std::vector<std::uint16_t> ocr_;
  std::vector<Day> modified_;
  std::vector<Instant> added_;
  std::vector<std::uint32_t> added_generations_;
  std::vector<std::uint16_t> fingerprints_;
  StringTable ids_;
  StringTable mentions_;
  std::array<Facet, kFieldCount> facets_;
};

// The stems of one language and what is counted of them.
class StemCounts {
 public:
  explicit StemCounts(std::string_view language) : stemmer_(language) {}

  // Counts an article that has the word; an article counts once a stem.
  void Count(WordId word, std::string_view text, std::uint32_t article);

  struct Stem {
    std::string text;
    std::uint32_t articles = 0;
    std::uint32_t last_article = 0;
    std::vector<WordId> forms;
  };
  const std::vector<Stem>& stems() const { return stems_; }
  std::uint32_t articles = 0;  // of the language

 private:
  Stemmer stemmer_;
  std::vector<Stem> stems_;
  std::unordered_map<std::string, std::uint32_t> known_;
  std::vector<std::uint32_t> stem_of_;  // by word id; kNoStem: not met yet
};

// Collects articles in the order of their docids and writes the four files.
// Memory: four bytes a token, and the columns.
class SideFilesBuilder {
 public:
  // `table` gives the ids in streams their words; it may grow meanwhile and
  // must outlive the builder.
  explicit SideFilesBuilder(const WordTable& table) : table_(table) {}

  // REQUIRES: docids rise; row.stream holds ids of the table.
  void Add(DocId doc, const SideRow& row);

  // Fails also (kInternal) when the table holds more words than codes.
  Status Write(const std::string& directory, const OwnerId& owner);

 private:
  struct WordCounts {
    std::uint64_t units = 0;        // in every zone: decides the code
    std::uint64_t occurrences = 0;  // in the text
    std::uint32_t articles = 0;     // with it in the text
    std::uint32_t last_article = 0;
  };
  void CountWords(std::span<const StreamItem> stream, std::uint32_t article,
                  StemCounts& stems);
  void RankWords();
  Status WriteVocabulary(const std::string& path, const OwnerId& owner) const;
  void AddStems(SectionFileWriter& writer) const;
  Status WriteTokens(const std::string& path, const OwnerId& owner) const;
  // In side_files_postings.cc.
  Status WritePostings(const std::string& path, const OwnerId& owner) const;
  template <typename Take>
  void EachTextWord(const Take& take) const;

  const WordTable& table_;
  ColumnsBuilder columns_;
  std::deque<StreamItem> items_;                 // grows without being moved
  std::vector<std::uint64_t> first_item_ = {0};  // by docid
  std::vector<WordCounts> counts_;               // by word id
  std::map<std::string, StemCounts, std::less<>> stems_;
  std::vector<WordId> sorted_;     // used words by their bytes
  std::vector<WordRank> rank_of_;  // by word id
  std::vector<WordCode> code_of_;  // by word id
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_SIDE_FILES_H_
