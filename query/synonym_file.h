// The librarian's file of synonyms, which lies in the index directory.  What it
// says: language/synonyms.h.
#ifndef ARCHIVE_QUERY_SYNONYM_FILE_H_
#define ARCHIVE_QUERY_SYNONYM_FILE_H_

#include <memory>
#include <string>

#include "common/result.h"
#include "query/language/synonyms.h"

namespace archive {

// Fails (kConfiguration) when there is none, or it makes no sense; kIo.
Result<std::shared_ptr<const Synonyms>> ReadSynonymFile(
    const std::string& index);

}  // namespace archive

#endif  // ARCHIVE_QUERY_SYNONYM_FILE_H_
