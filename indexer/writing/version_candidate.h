// An article that may be a version of another one: what version_finder.h
// decides by.
#ifndef ARCHIVE_INDEXER_WRITING_VERSION_CANDIDATE_H_
#define ARCHIVE_INDEXER_WRITING_VERSION_CANDIDATE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/stored_record.h"
#include "common/index/visibility.h"

namespace archive {

// "1.2": its numbers; empty: none, which comes before all.
using VersionNumber = std::vector<std::uint32_t>;
// Nothing where that is no such number: "2nd Ld".
std::optional<VersionNumber> ReadVersion(std::string_view text);

// Whether a uid is a mere number, as many sources have it.
bool IsNumber(std::string_view uid);

struct VersionCandidate {
  CopyPlace place;
  std::string id;
  std::string root;
  std::string uid;  // folded, as the next two
  std::string source;
  std::string replaces;
  std::optional<VersionNumber> version;
  bool has_fleeting_uid = false;  // its wire uses it again
  Usability status = Usability::kUsable;
  Instant from = kNoStart;    // the end of its embargo
  Instant moment = kNoStart;  // when it was last changed, or published
  Instant added = 0;

  std::vector<std::size_t> newer = {};  // what takes its place, by number
  std::vector<std::size_t> older = {};

  static VersionCandidate From(const StoredRecord& record, CopyPlace place,
                               Instant added);
};

// Where nothing else says which is the older.
bool IsEarlier(const VersionCandidate& a, const VersionCandidate& b);
bool MayBeOneStory(const VersionCandidate& a, const VersionCandidate& b);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_VERSION_CANDIDATE_H_
