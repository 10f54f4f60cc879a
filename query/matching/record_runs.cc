#include "query/matching/record_runs.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

namespace archive {
namespace {

// A page is one run, and fetched without a second thread.
constexpr std::size_t kFirstRun = 64;
// In the long run: so many bytes, and no more than so many records.
constexpr std::size_t kRunBytes = std::size_t{2} << 20;
constexpr std::size_t kLongestRun = 16'384;

// Without one it is fetched when it is wanted.
constexpr std::launch kThreadIfCanBe =
    std::launch::async | std::launch::deferred;

}  // namespace

Result<std::string_view> RecordRuns::Next() {
  if (next_ == run_.records.size()) RETURN_IF_ERROR(TakeRun());
  const Span place = run_.records[next_++];
  return std::string_view(run_.bytes)
      .substr(place.begin, place.end - place.begin);
}

Status RecordRuns::TakeRun() {
  Result<Run> run = ahead_.valid()
                        ? ahead_.get()
                        : Fetch(0, std::min(kFirstRun, matches_.size()));
  if (!run) return std::move(run).error();
  run_ = *std::move(run);
  next_ = 0;
  fetched_ += run_.records.size();
  if (fetched_ == matches_.size()) return Ok();
  ahead_ =
      std::async(kThreadIfCanBe, [this, begin = fetched_, count = NextCount()] {
        return Fetch(begin, count);
      });
  return Ok();
}

// So many that they are likely to be kRunBytes.
std::size_t RecordRuns::NextCount() const {
  const std::size_t size = run_.records.size();
  const std::size_t mean = run_.bytes.size() / size + 1;
  const std::size_t count = std::clamp(std::min(4 * size, kRunBytes / mean),
                                       std::size_t{1}, kLongestRun);
  return std::min(count, matches_.size() - fetched_);
}

// Fewer than `count` where they are larger than those before them.
Result<RecordRuns::Run> RecordRuns::Fetch(std::size_t begin,
                                          std::size_t count) const {
  const std::span<const Match> matches = matches_.subspan(begin, count);
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [matches](std::size_t a, std::size_t b) {
              return std::pair(matches[a].segment, matches[a].doc) <
                     std::pair(matches[b].segment, matches[b].doc);
            });
  Run run;
  run.records.resize(count);
  for (const std::size_t at : order) {
    const Match& match = matches[at];
    ASSIGN_OR_RETURN(const std::string bytes,
                     index_.segments()[match.segment].RecordBytes(match.doc));
    if (run.bytes.size() + bytes.size() > 2 * kRunBytes && count > 1) {
      run = {};
      return Fetch(begin, count / 4 + 1);
    }
    run.records[at] = {run.bytes.size(), run.bytes.size() + bytes.size()};
    run.bytes += bytes;
  }
  return run;
}

}  // namespace archive
