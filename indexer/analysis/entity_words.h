// What the tagger knows of a word wherever it stands: its shape, its clusters,
// the names that begin with it.
//
//     word ─EntityWordTable→ EntityWord ─AppendWordFeatures→ features
#ifndef ARCHIVE_INDEXER_ANALYSIS_ENTITY_WORDS_H_
#define ARCHIVE_INDEXER_ANALYSIS_ENTITY_WORDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/word_ids.h"
#include "indexer/analysis/entity_hash.h"

namespace archive {

// Kinds of lists in which a name stands.
enum NameList : std::uint8_t {
  kCountryNames = 1,
  kDemonyms = 2,
  kPlaceNames = 4,
  kGivenNames = 8,
  kSurnames = 16,
  kOrganisationNames = 32,
};
inline constexpr std::size_t kNameListCount = 6;
// A row that is the beginning of a longer name, and maybe no name itself.
inline constexpr std::uint8_t kBeginsLongerName = 128;

// Clusters of words by their vectors, at three sizes, and lists of names.
// Lives: what it was made of (a model that is mapped in, arrays in training).
struct EntityLexicon {
  HashedKeys words;
  std::span<const std::uint16_t> fine;   // of 1,024 clusters, by row of words
  std::span<const std::uint8_t> middle;  // of 256
  std::span<const std::uint8_t> coarse;  // of 64
  std::span<const std::uint8_t> places;  // 1: a fine cluster of place names
  HashedKeys names;                      // by ChainHash of their words
  std::span<const std::uint8_t> lists;   // NameList bits, by row of names
};

using EntityWordId = std::uint32_t;

struct EntityWord {
  enum Trait : std::uint16_t {
    kCapital = 1,     // begins with a capital
    kHasCapital = 2,  // holds one
    kSmall = 4,       // begins with a small letter
    kHasSmall = 8,    // holds one
    kLetters = 16,    // holds a letter
    kTitle = 32,      // Mr., President
    kSays = 64,       // said, told, who
    kPlacePreposition = 128,
    kThe = 256,
    kPossessive = 512,  // 's
    kJoiner = 1024,     // of, and: a name may go on behind it
    kOneByte = 2048,
    kLikePlace = 4096,  // in small letters, but mostly the name of a place
  };

  EntityHash exact = 0;
  EntityHash lower = 0;
  EntityHash shape = 0;
  EntityHash letters = 0;  // of an acronym: U.S. and US alike; 0: it is none
  std::uint32_t lower_id = 0;  // words that differ in case alone share it
  std::array<std::uint16_t, 3> clusters =
      {};  // coarse to fine, from 1; 0: none
  std::uint16_t traits = 0;
  char initial = 0;  // its capital, ASCII; 0: none

  bool Is(Trait trait) const { return (traits & trait) != 0; }
};

// Whether a name may begin with the word.
inline bool MayBeName(const EntityWord& word) {
  return (word.traits & (EntityWord::kHasCapital | EntityWord::kLikePlace)) !=
         0;
}

// The words met so far.  Threads: none; every thread has its own.
// Lives: the lexicon as long as the table.
class EntityWordTable {
 public:
  explicit EntityWordTable(const EntityLexicon& lexicon) : lexicon_(lexicon) {}

  EntityWordId Id(std::string_view text) {
    const WordIds::Entry entry = ids_.Add(text);
    if (entry.is_new) words_.push_back(Describe(text));
    return entry.id;
  }
  const EntityWord& operator[](EntityWordId id) const { return words_[id]; }
  std::string_view TextOf(EntityWordId id) const { return ids_.At(id); }
  std::size_t size() const { return words_.size(); }
  std::size_t lower_size() const { return lower_ids_.size(); }
  const EntityLexicon& lexicon() const { return lexicon_; }
  void Clear();

 private:
  EntityWord Describe(std::string_view text);

  EntityLexicon lexicon_;
  WordIds ids_;
  std::vector<EntityWord> words_;  // by id
  std::unordered_map<EntityHash, std::uint32_t> lower_ids_;
};

// How far the words lie that a token is judged by.
inline constexpr int kWordReach = 2;
inline constexpr std::size_t kOffsetCount = 2 * kWordReach + 1;

// `text` in the form in which words are compared: in small letters, without
// accents, with plain apostrophes.
std::string EntityFolded(std::string_view text);

// What a word says of a token that stands `offset` words before it (negative:
// behind it), whatever else stands there.
void AppendWordFeatures(const EntityWord& word, std::string_view text,
                        int offset, std::vector<EntityHash>& features);

// The same for the edge of the sentence.
void AppendEdgeFeatures(int offset, std::vector<EntityHash>& features);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_ENTITY_WORDS_H_
