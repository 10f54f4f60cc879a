// Which files of ALTO are pages of an issue, and how METS reaches them: the
// files beside a file, as readers may see them.
#ifndef ARCHIVE_INDEXER_READERS_ISSUE_PAGES_H_
#define ARCHIVE_INDEXER_READERS_ISSUE_PAGES_H_

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/result.h"
#include "indexer/readers/reader.h"
#include "indexer/sources/source_walker.h"

namespace archive {

// The page of an issue lies beside its METS file or below, so deep: in
// "issue/text/alto", METS in "issue".
inline constexpr int kIssueDepth = 2;

// The pages that METS files list articles of, directory by directory; each
// directory is looked through once.  Threads: any.
class IssuePages {
 public:
  // Whether a METS file in `directory` lists articles on the page at `path`.
  bool Lists(const std::string& directory, const std::string& path);

 private:
  using Paths = std::unordered_set<std::string>;

  std::mutex mutex_;
  std::unordered_map<std::string, Paths> pages_;  // of a directory's METS files
};

// The neighbours of a file of a root.  Nothing outside of the root is read,
// whatever links say.  Threads: one at a time.
class FileNeighbours final : public Neighbours {
 public:
  // `pages` must outlive it.
  FileNeighbours(const SourceRoot& root, std::string_view path_in_root,
                 IssuePages& pages);

  Result<std::string> Read(std::string_view path) const override;
  bool IsPageOfIssue() const override;

  // Paths of the files that were asked for and are there.
  const std::vector<std::string>& files_read() const { return files_read_; }

 private:
  std::string root_;  // the directory that nothing leads out of
  std::string path_;  // the file's own
  mutable std::vector<std::string> files_read_;
  IssuePages& pages_;
};

// Whether the bytes that a file begins with are METS.
bool IsMets(std::string_view beginning);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_ISSUE_PAGES_H_
