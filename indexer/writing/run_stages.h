// Where the time of a run goes.
#ifndef ARCHIVE_INDEXER_WRITING_RUN_STAGES_H_
#define ARCHIVE_INDEXER_WRITING_RUN_STAGES_H_

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace archive {

enum class RunStage : std::uint8_t {
  kOpen,     // waiting for the lock, opening the index, the pre-build command
  kCompare,  // looking for what has changed
  kRead,     // reading files; parts are written meanwhile
  kSettle,   // waiting for files that were written just now
  kWrite,    // waiting for the last parts, joining them to a segment
  kPublish,  // finding copies, writing the generation
  kMerge,    // joining segments
};
inline constexpr std::array<std::string_view, 7> kRunStageNames = {
    "open", "compare", "read", "settle", "write", "publish", "merge"};

// Seconds by the clock on the wall, by stage; together they are the run.
using StageSeconds = std::array<double, kRunStageNames.size()>;

class StageClock {
 public:
  explicit StageClock(StageSeconds& seconds) : seconds_(seconds) {}

  RunStage stage() const { return stage_; }
  void Enter(RunStage stage) {
    const auto now = std::chrono::steady_clock::now();
    seconds_[static_cast<std::size_t>(stage_)] +=
        std::chrono::duration<double>(now - entered_).count();
    entered_ = now;
    stage_ = stage;
  }

 private:
  StageSeconds& seconds_;
  RunStage stage_ = RunStage::kOpen;
  std::chrono::steady_clock::time_point entered_ =
      std::chrono::steady_clock::now();
};

// The time of its life is the stage's; then the one before goes on.
class StageScope {
 public:
  StageScope(StageClock& clock, RunStage stage)
      : clock_(clock), before_(clock.stage()) {
    clock_.Enter(stage);
  }
  ~StageScope() { clock_.Enter(before_); }
  StageScope(const StageScope&) = delete;
  StageScope& operator=(const StageScope&) = delete;

 private:
  StageClock& clock_;
  RunStage before_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_RUN_STAGES_H_
