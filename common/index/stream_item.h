// An article's words in order before they have codes: what becomes the token
// stream of a segment (token_stream.h) when all its words are known.
#ifndef ARCHIVE_COMMON_INDEX_STREAM_ITEM_H_
#define ARCHIVE_COMMON_INDEX_STREAM_ITEM_H_

#include <cstdint>

#include "common/index/token_stream.h"
#include "common/index/word_table.h"
#include "common/text/letter_case.h"

namespace archive {

// One item of a token stream : a word's id and how it
// was written, or a mark of common/index/token_stream.h.
using StreamItem = std::uint32_t;
inline constexpr StreamItem kMarkBit = 0x80000000;
inline constexpr int kCaseShift = 29;
inline constexpr StreamItem kWordIdMask = (StreamItem{1} << kCaseShift) - 1;
constexpr StreamItem MarkItem(TokenUnit mark) {
  return kMarkBit | mark;
}
constexpr bool IsMarkItem(StreamItem item) {
  return (item & kMarkBit) != 0;
}
constexpr TokenUnit MarkOf(StreamItem item) {
  return static_cast<TokenUnit>(item & 0xffff);
}
// REQUIRES: word <= kWordIdMask.
constexpr StreamItem WordItem(WordId word, LetterCase letter_case) {
  return static_cast<StreamItem>(letter_case) << kCaseShift | word;
}
constexpr WordId WordIdOf(StreamItem item) {
  return item & kWordIdMask;
}
constexpr LetterCase LetterCaseOf(StreamItem item) {
  return static_cast<LetterCase>((item & ~kMarkBit) >> kCaseShift);
}
// No word id is cut: a segment with more words is refused.
static_assert(kMaxWordCodes <= kWordIdMask);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_STREAM_ITEM_H_
