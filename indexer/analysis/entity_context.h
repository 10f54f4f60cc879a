// What stands around a token: features of pairs of words, of the run of
// capitals it stands in, of the lists of names, and of the word's other
// occurrences in the document.
//
//     words, ends of sentences ─EntityContext→ live tokens ─Append→ features
//
// Only live tokens are looked at: those with a capital, names of places in
// small letters, and what lies between two of them or beside one and may belong
// to a name.  All others are outside.
#ifndef ARCHIVE_INDEXER_ANALYSIS_ENTITY_CONTEXT_H_
#define ARCHIVE_INDEXER_ANALYSIS_ENTITY_CONTEXT_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "indexer/analysis/entity_hash.h"
#include "indexer/analysis/entity_words.h"

namespace archive {

// Owns: room, used again.  Threads: one a context.  Lives: the words as long.
class EntityContext {
 public:
  explicit EntityContext(const EntityWordTable& words) : words_(words) {}

  // Reads a document: its words and, ascending, where its sentences end (the
  // last one where the words do).  Both must live until the next one.
  void Begin(std::span<const EntityWordId> tokens,
             std::span<const std::size_t> sentence_ends);

  // Goes to the tokens [begin, end), which are a sentence.
  void EnterSentence(std::size_t begin, std::size_t end);

  // Tokens are numbered as in the document; `i` lies in the sentence entered.
  bool IsLive(std::size_t i) const { return live_[i - begin_] != 0; }
  void Append(std::size_t i, std::vector<EntityHash>& features) const;

 private:
  // Where else a word stands in the document.
  enum Surroundings : std::uint8_t {
    kBehindTitle = 1,
    kBeforeSaying = 2,
    kBehindPreposition = 4,
    kBehindThe = 8,
    kBeforePossessive = 16,
  };
  static constexpr int kSurroundings = 5;
  // Of the occurrences of a word in the document, whatever their case.
  struct Occurrences {
    std::uint32_t document = 0;  // the counts are of this one
    std::uint16_t capital = 0;   // not at the beginning of a sentence
    std::uint16_t small = 0;
    std::uint16_t later = 0;    // capitals with another one before them
    std::uint16_t earlier = 0;  // capitals with another one behind them
    std::uint8_t surroundings = 0;
  };
  // Tokens from the first to the last one of a run of capitals.
  struct Run {
    std::size_t begin;
    std::size_t last;
  };

  const EntityWord& At(std::size_t i) const { return words_[tokens_[i]]; }
  // The word at `i` + `offset`, or the edge of the sentence.
  const EntityWord& Near(std::size_t i, int offset) const;
  bool IsCapital(std::size_t i) const {
    return i >= begin_ && i < end_ && At(i).Is(EntityWord::kCapital);
  }
  const Occurrences* OccurrencesOf(const EntityWord& word) const;

  void CountSentence(std::size_t begin, std::size_t end);
  void CountCapital(std::size_t i, std::size_t begin, std::size_t end,
                    Occurrences& counts) const;
  void ReadAcronyms(std::size_t begin, std::size_t end);
  void MarkLive();
  void MarkNames();
  void MarkRuns();
  Run RunAround(std::size_t i) const;

  void AppendWindow(std::size_t i, std::vector<EntityHash>& features) const;
  void AppendNames(std::size_t i, std::vector<EntityHash>& features) const;
  void AppendOccurrences(std::size_t i,
                         std::vector<EntityHash>& features) const;
  void AppendRun(std::size_t i, std::vector<EntityHash>& features) const;

  const EntityWordTable& words_;
  std::span<const EntityWordId> tokens_;
  std::uint32_t document_ = 0;
  std::vector<Occurrences> occurrences_;  // by lower_id
  // Initials of a run of capitals -> its last word.
  std::unordered_map<EntityHash, EntityHash> acronyms_;

  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool all_capitals_ = false;
  bool is_title_ = false;  // most words with a capital, as in a headline
  // By token of the sentence.
  std::vector<std::uint8_t> live_;
  std::vector<std::uint32_t>
      names_;  // 4 bits a list: first, inside, last, only
  std::vector<std::uint32_t> run_begins_;
  std::vector<std::uint32_t> run_ends_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_ENTITY_CONTEXT_H_
