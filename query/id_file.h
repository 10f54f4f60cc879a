// Files of articles' ids, as --format=ids prints them.
#ifndef ARCHIVE_QUERY_ID_FILE_H_
#define ARCHIVE_QUERY_ID_FILE_H_

#include <string>
#include <vector>

#include "common/result.h"

namespace archive {

// One id a line, or each behind a NUL (-0); blank lines are left out.  "-" is
// standard input.  Fails: kNotFound, kIo.
Result<std::vector<std::string>> ReadIdFile(const std::string& path);

}  // namespace archive

#endif  // ARCHIVE_QUERY_ID_FILE_H_
