// How many columns of a terminal text takes.
#ifndef ARCHIVE_COMMON_TEXT_COLUMN_WIDTH_H_
#define ARCHIVE_COMMON_TEXT_COLUMN_WIDTH_H_

#include <cstddef>
#include <string_view>

namespace archive {

// Chinese, Japanese and Korean characters take two columns, accents that
// combine none.
std::size_t ColumnsOfCode(char32_t code);
std::size_t ColumnsOf(std::string_view text);

// Whether a line may break behind a character that has no space behind it:
// Korean puts spaces between its words, other wide scripts break anywhere.
bool BreaksAnywhere(char32_t code);

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_COLUMN_WIDTH_H_
