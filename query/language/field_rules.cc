#include "query/language/field_rules.h"

#include <string>

#include <fmt/format.h>

#include "query/language/characters.h"
#include "query/language/leaf_reader.h"

namespace archive {
namespace {

// -30d and -5 are for the types to judge; `title:-grain` is a NOT gone astray.
bool BeginsWithMinus(const QueryToken& value) {
  return value.kind == TokenKind::kWord && value.text.size() > 1 &&
         value.text[0] == '-' && !value.literal[0] &&
         !IsDigit(static_cast<unsigned char>(value.text[1]));
}

}  // namespace

void CheckFieldValue(const QueryToken& field, const QueryToken& value,
                     Mistakes& mistakes) {
  const std::string name = field.text + ":";
  if (ReadOperator(value)) {
    mistakes.Add(fmt::format("{} is an operator", value.text), value.span,
                 fmt::format("{}\"{}\"", name, value.text));
  } else if (IsLeftOut(value)) {
    mistakes.Add(fmt::format("there is no word behind \"{}\"", name),
                 value.span);
  } else if (BeginsWithMinus(value)) {
    mistakes.Add("the minus goes before the field", value.span,
                 "-" + name + value.text.substr(1));
  }
}

void NameField(Node& node, const QueryToken& field, Mistakes& mistakes) {
  if (std::vector<Node>* operands = OperandsOf(node)) {
    for (Node& operand : *operands) NameField(operand, field, mistakes);
    return;
  }
  if (!node.field.empty()) {
    mistakes.Add(fmt::format("\"{}:\" stands inside the brackets of \"{}:\"",
                             node.field, field.text),
                 node.field_span);
    return;
  }
  node.field = field.text;
  node.field_span = field.span;
}

Relation RelationOf(const QueryToken& sign) {
  const bool or_equal = sign.text.ends_with('=');
  if (sign.text.starts_with('<'))
    return or_equal ? Relation::kAtMost : Relation::kLess;
  return or_equal ? Relation::kAtLeast : Relation::kGreater;
}

}  // namespace archive
