// How far two words are apart: for "did you mean" and for misspelt words.
#ifndef ARCHIVE_COMMON_TEXT_EDIT_DISTANCE_H_
#define ARCHIVE_COMMON_TEXT_EDIT_DISTANCE_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace archive {

// Insertions, deletions, replacements and swaps of neighbours that lead from
// one to the other, counted in bytes: meant for names in ASCII.
std::size_t EditDistance(std::string_view a, std::string_view b);

// Whether the words differ by at most `edits` of the same kinds, counted in
// characters (optimal string alignment), and begin with the same one.
bool IsWithinEdits(std::string_view a, std::string_view b, int edits);

// Those of `names` nearest to `word`, best first, at most `limit`, none that is
// further than a third of the word's length (two at most, one at least).
std::vector<std::string_view> NearestNames(
    std::string_view word, const std::vector<std::string_view>& names,
    std::size_t limit);

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_EDIT_DISTANCE_H_
