#include "query/language/proximity_rules.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "query/language/written_form.h"

namespace archive {
namespace {

// The first part of an operand that has no place beside a distance; nullptr:
// none.
const Node* FindOffender(const Node& node) {
  if (IsLeafOfWords(node)) return nullptr;
  if (!std::holds_alternative<Or>(node.kind) &&
      !std::holds_alternative<Near>(node.kind))
    return &node;
  for (const Node& operand : *OperandsOf(node)) {
    if (const Node* offender = FindOffender(operand)) return offender;
  }
  return nullptr;
}

Node Combined(const Near& like, Node left, Node right) {
  Near near = like;
  near.operands.clear();
  near.operands.push_back(std::move(left));
  near.operands.push_back(std::move(right));
  return {.kind = std::move(near)};
}

// `(a AND b) W/5 c`: both near c, or either of them.
Offers RewritesOfAnd(const Near& near, const Sides& sides,
                     const Node& offender) {
  const bool on_left = &offender == &sides.left;
  if (!on_left && &offender != &sides.right) return {};
  And each;
  for (const Node& part : std::get<And>(offender.kind).operands) {
    each.operands.push_back(on_left ? Combined(near, part, sides.right)
                                    : Combined(near, sides.left, part));
  }
  const Node parts = {.kind = Or{std::get<And>(offender.kind).operands}};
  const Node either = on_left ? Combined(near, parts, sides.right)
                              : Combined(near, sides.left, parts);
  // What is offered must itself be allowed.
  if (FindOffender(either) != nullptr) return {};
  std::string both;
  for (const Node& part : each.operands) {
    if (!both.empty()) both += " AND ";
    both += "(" + ToQueryText(part) + ")";
  }
  return Offers({{both}, {ToQueryText(either)}});
}

// `a W/5 NOT b`: a, but not near b.
std::string RewriteOfNot(const Near& near, const Sides& sides,
                         const Node& offender) {
  if (&offender != &sides.right) return "";
  Node together =
      Combined(near, sides.left, std::get<Not>(offender.kind).operand.front());
  if (FindOffender(together) != nullptr) return "";
  And rewritten;
  rewritten.operands.push_back(sides.left);
  rewritten.operands.push_back(MakeNot(std::move(together), {}));
  return ToQueryText({.kind = std::move(rewritten)});
}

// What the operator says, apart from its distance.
Near KindOf(OpId id) {
  switch (id) {
    case OpId::kWithin:
    case OpId::kNear:
      return {};
    case OpId::kPre:
    case OpId::kAdj:
      return {.order = Near::Order::kAsWritten};
    case OpId::kSentence:
      return {.scope = Near::Scope::kSentence};
    case OpId::kParagraph:
      return {.scope = Near::Scope::kParagraph};
    case OpId::kOr:  // these know no distance
    case OpId::kAnd:
    case OpId::kNot:
    case OpId::kAtLeast:
    case OpId::kCaps:
    case OpId::kAllCaps:
      break;
  }
  return {};
}

}  // namespace

Near NearFor(const OperatorUse& use, Span op_span, Mistakes& mistakes) {
  Near near = KindOf(use.op->id);
  if (near.scope != Near::Scope::kWords) return near;
  near.distance = std::clamp(use.number, 1, kMaxDistance);
  if (use.number < 1) {
    mistakes.Add("a distance begins at 1, where the words are neighbours",
                 op_span, Replacing(op_span, OperatorText(near)));
  } else if (use.number > kMaxDistance) {
    mistakes.Add("a distance is at most 1,000 words", op_span,
                 Replacing(op_span, OperatorText(near)));
  }
  return near;
}

bool IsSameProximity(const Near& a, const Near& b) {
  return a.distance == b.distance && a.order == b.order && a.scope == b.scope;
}

std::optional<Diagnostic> ProximityMistake(const Near& near,
                                           const Sides& sides) {
  const Node* offender = FindOffender(sides.left);
  if (offender == nullptr) offender = FindOffender(sides.right);
  if (offender == nullptr) return std::nullopt;
  const std::string op = OperatorText(near);
  if (std::holds_alternative<And>(offender->kind))
    return Diagnostic{fmt::format("AND cannot stand inside {}", op),
                      offender->span, RewritesOfAnd(near, sides, *offender)};
  if (std::holds_alternative<Not>(offender->kind))
    return Diagnostic{fmt::format("NOT cannot stand inside {}", op),
                      offender->span, RewriteOfNot(near, sides, *offender)};
  return Diagnostic{
      fmt::format("{} needs words, phrases or wildcards on both sides", op),
      offender->span, ""};
}

Diagnostic MixedProximity(const Near& near, const Sides& sides, Span op_span) {
  const auto& before = std::get<Near>(sides.left.kind);
  const Node left_first = Combined(near, sides.left, sides.right);
  Near outer = before;
  Node inner = Combined(near, outer.operands.back(), sides.right);
  outer.operands.back() = std::move(inner);
  return {fmt::format("{} and {} side by side need brackets",
                      OperatorText(before), OperatorText(near)),
          op_span,
          Offers({{ToQueryText(left_first)},
                  {ToQueryText({.kind = std::move(outer)})}})};
}

}  // namespace archive
