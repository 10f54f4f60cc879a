#include "query/language/resolver.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "common/dates/date_expression.h"
#include "query/language/characters.h"
#include "query/language/closed_values.h"
#include "query/language/combined_fields.h"
#include "query/language/field_names.h"
#include "query/language/operators.h"
#include "query/language/resolve_ranges.h"
#include "query/language/word_rules.h"
#include "query/language/written_form.h"

namespace archive {
namespace {

// A leaf of the resolved form.
Node LeafIn(FieldId field, NodeKind kind, const Node& like) {
  const std::string_view name =
      field == FieldId::kText ? "" : FieldFor(field).name;
  return {.kind = std::move(kind),
          .field = std::string(name),
          .field_id = field,
          .span = like.span,
          .field_span = like.field_span,
          .origin = like.origin};
}

// One leaf for each of the fields, ORed.
Node LeavesIn(const std::vector<FieldId>& fields, const NodeKind& kind,
              const Node& like) {
  std::vector<Node> leaves;
  leaves.reserve(fields.size());
  for (const FieldId field : fields)
    leaves.push_back(LeafIn(field, kind, like));
  return MakeOr(std::move(leaves), like.span);
}

Node Has(FieldId field, const Node& like) {
  std::vector<Node> leaves;
  for (const FieldId part : PresenceOf(field))
    leaves.push_back(LeafIn(FieldId::kHas, Presence{part}, like));
  return MakeOr(std::move(leaves), like.span);
}

// What a leaf that makes no sense is read as.
Node PlainWords(const Node& leaf) {
  NodeKind kind = leaf.kind;
  if (const auto* comparison = std::get_if<Comparison>(&kind))
    kind = WordLeaf{std::string(comparison->text)};
  return LeafIn(FieldId::kText, std::move(kind), leaf);
}

class Resolver {
 public:
  explicit Resolver(const ResolveContext& context) : context_(context) {}

  ResolvedQuery Run(const Node& parsed) {
    ResolvedQuery resolved;
    resolved.tree = ResolveNode(parsed);
    if (leaves_ > kMaxLeaves)
      errors_.push_back({"a query has at most 10,000 terms", parsed.span, ""});
    // Last, so that they take the place of what was said of the first word.
    std::move(unquoted_.begin(), unquoted_.end(), std::back_inserter(errors_));
    resolved.errors = std::move(errors_);
    resolved.notices = std::move(notices_);
    return resolved;
  }

 private:
  Node ResolveNode(const Node& node) {
    if (OperandsOf(node) == nullptr) {
      Node leaf = ResolveLeaf(node);
      const std::vector<Node>* parts = OperandsOf(leaf);
      leaves_ += parts == nullptr ? 1 : static_cast<int>(parts->size());
      return leaf;
    }
    if (std::holds_alternative<And>(node.kind)) NoteUnquotedDate(node);
    Node resolved = node;
    for (Node& operand : *OperandsOf(resolved)) operand = ResolveNode(operand);
    if (std::holds_alternative<And>(node.kind)) NoteSameField(node);
    const bool positional = std::holds_alternative<Near>(node.kind) ||
                            std::holds_alternative<AtLeast>(node.kind);
    if (!positional) return resolved;
    std::optional<Diagnostic> mistake = PositionMistake(resolved);
    if (!mistake) return resolved;
    errors_.push_back(std::move(*mistake));
    return MakeAnd(std::move(*OperandsOf(resolved)), resolved.span);
  }

  // date:2 March 2021, without quotes: three operands, the first of which is
  // no date.  Found here, where its neighbours are seen.
  void NoteUnquotedDate(const Node& node) {
    const std::vector<Node>& operands = *OperandsOf(node);
    for (std::size_t i = 0; i < operands.size(); ++i) {
      const Field* field = FindField(operands[i].field);
      if (field == nullptr || field->type != FieldType::kDay) continue;
      if (IsDate(PlainTextOf(operands[i]).value_or(""))) continue;
      std::string text = PlainTextOf(operands[i]).value_or("");
      for (std::size_t j = i + 1; j < operands.size() && j < i + 3; ++j) {
        const auto* word = std::get_if<WordLeaf>(&operands[j].kind);
        if (word == nullptr || !operands[j].field.empty()) break;
        text += " " + word->text;
        if (!IsDate(text)) continue;
        unquoted_.push_back(
            {"a date of several words goes in quotes",
             {ValueSpanOf(operands[i]).begin, operands[j].span.end},
             fmt::format("{}:\"{}\"", operands[i].field, text)});
        break;
      }
    }
  }

