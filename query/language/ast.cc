#include "query/language/ast.h"

#include <utility>

#include <fmt/format.h>

#include "query/language/written_form.h"

namespace archive {
namespace {

std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string List(std::string_view head, const std::vector<Node>& operands) {
  std::string out = fmt::format("({}", head);
  for (const Node& operand : operands) out += " " + ToString(operand);
  return out + ")";
}

std::string NearHead(const Near& near) {
  if (near.scope == Near::Scope::kSentence) return "w/s";
  if (near.scope == Near::Scope::kParagraph) return "w/p";
  return fmt::format("{}/{}", near.order == Near::Order::kAny ? "near" : "pre",
                     near.distance);
}

std::string Body(const Node& node) {
  return std::visit(
      Overloaded{
          [](const Everything&) { return std::string("*"); },
          [](const WordLeaf& word) {
            return (word.form == WordForm::kExact ? "=" : "") +
                   Quoted(word.text);
          },
          [](const PhraseLeaf& phrase) {
            const std::string text = InQuotes(phrase.text);
            return phrase.slop
                       ? fmt::format("(window/{} {})", *phrase.slop, text)
                       : fmt::format("({} {})",
                                     phrase.is_whole ? "whole" : "phrase",
                                     text);
          },
          [](const PatternLeaf& leaf) {
            return "(like " + InQuotes(leaf.pattern) + ")";
          },
          [](const FuzzyLeaf& fuzzy) {
            return fmt::format("(fuzzy/{} {})", fuzzy.edits,
                               Quoted(fuzzy.text));
          },
          [](const CaseLeaf& leaf) {
            return fmt::format("({} {})",
                               leaf.letters == LetterPattern::kAllCapitals
                                   ? "allcaps"
                                   : "caps",
                               Quoted(leaf.text));
          },
          [](const Comparison& comparison) {
            return fmt::format("({} {})", KeywordOf(comparison.relation),
                               Quoted(comparison.text));
          },
          [](const DateRange& range) { return WrittenRange(range); },
          [](const DayOfYear& day) { return WrittenDayOfYear(day); },
          [](const NumberRange& range) { return WrittenRange(range); },
          [](const Presence& presence) {
            return std::string(FieldFor(presence.of).name);
          },
          [](const WholeValue& whole) {
            return (whole.is_counted ? "(counted " : "(value ") +
                   InQuotes(whole.value) + ")";
          },
          [](const And& all) { return List("and", all.operands); },
          [](const Or& any) { return List("or", any.operands); },
          [](const Not& negation) { return List("not", negation.operand); },
          [](const Near& near) { return List(NearHead(near), near.operands); },
          [](const AtLeast& atleast) {
            return List(fmt::format("atleast/{}", atleast.times),
                        atleast.operand);
          },
      },
      node.kind);
}

}  // namespace

Pattern PlainPattern(std::string_view text) {
  Pattern pattern;
  if (!text.empty())
    pattern.push_back({PatternPiece::Kind::kText, std::string(text)});
  return pattern;
}

void Append(Pattern& pattern, PatternPiece piece) {
  if (!pattern.empty() && pattern.back().kind == piece.kind) {
    if (piece.kind == PatternPiece::Kind::kAnyRun) return;
    if (piece.kind == PatternPiece::Kind::kText) {
      pattern.back().text += piece.text;
      return;
    }
  }
  pattern.push_back(std::move(piece));
}

bool HasWildcards(const Pattern& pattern) {
  for (const PatternPiece& piece : pattern) {
    if (piece.kind != PatternPiece::Kind::kText) return true;
  }
  return false;
}

std::string TextOf(const Pattern& pattern) {
  std::string out;
  for (const PatternPiece& piece : pattern) {
    switch (piece.kind) {
      case PatternPiece::Kind::kText:
        out += piece.text;
        break;
      case PatternPiece::Kind::kAnyRun:
        out += '*';
        break;
      case PatternPiece::Kind::kAnyOne:
        out += '?';
        break;
    }
  }
  return out;
}

Span ValueSpanOf(const Node& node) {
  const bool field_inside = node.field_span.end > node.field_span.begin &&
                            node.field_span.begin == node.span.begin &&
                            node.field_span.end <= node.span.end;
  return {field_inside ? node.field_span.end : node.span.begin, node.span.end};
}

Node MakeNot(Node operand, Span span) {
  Not negation;
  negation.operand.push_back(std::move(operand));
  return {.kind = std::move(negation), .span = span};
}

Node MakeAnd(std::vector<Node> operands, Span span) {
  if (operands.size() == 1) return std::move(operands.front());
  return {.kind = And{std::move(operands)}, .span = span};
}

Node MakeOr(std::vector<Node> operands, Span span) {
  if (operands.size() == 1) return std::move(operands.front());
  return {.kind = Or{std::move(operands)}, .span = span};
}

// Each kind is named in the two below, so that the compiler asks for a new one.

bool IsLeafOfWords(const Node& node) {
  return std::visit(Overloaded{
                        [](const WordLeaf&) { return true; },
                        [](const PhraseLeaf&) { return true; },
                        [](const PatternLeaf&) { return true; },
                        [](const FuzzyLeaf&) { return true; },
                        [](const CaseLeaf&) { return true; },
                        [](const Everything&) { return false; },
                        [](const Comparison&) { return false; },
                        [](const DateRange&) { return false; },
                        [](const DayOfYear&) { return false; },
                        [](const NumberRange&) { return false; },
                        [](const Presence&) { return false; },
                        [](const WholeValue&) { return false; },
                        [](const And&) { return false; },
                        [](const Or&) { return false; },
                        [](const Not&) { return false; },
                        [](const Near&) { return false; },
                        [](const AtLeast&) { return false; },
                    },
                    node.kind);
}

const std::vector<Node>* OperandsOf(const Node& node) {
  using Operands = const std::vector<Node>*;
  return std::visit(
      Overloaded{
          [](const And& all) -> Operands { return &all.operands; },
          [](const Or& any) -> Operands { return &any.operands; },
          [](const Not& negation) -> Operands { return &negation.operand; },
          [](const Near& near) -> Operands { return &near.operands; },
          [](const AtLeast& atleast) -> Operands { return &atleast.operand; },
          [](const Everything&) -> Operands { return nullptr; },
          [](const WordLeaf&) -> Operands { return nullptr; },
          [](const PhraseLeaf&) -> Operands { return nullptr; },
          [](const PatternLeaf&) -> Operands { return nullptr; },
          [](const FuzzyLeaf&) -> Operands { return nullptr; },
          [](const CaseLeaf&) -> Operands { return nullptr; },
          [](const Comparison&) -> Operands { return nullptr; },
          [](const DateRange&) -> Operands { return nullptr; },
          [](const DayOfYear&) -> Operands { return nullptr; },
          [](const NumberRange&) -> Operands { return nullptr; },
          [](const Presence&) -> Operands { return nullptr; },
          [](const WholeValue&) -> Operands { return nullptr; },
      },
      node.kind);
}

std::vector<Node>* OperandsOf(Node& node) {
  return const_cast<std::vector<Node>*>(
      OperandsOf(static_cast<const Node&>(node)));
}

std::string ToString(const Node& node) {
  if (node.field.empty()) return Body(node);
  return "(" + node.field + " " + Body(node) + ")";
}

}  // namespace archive
