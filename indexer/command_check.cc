#include "indexer/command_check.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "common/clock.h"
#include "common/text/counts.h"
#include "common/text/printable.h"
#include "indexer/cli_config.h"
#include "indexer/source_check.h"
#include "indexer/writing/index_check.h"
#include "indexer/writing/upkeep.h"

namespace archive {
namespace {

class CheckCommand {
 public:
  CheckCommand(const std::string& index, const CheckArguments& arguments,
               const Console& console)
      : index_(index), arguments_(arguments), console_(console) {}

  int Run() {
    const Result<IndexCheck> check = CheckIndex(index_);
    if (!check) return ReportError(check.error(), console_.err);
    for (const IndexFault& fault : check->faults) Tell(fault.what);
    if (!check->faults.empty())
      return arguments_.repair ? Repair(*check) : TellDamaged();
    if (arguments_.sources) {
      const int status = CheckTheSources();
      if (status != 0) return status;
    }
    console_.out << fmt::format(
        "generation {}: {} in {}, as they were written\n", check->generation,
        Counted(check->articles, "article"),
        Counted(check->segments, "segment"));
    return 0;
  }

 private:
  void Tell(const std::string& fault) {
    console_.out << "damaged: " << Printable(fault) << '\n';
  }

  int TellDamaged() const {
    return ReportError(
        {ErrorCode::kIndexDamaged, "the index is not what was written",
         "archive-index check --repair takes out what is "
         "damaged; the next build reads it again"},
        console_.err);
  }

  int CheckTheSources() {
    const Result<Configuration> configuration =
        ReadConfiguration(arguments_.config, index_);
    if (!configuration) return ReportError(configuration.error(), console_.err);
    const Result<SourceCheck> check = CheckSources(index_, *configuration);
    if (!check) return ReportError(check.error(), console_.err);
    for (const std::string& fault : check->faults) Tell(fault);
    console_.out << fmt::format(
        "{} as indexed, {} changed since, {} gone since\n",
        Counted(check->agreeing_files, "file"),
        WithCommas(check->changed_files), WithCommas(check->gone_files));
    if (check->faults.empty()) return 0;
    return ReportError(
        {ErrorCode::kIndexDamaged, "the index does not hold what the files say",
         "archive-index build --fresh reads them again"},
        console_.err);
  }

  int Repair(const IndexCheck& check) {
    std::vector<SegmentNumber> damaged;
    for (const IndexFault& fault : check.faults) {
      if (fault.segment &&
          (damaged.empty() || damaged.back() != *fault.segment))
        damaged.push_back(*fault.segment);
    }
    const Result<RepairReport> report =
        RunRepair(index_, damaged, CurrentInstant());
    if (!report) return ReportError(report.error(), console_.err);
    console_.out << fmt::format(
        "repaired: generation {} is without {}; {} in {} are to be read "
        "again\n",
        report->generation, Counted(report->dropped_segments, "segment"),
        Counted(report->lost_articles, "article"),
        Counted(report->files_to_read, "file"));
    return ReportError({ErrorCode::kIndexDamaged, "the index was damaged",
                        "archive-index build reads again what is missing"},
                       console_.err);
  }

  const std::string& index_;
  const CheckArguments& arguments_;
  const Console& console_;
};

}  // namespace

int RunCheckCommand(const std::string& index, const CheckArguments& arguments,
                    const Console& console) {
  return CheckCommand(index, arguments, console).Run();
}

}  // namespace archive
