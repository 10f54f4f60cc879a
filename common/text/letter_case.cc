#include "common/text/letter_case.h"

#include <cstddef>

#include <unicode/uchar.h>

#include "common/text/utf8.h"

namespace archive {

LetterCase LetterCaseOf(std::string_view word) {
  bool has_capital = false;
  bool has_small = false;
  bool begins_small = false;
  for (std::size_t at = 0; at < word.size();) {
    const auto c = static_cast<UChar32>(NextCodePoint(word, at));
    if (u_isUUppercase(c) != 0 || u_istitle(c) != 0) {
      has_capital = true;
    } else if (u_isULowercase(c) != 0) {
      begins_small = begins_small || !has_capital;
      has_small = true;
    }
  }
  if (!has_capital) return LetterCase::kSmall;
  if (!has_small) return LetterCase::kCapitals;
  return begins_small ? LetterCase::kMixed : LetterCase::kCapital;
}

}  // namespace archive
