#include "indexer/writing/stub_repair.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "common/file_system.h"
#include "common/index/generation.h"
#include "indexer/writing/index_lock.h"

namespace archive {
namespace {

// As far as their names tell; what they hold is for `check`.
bool HasAllSegments(const std::string& index, const Generation& generation) {
  return std::all_of(generation.segments.begin(), generation.segments.end(),
                     [&index](SegmentNumber number) {
                       return FileExists(SegmentPath(index, number));
                     });
}

bool Agrees(const std::string& index, const Stub& stub) {
  const auto generation =
      ReadGeneration(GenerationPath(index, stub.generation));
  if (!generation) return generation.error().code == ErrorCode::kSchemaMismatch;
  return generation->segments == stub.segments;
}

Result<std::vector<GenerationNumber>> NewestFirst(const std::string& index) {
  ASSIGN_OR_RETURN(const auto names, ListDirectory(GenerationsPath(index)));
  std::vector<GenerationNumber> numbers;
  for (const std::string& name : names) {
    if (const auto number = ParseNumber(name)) numbers.push_back(*number);
  }
  std::sort(numbers.begin(), numbers.end(), std::greater<>());
  return numbers;
}

}  // namespace

Result<StubRepair> ReadOrRepairStub(const std::string& index) {
  const Result<Stub> stub = ReadStub(index);
  const bool is_damaged = stub ? !Agrees(index, *stub)
                               : stub.error().code == ErrorCode::kIndexDamaged;
  if (!is_damaged && !stub) return stub.error();
  if (!is_damaged) return StubRepair{*stub};
  ASSIGN_OR_RETURN(const auto numbers, NewestFirst(index));
  for (const GenerationNumber number : numbers) {
    const auto generation = ReadGeneration(GenerationPath(index, number));
    if (!generation || !HasAllSegments(index, *generation)) continue;
    const Stub repaired = {number, generation->segments};
    RETURN_IF_ERROR(ReplaceFile(StubPath(index), FormatStub(repaired)));
    return StubRepair{repaired, true};
  }
  if (stub) return StubRepair{*stub};
  return Error{ErrorCode::kIndexDamaged,
               StubPath(index) + " is damaged, and no generation is whole",
               "build the index anew with archive-index build --fresh"};
}

Result<StubRepair> RepairStub(const std::string& index, Instant now) {
  // A lock would make its directory.
  const Result<Stub> stub = ReadStub(index);
  if (!stub && stub.error().code == ErrorCode::kNotFound) return stub.error();
  ASSIGN_OR_RETURN(const IndexLock lock, IndexLock::Take(index, now));
  return ReadOrRepairStub(index);
}

}  // namespace archive
