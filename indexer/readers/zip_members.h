// The parts of a document that is a zip file in memory, by name.
//
// For formats that are zip files by chance; archives of articles are unpacked
// by source_articles.h.  Pure; bounded: 64 MiB unpacked, 10,000 parts.
#ifndef ARCHIVE_INDEXER_READERS_ZIP_MEMBERS_H_
#define ARCHIVE_INDEXER_READERS_ZIP_MEMBERS_H_

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "common/result.h"

namespace archive {

// Those of `names` that are there.  Of two by one name the first.
// Fails (kBadInput): it cannot be unpacked, a wanted part is encrypted or
// damaged, or a limit is met.
Result<std::map<std::string, std::string>> ReadZipMembers(
    std::string_view bytes, std::span<const std::string_view> names);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_ZIP_MEMBERS_H_
