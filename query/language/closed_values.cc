#include "query/language/closed_values.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/article.h"
#include "common/index/schema.h"
#include "common/text/edit_distance.h"
#include "common/text/language.h"
#include "query/language/characters.h"

namespace archive {
namespace {

std::vector<std::string_view> Statuses() {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kUsabilityCount; ++i)
    names.push_back(NameOf(static_cast<Usability>(i)));
  names.push_back(kAnyStatus);
  return names;
}

std::optional<Diagnostic> ImpossibleStatus(const std::string& value,
                                           const Node& leaf) {
  const std::vector<std::string_view> names = Statuses();
  if (std::find(names.begin(), names.end(), value) != names.end())
    return std::nullopt;
  Diagnostic mistake = {
      fmt::format("{}: is one of {}", leaf.field, fmt::join(names, ", ")),
      ValueSpanOf(leaf)};
  // "retracted", as sources call it.
  const Usability meant = ReadUsability(value);
  if (meant != Usability::kUsable) {
    mistake.offers = fmt::format("{}:{}", leaf.field, NameOf(meant));
  } else {
    for (const std::string_view near : NearestNames(value, names, 1))
      mistake.offers = fmt::format("{}:{}", leaf.field, near);
  }
  return mistake;
}

std::optional<Diagnostic> ImpossibleLanguage(const std::string& value,
                                             const Node& leaf) {
  for (const Language& language : kLanguages) {
    if (LowerAscii(language.name) == value)
      return Diagnostic{
          fmt::format("{}: takes the code of a language", leaf.field),
          ValueSpanOf(leaf), fmt::format("{}:{}", leaf.field, language.code)};
  }
  return std::nullopt;
}

std::optional<Diagnostic> ImpossibleYear(const std::string& value,
                                         const Node& leaf) {
  const bool is_year = std::all_of(value.begin(), value.end(),
                                   [](unsigned char c) { return IsDigit(c); });
  if (is_year) return std::nullopt;
  return Diagnostic{
      fmt::format("{}: takes one year", leaf.field), ValueSpanOf(leaf),
      fmt::format("{}:{}", FieldFor(FieldId::kMentions).name, value)};
}

}  // namespace

std::optional<Diagnostic> ImpossibleValue(const Field& field,
                                          const std::string& value,
                                          const Node& leaf) {
  const std::string folded = LowerAscii(value);
  if (field.id == FieldId::kStatus) return ImpossibleStatus(folded, leaf);
  if (field.id == FieldId::kLang) return ImpossibleLanguage(folded, leaf);
  if (field.id == FieldId::kMentionsYear) return ImpossibleYear(folded, leaf);
  return std::nullopt;
}

}  // namespace archive
