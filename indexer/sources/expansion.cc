#include "indexer/sources/expansion.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>

namespace archive {
namespace {

std::uint64_t Product(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
  return b != 0 && a > kMost / b ? kMost : a * b;
}

Error TooMuch(std::string reason) {
  return {ErrorCode::kBadInput, std::move(reason)};
}

}  // namespace

Expansion::Expansion(std::uint64_t packed_bytes, ExpansionLimits limits)
    : limits_(limits),
      most_bytes_(
          std::max(limits.free_bytes, Product(packed_bytes, limits.ratio))) {}

Status Expansion::AddBytes(std::uint64_t count) {
  RETURN_IF_ERROR(Status(state_));
  bytes_ += count;
  if (bytes_ > limits_.total_bytes) {
    const std::uint64_t gibibytes = limits_.total_bytes >> 30;
    state_ = TooMuch(
        gibibytes > 0 ? fmt::format("it unpacks to more than {} GiB", gibibytes)
                      : fmt::format("it unpacks to more than {} MiB",
                                    limits_.total_bytes >> 20));
  } else if (bytes_ > most_bytes_) {
    state_ = TooMuch(fmt::format(
        "it unpacks to more than {} times its size: this is no archive of news",
        limits_.ratio));
  }
  return state_;
}

Status Expansion::AddMember() {
  RETURN_IF_ERROR(Status(state_));
  if (++members_ > limits_.members)
    state_ =
        TooMuch(fmt::format("it holds more than {} files", limits_.members));
  return state_;
}

Status Expansion::CheckDepth(unsigned depth) const {
  if (depth <= limits_.depth) return Ok();
  return TooMuch(
      fmt::format("archives in archives are read {} deep, and this lies deeper",
                  limits_.depth));
}

}  // namespace archive
