// What a generation tells those who reach it through a server: metadata of its
// glass database, since files beside a database do not go over the wire.
//
//     archive-index.served   lines of a name, a space and a number:
//         segments N     lines of the stub behind the first
//         articles N     living ones, hidden ones too
//         words N        of title, body and captions of the living ones
//         vague-dates N  articles of which only the month or year is known,
//                        removed ones too
//     archive-index.removed  a line for each segment with removed articles: its
//                            place in the stub, from 0, and their docids
//     archive-index.hidden   a line for each article that is not always shown:
//                            place, docid, from when until when (seconds UTC),
//                            why not outside of that
//     archive-index.dictionary.N  the dictionary of this id with which records
//                                 are packed (packed_record.h), one key for
//                                 each
// The last three are missing where there are none.  Why: visibility.h.
//
// Pure functions: no Xapian in it.
#ifndef ARCHIVE_COMMON_INDEX_SERVED_FACTS_H_
#define ARCHIVE_COMMON_INDEX_SERVED_FACTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/copies.h"
#include "common/index/visibility.h"
#include "common/result.h"

namespace archive {

inline constexpr std::string_view kServedGeneration =
    "archive-index.generation";
inline constexpr std::string_view kServedSchema = "archive-index.schema";
inline constexpr std::string_view kServedId = "archive-index.id";
inline constexpr std::string_view kServedFacts = "archive-index.served";
inline constexpr std::string_view kServedRemoved = "archive-index.removed";
inline constexpr std::string_view kServedHidden = "archive-index.hidden";
// The key of the dictionary with this id.
std::string KeyOfDictionary(std::uint32_t id);

struct ServedFacts {
  std::uint64_t segments = 0;
  std::uint64_t articles = 0;
  std::uint64_t words = 0;
  std::uint64_t vague_dates = 0;
  std::vector<CopyPlace> removed;
  std::vector<VisibilityRow> hidden;
};

// Keys and values, those without a value left out.
std::vector<std::pair<std::string, std::string>> MetadataOf(
    const ServedFacts& facts);

// Fails (kIndexDamaged) when the texts are none of those above.
Result<ServedFacts> ReadServedFacts(std::string_view served,
                                    std::string_view removed,
                                    std::string_view hidden);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_SERVED_FACTS_H_
