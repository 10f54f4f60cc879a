// What is known of each article besides its words: the `columns` file.
//
// Numbers are indexed by docid; [0] is unused, so each column has last docid +
// 1 of them.  Absent is not zero: each column names its mark of absence.  All
// but FPRT are packed (packed_numbers.h): a column without a value takes no
// bytes.
//
//     LIVE u8#   1: an article; 0: a hole (docids are dense but for these)
//     LENG u32#  words in title, body and captions (Xapian's document length)
//     WRDS u32#  words in the body
//     DAYF i32#  day of publication, first of the range; kNoDay: undated
//     DAYP u8#   its precision: 1 year, 2 month, 3 day; 0 undated
//     INST i64#  moment of publication, seconds UTC; for sorting
//     DCNF u16#  confidence in thousandths; 65535: undated
//     OCRQ u16#  how sure the reading of a scan is, in thousandths; 65535: none
//     MODF i32#  day of the last change; kNoDay: not known
//     ADDI i64#  moment of arrival, seconds UTC
//     ADDG u32#  generation in which it arrived
//     FPRT u16*  fingerprint, 32 numbers each (common/index/fingerprint.h)
//     IDBY bytes, IDOF u64#  the articles' ids
//     MENB bytes, MENO u64#  the times they speak of (mention_list.h)
// where # is behind packed numbers and * behind plain ones, and for each
// facetable field f (its FieldId in the third byte of the tag), when an article
// has several values:
//     Fo_f u32#  by docid: its first ordinal; two more than docids
//     Fi_f u32#  ordinals of the values, each once an article
// when each has one at most:
//     Fs_f u32#  by docid: 1 + the ordinal of its value; 0: none
// and in both cases:
//     Fb_f bytes, Fp_f u64#  the values as written, by ordinal
// and where some values are but other names of others, as U.S. is one of United
// States:
//     Fn_f u32#  by ordinal: that of the value by which it is known
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
#include "common/index/packed_numbers.h"
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
using Ordinals = PackedNumbers<Ordinal>;

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
  Ordinals Of(DocId doc) const {
    if (!has_several_) {
      const std::size_t has_one = single_[doc] == 0 ? 0 : 1;
      return ordinals_.Slice(doc, doc + has_one);
    }
    if (std::size_t{doc} + 1 >= first_.size()) return {};
    return ordinals_.Slice(first_[doc], first_[doc + 1]);
  }
  std::string_view ValueAt(Ordinal ordinal) const { return values_[ordinal]; }
  std::size_t value_count() const { return values_.size(); }

  // Whether any value is known by another one.
  bool HasNames() const { return names_.size() > 0; }
  // The value by which this one is known; itself, where it says nothing else.
  Ordinal KnownAs(Ordinal ordinal) const {
    const Ordinal name = names_.At(ordinal, ordinal);
    return name < values_.size() ? name : ordinal;
  }

 private:
  Status OpenOrdinals(const SectionFile& file, FieldId field, std::size_t rows);

  // Whether an article may have several values: then `first_` says which of
  // `ordinals_` are its, else they stand by docid where `single_` is not 0.
  bool has_several_ = false;
  PackedNumbers<std::uint32_t> first_;
  PackedNumbers<Ordinal> single_;
  Ordinals ordinals_;
  StringTableView values_;
  PackedNumbers<Ordinal> names_;  // empty: each is known as itself
};

// Threads: const methods any.
class Columns {
 public:
  static Result<Columns> Open(const std::string& path);

  DocId last_doc() const { return static_cast<DocId>(live_.size() - 1); }
  bool Holds(DocId doc) const { return live_[doc] != 0; }

  // What is absent for docids that there are not: a damaged posting list may
  // name any.
  std::uint32_t LengthOf(DocId doc) const { return lengths_[doc]; }
  std::uint32_t WordsOf(DocId doc) const { return words_[doc]; }
  Day FirstDayOf(DocId doc) const { return first_days_.At(doc, kNoDay); }
  DatePrecision PrecisionAt(DocId doc) const {
    return static_cast<DatePrecision>(precisions_[doc]);
  }
  // All days the date of publication may mean; first is kNoDay when undated.
  DayRange DaysOf(DocId doc) const;
  Instant PublishedAt(DocId doc) const { return published_[doc]; }
  std::uint16_t ConfidenceOf(DocId doc) const {
    return confidences_.At(doc, kNoConfidence);
  }
  std::uint16_t OcrOf(DocId doc) const { return ocr_.At(doc, kNoConfidence); }
  Day ModifiedOf(DocId doc) const { return modified_.At(doc, kNoDay); }
  Instant AddedAt(DocId doc) const { return added_[doc]; }
  std::uint32_t AddedIn(DocId doc) const { return added_generations_[doc]; }
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
  Status ReadSections();

  SectionFile file_;
  PackedNumbers<std::uint8_t> live_;
  PackedNumbers<std::uint32_t> lengths_;
  PackedNumbers<std::uint32_t> words_;
  PackedNumbers<Day> first_days_;
  PackedNumbers<std::uint8_t> precisions_;
  PackedNumbers<Instant> published_;
  PackedNumbers<std::uint16_t> confidences_;
  PackedNumbers<std::uint16_t> ocr_;
  PackedNumbers<Day> modified_;
  PackedNumbers<Instant> added_;
  PackedNumbers<std::uint32_t> added_generations_;
  std::span<const Fingerprint> fingerprints_;
  StringTableView ids_;
  StringTableView mentions_;
  std::array<FacetColumn, kFieldCount> facets_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_COLUMNS_H_
