// What a segment keeps of an article to show it: the data of its Xapian
// document.
//
//     record = line*        line = key "=" value "\n"
//
// Readable, so that stock tools (quest, xapian-delve -d) show something of
// use.  Values hold no line breaks, since articles have none.  A key that
// repeats is a list; lines with unknown keys are passed over.  Blocks stand in
// the order of the page.
#ifndef ARCHIVE_COMMON_INDEX_STORED_RECORD_H_
#define ARCHIVE_COMMON_INDEX_STORED_RECORD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/dates/day.h"
#include "common/index/field.h"

namespace archive {

// What the source said where the librarian put it right (corrections.tsv).
struct CorrectedValues {
  std::vector<std::string> fields;  // names: "title"; the others are not set
  std::string title;
  std::string source;
  std::string section;
  std::vector<std::string> byline;
  std::optional<Publication> published;

  friend bool operator==(const CorrectedValues&,
                         const CorrectedValues&) = default;
};

// How many of its first names of each kind the source gave; the others were
// found in the text.
struct GivenNames {
  std::uint32_t people = 0;
  std::uint32_t organisations = 0;
  std::uint32_t places = 0;

  friend bool operator==(const GivenNames&, const GivenNames&) = default;
};

// What an article said before its file was changed (`keep-versions`).
struct KeptVersion {
  Instant until = 0;   // when another text took its place
  std::string record;  // as EncodeRecord writes it, without id, file and kept

  friend bool operator==(const KeptVersion&, const KeptVersion&) = default;
};

// Of articles that have any; it is no field.
inline constexpr std::string_view kKeptTerm = "XHASkept";
// Of those that hold a correction of the librarian.
inline constexpr std::string_view kCorrectionTerm = "XHAScorrection";

// How an article writes names that are known by another form.
struct WrittenForm {
  FieldId field;
  std::string text;

  friend bool operator==(const WrittenForm&, const WrittenForm&) = default;
};

// A name as it is counted: under the one by which the table of aliases knows
// it, which is empty when that is the name itself.
struct CountedName {
  FieldId field;
  std::string name;
  std::string known_as;

  friend bool operator==(const CountedName&, const CountedName&) = default;
};

// A country or a region in which the article's places lie.
struct LiesIn {
  FieldId field;  // kPlaceCountry, kPlaceRegion
  std::string value;

  friend bool operator==(const LiesIn&, const LiesIn&) = default;
};

// What tables that only the indexer has told of the names.  It stands in the
// record so that whoever has that alone makes the same of it.
struct NameFacts {
  std::vector<WrittenForm> forms;
  // All names of a field, those of the source too; of a field without any its
  // values count as they are.
  std::vector<CountedName> counted;
  std::vector<LiesIn> lies_in;

  friend bool operator==(const NameFacts&, const NameFacts&) = default;
};

struct StoredRecord {
  std::string id;            // of the article in the index
  std::string file;          // id of the file: name of the root / path in it
  std::uint32_t record = 1;  // which article of the file, from 1
  std::string format;        // name of the reader
  std::string language;      // detected or given; a code of kLanguages or ""
  std::uint32_t words = 0;   // of the body
  Article article;
  CorrectedValues before = {};           // the librarian's corrections
  std::optional<GivenNames> given = {};  // none: all names are given
  std::vector<KeptVersion> kept = {};    // the oldest first
  NameFacts names = {};
};

std::string EncodeRecord(const StoredRecord& record);

// Never fails: what makes no sense is left out.
StoredRecord DecodeRecord(std::string_view bytes);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_STORED_RECORD_H_
