#include "indexer/command_compact.h"

#include <fmt/format.h>

#include "common/clock.h"
#include "common/text/counts.h"
#include "indexer/writing/upkeep.h"

namespace archive {

int RunCompactCommand(const std::string& index, const Console& console) {
  const Result<CompactReport> report = RunCompact(index, CurrentInstant());
  if (!report) return ReportError(report.error(), console.err);
  console.out << (report->published
                      ? fmt::format("generation {}: {} instead of {}\n",
                                    report->generation,
                                    Counted(report->segments, "segment"),
                                    WithCommas(report->segments_before))
                      : fmt::format("generation {} is compact\n",
                                    report->generation));
  if (report->purged != 0)
    console.out << fmt::format("{} taken out that withhold.txt names\n",
                               Counted(report->purged, "article"));
  return 0;
}

}  // namespace archive
