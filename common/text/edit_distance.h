// How far two words are apart: for "did you mean" and for misspelt words.
#ifndef ARCHIVE_COMMON_TEXT_EDIT_DISTANCE_H_
#define ARCHIVE_COMMON_TEXT_EDIT_DISTANCE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace archive {

// Insertions, deletions, replacements and swaps of neighbours that lead from
// one to the other, counted in bytes: meant for names in ASCII.
std::size_t EditDistance(std::string_view a, std::string_view b);

// One word, to be held against many: whether they differ by at most `edits` of
// the same kinds, counted in characters (optimal string alignment), and begin
// with the same one. Owns: the word, and the rows of the table.  Threads: none.
class EditLimit {
 public:
  EditLimit(std::string_view word, int edits);

  bool Accepts(std::string_view other);

 private:
  // The bytes of a character, the last one lowest: enough to compare them.
  using Character = std::uint32_t;
  using Row = std::vector<std::size_t>;

  static void Cut(std::string_view text, std::vector<Character>& characters);
  // Fills the cells around the diagonal that can be within the limit, and
  // returns the least of them.
  std::size_t FillRow(std::size_t i, const Row& before, const Row& last,
                      Row& row) const;

  std::size_t limit_;
  std::size_t bytes_;
  std::vector<Character> word_;
  std::vector<Character> other_;
  std::array<Row, 3> rows_;
};

// The same for two words.
bool IsWithinEdits(std::string_view a, std::string_view b, int edits);

// Those of `names` nearest to `word`, best first, at most `limit`, none that is
// further than a third of the word's length (two at most, one at least).
std::vector<std::string_view> NearestNames(
    std::string_view word, const std::vector<std::string_view>& names,
    std::size_t limit);

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_EDIT_DISTANCE_H_
