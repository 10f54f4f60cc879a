// An object of JSON by the names of its members, read where it stands
// (json_spans.h).  Names are compared without case and marks: "version_created"
// is "versionCreated" is "versioncreated".
#ifndef ARCHIVE_INDEXER_READERS_JSON_OBJECT_H_
#define ARCHIVE_INDEXER_READERS_JSON_OBJECT_H_

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/json_spans.h"

namespace archive {

// Small letters, without '_', '-' and spaces.
std::string PlainName(std::string_view key);

// Lives no longer than the text that it was made of.  Names are plain ones.
class JsonObject {
 public:
  explicit JsonObject(std::string_view json);

  // Empty where there is none.
  std::string_view Value(std::string_view name) const;
  bool Has(std::string_view name) const { return !Value(name).empty(); }

  // JsonTextOf the value; of the first name that says something.
  std::string Text(std::string_view name) const;
  std::string FirstText(std::initializer_list<std::string_view> names) const;

  // The items of a list; the object that stands alone; those of an object of
  // objects, as generation 1 of ninjs writes associations.
  std::vector<std::string_view> Objects(std::string_view name) const;

  // The members whose names begin so, with what follows in the name.
  std::vector<std::pair<std::string, std::string_view>> Beginning(
      std::string_view prefix) const;

 private:
  std::vector<JsonMember> members_;
  std::vector<std::string> names_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_JSON_OBJECT_H_
