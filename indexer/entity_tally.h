// In how many articles each name of an index stands, and as what: what
// `archive-index entities` shows.
#ifndef ARCHIVE_INDEXER_ENTITY_TALLY_H_
#define ARCHIVE_INDEXER_ENTITY_TALLY_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
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

// Whether a name, folded, is asked for.
using NameTest = std::function<bool(std::string_view folded)>;

// The names of these fields that are asked for: most articles first, then by
// field and name; the first `most` of them.  Names are counted by numbers, so
// that what is not returned costs little: 64-bit hashes stand for folded names.
std::vector<EntityRow> TallyEntities(const OpenIndex& index,
                                     std::span<const FieldId> fields,
                                     const NameTest& is_wanted,
                                     std::size_t most);

// What articles that write the name so count it as; no name twice.
std::vector<std::string> CountedUnder(const OpenIndex& index, FieldId field,
                                      std::string_view form);

// Whether any article writes the name so, whatever its case.
bool IsWritten(const OpenIndex& index, FieldId field, std::string_view name);

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
