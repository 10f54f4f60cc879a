#include "indexer/writing/run_roots.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/file_system.h"
#include "common/text/shell_words.h"
#include "indexer/sources/places.h"
#include "indexer/sources/source_walker.h"

namespace archive {
namespace {

bool IsInside(const std::string& path, const std::string& directory) {
  const std::optional<std::string> below = PathBelow(directory, path);
  return below && !below->empty();
}

// `known` roots were in the index before this run, the others are new.
Status RefuseNestedRoots(const std::vector<Root>& roots, std::size_t known) {
  for (std::size_t inner = 0; inner < roots.size(); ++inner) {
    for (std::size_t outer = 0; outer < roots.size(); ++outer) {
      if (!IsInside(roots[inner].path, roots[outer].path)) continue;
      std::string hint = "build one of them";
      if (inner < known || outer < known)
        hint += fmt::format(
            "; to take the other out of the index: archive-index forget {}",
            ShellWord(roots[outer < known ? outer : inner].path));
      return Error{ErrorCode::kUsage,
                   fmt::format("{} lies inside {}, and both would be indexed",
                               roots[inner].path, roots[outer].path),
                   std::move(hint)};
    }
  }
  return Ok();
}

Status RefuseVanishedRoots(const std::vector<SourceRoot>& known, bool fresh) {
  const auto is_there = [](const SourceRoot& root) {
    return FileExists(root.path);
  };
  const auto gone = std::find_if_not(known.begin(), known.end(), is_there);
  if (gone == known.end()) return Ok();
  if (!fresh && std::any_of(known.begin(), known.end(), is_there)) return Ok();
  return Error{
      ErrorCode::kNotFound,
      fmt::format("{} is no longer there; {}", gone->path,
                  fresh ? "a fresh index would lose its articles"
                        : "nothing was changed"),
      fmt::format("to take its articles out of the index: archive-index forget "
                  "{}",
                  ShellWord(gone->name))};
}

}  // namespace

Status CheckPaths(const std::vector<std::string>& paths,
                  const std::string& index) {
  const std::string own = AbsolutePath(index);
  for (const std::string& path : paths) {
    if (path.empty())
      return Error{ErrorCode::kUsage, "an empty path names nothing",
                   "name a directory or a file that is there"};
    if (!FileExists(path))
      return Error{ErrorCode::kNotFound, path + " does not exist",
                   "name a directory or a file that is there"};
    if (const std::optional<std::string> below = PathBelow(own, path))
      return Error{ErrorCode::kUsage,
                   fmt::format("{} {} the index itself", path,
                               below->empty() ? "is" : "lies in"),
                   "name the directory of the articles"};
  }
  return Ok();
}

Error NothingToIndex() {
  return {ErrorCode::kUsage, "there is nothing to index yet",
          "name a directory: archive-index build DIRECTORY"};
}

Result<std::vector<RunRoot>> ChooseRoots(const std::vector<std::string>& paths,
                                         bool fresh, IndexWriter& writer) {
  std::vector<SourceRoot> known;
  for (const Root& root : writer.generation().roots)
    known.push_back({root.name, root.path});
  std::vector<std::string> wanted;
  for (const std::string& path : paths) wanted.push_back(AbsolutePath(path));
  if (paths.empty()) {
    RETURN_IF_ERROR(RefuseVanishedRoots(known, fresh));
    for (const SourceRoot& root : known) wanted.push_back(root.path);
  }
  if (wanted.empty()) return NothingToIndex();
  if (fresh && !paths.empty()) writer.ResetRoots();
  const std::size_t before = writer.generation().roots.size();
  std::vector<RunRoot> roots;
  for (const SourceRoot& root : NameRoots(wanted, known))
    roots.push_back({root, writer.AddRoot(root.name, root.path)});
  RETURN_IF_ERROR(RefuseNestedRoots(writer.generation().roots, before));
  return roots;
}

}  // namespace archive
