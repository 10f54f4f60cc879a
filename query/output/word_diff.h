// What has changed from one text to another, word by word.
//
// Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations"
// (1986).  Texts that have little in common are told as one replaced by the
// other between what they begin and end with alike.
#ifndef ARCHIVE_QUERY_OUTPUT_WORD_DIFF_H_
#define ARCHIVE_QUERY_OUTPUT_WORD_DIFF_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

struct DiffPart {
  enum class Kind : std::uint8_t { kSame, kRemoved, kAdded };
  Kind kind = Kind::kSame;
  std::string text;  // words with one space between

  friend bool operator==(const DiffPart&, const DiffPart&) = default;
};
std::string_view NameOf(DiffPart::Kind kind);

// Words are what spaces part.  Where words were replaced, what was removed
// comes first.
std::vector<DiffPart> WordDiff(std::string_view before, std::string_view after);

// "… will reach its [-Western-] {+Eastern+} Theater Command. …": what changed,
// with some words around it.
std::string WrittenDiff(const std::vector<DiffPart>& parts);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_WORD_DIFF_H_
