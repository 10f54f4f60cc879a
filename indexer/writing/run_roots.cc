#include "indexer/writing/run_roots.h"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "common/file_system.h"
#include "indexer/sources/source_walker.h"

namespace archive {
namespace {

std::string AbsolutePath(const std::string& path) {
  std::error_code code;
  const auto real = std::filesystem::canonical(path, code);
  return code ? path : real.string();
}

bool IsInside(const std::string& path, const std::string& directory) {
  const std::string prefix =
      directory.ends_with('/') ? directory : directory + "/";
  return path.starts_with(prefix);
}

Status RefuseNestedRoots(const std::vector<Root>& roots) {
  for (const Root& inner : roots) {
    for (const Root& outer : roots) {
      if (!IsInside(inner.path, outer.path)) continue;
      return Error{
          ErrorCode::kUsage,
          fmt::format("{} lies inside {}, and both would be indexed",
                      inner.path, outer.path),
          fmt::format("build one of them; to take the other out of the index: "
                      "archive-index forget {}",
                      outer.path)};
    }
  }
  return Ok();
}

}  // namespace

Status CheckPaths(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    if (FileExists(path)) continue;
    return Error{ErrorCode::kNotFound, path + " does not exist",
                 "name a directory or a file that is there"};
  }
  return Ok();
}

Result<std::vector<RunRoot>> ChooseRoots(const std::vector<std::string>& paths,
                                         bool fresh, IndexWriter& writer) {
  RETURN_IF_ERROR(CheckPaths(paths));
  std::vector<SourceRoot> known;
  for (const Root& root : writer.generation().roots)
    known.push_back({root.name, root.path});
  std::vector<std::string> wanted;
  for (const std::string& path : paths) wanted.push_back(AbsolutePath(path));
  if (paths.empty()) {
    for (const SourceRoot& root : known) wanted.push_back(root.path);
  }
  if (wanted.empty()) {
    return Error{ErrorCode::kUsage, "there is nothing to index yet",
                 "name a directory: archive-index build DIRECTORY"};
  }
  if (fresh && !paths.empty()) writer.ResetRoots();
  std::vector<RunRoot> roots;
  for (const SourceRoot& root : NameRoots(wanted, known))
    roots.push_back({root, writer.AddRoot(root.name, root.path)});
  RETURN_IF_ERROR(RefuseNestedRoots(writer.generation().roots));
  return roots;
}

}  // namespace archive