  bool IsDate(const std::string& text) const {
    return !std::holds_alternative<DateMistake>(
        ReadDateExpression(text, context_.today));
  }

  // In notmuch and Omega, two values of one field mean either of them.
  void NoteSameField(const Node& node) {
    const std::vector<Node>& operands = *OperandsOf(node);
    for (std::size_t i = 0; i < operands.size(); ++i) {
      const Field* field = FindField(operands[i].field);
      if (field == nullptr || field->repeated || !field->facetable) continue;
      for (std::size_t j = 0; j < i; ++j) {
        if (FindField(operands[j].field) != field) continue;
        notices_.push_back(
            {fmt::format("both \"{}:\" must hold; for either, write {} OR {}",
                         field->name, ToQueryText(operands[j]),
                         ToQueryText(operands[i])),
             operands[i].span});
        return;
      }
    }
  }

  Node Fail(Diagnostic diagnostic, const Node& leaf) {
    errors_.push_back(std::move(diagnostic));
    return PlainWords(leaf);
  }

  Node ResolveLeaf(const Node& leaf) {
    if (leaf.field.empty()) return ResolveWords(FieldFor(FieldId::kText), leaf);
    if (const DateShorthand* shorthand = FindDateShorthand(leaf.field))
      return Ranged(FieldId::kDate,
                    ResolveDateBound(leaf, shorthand->relation, context_.today),
                    leaf);
    const Field* field = FindField(leaf.field);
    if (field == nullptr) return FailWithName(leaf);
    if (field->type == FieldType::kPresence)
      return ResolvePresence(*field, leaf);
    if (std::holds_alternative<Everything>(leaf.kind))
      return Has(field->id, leaf);
    return ResolveTyped(*field, leaf);
  }

  // Leniently, `Note: oil` was a word and not a field.
  Node FailWithName(const Node& leaf) {
    Node name = {.kind = WordLeaf{leaf.field},
                 .field_id = FieldId::kText,
                 .span = leaf.field_span};
    Node value = Fail(UnknownField(leaf), leaf);
    std::vector<Node> both;
    both.push_back(std::move(name));
    both.push_back(std::move(value));
    return MakeAnd(std::move(both), leaf.span);
  }

  Node ResolveTyped(const Field& field, const Node& leaf) {
    switch (field.type) {
      case FieldType::kText:
      case FieldType::kPhrase:
        return ResolveWords(field, leaf);
      case FieldType::kValue:
        return ResolveValue(field, leaf);
      case FieldType::kEntity:
        return ResolveEntity(field, leaf);
      case FieldType::kDay:
        return Ranged(field.id, ResolveDate(leaf, context_.today), leaf);
      case FieldType::kNumber:
        return Ranged(field.id, ResolveNumber(leaf, field), leaf);
      case FieldType::kArticle:
        return ResolveArticle(field, leaf);
      case FieldType::kPresence:
        break;
    }
    return ResolvePresence(field, leaf);
  }

  Node Ranged(FieldId field, ResolvedKind kind, const Node& leaf) {
    if (auto* mistake = std::get_if<Diagnostic>(&kind))
      return Fail(std::move(*mistake), leaf);
    return LeafIn(field, std::get<NodeKind>(std::move(kind)), leaf);
  }

