#include "indexer/writing/run_checks.h"

#include <string>

#include <fmt/format.h>

#include "common/text/counts.h"

namespace archive {

Status ChooseShard(const BuildOptions& options, IndexWriter& writer) {
  const Shard& before = writer.generation().shard;
  if (!options.shard || *options.shard == before) return Ok();
  const bool is_empty = options.fresh || writer.generation().number == 0;
  if (is_empty) {
    writer.SetShard(*options.shard);
    return Ok();
  }
  return Error{
      ErrorCode::kUsage,
      fmt::format("{} holds {}, not part {}", options.index,
                  before.of == 1 ? "all files" : "part " + ToString(before),
                  ToString(*options.shard)),
      "name another index with --db, or build this one anew with "
      "--fresh"};
}

Status RefuseVanishing(std::uint64_t leaving, std::uint64_t held) {
  const auto most =
      static_cast<std::uint64_t>(kMostVanishing * static_cast<double>(held));
  if (held < kFewArticles || leaving <= most) return Ok();
  return Error{
      ErrorCode::kVanished,
      fmt::format("the files of {} of {} articles are no longer there; "
                  "nothing was changed",
                  WithCommas(leaving), WithCommas(held)),
      "is a disk not mounted?  If they are to leave the index: "
      "archive-index build --allow-vanish"};
}

}  // namespace archive
