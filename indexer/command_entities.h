// `archive-index entities`: which people, organisations and places the index
// has, and the librarian's rules about them (common/index/name_rules.h).
#ifndef ARCHIVE_INDEXER_COMMAND_ENTITIES_H_
#define ARCHIVE_INDEXER_COMMAND_ENTITIES_H_

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/console.h"

namespace archive {

struct EntitiesArguments {
  std::string action;
  std::vector<std::string> words;  // a kind, if any, and names
  std::size_t limit = 20;
  std::string source;  // where a rule is to hold; one of the three, or none
  std::string section;
  std::string id;
  bool undo = false;
  bool as_json = false;
};

struct EntityAction {
  std::string_view name;
  std::string_view usage;
  std::string_view help;
};
// In the order in which help shows them.
std::vector<EntityAction> EntityActions();

// list: a line a name; with --json one JSON object, {"format_version":1,
// "index", "entities":[{"kind","name","articles","forms":[{"text",
// "articles"}]}]}.  Version 1 may gain keys, never lose or change one.
// Returns the exit status.
int RunEntities(const std::string& index, const EntitiesArguments& arguments,
                std::istream& in, const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_ENTITIES_H_
