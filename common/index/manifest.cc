#include "common/index/manifest.h"

#include <cstdint>
#include <vector>

#include <xxhash.h>

#include "common/file_system.h"

namespace archive {
namespace {

constexpr std::string_view kName = "MANIFEST";

// Glass takes it to keep a second writer out; empty, and not part of the data.
constexpr std::string_view kGlassLock = "flintlock";

// What is as small is compared whole at every opening: glass believes whatever
// version its own small file claims.
constexpr std::uint64_t kSmall = 1024;

Error Damaged(const std::string& path, const std::string& what) {
  return {ErrorCode::kIndexDamaged, path + " is damaged: " + what,
          "build the index anew with archive-index build --fresh"};
}

Result<std::uint64_t> ChecksumOf(const std::string& path) {
  ASSIGN_OR_RETURN(const MappedFile file, MappedFile::Open(path));
  return XXH3_64bits(file.bytes().data(), file.bytes().size());
}

enum class Depth { kSizes, kBytes };

Result<OwnerId> Compare(const std::string& directory, Depth depth) {
  const std::string path = directory + "/" + std::string(kName);
  if (!FileExists(path)) return Damaged(path, "it is missing");
  ASSIGN_OR_RETURN(const SectionFile file,
                   SectionFile::Open(path, kManifestKind));
  ASSIGN_OR_RETURN(
      const StringTableView names,
      StringTableView::Open(file, MakeTag("NAMB"), MakeTag("NAMO")));
  ASSIGN_OR_RETURN(const auto sizes,
                   file.Array<std::uint64_t>(MakeTag("SIZE"), names.size()));
  ASSIGN_OR_RETURN(const auto checksums,
                   file.Array<std::uint64_t>(MakeTag("XXH3"), names.size()));
  RETURN_IF_ERROR(file.RefuseUnknown());
  RETURN_IF_ERROR(file.CheckSections());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string member = directory + "/" + std::string(names[i]);
    if (!FileExists(member)) return Damaged(member, "it is missing");
    ASSIGN_OR_RETURN(const std::uint64_t size, FileSize(member));
    if (size != sizes[i]) return Damaged(member, "its size is wrong");
    if (depth == Depth::kSizes && size > kSmall) continue;
    ASSIGN_OR_RETURN(const std::uint64_t checksum, ChecksumOf(member));
    if (checksum != checksums[i])
      return Damaged(member, "its checksum is wrong");
  }
  return file.owner();
}

}  // namespace

Status WriteManifest(const std::string& directory, const OwnerId& owner) {
  StringTable names;
  std::vector<std::uint64_t> sizes;
  std::vector<std::uint64_t> checksums;
  ASSIGN_OR_RETURN(const auto members, ListDirectory(directory));
  for (const std::string& name : members) {
    if (name == kName || name == kGlassLock) continue;
    const std::string path = directory + "/" + name;
    RETURN_IF_ERROR(SyncFile(path));
    ASSIGN_OR_RETURN(const std::uint64_t size, FileSize(path));
    ASSIGN_OR_RETURN(const std::uint64_t checksum, ChecksumOf(path));
    names.Add(name);
    sizes.push_back(size);
    checksums.push_back(checksum);
  }
  SectionFileWriter writer(kManifestKind, owner);
  writer.Add(MakeTag("NAMB"), MakeTag("NAMO"), names);
  writer.Add(MakeTag("SIZE"), sizes);
  writer.Add(MakeTag("XXH3"), checksums);
  RETURN_IF_ERROR(writer.Write(directory + "/" + std::string(kName)));
  return SyncDirectory(directory);
}

Result<OwnerId> VerifyManifest(const std::string& directory) {
  return Compare(directory, Depth::kSizes);
}

Result<OwnerId> CheckManifest(const std::string& directory) {
  return Compare(directory, Depth::kBytes);
}

}  // namespace archive
