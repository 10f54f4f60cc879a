// Folding: what a word or value is compared by.  The border to ICU's
// normalisation, shared by the analyser and by whole values.
#ifndef ARCHIVE_COMMON_TEXT_FOLD_H_
#define ARCHIVE_COMMON_TEXT_FOLD_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace archive {

// Appends `text` in NFKC, case folded in full, without accents and vowel
// signs (Latin, Greek, Cyrillic, Hebrew, Arabic; the signs of other scripts
// are letters to their readers and stay), default-ignorable characters gone.
// All else is left as it is.  Bytes that are not UTF-8 are left out.
void AppendFolded(std::string_view text, std::string& out);

// `text` folded, white space at the ends gone and single inside: the form in
// which whole values are compared.  At most `max_bytes` (at least 40): what is
// longer ends in a hash of the whole, so that two long values stay apart.
std::string FoldValue(std::string_view text, std::size_t max_bytes = 200);
// The same in the place of what `value` holds, whose room is used again.
void FoldValueInto(std::string_view text, std::string& value,
                   std::size_t max_bytes = 200);

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_FOLD_H_
