#include "indexer/published_files.h"

#include <utility>

#include "common/index/index_layout.h"
#include "indexer/sources/source_walker.h"

namespace archive {
namespace {

// A run that publishes while we read may take a directory away from us.
constexpr int kAttempts = 5;

Result<PublishedFiles> ReadOnce(const std::string& index, const Stub& stub) {
  const std::string path = GenerationPath(index, stub.generation);
  PublishedFiles published;
  ASSIGN_OR_RETURN(published.generation, ReadGeneration(path));
  ASSIGN_OR_RETURN(published.files, ReadFilesTable(path + "/files"));
  for (const FileRow& row : published.files) {
    if (row.root < published.generation.roots.size()) continue;
    return Error{ErrorCode::kIndexDamaged,
                 path + "/files names a root that there is not",
                 "build the index anew with archive-index build --fresh"};
  }
  return published;
}

}  // namespace

Result<PublishedFiles> ReadPublishedFiles(const std::string& index) {
  for (int attempt = 1;; ++attempt) {
    ASSIGN_OR_RETURN(const Stub before, ReadStub(index));
    Result<PublishedFiles> published = ReadOnce(index, before);
    if (published || attempt == kAttempts) return published;
    ASSIGN_OR_RETURN(const Stub after, ReadStub(index));
    if (before.generation == after.generation) return published;
  }
}

std::string FileIdOf(const Generation& generation, const FileRow& row) {
  const Root& root = generation.roots[row.root];
  return IdOf({root.name, root.path}, row.path);
}

std::string_view NameOf(FileOutcome outcome) {
  switch (outcome) {
    case FileOutcome::kIndexed:
      return "indexed";
    case FileOutcome::kSkipped:
      return "skipped";
    case FileOutcome::kFailed:
      return "failed";
  }
  return "";
}

}  // namespace archive
