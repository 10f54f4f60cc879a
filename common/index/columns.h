// What is known of each article besides its words: the `columns` file.
//
// Arrays are indexed by docid; [0] is unused, so each has last docid + 1
// numbers.  Absent is not zero: each column names its mark of absence.
//
//     LIVE u8*   1: an article; 0: a hole (docids are dense but for these)
//     LENG u32*  words in title, body and captions (Xapian's document length)
//     WRDS u32*  words in the body
//     DAYF i32*  day of publication, first of the range; kNoDay: undated
//     DAYP u8*   its precision: 1 year, 2 month, 3 day; 0 undated
//     INST i64*  moment of publication, seconds UTC; for sorting
//     DCNF u16*  confidence in thousandths; 65535: undated
//     OCRQ u16*  how sure the reading of a scan is, in thousandths; 65535: none
//     MODF i32*  day of the last change; kNoDay: not known
//     ADDI i64*  moment of arrival, seconds UTC
//     ADDG u32*  generation in which it arrived
//     FPRT u16*  fingerprint, 32 numbers each (common/index/fingerprint.h)
//     IDBY bytes, IDOF u64*  the articles' ids
//     MENB bytes, MENO u64*  the times they speak of (mention_list.h)
// and for each facetable field f (its FieldId in the third byte of the tag):
//     Fo_f u32*  by docid: its first ordinal; two more than docids
//     Fi_f u32*  ordinals of the values, each once an article
//     Fb_f bytes, Fp_f u64*  the values as written, by ordinal
#ifndef ARCHIVE_COMMON_INDEX_COLUMNS_H_
#define ARCHIVE_COMMON_INDEX_COLUMNS_H_

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>

#include "common/dates/day.h"
#include "common/index/fingerprint.h"
#include "common/index/schema.h"
#include "common/index/section_file.h"
#include "common/index/token_stream.h"
#include "common/result.h"

namespace archive {

inline constexpr FileKind kColumnsKind = {"COLS", 1, 1};
inline constexpr Day kNoDay = std::numeric_limits<Day>::min();
inline constexpr std::uint16_t kNoConfidence = 65535;

enum class DatePrecision : std::uint8_t {
  kNone = 0,
  kYear = 1,
  kMonth = 2,
  kDay = 3
};
DatePrecision PrecisionOf(const Date& date);

using Ordinal = std::uint32_t;  // of a value within one field of one segment

constexpr Tag FacetTag(char part, FieldId field) {
  return static_cast<Tag>('F') | static_cast<Tag>(part) << 8 |
         static_cast<Tag>(field) << 16;
}

// The scalars of one article.
struct ColumnRow {
  bool live = false;
  std::uint32_t length = 0;
  std::uint32_t words = 0;
  Day first_day = kNoDay;
  DatePrecision precision = DatePrecision::kNone;
  Instant published = 0;
  std::uint16_t confidence = kNoConfidence;
  std::uint16_t ocr = kNoConfidence;
  Day modified = kNoDay;
  Instant added = 0;
  std::uint32_t added_generation = 0;
  Fingerprint fingerprint = kNoFingerprint;
};

// One field's values for all articles of a segment.
class FacetColumn {
 public:
  static Result<FacetColumn> Open(const SectionFile& file, FieldId field,
                                  std::size_t rows);

  // Ordinals of an article's values, each once.  A damaged file may hold
  // ordinals beyond value_count(): whoever counts by them must look.
  std::span<const Ordinal> Of(DocId doc) const {
    if (std::size_t{doc} + 1 >= first_.size()) return {};
    const std::uint32_t begin = first_[doc];
    const std::uint32_t end = first_[doc + 1];
    if (begin > end || end > ordinals_.size()) return {};
    return ordinals_.subspan(begin, end - begin);
  }
  std::string_view ValueAt(Ordinal ordinal) const { return values_[ordinal]; }
  std::size_t value_count() const { return values_.size(); }

 private:
  std::span<const std::uint32_t> first_;
  std::span<const Ordinal> ordinals_;
  StringTableView values_;
};

// Threads: const methods any.
class Columns {
 public:
  static Result<Columns> Open(const std::string& path);

  DocId last_doc() const { return static_cast<DocId>(live_.size() - 1); }
  bool Holds(DocId doc) const { return doc < live_.size() && live_[doc] != 0; }

  // What is absent for docids that there are not: a damaged posting list may
  // name any.
  std::uint32_t LengthOf(DocId doc) const { return At(lengths_, doc, 0U); }
  std::uint32_t WordsOf(DocId doc) const { return At(words_, doc, 0U); }
  Day FirstDayOf(DocId doc) const { return At(first_days_, doc, kNoDay); }
  DatePrecision PrecisionAt(DocId doc) const {
    return static_cast<DatePrecision>(At(precisions_, doc, std::uint8_t{0}));
  }
  // All days the date of publication may mean; first is kNoDay when undated.
  DayRange DaysOf(DocId doc) const;
  Instant PublishedAt(DocId doc) const {
    return At(published_, doc, Instant{0});
  }
  std::uint16_t ConfidenceOf(DocId doc) const {
    return At(confidences_, doc, kNoConfidence);
  }
  std::uint16_t OcrOf(DocId doc) const { return At(ocr_, doc, kNoConfidence); }
  Day ModifiedOf(DocId doc) const { return At(modified_, doc, kNoDay); }
  Instant AddedAt(DocId doc) const { return At(added_, doc, Instant{0}); }
  std::uint32_t AddedIn(DocId doc) const {
    return At(added_generations_, doc, 0U);
  }
  const Fingerprint& FingerprintOf(DocId doc) const {
    return doc < fingerprints_.size() ? fingerprints_[doc] : kNoFingerprint;
  }
  std::string_view IdOf(DocId doc) const { return ids_[doc]; }
  // A list of mention_list.h.
  std::string_view MentionsOf(DocId doc) const { return mentions_[doc]; }
  ColumnRow RowOf(DocId doc) const;

  // REQUIRES: the field is facetable.
  const FacetColumn& FacetOf(FieldId field) const {
    return facets_[static_cast<std::size_t>(field)];
  }

  const SectionFile& file() const { return file_; }

 private:
  template <typename Number>
  static Number At(std::span<const Number> column, DocId doc, Number absent) {
    return doc < column.size() ? column[doc] : absent;
  }
  Status ReadSections();

  SectionFile file_;
  std::span<const std::uint8_t> live_;
  std::span<const std::uint32_t> lengths_;
  std::span<const std::uint32_t> words_;
  std::span<const Day> first_days_;
  std::span<const std::uint8_t> precisions_;
  std::span<const Instant> published_;
  std::span<const std::uint16_t> confidences_;
  std::span<const std::uint16_t> ocr_;
  std::span<const Day> modified_;
  std::span<const Instant> added_;
  std::span<const std::uint32_t> added_generations_;
  std::span<const Fingerprint> fingerprints_;
  StringTableView ids_;
  StringTableView mentions_;
  std::array<FacetColumn, kFieldCount> facets_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_COLUMNS_H_
