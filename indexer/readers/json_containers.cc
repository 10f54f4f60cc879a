#include "indexer/readers/json_containers.h"

#include <algorithm>
#include <array>

namespace archive {
namespace {

// Members that hold the articles, the likeliest first.
constexpr auto kContainers = std::to_array<std::string_view>(
    {"articles", "items",   "_items",   "stories",   "posts",
     "news",     "results", "docs",     "documents", "entries",
     "records",  "hits",    "response", "data",      "feed",
     "value",    "content", "payload",  "list",      "db"});

constexpr int kDeepestContainer = 4;

std::string_view Inside(std::string_view value) {
  value.remove_prefix(1);
  const std::size_t first = value.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view()
                                         : value.substr(first);
}

bool IsEmptyArray(std::string_view value) {
  return value.starts_with('[') && Inside(value).starts_with(']');
}

std::string_view Find(std::string_view object, int depth) {
  const std::vector<JsonMember> members = MembersOf(object);
  for (const std::string_view key : kContainers) {
    const JsonMember* const member = FindMember(members, key);
    if (member == nullptr) continue;
    if (IsArrayOfObjects(member->value) || IsEmptyArray(member->value))
      return member->value;
    if (!member->value.starts_with('{') || depth >= kDeepestContainer) continue;
    const std::string_view inside = Find(member->value, depth + 1);
    if (!inside.empty()) return inside;
  }
  return {};
}

}  // namespace

const JsonMember* FindMember(const std::vector<JsonMember>& members,
                             std::string_view key) {
  const auto found =
      std::find_if(members.begin(), members.end(),
                   [key](const JsonMember& row) { return row.key == key; });
  return found == members.end() ? nullptr : &*found;
}

bool IsArrayOfObjects(std::string_view value) {
  return value.starts_with('[') && Inside(value).starts_with('{');
}

std::string_view FindArticleArray(std::string_view object) {
  return Find(object, 0);
}

}  // namespace archive
