// The gazetteers → lists of names as the tagger looks them up, and names that
// mean the same.
#ifndef ARCHIVE_TRAINING_NAME_LISTS_H_
#define ARCHIVE_TRAINING_NAME_LISTS_H_

#include <cstdint>
#include <map>
#include <string>

#include "common/result.h"
#include "indexer/analysis/entity_hash.h"

namespace archive {

struct NameLists {
  // NameList bits and kBeginsLongerName, by the chain of a name's words.
  std::map<EntityHash, std::uint8_t> lists;
  // EntityModel::AliasKey → the name it is known by.
  std::map<std::string, std::string> aliases;
};

// `directory` holds the files of ../shared/data/gazetteers; `more_aliases` is a
// file of lines "KIND TAB alias TAB name", which win over them.
Result<NameLists> ReadNameLists(const std::string& directory,
                                const std::string& more_aliases);

}  // namespace archive

#endif  // ARCHIVE_TRAINING_NAME_LISTS_H_
