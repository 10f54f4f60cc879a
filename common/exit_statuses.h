// Exit statuses, told: the rows of common/error.h and what a program adds.
#ifndef ARCHIVE_COMMON_EXIT_STATUSES_H_
#define ARCHIVE_COMMON_EXIT_STATUSES_H_

#include <span>
#include <string>
#include <vector>

#include "common/error.h"

namespace archive {

struct ExitStatus {
  int status = 0;
  std::string meaning;
};

// `own` and every kind of error but those of `others`, by number; what shares
// a number is joined.
std::vector<ExitStatus> ExitStatuses(std::vector<ExitStatus> own,
                                     std::span<const ErrorCode> others);

}  // namespace archive

#endif  // ARCHIVE_COMMON_EXIT_STATUSES_H_
