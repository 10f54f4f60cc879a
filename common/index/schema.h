// The schema: every field of an article, declared once.
//
// All else is read off this table: which terms and values the indexer writes,
// which field names a query may use and how, which fields can be counted as
// facets, `archive-query --list-fields`, and the field tables of
// docs/query-language.md and docs/index-format.md.
//
// To add a field: append a FieldId, append a row, bump kSchemaVersion and add
// a line to its history.  The static_asserts in schema.cc refuse a row that
// contradicts another one.  FieldIds, prefixes and slots are part of the
// format on disk: they are never reused for something else or renumbered.
#ifndef ARCHIVE_COMMON_INDEX_SCHEMA_H_
#define ARCHIVE_COMMON_INDEX_SCHEMA_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace archive {

// History: 1, the first.
inline constexpr int kSchemaVersion = 1;

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
};
inline constexpr std::size_t kFieldCount = 33;

enum class FieldType : std::uint8_t {
  kText,      // running text: words and their inflected forms, phrases
  kPhrase,    // values of which any word or phrase can be asked for
  kValue,     // values that are asked for whole
  kEntity,    // names: quoted a whole name, unquoted any word of one
  kDay,       // a date: ranges
  kNumber,    // a number: ranges
  kPresence,  // takes the name of another field: has:, missing:
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
  kNone = 255,
};

using Slot = std::uint32_t;  // a Xapian value slot
inline constexpr Slot kNoSlot = 0xffffffff;

// Slot 0 holds the sort key (date, then id) of stock tools.
inline constexpr Slot kSortSlot = 0;

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
  double greatest = 0;    // kNumber: values run from 0 to this; 0: without end
  std::string_view help;  // one line, for --list-fields and the docs
  std::string_view example;  // a query that uses it; a test parses it
};

