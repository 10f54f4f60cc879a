#include "indexer/writing/index_sweep.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "common/failpoint.h"
#include "common/file_system.h"
#include "common/index/generation.h"

namespace archive {
namespace {

// Renamed away first and unlinked then: a reader that opens a directory while
// its files vanish one by one would see empty articles.
Status RemoveUnnamed(const std::string& index, const std::string& parent,
                     std::string_view kind,
                     const std::vector<std::uint32_t>& named) {
  ASSIGN_OR_RETURN(const auto names, ListDirectory(parent));
  for (const std::string& name : names) {
    const auto number = ParseNumber(name);
    if (number && std::find(named.begin(), named.end(), *number) != named.end())
      continue;
    RETURN_IF_ERROR(MakeDirectories(TrashPath(index)));
    RETURN_IF_ERROR(
        Rename(parent + "/" + name,
               fmt::format("{}/{}-{}", TrashPath(index), kind, name)));
    Failpoint("swept");
  }
  return Ok();
}

}  // namespace

Result<SegmentNumber> SweepIndex(const std::string& index,
                                 const Stub& published, Former former) {
  std::vector<SegmentNumber> segments = published.segments;
  std::vector<GenerationNumber> generations = {published.generation};
  if (former == Former::kKept && published.generation > 1) {
    const GenerationNumber before = published.generation - 1;
    if (const auto generation = ReadGeneration(GenerationPath(index, before))) {
      generations.push_back(before);
      segments.insert(segments.end(), generation->segments.begin(),
                      generation->segments.end());
    }
  }
  SegmentNumber next = 1;
  ASSIGN_OR_RETURN(const auto names, ListDirectory(SegmentsPath(index)));
  for (const std::string& name : names) {
    if (const auto number = ParseNumber(name))
      next = std::max(next, *number + 1);
  }
  // What a killed run has left there may have the same names.
  RETURN_IF_ERROR(RemoveTree(TrashPath(index)));
  RETURN_IF_ERROR(
      RemoveUnnamed(index, SegmentsPath(index), "segment", segments));
  RETURN_IF_ERROR(
      RemoveUnnamed(index, GenerationsPath(index), "generation", generations));
  RETURN_IF_ERROR(RemoveTree(TrashPath(index)));
  return next;
}

}  // namespace archive
