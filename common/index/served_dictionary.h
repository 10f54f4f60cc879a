// A dictionary of records as a server hands it out: metadata of the generation
// (served_facts.h), one frame of Zstandard, since there it is read once a
// connection and written with every generation.
#ifndef ARCHIVE_COMMON_INDEX_SERVED_DICTIONARY_H_
#define ARCHIVE_COMMON_INDEX_SERVED_DICTIONARY_H_

#include <string>
#include <string_view>

#include "common/index/packed_record.h"
#include "common/result.h"

namespace archive {

std::string ToServed(const RecordDictionary& dictionary);

// Without its sample.  Whoever serves is not trusted: fails (kIndexDamaged)
// when it is none, or unpacks to more than kMostDictionaryBytes.
Result<DictionaryPtr> FromServed(std::string_view served);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_SERVED_DICTIONARY_H_
