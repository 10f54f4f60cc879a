#include "query/language/field_names.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "common/text/edit_distance.h"
#include "query/language/lexer.h"
#include "query/language/written_form.h"

namespace archive {
namespace {

constexpr std::size_t kMaxOffered = 2;

std::vector<std::string_view> NamesOfFields() {
  std::vector<std::string_view> names;
  for (const Field& field : kFields) {
    names.push_back(field.name);
    std::string_view aliases = field.aliases;
    while (!aliases.empty()) {
      const std::size_t end = std::min(aliases.find(' '), aliases.size());
      names.push_back(aliases.substr(0, end));
      aliases.remove_prefix(std::min(end + 1, aliases.size()));
    }
  }
  return names;
}

// Whether the field is that of a group, of which the leaf is a part.
bool IsOfGroup(const Node& leaf) {
  return leaf.field_span.begin != leaf.span.begin;
}

// The leaf under another field.
std::string Renamed(const Node& leaf, std::string_view name) {
  Node renamed = leaf;
  renamed.field = name;
  return ToQueryText(renamed);
}

// `re:foo`, as text.
std::string AsText(const Node& leaf) {
  Node bare = leaf;
  bare.field.clear();
  const auto* word = std::get_if<WordLeaf>(&leaf.kind);
  if (word == nullptr || IsOfGroup(leaf)) return ToQueryText(bare);
  bare.kind = PhraseLeaf{PlainPattern(leaf.field + ":" + word->text)};
  return ToQueryText(bare);
}

// The lexer knows no schema, and must be told which names have a dot.
constexpr bool DottedNamesAreKnown() {
  std::size_t dotted = 0;
  std::size_t known = 0;
  for (const Field& field : kFields) {
    for (const char c : field.aliases) dotted += c == '.' ? 1 : 0;
    for (const std::string_view name : kDottedFields)
      known += IsAmong(name, field.aliases) ? 1 : 0;
  }
  return known == kDottedFields.size() && dotted == known;
}
static_assert(DottedNamesAreKnown(), "kDottedFields (lexer.h) is not complete");

}  // namespace

Diagnostic UnknownField(const Node& leaf) {
  std::vector<std::string_view> names = NamesOfFields();
  for (const DateShorthand& row : kDateShorthands) names.push_back(row.name);
  const auto nearest = NearestNames(leaf.field, names, kMaxOffered);
  Diagnostic unknown = {fmt::format("there is no field \"{}\"", leaf.field),
                        leaf.field_span};
  if (nearest.empty()) {
    unknown.offers = AsText(leaf);
  } else if (IsOfGroup(leaf)) {
    unknown.advice =
        fmt::format("did you mean {}:?", fmt::join(nearest, ": or "));
  } else {
    for (const std::string_view name : nearest)
      unknown.offers.all.push_back({Renamed(leaf, name)});
  }
  return unknown;
}

Diagnostic UnknownPresence(const Node& leaf, const std::string& name) {
  Offers offered;
  for (const std::string_view near :
       NearestNames(name, NamesOfFields(), kMaxOffered)) {
    if (FindField(near)->type != FieldType::kPresence)
      offered.all.push_back({fmt::format("{}:{}", leaf.field, near)});
  }
  if (offered.all.empty()) offered = leaf.field + ":date";
  return {fmt::format("{}: takes the name of a field; {} is none", leaf.field,
                      name.empty() ? "this" : '"' + name + '"'),
          ValueSpanOf(leaf), std::move(offered)};
}

}  // namespace archive
