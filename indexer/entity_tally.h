// In how many articles each name of an index stands, and as what: what
// `archive-index entities` shows.
#ifndef ARCHIVE_INDEXER_ENTITY_TALLY_H_
#define ARCHIVE_INDEXER_ENTITY_TALLY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/open_index.h"

namespace archive {

// A name as articles have it, before names are counted as one.
struct EntityForm {
  std::string text;
  std::uint64_t articles = 0;
};

struct EntityRow {
  FieldId field = FieldId::kPerson;
  std::string name;  // as facets count it
  std::uint64_t articles = 0;
  std::vector<EntityForm> forms;  // most articles first
};

// The fields that hold names: person, org, place.
std::vector<FieldId> FieldsOfNames();

// Every name of a field, most articles first, then by name.
std::vector<EntityRow> TallyEntities(const OpenIndex& index, FieldId field);

// An article that has a name, and as what.
struct EntityEvidence {
  std::size_t segment = 0;
  DocId doc = 0;
  std::string form;
  const NameRule* why = nullptr;  // the rule that makes the form this name
  bool is_known = false;          // the index itself says that it is
};

// The first `most` articles that count as `name`, whatever its case.
std::vector<EntityEvidence> EvidenceOf(const OpenIndex& index, FieldId field,
                                       std::string_view name, std::size_t most);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ENTITY_TALLY_H_
