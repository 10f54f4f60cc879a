// Each article's words in order: the `tokens` file of a segment, from which
// all proximity is decided.
//
//     UNIT u16*  the units of all articles, one article behind the other
//     TOFF u64, packed (packed_numbers.h)  by docid: where its units begin; [0]
//                is unused, one more than docids; an article in a hole has none
//     CASE u8*   two bits a unit, four units to a byte, the first in the lowest
//                bits: how the word that begins there was written
//                (common/text/letter_case.h); 0 for marks and low parts
//
// A unit is
//     0x0000..0xefff  a word whose code is the unit
//     0xf000..0xf03f  from here on: zone (unit - 0xf000)
//     0xf040          a paragraph ends here
//     0xf041          a value ends here
//     0xf042          a sentence ends here
//     0xf043..0xf3ff  marks of later versions, skipped
//     0xf400..0xf7ff  high part of a word's code, followed by a low part
//     0xf800..0xffff  low part
// A two-unit code is 0xf000 + (high - 0xf400) * 0x800 + (low - 0xf800).  No
// unit of one kind can be taken for another one, so a stream can be scanned
// for a code and entered anywhere.  Marks have no position: what a break
// counts in a distance is a rule of the query (query/matching/positions.h).
#ifndef ARCHIVE_COMMON_INDEX_TOKEN_STREAM_H_
#define ARCHIVE_COMMON_INDEX_TOKEN_STREAM_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/index/packed_numbers.h"
#include "common/index/schema.h"
#include "common/index/section_file.h"
#include "common/result.h"
#include "common/text/letter_case.h"

namespace archive {

using WordCode = std::uint32_t;
using DocId =
    std::uint32_t;  // of one segment, from 1; never leaves the process
using TokenUnit = std::uint16_t;

inline constexpr FileKind kTokensKind = {"TOKN", 1, 1};

inline constexpr TokenUnit kFirstMark = 0xf000;
inline constexpr TokenUnit kParagraphMark = 0xf040;
inline constexpr TokenUnit kValueMark = 0xf041;
inline constexpr TokenUnit kSentenceMark = 0xf042;
inline constexpr TokenUnit kFirstHigh = 0xf400;
inline constexpr TokenUnit kFirstLow = 0xf800;
// Codes below this can be written; a segment holds no more words.
inline constexpr WordCode kMaxWordCodes = 0xf000 + 0x400 * 0x800;

constexpr TokenUnit ZoneMark(Zone zone) {
  return static_cast<TokenUnit>(kFirstMark + static_cast<unsigned>(zone));
}
// REQUIRES: IsZoneMark(unit).
constexpr Zone ZoneOf(TokenUnit unit) {
  return static_cast<Zone>(unit - kFirstMark);
}
constexpr bool IsMark(TokenUnit unit) {
  return unit >= kFirstMark && unit < kFirstHigh;
}
constexpr bool IsZoneMark(TokenUnit unit) {
  return unit >= kFirstMark && unit < kParagraphMark;
}

// REQUIRES: code < kMaxWordCodes.
inline void AppendCode(WordCode code, std::vector<TokenUnit>& units) {
  if (code < kFirstMark) {
    units.push_back(static_cast<TokenUnit>(code));
    return;
  }
  const WordCode rest = code - kFirstMark;
  units.push_back(static_cast<TokenUnit>(kFirstHigh + rest / 0x800));
  units.push_back(static_cast<TokenUnit>(kFirstLow + rest % 0x800));
}

// Two bits a unit, packed.
inline constexpr std::size_t kCasesPerByte = 4;

class LetterCases {
 public:
  LetterCases() = default;
  explicit LetterCases(std::span<const std::uint8_t> packed)
      : packed_(packed) {}

  // kSmall outside.
  LetterCase At(std::size_t unit) const {
    const std::size_t byte = unit / kCasesPerByte;
    if (byte >= packed_.size()) return LetterCase::kSmall;
    const auto shift = 2 * (unit % kCasesPerByte);
    return static_cast<LetterCase>((packed_[byte] >> shift) & 3U);
  }

 private:
  std::span<const std::uint8_t> packed_;
};

// REQUIRES: units rise from call to call.
inline void AppendLetterCase(std::size_t unit, LetterCase letter_case,
                             std::vector<std::uint8_t>& packed) {
  if (packed.size() <= unit / kCasesPerByte)
    packed.resize(unit / kCasesPerByte + 1);
  packed.back() = static_cast<std::uint8_t>(
      packed.back() |
      (static_cast<unsigned>(letter_case) << (2 * (unit % kCasesPerByte))));
}

// Walks an article's units word by word and mark by mark.
class TokenReader {
 public:
  // `cases` counts from `first_unit`, where the article begins.
  explicit TokenReader(std::span<const TokenUnit> units, LetterCases cases = {},
                       std::size_t first_unit = 0)
      : units_(units), cases_(cases), first_unit_(first_unit) {}

  bool AtEnd() const { return at_ >= units_.size(); }
  // Units, and the next one's place among them.
  std::size_t size() const { return units_.size(); }
  std::size_t at() const { return at_; }
  // REQUIRES: a word or a mark begins there, at() <= at.
  void GoTo(std::size_t at) { at_ = at; }
  // `count` units, fewer at the end.  REQUIRES: first <= size().
  std::span<const TokenUnit> Units(std::size_t first, std::size_t count) const {
    return units_.subspan(first, std::min(count, units_.size() - first));
  }
  // REQUIRES: !AtEnd().
  bool AtMark() const { return IsMark(units_[at_]); }
  TokenUnit TakeMark() { return units_[at_++]; }
  // REQUIRES: !AtEnd() and !AtMark().  A code of two units that lacks one
  // yields kMaxWordCodes, which is no word's.
  WordCode TakeWord() {
    word_at_ = at_;
    const TokenUnit unit = units_[at_++];
    if (unit < kFirstMark) return unit;
    if (unit >= kFirstLow || AtEnd() || units_[at_] < kFirstLow)
      return kMaxWordCodes;
    const TokenUnit low = units_[at_++];
    return kFirstMark + WordCode{unit} * 0x800 - WordCode{kFirstHigh} * 0x800 +
           low - kFirstLow;
  }

  // How the word that was taken last was written.
  LetterCase letter_case() const { return cases_.At(first_unit_ + word_at_); }

 private:
  std::span<const TokenUnit> units_;
  LetterCases cases_;
  std::size_t first_unit_;
  std::size_t at_ = 0;
  std::size_t word_at_ = 0;
};

// The tokens file of a segment, mapped in.
class TokenStreams {
 public:
  static Result<TokenStreams> Open(const std::string& path);

  // An article's words; none for one that is not there.
  TokenReader Read(DocId doc) const;
  // Docids that may hold something: 1 to this.
  DocId last_doc() const { return last_doc_; }
  const SectionFile& file() const { return file_; }

 private:
  SectionFile file_;
  std::span<const TokenUnit> units_;
  LetterCases cases_;
  PackedNumbers<std::uint64_t> offsets_;
  DocId last_doc_ = 0;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_TOKEN_STREAM_H_
