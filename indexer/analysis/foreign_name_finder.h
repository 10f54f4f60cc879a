// Places and organisations in texts of other languages than English: those that
// a table (foreign_names.h) knows by their names there.
//
// Nothing is guessed: a model of English would take every noun of German for a
// name.  Where a script has capitals, a name has them; a single word that the
// article also writes without one is a word.  In Korean a name begins a word;
// in Chinese and Japanese it is a word of the dictionary (unbroken_words.h).
#ifndef ARCHIVE_INDEXER_ANALYSIS_FOREIGN_NAME_FINDER_H_
#define ARCHIVE_INDEXER_ANALYSIS_FOREIGN_NAME_FINDER_H_

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/text/analyser.h"
#include "common/text/stemmer.h"
#include "common/text/unbroken_words.h"
#include "indexer/analysis/entity_model.h"
#include "indexer/analysis/name_resolver.h"

namespace archive {

// Threads: one a finder.  Lives: the model as long.
class ForeignNameFinder {
 public:
  explicit ForeignNameFinder(const EntityModel& model)
      : names_(model.foreign_names()), model_(model) {}

  // Texts that belong together, as EntityFinder::Find's; `language` is a code
  // of kLanguages.
  FoundNames Find(std::string_view language,
                  std::span<const std::string_view> texts);

 private:
  struct Match {
    const ForeignName* name = nullptr;
    std::size_t words = 0;
  };

  void CutTexts(std::span<const std::string_view> texts);
  bool BeginsName(const Word& word) const;
  void PartFromAnd(std::vector<Word>& words) const;
  Match MatchAt(const std::vector<Word>& words, std::size_t at) const;
  Match Longest(const ForeignNameTable& table, const std::vector<Word>& words,
                std::size_t at, const Stemmer* stemmer) const;
  bool IsSurname(std::string_view text, const std::vector<Word>& words,
                 std::size_t at) const;
  bool IsForename(std::string_view text, const std::vector<Word>& words,
                  std::size_t at) const;
  bool IsAdjective(const std::vector<Word>& words, std::size_t end) const;
  bool Fits(const ForeignName& name, const std::vector<Word>& words,
            std::size_t at, const Stemmer* stemmer) const;
  void Add(const ForeignName& name, std::size_t part, Span bytes,
           std::string_view text, FoundNames& found) const;

  const ForeignNames& names_;
  const EntityModel& model_;
  Analyser analyser_;
  UnbrokenWords unbroken_words_;
  std::map<std::string, Stemmer, std::less<>> stemmers_;
  // Of the article in hand.
  std::string_view language_;
  std::string_view script_;
  const Stemmer* stemmer_ = nullptr;
  std::vector<std::vector<Word>> words_;         // of each text
  std::unordered_set<std::string> small_words_;  // those without a capital
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_FOREIGN_NAME_FINDER_H_