inline constexpr std::array<Field, kFieldCount> kFields = {{
    {.id = FieldId::kText,
     .name = "text",
     .type = FieldType::kText,
     .help = "title, body and captions; what a word without a field means",
     .example = "text:hotline"},
    {.id = FieldId::kTitle,
     .name = "title",
     .aliases = "headline hl",
     .type = FieldType::kText,
     .prefix = "S",
     .zone = Zone::kTitle,
     .help = "the headline",
     .example = "title:\"military hotlines\""},
    {.id = FieldId::kLead,
     .name = "lead",
     .type = FieldType::kText,
     .zone = Zone::kBody,
     .help = "the first paragraph of the body",
     .example = "lead:armistice"},
    {.id = FieldId::kHlead,
     .name = "hlead",
     .type = FieldType::kText,
     .help = "headline or lead",
     .example = "hlead:armistice"},
    {.id = FieldId::kBody,
     .name = "body",
     .type = FieldType::kText,
     .zone = Zone::kBody,
     .help = "the running text, lead included",
     .example = "body:armistice"},
    {.id = FieldId::kCaption,
     .name = "caption",
     .type = FieldType::kPhrase,
     .prefix = "XCP",
     .zone = Zone::kCaption,
     .repeated = true,
     .help = "the text under pictures",
     .example = "caption:panmunjom"},
    {.id = FieldId::kCredit,
     .name = "credit",
     .type = FieldType::kPhrase,
     .prefix = "XCR",
     .zone = Zone::kCredit,
     .repeated = true,
     .help = "who made the pictures",
     .example = "credit:pool"},
    {.id = FieldId::kByline,
     .name = "byline",
     .aliases = "by author",
     .type = FieldType::kPhrase,
     .prefix = "A",
     .zone = Zone::kByline,
     .slot = 2,
     .repeated = true,
     .facetable = true,
     .help = "who wrote it",
     .example = "byline:lindqvist"},
    {.id = FieldId::kSource,
     .name = "source",
     .aliases = "pub publication",
     .type = FieldType::kPhrase,
     .prefix = "XSO",
     .zone = Zone::kSource,
     .slot = 3,
     .facetable = true,
     .help = "the newspaper, agency or site",
     .example = "source:courier"},
    {.id = FieldId::kSection,
     .name = "section",
     .type = FieldType::kPhrase,
     .prefix = "XSE",
     .zone = Zone::kSection,
     .slot = 4,
     .facetable = true,
     .help = "the part of the paper",
     .example = "section:world"},
    {.id = FieldId::kDateline,
     .name = "dateline",
     .type = FieldType::kPhrase,
     .prefix = "XDL",
     .zone = Zone::kDateline,
     .slot = 5,
     .facetable = true,
     .help = "place and day printed before the text",
     .example = "dateline:seoul"},
    {.id = FieldId::kTopic,
     .name = "topic",
     .type = FieldType::kValue,
     .prefix = "K",
     .slot = 6,
     .repeated = true,
     .facetable = true,
     .help = "a subject code or heading given by the source",
     .example = "topic:nat-gas"},
    {.id = FieldId::kKeyword,
     .name = "keyword",
     .type = FieldType::kValue,
     .prefix = "XKW",
     .slot = 7,
     .repeated = true,
     .facetable = true,
     .help = "a keyword given by the source",
     .example = "keyword:korea"},
    {.id = FieldId::kExchange,
     .name = "exchange",
     .type = FieldType::kValue,
     .prefix = "XEX",
     .slot = 8,
     .repeated = true,
     .facetable = true,
     .help = "a stock exchange given by the source",
     .example = "exchange:nyse"},
    {.id = FieldId::kPerson,
     .name = "person",
     .aliases = "people",
     .type = FieldType::kEntity,
     .prefix = "XWPER",
     .whole_prefix = "XPER",
     .zone = Zone::kPerson,
     .slot = 9,
     .repeated = true,
     .facetable = true,
     .help = "a person named",
     .example = "person:reagan"},
    {.id = FieldId::kOrg,
     .name = "org",
     .aliases = "organisation organization company",
     .type = FieldType::kEntity,
     .prefix = "XWORG",
     .whole_prefix = "XORG",
     .zone = Zone::kOrg,
     .slot = 10,
     .repeated = true,
     .facetable = true,
     .help = "an organisation or firm named",
     .example = "org:opec"},
    {.id = FieldId::kPlace,
     .name = "place",
     .aliases = "location",
     .type = FieldType::kEntity,
     .prefix = "XWPLC",
     .whole_prefix = "XPLC",
     .zone = Zone::kPlace,
     .slot = 11,
     .repeated = true,
     .facetable = true,
     .help = "a place named",
     .example = "place:\"south korea\""},
    {.id = FieldId::kEntity,
     .name = "entity",
     .type = FieldType::kEntity,
     .help = "a person, organisation or place named",
     .example = "entity:opec"},
    {.id = FieldId::kDate,
     .name = "date",
     .aliases = "published",
     .type = FieldType::kDay,
     .slot = 1,
     .help = "the day of publication",
     .example = "date:2020-11..2021-03"},
    {.id = FieldId::kModified,
     .name = "modified",
     .type = FieldType::kDay,
     .help = "the day of the last change, as the source says it",
     .example = "modified:2021"},
    {.id = FieldId::kAdded,
     .name = "added",
     .type = FieldType::kDay,
     .help = "the day (UTC) on which the article came into the index",
     .example = "added:2021.."},
    {.id = FieldId::kLang,
     .name = "lang",
     .aliases = "language",
     .type = FieldType::kValue,
     .prefix = "L",
     .slot = 12,
     .facetable = true,
     .help = "the language of the text, as a code",
     .example = "lang:de"},
    {.id = FieldId::kFormat,
     .name = "format",
     .type = FieldType::kValue,
     .prefix = "T",
     .slot = 13,
     .facetable = true,
     .help = "the format of the file, see `archive-index formats`",
     .example = "format:plain"},
    {.id = FieldId::kPath,
     .name = "path",
     .type = FieldType::kPhrase,
     .prefix = "P",
     .zone = Zone::kPath,
     .help = "words of the file's path",
     .example = "path:\"2021/03/02\""},
    {.id = FieldId::kId,
     .name = "id",
     .type = FieldType::kValue,
     .prefix = "Q",
     .help = "the article's identifier in this index",
     .example = "id:\"corpus/2021/03/02/courier-hotline.txt\""},
    {.id = FieldId::kUid,
     .name = "uid",
     .type = FieldType::kValue,
     .prefix = "XUID",
     .help = "the source's own identifier",
     .example = "uid:900001"},
    {.id = FieldId::kUrl,
     .name = "url",
     .type = FieldType::kValue,
     .prefix = "U",
     .help = "the article's address on the web",
     .example = "url:\"https://courier.example/*\""},
    {.id = FieldId::kWords,
     .name = "words",
     .type = FieldType::kNumber,
     .slot = 14,
     .help = "how many words the body has",
     .example = "words:500.."},
    {.id = FieldId::kDateSource,
     .name = "date-source",
     .type = FieldType::kValue,
     .prefix = "XDS",
     .slot = 15,
     .facetable = true,
     .help = "how the day of publication was found",
     .example = "date-source:path"},
    {.id = FieldId::kDateConfidence,
     .name = "date-confidence",
     .type = FieldType::kNumber,
     .greatest = 1,
     .help = "how sure the day of publication is, 0 to 1",
     .example = "date-confidence:0.9.."},
    {.id = FieldId::kEntitySource,
     .name = "entity-source",
     .type = FieldType::kValue,
     .prefix = "XES",
     .slot = 16,
     .repeated = true,
     .facetable = true,
     .help = "where the names come from: source or found",
     .example = "entity-source:source"},
    {.id = FieldId::kHas,
     .name = "has",
     .type = FieldType::kPresence,
     .prefix = "XHAS",
     .help = "articles that have the field",
     .example = "has:byline"},
    {.id = FieldId::kMissing,
     .name = "missing",
     .type = FieldType::kPresence,
     .help = "articles that do not have the field",
     .example = "missing:date"},
}};

constexpr const Field& FieldFor(FieldId id) {
  return kFields[static_cast<std::size_t>(id)];
}

// Whether `name` is one of the space-separated `names`.
constexpr bool IsAmong(std::string_view name, std::string_view names) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    if (names.substr(0, end) == name) return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

// The field with this name or alias; nullptr when there is none.  Names are
// ASCII and compared exactly: callers fold case first.
constexpr const Field* FindField(std::string_view name) {
  for (const Field& field : kFields) {
    if (field.name == name || IsAmong(name, field.aliases)) return &field;
  }
  return nullptr;
}

// Whether the words of a zone are text: unprefixed terms, counted in lengths.
constexpr bool IsTextZone(Zone zone) {
  return zone == Zone::kTitle || zone == Zone::kBody || zone == Zone::kCaption;
}

// The name of a type as the documents print it.
std::string_view NameOf(FieldType type);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_SCHEMA_H_
