// Changes in the librarian's files withhold.txt and corrections.tsv.  What the
// librarian wrote stays as it is, comments too; a line is added, or taken out.
// Files are replaced whole: readers see the old or the new.
#ifndef ARCHIVE_INDEXER_LIBRARIAN_FILES_H_
#define ARCHIVE_INDEXER_LIBRARIAN_FILES_H_

#include <functional>
#include <string>
#include <string_view>

#include "common/result.h"

namespace archive {

// The text of a file in the index; empty when it is not there.
// Fails: kNotFound (there is no such index), kIo.
Result<std::string> ReadLibrarianFile(const std::string& index,
                                      std::string_view name);

// Fails: kIo.
Status WriteLibrarianFile(const std::string& index, std::string_view name,
                          std::string_view text);

// The text and one line more.
std::string WithLine(std::string text, std::string_view line);

// The text without the lines that `goes` names.
std::string WithoutLines(
    std::string_view text,
    const std::function<bool(std::string_view line)>& goes);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_LIBRARIAN_FILES_H_
