// The PATHs that a run was given → the roots it walks.
#ifndef ARCHIVE_INDEXER_WRITING_RUN_ROOTS_H_
#define ARCHIVE_INDEXER_WRITING_RUN_ROOTS_H_

#include <string>
#include <vector>

#include "common/result.h"
#include "indexer/writing/file_changes.h"
#include "indexer/writing/index_writer.h"

namespace archive {

// Whether the paths can be roots of the index in the directory `index`.
// Fails: kNotFound (one does not exist), kUsage (one is empty, or lies in the
// index: that would be indexing the index).
Status CheckPaths(const std::vector<std::string>& paths,
                  const std::string& index);

// What is said when no root is given and the index has none.
Error NothingToIndex();

// The roots of `paths`, entered into the writer's next generation; of no paths,
// every root the index has.  A fresh index has the roots it is given alone,
// with their names from before.
// REQUIRES: CheckPaths has passed the paths.
// Fails: kUsage (there is no root at all, or one root lies inside another: a
// file must belong to one, or it would be in the index twice); kNotFound when
// no root of the index is there any more, or, for a fresh index, one is not:
// its articles would be lost.
Result<std::vector<RunRoot>> ChooseRoots(const std::vector<std::string>& paths,
                                         bool fresh, IndexWriter& writer);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_RUN_ROOTS_H_
