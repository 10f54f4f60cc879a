#include "query/matching/record_runs.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace archive {
namespace {

// In the long run: so many bytes, which unpacked and written out are several
// times as many, and no more than so many records.
constexpr std::size_t kRunBytes = std::size_t{256} << 10;
constexpr std::size_t kLongestRun = 4096;

}  // namespace

bool RecordRuns::Take(RecordRun& run) {
  const std::lock_guard lock(mutex_);
  if (next_ == matches_.size()) return false;
  Fetch(std::min(count_, matches_.size() - next_), run);
  run.number = number_++;
  run.first = next_;
  GoBehind(run);
  return true;
}

void RecordRuns::GoBehind(const RecordRun& run) {
  if (run.failure) {
    next_ = matches_.size();
    return;
  }
  const std::size_t size = run.records.size();
  const std::size_t mean = run.bytes.size() / size + 1;
  next_ += size;
  // So many that they are likely to be kRunBytes.
  count_ = std::clamp(std::min(4 * size, kRunBytes / mean), std::size_t{1},
                      kLongestRun);
}

// Fewer than `count` where they are larger than those before them.
void RecordRuns::Fetch(std::size_t count, RecordRun& run) const {
  const std::span<const Match> matches = matches_.subspan(next_, count);
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [matches](std::size_t a, std::size_t b) {
              return std::pair(matches[a].segment, matches[a].doc) <
                     std::pair(matches[b].segment, matches[b].doc);
            });
  run.bytes.clear();
  run.records.assign(count, {});
  run.failure.reset();
  for (const std::size_t at : order) {
    if (at >= run.records.size()) continue;  // behind one that failed
    const Match& match = matches[at];
    Result<std::string> bytes =
        index_.segments()[match.segment].PackedRecord(match.doc);
    if (!bytes) {
      run.records.resize(at);
      run.failure = std::move(bytes).error();
      continue;
    }
    if (run.bytes.size() + bytes->size() > 2 * kRunBytes && count > 1)
      return Fetch(count / 4 + 1, run);
    run.records[at] = {run.bytes.size(), run.bytes.size() + bytes->size()};
    run.bytes += *bytes;
  }
}

}  // namespace archive
