// The MANIFEST of a directory of the index: every file, its size and checksum.
//
//     NAMB bytes, NAMO u64 packed  names, sorted
//     SIZE u64*   bytes of each
//     XXH3 u64*   XXH3-64 of each
//
// Written last, so a directory without one was never finished.  Opening
// compares sizes (a missing glass table would be taken for an empty one);
// checksums are compared by CheckManifest.
#ifndef ARCHIVE_COMMON_INDEX_MANIFEST_H_
#define ARCHIVE_COMMON_INDEX_MANIFEST_H_

#include <string>

#include "common/index/section_file.h"
#include "common/result.h"

namespace archive {

inline constexpr FileKind kManifestKind = {"MANI", 1, 1};

// Syncs every file in `directory`, writes MANIFEST, syncs it and the directory.
Status WriteManifest(const std::string& directory, const OwnerId& owner);

// The owner, when every file is there and has its size.
Result<OwnerId> VerifyManifest(const std::string& directory);

// The same, and every byte of every file is read and compared.
Result<OwnerId> CheckManifest(const std::string& directory);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_MANIFEST_H_
