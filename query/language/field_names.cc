#include "query/language/field_names.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/text/edit_distance.h"
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

std::string Joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += " or ";
    out += part;
  }
  return out;
}

// The leaf under another field.  The field of a group is not the leaf's own.
std::string Renamed(const Node& leaf, std::string_view name) {
  if (leaf.field_span.begin != leaf.span.begin)
    return fmt::format("{}:(…)", name);
  Node renamed = leaf;
  renamed.field = name;
  return ToQueryText(renamed);
}

// `re:foo`, as text.
std::string AsText(const Node& leaf) {
  Node bare = leaf;
  bare.field.clear();
  const auto* word = std::get_if<WordLeaf>(&leaf.kind);
  if (word == nullptr || leaf.field_span.begin != leaf.span.begin)
    return ToQueryText(bare);
  bare.kind = PhraseLeaf{PlainPattern(leaf.field + ":" + word->text)};
  return ToQueryText(bare);
}

}  // namespace

Diagnostic UnknownField(const Node& leaf) {
  std::vector<std::string_view> names = NamesOfFields();
  for (const DateShorthand& row : kDateShorthands) names.push_back(row.name);
  std::vector<std::string> offered;
  for (const std::string_view name :
       NearestNames(leaf.field, names, kMaxOffered))
    offered.push_back(Renamed(leaf, name));
  return {fmt::format("there is no field \"{}\"", leaf.field), leaf.field_span,
          offered.empty() ? AsText(leaf) : Joined(offered)};
}

Diagnostic UnknownPresence(const Node& leaf, const std::string& name) {
  std::vector<std::string> offered;
  for (const std::string_view near :
       NearestNames(name, NamesOfFields(), kMaxOffered))
    offered.push_back(fmt::format("{}:{}", leaf.field, near));
  return {fmt::format("{}: takes the name of a field; \"{}\" is none",
                      leaf.field, name),
          ValueSpanOf(leaf), Joined(offered)};
}

}  // namespace archive
