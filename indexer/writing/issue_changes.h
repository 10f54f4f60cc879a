// Issues of several files (METS and its pages): which files must be read again
// though they are as they were, because one that they are read with is not.
#ifndef ARCHIVE_INDEXER_WRITING_ISSUE_CHANGES_H_
#define ARCHIVE_INDEXER_WRITING_ISSUE_CHANGES_H_

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/writing/files_table.h"

namespace archive {

class IssueChanges {
 public:
  // Formats whose files depend on others.
  static bool IsOfIssue(std::string_view format);

  // A file that is new, has changed or has gone; `is_mets` what it is or was.
  void Note(const FileRow& file, bool is_mets);

  // Whether an unchanged file of such a format is to be read again.
  bool Touches(const FileRow& file) const;

 private:
  // The place of a root and a directory in it.
  using Directory = std::pair<std::uint32_t, std::string>;

  std::set<Directory> changed_issues_;  // in which METS files have changed
  std::set<Directory> around_changes_;  // in or below which others have
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_ISSUE_CHANGES_H_
