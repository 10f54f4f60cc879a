// What a row of the schema is made of: names of fields, their types, where
// their words stand.  The rows themselves are in schema.h.
//
// FieldIds, zones and slots are part of the format on disk: they are never
// reused for something else or renumbered.
#ifndef ARCHIVE_COMMON_INDEX_FIELD_H_
#define ARCHIVE_COMMON_INDEX_FIELD_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace archive {

enum class FieldId : std::uint8_t {
  kText,
  kTitle,
  kLead,
  kHlead,
  kBody,
  kCaption,
  kCredit,
  kByline,
  kSource,
  kSection,
  kDateline,
  kTopic,
  kKeyword,
  kExchange,
  kPerson,
  kOrg,
  kPlace,
  kEntity,
  kDate,
  kModified,
  kAdded,
  kLang,
  kFormat,
  kPath,
  kId,
  kUid,
  kUrl,
  kWords,
  kDateSource,
  kDateConfidence,
  kEntitySource,
  kHas,
  kMissing,
  kAgency,
  kPage,
  kEdition,
  kStatus,
  kOcr,
  kCopiesOf,
  kMentions,
  kMentionsYear,
  kPlaceCountry,
  kPlaceRegion,
};
inline constexpr std::size_t kFieldCount = 43;

enum class FieldType : std::uint8_t {
  kText,      // running text: words and their inflected forms, phrases
  kPhrase,    // values of which any word or phrase can be asked for
  kValue,     // values that are asked for whole
  kEntity,    // names: quoted a whole name, unquoted any word of one
  kDay,       // a date: ranges
  kNumber,    // a number: ranges
  kPresence,  // takes the name of another field: has:, missing:
  kArticle,   // takes the id of an article: what belongs to it
};

// A stretch of an article's token stream (common/index/token_stream.h).  The
// numbers are part of the format on disk.
enum class Zone : std::uint8_t {
  kTitle = 0,
  kBody = 1,
  kCaption = 2,
  kCredit = 3,
  kByline = 4,
  kSource = 5,
  kSection = 6,
  kDateline = 7,
  kPerson = 8,
  kOrg = 9,
  kPlace = 10,
  kPath = 11,
  kAgency = 12,
  kEdition = 13,
  kNone = 255,
};

using Slot = std::uint32_t;  // a Xapian value slot
inline constexpr Slot kNoSlot = 0xffffffff;

// Slot 0 holds the sort key (date, then id) of stock tools.
inline constexpr Slot kSortSlot = 0;
// Between the values of a field in its slot.
inline constexpr char kValueSeparator = '\x1f';

// Which articles have a term that says whether they have a field: the fewer,
// the smaller the index.
enum class PresenceTerm : std::uint8_t {
  kWhenThere,    // `has` and the field's name
  kWhenMissing,  // `missing` and the name: most articles have the field
  kNever,        // it follows from other fields
};

struct Field {
  FieldId id;
  std::string_view name;          // what people type: `title:`
  std::string_view aliases = {};  // other spellings, with a space between
  FieldType type;
  // Prefix of the terms of its words (kText, kPhrase, kEntity) or of its
  // values (kValue); empty: the words are in the unprefixed terms.
  std::string_view prefix = {};
  // Prefix of the terms that hold a whole folded name; kEntity only.
  std::string_view whole_prefix = {};
  Zone zone = Zone::kNone;  // where its words stand in the token stream
  Slot slot = kNoSlot;      // Xapian value slot, for stock tools
  bool repeated = false;    // an article may have several values
  bool facetable = false;
  PresenceTerm presence = PresenceTerm::kWhenThere;
  double greatest = 0;    // kNumber: values run from 0 to this; 0: without end
  std::string_view help;  // one line, for --list-fields and the docs
  std::string_view example;  // a query that uses it; a test parses it
};

// Whether the words of a zone are text: unprefixed terms, counted in lengths.
constexpr bool IsTextZone(Zone zone) {
  return zone == Zone::kTitle || zone == Zone::kBody || zone == Zone::kCaption;
}

// The name of a type as the documents print it.
std::string_view NameOf(FieldType type);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_FIELD_H_
