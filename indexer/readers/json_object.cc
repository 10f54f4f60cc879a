#include "indexer/readers/json_object.h"

#include <algorithm>

#include "common/dates/date_scanner.h"
#include "indexer/readers/json_article.h"

namespace archive {

std::string PlainName(std::string_view key) {
  std::string plain;
  for (const char c : key) {
    if (c != '_' && c != '-' && c != ' ') plain += Lower(c);
  }
  return plain;
}

JsonObject::JsonObject(std::string_view json) : members_(MembersOf(json)) {
  for (const JsonMember& member : members_)
    names_.push_back(PlainName(member.key));
}

std::string_view JsonObject::Value(std::string_view name) const {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (names_[i] == name) return members_[i].value;
  }
  return {};
}

std::string JsonObject::Text(std::string_view name) const {
  const std::string_view value = Value(name);
  return value.empty() ? std::string() : JsonTextOf(value);
}

std::string JsonObject::FirstText(
    std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    std::string text = Text(name);
    if (!text.empty()) return text;
  }
  return {};
}

std::vector<std::string_view> JsonObject::Objects(std::string_view name) const {
  constexpr std::size_t kMost = 1000;
  std::vector<std::string_view> objects;
  const std::string_view value = Value(name);
  if (value.starts_with('[')) {
    ForEachJsonItem(value, [&objects](std::string_view item) {
      objects.push_back(item);
      return objects.size() < kMost;
    });
  } else if (value.starts_with('{')) {
    const std::vector<JsonMember> inside = MembersOf(value);
    const bool holds_objects =
        !inside.empty() &&
        std::all_of(inside.begin(), inside.end(), [](const JsonMember& m) {
          return m.value.starts_with('{');
        });
    if (!holds_objects) return {value};
    for (const JsonMember& member : inside) objects.push_back(member.value);
  }
  return objects;
}

std::vector<std::pair<std::string, std::string_view>> JsonObject::Beginning(
    std::string_view prefix) const {
  std::vector<std::pair<std::string, std::string_view>> found;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (names_[i].starts_with(prefix))
      found.emplace_back(names_[i].substr(prefix.size()), members_[i].value);
  }
  return found;
}

}  // namespace archive
