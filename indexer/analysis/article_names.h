// The names in an article join those that its source gives.
#ifndef ARCHIVE_INDEXER_ANALYSIS_ARTICLE_NAMES_H_
#define ARCHIVE_INDEXER_ANALYSIS_ARTICLE_NAMES_H_

#include <string>
#include <vector>

#include "common/article.h"
#include "common/index/stored_record.h"
#include "indexer/analysis/entity_finder.h"

namespace archive {

// What was added to the names that the source gives, and what is known of all.
struct AddedNames {
  std::vector<WrittenForm> forms;
  std::vector<CountedName> counted;  // all names, those of the source too
  std::vector<std::string> peoples;  // as FoundNames has them
};

// What is added where the source itself names some of a kind.
enum class NameSources : unsigned char {
  kSourceFirst,  // those stand, and none of that kind are found
  kBoth,         // those and what is found
  kSource,       // nothing is found, in any article
};

// Adds the names in an article to it.  Without a finder it adds none,
// and knows none by another name.
AddedNames AddNames(StoredRecord& record, EntityFinder* finder,
                    NameSources which);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_ARTICLE_NAMES_H_
