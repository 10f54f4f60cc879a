#include "query/saved_files.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "common/file_system.h"
#include "common/user_configuration.h"

namespace archive {
namespace {

constexpr std::string_view kEnding = ".query";

SavedQuery ReadOne(const std::string& path) {
  const Result<std::uint64_t> size = FileSize(path);
  if (!size) return {.text = {}, .file = path, .fault = size.error().message};
  if (*size > kMaxSavedFile)
    return {.text = {},
            .file = path,
            .fault = "a saved search is at most 64 KiB long"};
  const Result<std::string> bytes = ReadRegularFile(path);
  if (!bytes) return {.text = {}, .file = path, .fault = bytes.error().message};
  return ReadSavedQuery(*bytes, path);
}

// The query on a line of its own that is no comment.
std::string LineOf(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; },
      ' ');
  return (line.starts_with('#') ? " " : "") + line + '\n';
}

}  // namespace

std::string SavedDirectory() {
  return UserConfigurationPath("searches");
}

std::string SavedPath(const std::string& directory, std::string_view name) {
  return fmt::format("{}/{}{}", directory, name, kEnding);
}

Result<SavedQueries> ReadSavedFiles(const std::string& directory) {
  SavedQueries queries;
  if (directory.empty() || !FileExists(directory)) return queries;
  ASSIGN_OR_RETURN(const auto files, ListDirectory(directory));
  for (const std::string& file : files) {
    if (!file.ends_with(kEnding)) continue;
    std::string name = file.substr(0, file.size() - kEnding.size());
    if (!IsSavedName(name)) continue;
    queries.emplace(std::move(name), ReadOne(directory + '/' + file));
  }
  return queries;
}

Status WriteSavedFile(const std::string& directory, std::string_view name,
                      const SavedQuery& query) {
  assert(IsSavedName(name));
  RETURN_IF_ERROR(MakeDirectories(directory));
  return ReplaceFile(SavedPath(directory, name),
                     query.comments + LineOf(query.text));
}

}  // namespace archive
