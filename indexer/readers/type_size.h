// How large the letters of a printed text are: by which a headline is told from
// what stands below it, where nobody has listed it.
#ifndef ARCHIVE_INDEXER_READERS_TYPE_SIZE_H_
#define ARCHIVE_INDEXER_READERS_TYPE_SIZE_H_

#include <cstddef>
#include <span>

namespace archive {

// 0: not known.  A machine that has read a scan names points for few of the
// types it knows, and measures the height of each line.
struct TypeSize {
  double points = 0;
  double height = 0;  // of a line, in whatever unit the file has
};

struct TypedText {
  TypeSize type;
  std::size_t bytes = 0;
};

// The type that half of the text has, or smaller ones; measure by measure.
TypeSize UsualType(std::span<const TypedText> texts);

// Whether a headline of `type` stands out of a text of `other`.  The height of
// a line depends on its letters, so that it must say more.
bool IsLarger(const TypeSize& type, const TypeSize& other);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_TYPE_SIZE_H_
