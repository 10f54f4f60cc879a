#include "indexer/readers/issue_pages.h"

#include <filesystem>
#include <iterator>
#include <optional>

#include "common/dates/date_scanner.h"
#include "common/file_system.h"
#include "indexer/readers/foreign_files.h"
#include "indexer/readers/mets_issue.h"
#include "indexer/readers/xml_mending.h"
#include "indexer/readers/xml_root.h"
#include "indexer/sources/buffered_bytes.h"
#include "indexer/sources/source_file.h"

namespace archive {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBeginning = std::size_t{4} << 10;
// Directories that are remembered; more are looked through again.
constexpr std::size_t kMaxDirectories = 1000;

// A file whole; nullopt when it is no METS.
std::optional<std::string> ReadMetsFile(const std::string& path) {
  const auto source = OpenSourceFile(path);
  if (!source) return std::nullopt;
  BufferedBytes bytes(**source);
  if (!IsMets(bytes.Peek(kBeginning))) return std::nullopt;
  return bytes.TakeAll(kMaxXmlBytes).bytes;
}

std::unordered_set<std::string> PagesListedIn(const std::string& directory) {
  std::unordered_set<std::string> pages;
  const auto names = ListDirectory(directory);
  if (!names) return pages;
  for (const std::string& name : *names) {
    if (name.starts_with('.') || !SameLetters(ExtensionOf(name), ".xml"))
      continue;
    const auto mets = ReadMetsFile(directory + "/" + name);
    if (!mets) continue;
    const Result<MetsIssue> issue = ReadMetsIssue(*mets);
    if (!issue) continue;
    for (const std::string& page : issue->pages)
      pages.insert((fs::path(directory) / page).lexically_normal());
  }
  return pages;
}

bool LiesIn(const std::string& directory, const std::string& path) {
  return path.starts_with(directory) &&
         (directory.ends_with('/') || path.size() == directory.size() ||
          path[directory.size()] == '/');
}

}  // namespace

bool IsMets(std::string_view beginning) {
  return RootOfXml(beginning).name == "mets";
}

bool IssuePages::Lists(const std::string& directory, const std::string& path) {
  const std::lock_guard lock(mutex_);
  auto place = pages_.find(directory);
  if (place == pages_.end()) {
    if (pages_.size() >= kMaxDirectories) pages_.clear();
    place = pages_.emplace(directory, PagesListedIn(directory)).first;
  }
  return place->second.contains(path);
}

FileNeighbours::FileNeighbours(const SourceRoot& root,
                               std::string_view path_in_root, IssuePages& pages)
    : path_(fs::path(FullPath(root, path_in_root)).lexically_normal()),
      pages_(pages) {
  root_ = path_in_root.empty()
              ? fs::path(path_).parent_path().string()
              : fs::path(root.path).lexically_normal().string();
  if (root_.empty()) root_ = ".";
}

Result<std::string> FileNeighbours::Read(std::string_view path) const {
  std::error_code error;
  const fs::path directory = fs::path(path_).parent_path();
  const fs::path below = fs::path(path).lexically_normal();
  const fs::path real = fs::canonical(directory / below, error);
  if (error) return Error{ErrorCode::kNotFound, "there is no such file"};
  const fs::path root = fs::canonical(root_, error);
  if (error || !LiesIn(root, real))
    return Error{ErrorCode::kBadInput, "it lies outside of the directory"};
  // Such a page would also be told by itself, and nobody would notice when it
  // changes.
  if (fs::canonical(directory, error) / below != real)
    return Error{ErrorCode::kBadInput, "it lies behind a link"};
  if (std::distance(below.begin(), below.end()) > kIssueDepth + 1)
    return Error{ErrorCode::kBadInput, "it lies too many directories below"};
  ASSIGN_OR_RETURN(const auto source, OpenSourceFile(real));
  files_read_.push_back(real);
  BufferedBytes bytes(*source);
  BufferedBytes::Rest rest = bytes.TakeAll(kMaxXmlBytes);
  RETURN_IF_ERROR(bytes.status());
  return std::move(rest.bytes);
}

bool FileNeighbours::IsPageOfIssue() const {
  fs::path directory = fs::path(path_).parent_path();
  for (int level = 0; level <= kIssueDepth; ++level) {
    if (pages_.Lists(directory, path_)) return true;
    if (directory.string() == root_ || !LiesIn(root_, directory)) return false;
    directory = directory.parent_path();
  }
  return false;
}

}  // namespace archive
