// How the letters of a word were written: what `caps()` and `allcaps()` ask.
#ifndef ARCHIVE_COMMON_TEXT_LETTER_CASE_H_
#define ARCHIVE_COMMON_TEXT_LETTER_CASE_H_

#include <cstdint>
#include <string_view>

namespace archive {

// Two bits; the numbers stand in the tokens of a segment.
enum class LetterCase : std::uint8_t {
  kSmall = 0,     // no capital, or no letter that has a case
  kCapital = 1,   // a capital first, and something small: Polish, McCoy
  kCapitals = 2,  // capitals alone: WHO, I, F16
  kMixed = 3,     // something small first: iPhone
};

// Of a word as it stands in the text (UTF-8).
LetterCase LetterCaseOf(std::string_view word);

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_LETTER_CASE_H_
