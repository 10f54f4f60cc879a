// Fields that stand for several: hlead is title and lead, entity is person,
// org and place.
//
// To add one: a row.  The resolver replaces it by its parts, the written form
// puts the parts together again.
#ifndef ARCHIVE_QUERY_LANGUAGE_COMBINED_FIELDS_H_
#define ARCHIVE_QUERY_LANGUAGE_COMBINED_FIELDS_H_

#include <array>
#include <cstddef>
#include <vector>

#include "common/index/schema.h"

namespace archive {

struct CombinedField {
  FieldId id;
  std::array<FieldId, 3> parts;
  std::size_t size;  // how many of them count
};

inline constexpr std::array<CombinedField, 2> kCombinedFields = {{
    {FieldId::kHlead, {FieldId::kTitle, FieldId::kLead}, 2},
    {FieldId::kEntity, {FieldId::kPerson, FieldId::kOrg, FieldId::kPlace}, 3},
}};

// The parts of a field; itself when it is not a combination.
inline std::vector<FieldId> PartsOf(FieldId field) {
  for (const CombinedField& row : kCombinedFields) {
    if (row.id == field)
      return {row.parts.begin(),
              row.parts.begin() + static_cast<std::ptrdiff_t>(row.size)};
  }
  return {field};
}

// Those fields of which one is present where the field is: has:text.
inline std::vector<FieldId> PresenceOf(FieldId field) {
  if (field == FieldId::kText)
    return {FieldId::kTitle, FieldId::kBody, FieldId::kCaption};
  return PartsOf(field);
}

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_COMBINED_FIELDS_H_
