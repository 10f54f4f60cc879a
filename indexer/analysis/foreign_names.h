// Places and organisations as other languages than English call them, and the
// names by which they are known.
//
// The table (scripts/make_foreign_names.py) has a line a name,
// `language or script TAB LOC or ORG TAB name TAB the name it is known by`.
// Lines of one language or script stand together.  Of names of a language the
// stems are compared, those of a script ("Latn", "Cyrl" …), which hold for each
// language written in it, as they stand.
#ifndef ARCHIVE_INDEXER_ANALYSIS_FOREIGN_NAMES_H_
#define ARCHIVE_INDEXER_ANALYSIS_FOREIGN_NAMES_H_

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/result.h"
#include "common/text/analyser.h"
#include "common/text/stemmer.h"
#include "indexer/analysis/entity_labels.h"

namespace archive {

// A word as it is compared.  Without a stemmer: as it stands.
std::string StemOf(const Word& word, const Stemmer* stemmer);

// A name as the table has it.
struct ForeignName {
  EntityKind kind = EntityKind::kPlace;
  std::string name;
  std::string known_as;
  std::vector<std::string> words;  // folded; stems where the language has them
  std::string first;               // the first one, folded alone
  std::vector<bool> capitals;      // which of them begin with one
};

// Names by their first word.
using ForeignNameTable =
    std::unordered_map<std::string, std::vector<ForeignName>>;

// Owns: the text of the table; what is asked for is made of it once.  Threads:
// any.
class ForeignNames {
 public:
  static ForeignNames Parse(std::string text);
  // Fails: kIo.
  static Result<ForeignNames> Open(const std::string& path);

  ForeignNames(ForeignNames&&) noexcept;
  ForeignNames& operator=(ForeignNames&&) noexcept;
  ~ForeignNames();

  // The names of a language, or of a script.  Lives: as long as this.
  const ForeignNameTable& Of(std::string_view language_or_script) const;

 private:
  struct State;
  explicit ForeignNames(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_FOREIGN_NAMES_H_
