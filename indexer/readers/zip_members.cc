#include "indexer/readers/zip_members.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "indexer/sources/buffered_bytes.h"
#include "indexer/sources/byte_source.h"
#include "indexer/sources/container.h"
#include "indexer/sources/expansion.h"

namespace archive {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{64} << 20;
constexpr std::uint64_t kMostMembers = 10'000;

ExpansionLimits Limits() {
  ExpansionLimits limits;
  limits.free_bytes = kMostBytes;
  limits.total_bytes = kMostBytes;
  limits.members = kMostMembers;
  return limits;
}

}  // namespace

Result<std::map<std::string, std::string>> ReadZipMembers(
    std::string_view bytes, std::span<const std::string_view> names) {
  MemorySource source(bytes);
  BufferedBytes buffered(source);
  Expansion expansion(bytes.size(), Limits());
  Container container(buffered, expansion);
  std::map<std::string, std::string> members;
  for (;;) {
    ASSIGN_OR_RETURN(const std::optional<Member> member, container.Next());
    if (!member || members.size() == names.size()) return members;
    const bool is_wanted =
        std::find(names.begin(), names.end(), member->name) != names.end();
    if (!is_wanted || members.count(member->name) != 0) continue;
    if (member->is_encrypted) return Error{ErrorCode::kBadInput, "encrypted"};
    BufferedBytes part(container.bytes());
    BufferedBytes::Rest rest = part.TakeAll(kMostBytes);
    if (!part.status())
      return Error{
          ErrorCode::kBadInput,
          fmt::format("{}: {}", member->name, part.status().error().message)};
    members.emplace(member->name, std::move(rest.bytes));
  }
}

}  // namespace archive
