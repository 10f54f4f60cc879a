#include "indexer/writing/run_roots.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "common/file_system.h"
#include "common/text/shell_words.h"
#include "indexer/sources/places.h"
#include "indexer/sources/source_walker.h"

namespace archive {
namespace {

Error NestedRoots(const Root& inner, const Root& outer, const Root* known) {
  std::string hint = "build one of them";
  if (known != nullptr)
    hint += fmt::format(
        "; to take the other out of the index: archive-index forget {}",
        ShellWord(known->path));
  return {ErrorCode::kUsage,
          fmt::format("{} lies inside {}, and both would be indexed",
                      inner.path, outer.path),
          std::move(hint)};
}

// The first `known` roots were in the index before this run, the others are
// new.
Status RefuseNestedRoots(const std::vector<Root>& roots, std::size_t known) {
  std::map<Place, std::size_t> places;
  for (std::size_t i = 0; i < roots.size(); ++i)
    places.emplace(PlaceOf(roots[i].path), i);
  for (std::size_t inner = 0; inner < roots.size(); ++inner) {
    std::optional<std::string> above =
        DirectoryOf(AbsolutePath(roots[inner].path));
    for (; above; above = DirectoryOf(*above)) {
      const auto outer = places.find(PlaceOf(*above));
      if (outer == places.end()) continue;
      const Root* old = nullptr;
      if (outer->second < known) old = &roots[outer->second];
      if (old == nullptr && inner < known) old = &roots[inner];
      return NestedRoots(roots[inner], roots[outer->second], old);
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
