#include "indexer/writing/part_size.h"

#include <algorithm>

namespace archive {
namespace {

// Where nothing is known, what has gone on for long goes on: a large archive
// may be one file.
constexpr std::uint64_t kTakenForExpected = 10;

}  // namespace

bool IsPartComplete(const PartOutlook& outlook) {
  if (outlook.gathered < kLeastPart) return false;
  if (outlook.gathered >= kMostPart) return true;
  const std::uint64_t others = std::max(1U, outlook.threads) - 1;
  const std::uint64_t expected = outlook.expected != 0
                                     ? outlook.expected
                                     : outlook.taken / kTakenForExpected;
  return outlook.gathered * others >= expected;
}

}  // namespace archive
