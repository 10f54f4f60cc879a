#include "indexer/writing/index_backup.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/failpoint.h"
#include "common/file_system.h"
#include "common/index/generation.h"
#include "common/index/manifest.h"
#include "indexer/writing/index_lock.h"
#include "indexer/writing/index_place.h"

namespace archive {
namespace {

namespace fs = std::filesystem;

// A run may publish and sweep while we copy; so often we begin again.
constexpr int kMostTries = 5;

Status CopyFile(const std::string& from, const std::string& to) {
  std::error_code code;
  fs::copy_file(from, to, code);
  if (code)
    return Error{ErrorCode::kIo, fmt::format("cannot copy {} to {}: {}", from,
                                             to, code.message())};
  return SyncFile(to);
}

// Whether both directories were written once and as the same.
bool AreSame(const std::string& a, const std::string& b) {
  const std::string name = "/MANIFEST";
  if (!FileExists(b + name)) return false;
  const Result<std::string> ours = ReadFile(a + name);
  const Result<std::string> theirs = ReadFile(b + name);
  return ours && theirs && *ours == *theirs && VerifyManifest(b);
}

class Backup {
 public:
  Backup(const std::string& index, const std::string& target)
      : index_(index), target_(target) {}

  // One try; `stub` is what the index publishes.
  Status Copy(const Stub& stub) {
    report_ = {.generation = stub.generation,
               .articles = 0,
               .segments = stub.segments.size(),
               .copied_segments = 0};
    ASSIGN_OR_RETURN(const Generation generation,
                     ReadGeneration(GenerationPath(index_, stub.generation)));
    RETURN_IF_ERROR(CheckOwner(generation));
    report_.articles = generation.articles;
    for (const std::string& path :
         {SegmentsPath(target_), GenerationsPath(target_)})
      RETURN_IF_ERROR(MakeDirectories(path));
    for (const SegmentNumber number : stub.segments) {
      ASSIGN_OR_RETURN(const bool copied,
                       CopyDirectory(SegmentPath(index_, number),
                                     SegmentPath(target_, number)));
      report_.copied_segments += copied ? 1 : 0;
    }
    RETURN_IF_ERROR(CopyDirectory(GenerationPath(index_, stub.generation),
                                  GenerationPath(target_, stub.generation)));
    RETURN_IF_ERROR(SyncDirectory(SegmentsPath(target_)));
    RETURN_IF_ERROR(SyncDirectory(GenerationsPath(target_)));
    Failpoint("backup-copied");
    return ReplaceFile(StubPath(target_), FormatStub(stub));
  }

  // What the librarian wrote beside the index.
  Status CopyOwnFiles() const {
    ASSIGN_OR_RETURN(const auto names, ListDirectory(index_));
    for (const std::string& name : names) {
      std::error_code code;
      const std::string from = index_ + "/" + name;
      const bool is_ours = IsPartOfIndex(name) || IsLeftByReplacing(name) ||
                           name.starts_with(std::string(kStubName) + ".");
      if (is_ours || !fs::is_regular_file(from, code)) continue;
      ASSIGN_OR_RETURN(const std::string bytes, ReadFile(from));
      RETURN_IF_ERROR(ReplaceFile(target_ + "/" + name, bytes));
    }
    return Ok();
  }

  // Directories that only the backup before had, and what a killed one left.
  Status RemoveOld(const Stub& stub) const {
    ASSIGN_OR_RETURN(const auto names, ListDirectory(target_));
    for (const std::string& name : names) {
      if (IsLeftByReplacing(name))
        RETURN_IF_ERROR(RemoveTree(target_ + "/" + name));
    }
    ASSIGN_OR_RETURN(const auto segments, ListDirectory(SegmentsPath(target_)));
    for (const std::string& name : segments) {
      const auto number = ParseNumber(name);
      const bool is_named =
          number && std::find(stub.segments.begin(), stub.segments.end(),
                              *number) != stub.segments.end();
      if (!is_named)
        RETURN_IF_ERROR(Discard(SegmentsPath(target_) + "/" + name));
    }
    ASSIGN_OR_RETURN(const auto generations,
                     ListDirectory(GenerationsPath(target_)));
    for (const std::string& name : generations) {
      if (ParseNumber(name) != stub.generation)
        RETURN_IF_ERROR(Discard(GenerationsPath(target_) + "/" + name));
    }
    return RemoveTree(TrashPath(target_));
  }

  const BackupReport& report() const { return report_; }

 private:
  Status CheckOwner(const Generation& generation) const {
    if (!FileExists(StubPath(target_))) return Ok();
    const Result<Stub> stub = ReadStub(target_);
    if (!stub) return stub.error();
    const Result<Generation> there =
        ReadGeneration(GenerationPath(target_, stub->generation));
    if (there && there->index_id == generation.index_id) return Ok();
    return Error{ErrorCode::kUsage, target_ + " holds another index",
                 "name a new directory for the backup"};
  }

  // Whether there was anything to copy.
  Result<bool> CopyDirectory(const std::string& from, const std::string& to) {
    if (AreSame(from, to)) return false;
    const std::string work = WorkPath(target_) + "/copy";
    RETURN_IF_ERROR(RemoveTree(work));
    RETURN_IF_ERROR(MakeDirectories(work));
    ASSIGN_OR_RETURN(const auto names, ListDirectory(from));
    for (const std::string& name : names)
      RETURN_IF_ERROR(CopyFile(from + "/" + name, work + "/" + name));
    if (const auto owner = CheckManifest(work); !owner) return owner.error();
    RETURN_IF_ERROR(SyncDirectory(work));
    // Of another index that had this name once, before one was put back.
    if (FileExists(to)) RETURN_IF_ERROR(Discard(to));
    RETURN_IF_ERROR(Rename(work, to));
    return true;
  }

  // Renamed away first: whoever opens it sees all of it or nothing.
  Status Discard(const std::string& path) const {
    RETURN_IF_ERROR(MakeDirectories(TrashPath(target_)));
    const std::string trash = TrashPath(target_) + "/old";
    RETURN_IF_ERROR(RemoveTree(trash));
    return Rename(path, trash);
  }

  const std::string& index_;
  const std::string& target_;
  BackupReport report_;
};

Status CheckTarget(const std::string& index, const std::string& target) {
  std::error_code code;
  const std::string from = fs::weakly_canonical(index, code).string() + "/";
  const std::string to = fs::weakly_canonical(target, code).string() + "/";
  if (to.starts_with(from) || from.starts_with(to))
    return Error{ErrorCode::kUsage,
                 "the backup and the index would lie in one another",
                 "name a directory outside of " + index};
  return CheckIndexPlace(target);
}

}  // namespace

Result<BackupReport> BackupIndex(const std::string& index,
                                 const std::string& target, Instant now) {
  ASSIGN_OR_RETURN(Stub stub, ReadStub(index));
  RETURN_IF_ERROR(CheckTarget(index, target));
  RETURN_IF_ERROR(MakeDirectories(target));
  ASSIGN_OR_RETURN(const IndexLock lock, IndexLock::Take(target, now));
  Backup backup(index, target);
  for (int i = 1;; ++i) {
    const Status copied = backup.Copy(stub);
    if (copied) break;
    ASSIGN_OR_RETURN(Stub after, ReadStub(index));
    if (after.generation == stub.generation || i == kMostTries)
      return copied.error();
    stub = std::move(after);
  }
  RETURN_IF_ERROR(backup.CopyOwnFiles());
  RETURN_IF_ERROR(backup.RemoveOld(stub));
  RETURN_IF_ERROR(RemoveTree(WorkPath(target)));
  return backup.report();
}

}  // namespace archive
