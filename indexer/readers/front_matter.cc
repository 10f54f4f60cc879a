#include "indexer/readers/front_matter.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/paragraphs.h"

namespace archive {
namespace {

// The next line, with its end taken off the text.
std::string_view TakeLine(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  while (!line.empty() && IsBlank(line.back())) line.remove_suffix(1);
  return line;
}

struct NamedLine {
  std::string_view name;
  std::string_view value;
};

// "Name: value" from the first column.
std::optional<NamedLine> SplitLine(std::string_view line) {
  constexpr std::size_t kLongestName = 40;
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon > kLongestName)
    return std::nullopt;
  const std::string_view name = line.substr(0, colon);
  const bool is_name = std::all_of(name.begin(), name.end(), [](char c) {
    return IsLetter(c) || IsDigit(c) || c == '_' || c == '-';
  });
  if (!is_name) return std::nullopt;
  return NamedLine{name, line.substr(colon + 1)};
}

std::optional<FrontMatter> Fenced(std::string_view text) {
  std::string_view rest = text;
  const std::string_view fence = TakeLine(rest);
  if (fence != "---" && fence != "+++") return std::nullopt;
  const std::string_view inside = rest;
  const bool is_yaml = fence == "---";
  while (!rest.empty()) {
    const std::string_view before = rest;
    const std::string_view line = TakeLine(rest);
    const auto size = static_cast<std::size_t>(before.data() - inside.data());
    if (size > kMaxFrontMatterBytes) return std::nullopt;
    if (line != fence && !(is_yaml && line == "...")) continue;
    return FrontMatter{is_yaml ? FrontKind::kYaml : FrontKind::kToml,
                       inside.substr(0, size), rest};
  }
  return std::nullopt;
}

// Two lines or more of which the first names a title.
std::optional<FrontMatter> NamedLines(std::string_view text) {
  std::string_view rest = text;
  std::size_t count = 0;
  while (!rest.empty()) {
    const std::string_view before = rest;
    const std::string_view line = TakeLine(rest);
    if (IsBlankLine(line)) {
      rest = before;
      break;
    }
    const std::optional<NamedLine> named = SplitLine(line);
    if (!named) return std::nullopt;
    const JsonName* const name = FindJsonName(named->name);
    const bool is_title = name != nullptr && name->field == JsonField::kTitle;
    if (count == 0 && !is_title) return std::nullopt;
    ++count;
  }
  const std::size_t size = text.size() - rest.size();
  if (count < 2 || size > kMaxFrontMatterBytes) return std::nullopt;
  return FrontMatter{FrontKind::kLines, text.substr(0, size), rest};
}

std::string_view WithoutQuotes(std::string_view value) {
  while (!value.empty() && IsBlank(value.front())) value.remove_prefix(1);
  if (value.size() > 1 && value.front() == value.back() &&
      (value.front() == '"' || value.front() == '\''))
    value = value.substr(1, value.size() - 2);
  return value;
}

FrontFields LineFields(std::string_view text) {
  FrontFields fields;
  while (!text.empty()) {
    const std::string_view line = TakeLine(text);
    if (const std::optional<NamedLine> named = SplitLine(line))
      AddFrontValue(named->name, std::string(WithoutQuotes(named->value)),
                    fields);
  }
  return fields;
}

}  // namespace

std::optional<FrontMatter> SplitFrontMatter(std::string_view text) {
  if (text.starts_with("---") || text.starts_with("+++")) return Fenced(text);
  return NamedLines(text);
}

FrontFields FrontFieldsOf(const FrontMatter& front) {
  switch (front.kind) {
    case FrontKind::kYaml:
      if (std::optional<FrontFields> fields = YamlFields(front.text))
        return *std::move(fields);
      return LineFields(front.text);
    case FrontKind::kToml:
      return TomlFields(front.text);
    case FrontKind::kLines:
      return LineFields(front.text);
  }
  return {};
}

bool HoldsFrontFields(std::string_view name) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"taxonomies", "params", "extra"});
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

void AddFrontValue(std::string_view name, std::string value,
                   FrontFields& fields) {
  const auto found =
      std::find_if(fields.begin(), fields.end(),
                   [name](const FrontField& row) { return row.name == name; });
  if (found != fields.end()) {
    if (found->values.size() < kMostFrontFields)
      found->values.push_back(std::move(value));
    return;
  }
  if (fields.size() < kMostFrontFields)
    fields.push_back({std::string(name), {std::move(value)}});
}

}  // namespace archive
