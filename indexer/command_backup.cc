#include "indexer/command_backup.h"

#include <fmt/format.h>

#include "common/clock.h"
#include "common/text/counts.h"
#include "indexer/command_withhold.h"
#include "indexer/writing/index_backup.h"

namespace archive {

int RunBackupCommand(const std::string& index, const BackupArguments& arguments,
                     const Console& console) {
  const Result<BackupReport> report =
      BackupIndex(index, arguments.target, CurrentInstant());
  if (!report) return ReportError(report.error(), console.err);
  console.out << fmt::format("generation {}: {} in {}, {} copied\n",
                             report->generation,
                             Counted(report->articles, "article"),
                             Counted(report->segments, "segment"),
                             WithCommas(report->copied_segments));
  if (const std::string held = WithheldInSegments(arguments.target);
      !held.empty())
    console.err << "archive-index: " << held << '\n';
  return 0;
}

}  // namespace archive
