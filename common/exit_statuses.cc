#include "common/exit_statuses.h"

#include <algorithm>

#include <fmt/format.h>

namespace archive {

std::vector<ExitStatus> ExitStatuses(std::vector<ExitStatus> own,
                                     std::span<const ErrorCode> others) {
  for (const ErrorKind& kind : kErrorKinds) {
    if (std::find(others.begin(), others.end(), kind.code) != others.end())
      continue;
    const auto same =
        std::find_if(own.begin(), own.end(), [&kind](const ExitStatus& row) {
          return row.status == kind.exit_status;
        });
    if (same == own.end()) {
      own.push_back({kind.exit_status, std::string(kind.help)});
    } else {
      same->meaning += fmt::format("; or {}", kind.help);
    }
  }
  std::sort(own.begin(), own.end(),
            [](const ExitStatus& a, const ExitStatus& b) {
              return a.status < b.status;
            });
  return own;
}

}  // namespace archive
