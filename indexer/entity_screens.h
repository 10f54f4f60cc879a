// What `archive-index entities` shows of names.
#ifndef ARCHIVE_INDEXER_ENTITY_SCREENS_H_
#define ARCHIVE_INDEXER_ENTITY_SCREENS_H_

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "common/index/open_index.h"
#include "common/result.h"
#include "indexer/entity_tally.h"

namespace archive {

// A line a name: articles, and under which names articles have it.
void PrintEntityList(const std::vector<EntityRow>& rows, std::ostream& out);
void PrintEntityJson(const std::string& index,
                     const std::vector<EntityRow>& rows, std::ostream& out);

// One name: its forms, why they are this name, and articles that have it with
// the words in which they do.
Status PrintEntity(const OpenIndex& index, const EntityRow& row,
                   std::size_t most_articles, std::ostream& out);

// "org: Federal Reserve = Fed (aliases.txt, line 2)".
std::string RuleText(const NameRule& rule);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ENTITY_SCREENS_H_
