#include "indexer/writing/index_place.h"

#include <filesystem>
#include <system_error>
#include <vector>

#include "common/file_system.h"
#include "common/index/index_layout.h"
#include "indexer/writing/run_record.h"

namespace archive {
namespace {

// What every new file system has at its top, the configuration, which may be
// written before the first run, the record of a first run that failed, and what
// a killed program was just writing.
bool IsHarmless(const std::string& name) {
  return name == "lost+found" || name == kConfigurationName ||
         name == kLastRunName || IsLeftByReplacing(name);
}

}  // namespace

Status CheckIndexPlace(const std::string& directory) {
  if (!FileExists(directory) || FileExists(StubPath(directory))) return Ok();
  std::error_code code;
  if (!std::filesystem::is_directory(directory, code))
    return Error{ErrorCode::kUsage, directory + " is no directory",
                 "name a new or an empty directory for the index"};
  ASSIGN_OR_RETURN(const std::vector<std::string> names,
                   ListDirectory(directory));
  for (const std::string& name : names) {
    if (IsPartOfIndex(name) || IsHarmless(name)) continue;
    return Error{ErrorCode::kUsage,
                 directory + " is no index and holds other files: " + name,
                 "name a new or an empty directory for the index"};
  }
  return Ok();
}

}  // namespace archive
