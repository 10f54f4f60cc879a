// The names under which JSON calls an article's parts.
//
// To know another usual name: a row in json_fields.cc.  Names of one archive
// alone belong into its configuration (ReaderOptions::json_fields).
#ifndef ARCHIVE_INDEXER_READERS_JSON_FIELDS_H_
#define ARCHIVE_INDEXER_READERS_JSON_FIELDS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace archive {

enum class JsonField : std::uint8_t {
  kTitle,
  kText,
  kDate,
  kModified,
  kAuthor,
  kSource,
  kSection,
  kUrl,
  kLanguage,
  kId,
  kKeywords,
  kTopics,
  kPeople,
  kOrganisations,
  kPlaces,
  kExchanges,
  kDateline,
  kCaptions,
  kAgency,
  kPages,
  kEdition,
  kStatus,
  kEmbargo,
  kOcr,
};

struct JsonName {
  std::string_view name;  // small letters, without '_', '-' and spaces
  JsonField field;
  int rank = 0;  // where an object has several names of a field, the lowest
                 // rank that holds something is it
};

// The row of a name as an object has it, "Date_Published"; nullptr for names
// that mean nothing to us.  ReaderOptions::json_fields uses the same names.
const JsonName* FindJsonName(std::string_view name);

// Whether an object under this name, as it is written, holds parts of the
// article around it: what search engines and content systems wrap around one.
bool IsJsonWrapper(std::string_view name);

// Every row, those of a field together.
std::span<const JsonName> JsonNames();

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_JSON_FIELDS_H_
