// The words of a segment: its `vocabulary` file.
//
//     WORD bytes, WOFF u64#  the words in the order of their bytes, and offsets
//     CODE u32#   by rank (place in that order): the word's code in the tokens
//     RANK u32#   by code: the word's rank
//     DOCS u32#   by rank: articles that have it in title, body or captions
//     OCCS u64#   by rank: how often it stands there in all of them
//     LNGB bytes, LNGO u64#  codes of the languages, sorted; "" is unknown
//     LDOC u32#   by language: its articles
//     LSTM u32#   by language: its first stem; one more than languages
//     SHRD u8#    by stem, sorted within each language: how many bytes it has
//     in
//                 common with the beginning of its first form
//     STMB bytes, STMO u64#  by stem: what goes on behind these bytes
//     SDOC u32#   by stem: articles of the language that have any of its forms
//     SFRM u32#   by stem: its first form; one more than stems
//     FORM u32#   ranks of words that share the stem in that language
//     VERS u32*   analyser version, stemmer version
//
// where # is behind packed numbers (packed_numbers.h) and * behind plain ones.
//
// Every word of a text stands under a stem in each language in which it
// occurs, so what `hotline` means, and in how many articles, is the sum over
// the languages.  Counts are those of the articles that were there when the
// segment was written.
#ifndef ARCHIVE_COMMON_INDEX_VOCABULARY_H_
#define ARCHIVE_COMMON_INDEX_VOCABULARY_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/index/packed_numbers.h"
#include "common/index/section_file.h"
#include "common/index/token_stream.h"
#include "common/result.h"

namespace archive {

inline constexpr FileKind kVocabularyKind = {"VOCB", 1, 1};

using WordRank = std::uint32_t;

// Threads: const methods any.
class Vocabulary {
 public:
  // Fails also (kSchemaMismatch) when the words were cut or stemmed by another
  // version of the analyser.
  static Result<Vocabulary> Open(const std::string& path);

  std::size_t size() const { return words_.size(); }
  std::string_view WordAt(WordRank rank) const { return words_[rank]; }
  WordCode CodeOf(WordRank rank) const {
    return codes_.At(rank, kMaxWordCodes);
  }
  // The rank of the word with this code; size() when there is none.
  WordRank RankOf(WordCode code) const {
    return ranks_.At(code, static_cast<WordRank>(words_.size()));
  }
  std::uint32_t ArticlesWith(WordRank rank) const { return docs_[rank]; }
  std::uint64_t OccurrencesOf(WordRank rank) const {
    return occurrences_[rank];
  }

  std::optional<WordRank> Find(std::string_view word) const;
  // The first word that is not less than `word`.
  WordRank LowerBound(std::string_view word) const;

  // Hands the ranks of the words that contain `part`, in order.
  // REQUIRES: `part` is not empty.
  template <typename Take>
  void EachWordWithPart(std::string_view part, const Take& take) const {
    words_.EachWithPart(part, 0, words_.size(), [&take](std::size_t rank) {
      take(static_cast<WordRank>(rank));
    });
  }

  std::size_t language_count() const { return languages_.size(); }
  std::string_view LanguageAt(std::size_t i) const { return languages_[i]; }
  std::uint32_t ArticlesIn(std::size_t language) const {
    return language_docs_[language];
  }

  struct StemClass {
    PackedNumbers<WordRank> forms;
    std::uint32_t articles = 0;
  };
  // The words that share `stem` in a language; no forms when there are none.
  StemClass FindStem(std::size_t language, std::string_view stem) const;

  const SectionFile& file() const { return file_; }

 private:
  Status ReadSections();
  // Less than 0 when the stem comes before `text`, 0 when it is the same.
  int CompareStem(std::size_t stem, std::string_view text) const;

  SectionFile file_;
  StringTableView words_;
  PackedNumbers<WordCode> codes_;
  PackedNumbers<WordRank> ranks_;
  PackedNumbers<std::uint32_t> docs_;
  PackedNumbers<std::uint64_t> occurrences_;
  StringTableView languages_;
  PackedNumbers<std::uint32_t> language_docs_;
  PackedNumbers<std::uint32_t> first_stems_;
  PackedNumbers<std::uint8_t> stem_shared_;
  StringTableView stem_ends_;
  PackedNumbers<std::uint32_t> stem_docs_;
  PackedNumbers<std::uint32_t> first_forms_;
  PackedNumbers<WordRank> forms_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_VOCABULARY_H_
