// Links in an index to the librarian's files of names (name_rules.h), which lie
// where the configuration says: several indexes share them, and whoever keeps
// them need not write in an index.  Queries read what lies beside the index,
// and know no configuration.
#ifndef ARCHIVE_INDEXER_WRITING_NAME_RULE_LINKS_H_
#define ARCHIVE_INDEXER_WRITING_NAME_RULE_LINKS_H_

#include <string>
#include <vector>

namespace archive {

// Links aliases.txt and not-entities.txt of the index to those in `directory`,
// an absolute path, whether they are there yet or not.  Links to elsewhere are
// replaced, each in one step; files stay.  Returns what stands in the way, for
// people.
std::vector<std::string> LinkNameRules(const std::string& index,
                                       const std::string& directory);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_NAME_RULE_LINKS_H_
