// The words of a segment: its `vocabulary` file.
//
//     WORD bytes, WOFF u64*  the words in the order of their bytes, and offsets
//     CODE u32*   by rank (place in that order): the word's code in the tokens
//     RANK u32*   by code: the word's rank
//     DOCS u32*   by rank: articles that have it in title, body or captions
//     OCCS u64*   by rank: how often it stands there in all of them
//     LNGB bytes, LNGO u64*  codes of the languages, sorted; "" is unknown
//     LDOC u32*   by language: its articles
//     LSTM u32*   by language: its first stem; one more than languages
//     STMB bytes, STMO u64*  stems, sorted within each language
//     SDOC u32*   by stem: articles of the language that have any of its forms
//     SFRM u32*   by stem: its first form; one more than stems
//     FORM u32*   ranks of words that share the stem in that language
//     VERS u32*   analyser version, stemmer version
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
#include <span>
#include <string>
#include <string_view>

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
    return rank < codes_.size() ? codes_[rank] : kMaxWordCodes;
  }
  // The rank of the word with this code; size() when there is none.
  WordRank RankOf(WordCode code) const {
    return code < ranks_.size() ? ranks_[code]
                                : static_cast<WordRank>(words_.size());
  }
  std::uint32_t ArticlesWith(WordRank rank) const {
    return rank < docs_.size() ? docs_[rank] : 0;
  }
  std::uint64_t OccurrencesOf(WordRank rank) const {
    return rank < occurrences_.size() ? occurrences_[rank] : 0;
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
    return language < language_docs_.size() ? language_docs_[language] : 0;
  }

  struct StemClass {
    std::span<const WordRank> forms;
    std::uint32_t articles = 0;
  };
  // The words that share `stem` in a language; no forms when there are none.
  StemClass FindStem(std::size_t language, std::string_view stem) const;

  const SectionFile& file() const { return file_; }

 private:
  Status ReadSections();

  SectionFile file_;
  StringTableView words_;
  std::span<const WordCode> codes_;
  std::span<const WordRank> ranks_;
  std::span<const std::uint32_t> docs_;
  std::span<const std::uint64_t> occurrences_;
  StringTableView languages_;
  std::span<const std::uint32_t> language_docs_;
  std::span<const std::uint32_t> first_stems_;
  StringTableView stems_;
  std::span<const std::uint32_t> stem_docs_;
  std::span<const std::uint32_t> first_forms_;
  std::span<const WordRank> forms_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_VOCABULARY_H_
