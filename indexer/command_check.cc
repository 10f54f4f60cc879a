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
#include "indexer/writing/stub_repair.h"
#include "indexer/writing/upkeep.h"

namespace archive {
namespace {

class CheckCommand {
 public:
  CheckCommand(const std::string& index, const CheckArguments& arguments,
               const Console& console)
      : index_(index), arguments_(arguments), console_(console) {}

  int Run() {
    Result<IndexCheck> check = CheckIndex(index_);
    if (arguments_.repair && MayLieInStub(check)) {
      if (const int status = RepairTheStub(check); status != 0) return status;
    }
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
    if (!has_repaired_) return 0;
    return ReportError({ErrorCode::kIndexDamaged, "the index was damaged",
                        "archive-index build reads what is newer"},
                       console_.err);
  }

 private:
  // Not in one segment, at least.
  static bool MayLieInStub(const Result<IndexCheck>& check) {
    if (!check) return check.error().code == ErrorCode::kIndexDamaged;
    return std::any_of(
        check->faults.begin(), check->faults.end(),
        [](const IndexFault& fault) { return !fault.segment.has_value(); });
  }

  // Checks anew where it is another stub now.
  int RepairTheStub(Result<IndexCheck>& check) {
    const Result<StubRepair> repair = RepairStub(index_, CurrentInstant());
    if (!repair) return ReportError(repair.error(), console_.err);
    if (!repair->is_replaced) return 0;
    if (check) {
      for (const IndexFault& fault : check->faults) Tell(fault.what);
    } else {
      Tell(check.error().message);
    }
    console_.out << fmt::format("repaired: the index is generation {} again\n",
                                repair->stub.generation);
    has_repaired_ = true;
    check = CheckIndex(index_);
    return 0;
  }

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
  bool has_repaired_ = false;
};

}  // namespace

int RunCheckCommand(const std::string& index, const CheckArguments& arguments,
                    const Console& console) {
  return CheckCommand(index, arguments, console).Run();
}

}  // namespace archive
