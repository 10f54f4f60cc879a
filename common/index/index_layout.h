// What an index directory holds, and where.
//
//     DIR/XAPIANDB               the published generation: a stub that Xapian
//                                opens; its first line names the generation's
//                                directory, each other line a segment's
//     DIR/generations/17/        an empty glass database and the files
//                                `generation`, `files`, `removed`, `copies`
//     DIR/segments/000042/       a glass database and the files `vocabulary`,
//                                `tokens`, `columns`, `MANIFEST`
//     DIR/lock                   who writes, since when
//     DIR/names.lock             who changes the rules of names, since when
//     DIR/trash/                 directories on their way out
//     DIR/work/                  what a run is writing; nothing here is
//                                published, all of it is swept
#ifndef ARCHIVE_COMMON_INDEX_INDEX_LAYOUT_H_
#define ARCHIVE_COMMON_INDEX_INDEX_LAYOUT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace archive {

using SegmentNumber = std::uint32_t;
using GenerationNumber = std::uint32_t;

inline constexpr std::string_view kStubName = "XAPIANDB";
// The index's own configuration, which its owner may write.
inline constexpr std::string_view kConfigurationName = "archive-index.toml";

// The librarian's synonyms, see query/language/synonyms.h.
inline constexpr std::string_view kSynonymsName = "synonyms.txt";
// The librarian's word on names, see common/index/name_rules.h.
inline constexpr std::string_view kAliasesName = "aliases.txt";
inline constexpr std::string_view kStopsName = "not-entities.txt";

std::string StubPath(const std::string& index);
std::string SegmentsPath(const std::string& index);
std::string GenerationsPath(const std::string& index);
std::string SegmentPath(const std::string& index, SegmentNumber segment);
std::string GenerationPath(const std::string& index, GenerationNumber number);
std::string TrashPath(const std::string& index);
std::string WorkPath(const std::string& index);
std::string LockPath(const std::string& index);
std::string RulesLockPath(const std::string& index);
// Whether runs make a file or directory of this name in an index.
bool IsPartOfIndex(std::string_view name);

// What a stub says.
struct Stub {
  GenerationNumber generation = 0;
  std::vector<SegmentNumber> segments;
};

std::string FormatStub(const Stub& stub);
// Fails (kIndexDamaged) when it is none of ours.
Result<Stub> ParseStub(std::string_view text, const std::string& path);
// Fails (kNotFound) when nothing was ever published in `index`.
Result<Stub> ReadStub(const std::string& index);

// The number in a name such as "000042"; nothing for other names.
std::optional<std::uint32_t> ParseNumber(std::string_view name);

// Where the index lies when nobody says: $ARCHIVE_INDEX_DB, else
// $XDG_DATA_HOME/archive-index/default, else under ~/.local/share.  `option` is
// what --db said, empty when it was not given.
std::string IndexDirectoryFor(std::string_view option);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_INDEX_LAYOUT_H_