  Node ResolveWords(const Field& field, const Node& leaf) {
    if (std::optional<Diagnostic> mistake = WordMistake(leaf))
      return Fail(std::move(*mistake), leaf);
    if (AsksForWhole(leaf) && field.type == FieldType::kPhrase &&
        field.facetable)
      return LeavesIn(PartsOf(field.id), Counted(leaf), leaf);
    NodeKind kind = leaf.kind;
    if (auto* phrase = std::get_if<PhraseLeaf>(&kind)) phrase->is_whole = false;
    auto* word = std::get_if<WordLeaf>(&kind);
    // Only running text has inflected forms.
    if (word != nullptr && field.type != FieldType::kText)
      word->form = WordForm::kExact;
    return LeavesIn(PartsOf(field.id), kind, leaf);
  }

  Node ResolveValue(const Field& field, const Node& leaf) {
    std::optional<Pattern> value = ValueOf(leaf);
    if (value && !HasWildcards(*value)) {
      if (auto mistake = ImpossibleValue(field, TextOf(*value), leaf))
        return Fail(*std::move(mistake), leaf);
    }
    if (value)
      return LeavesIn(PartsOf(field.id), WholeValue{.value = std::move(*value)},
                      leaf);
    return Fail({fmt::format("{}: takes whole values; wildcards are allowed",
                             leaf.field),
                 ValueSpanOf(leaf), ""},
                leaf);
  }

  Node ResolveArticle(const Field& field, const Node& leaf) {
    std::optional<Pattern> id = ValueOf(leaf);
    if (id && !HasWildcards(*id))
      return LeafIn(field.id, WholeValue{.value = std::move(*id)}, leaf);
    return Fail({fmt::format("{}: takes the id of one article, as "
                             "--format=ids prints it",
                             leaf.field),
                 ValueSpanOf(leaf), ""},
                leaf);
  }

  // Whether `=` stands before a word or a phrase.
  static bool AsksForWhole(const Node& leaf) {
    if (const auto* word = std::get_if<WordLeaf>(&leaf.kind))
      return word->form == WordForm::kExact;
    const auto* phrase = std::get_if<PhraseLeaf>(&leaf.kind);
    return phrase != nullptr && phrase->is_whole && !phrase->slop;
  }

  // Of a leaf that asks for the whole.
  static WholeValue Counted(const Node& leaf) {
    return {.value = ValueOf(leaf).value_or(Pattern{}), .is_counted = true};
  }

  static std::optional<Pattern> ValueOf(const Node& leaf) {
    if (const auto* word = std::get_if<WordLeaf>(&leaf.kind))
      return PlainPattern(word->text);
    if (const auto* pattern = std::get_if<PatternLeaf>(&leaf.kind))
      return pattern->pattern;
    const auto* phrase = std::get_if<PhraseLeaf>(&leaf.kind);
    if (phrase != nullptr && !phrase->slop) return phrase->text;
    return std::nullopt;
  }

  // Quoted it is a whole name, unquoted a word of one.
  Node ResolveEntity(const Field& field, const Node& leaf) {
    const auto* phrase = std::get_if<PhraseLeaf>(&leaf.kind);
    const bool is_quoted = phrase != nullptr && !phrase->slop;
    if (AsksForWhole(leaf))
      return LeavesIn(PartsOf(field.id), Counted(leaf), leaf);
    if (is_quoted) return ResolveValue(field, leaf);
    return ResolveWords(field, leaf);
  }

  // has:FIELD, missing:FIELD.
  Node ResolvePresence(const Field& field, const Node& leaf) {
    const bool is_star = std::holds_alternative<Everything>(leaf.kind);
    const std::string name =
        is_star ? "*" : LowerAscii(PlainTextOf(leaf).value_or(""));
    const Field* of = FindField(name);
    if (of == nullptr || of->type == FieldType::kPresence)
      return Fail(UnknownPresence(leaf, name), leaf);
    Node has = Has(of->id, leaf);
    if (field.id == FieldId::kHas) return has;
    return MakeNot(std::move(has), leaf.span);
  }

  ResolveContext context_;
  int leaves_ = 0;
  std::vector<Diagnostic> errors_;
  std::vector<Diagnostic> unquoted_;
  std::vector<Notice> notices_;
};

}  // namespace

ResolvedQuery Resolve(const Node& parsed, const ResolveContext& context) {
  return Resolver(context).Run(parsed);
}

}  // namespace archive
