#include "indexer/writing/issue_changes.h"

#include <vector>

#include "indexer/readers/issue_pages.h"

namespace archive {
namespace {

std::string DirectoryOf(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(
      path.substr(0, slash == std::string_view::npos ? 0 : slash));
}

// Where METS of a page may lie: its own directory first.
std::vector<std::string> DirectoriesAround(std::string_view page) {
  std::vector<std::string> around = {DirectoryOf(page)};
  while (!around.back().empty() && around.size() <= kIssueDepth)
    around.push_back(DirectoryOf(around.back()));
  return around;
}

}  // namespace

bool IssueChanges::IsOfIssue(std::string_view format) {
  return format == "mets" || format == "alto";
}

void IssueChanges::Note(const FileRow& file, bool is_mets) {
  if (is_mets) changed_issues_.emplace(file.root, DirectoryOf(file.path));
  for (std::string& directory : DirectoriesAround(file.path))
    around_changes_.emplace(file.root, std::move(directory));
}

bool IssueChanges::Touches(const FileRow& file) const {
  if (file.format == "mets")
    return around_changes_.contains({file.root, DirectoryOf(file.path)});
  for (std::string& directory : DirectoriesAround(file.path)) {
    if (changed_issues_.contains({file.root, std::move(directory)}))
      return true;
  }
  return false;
}

}  // namespace archive
