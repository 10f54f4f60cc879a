#include "query/language/call_rules.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "query/language/written_form.h"

namespace archive {
namespace {

Span NameSpan(const QueryToken& call) {
  return {call.span.begin, call.span.end - 1};  // without the bracket
}

// atleast5(a OR b) as two calls, where that is what was meant.
std::string Distributed(const QueryToken& call, const Node& inner) {
  const bool all = std::holds_alternative<And>(inner.kind);
  if (!all && !std::holds_alternative<Or>(inner.kind)) return "";
  std::string out;
  for (const Node& operand : *OperandsOf(inner)) {
    if (OperandsOf(operand) != nullptr) return "";
    if (!out.empty()) out += all ? " AND " : " OR ";
    out += fmt::format("{}({})", call.text, ToQueryText(operand));
  }
  return out;
}

Node AtLeastOf(int times, const QueryToken& call, Node inner,
               Mistakes& mistakes) {
  if (times < 1 || times > kMaxAtLeast) {
    const int nearest = times > kMaxAtLeast ? kMaxAtLeast : 5;
    mistakes.Add("atleast takes a number from 1 to 1,000", NameSpan(call),
                 fmt::format("atleast{}({})", nearest, ToQueryText(inner)));
    return inner;
  }
  if (OperandsOf(inner) != nullptr ||
      std::holds_alternative<Everything>(inner.kind)) {
    mistakes.Add(fmt::format("{} counts one word or phrase", call.text),
                 NameSpan(call), Distributed(call, inner));
    return inner;
  }
  AtLeast atleast = {times, {}};
  atleast.operand.push_back(std::move(inner));
  return {.kind = std::move(atleast)};
}

Node CaseOf(LetterPattern letters, const QueryToken& call, Node inner,
            Mistakes& mistakes) {
  const auto* word = std::get_if<WordLeaf>(&inner.kind);
  if (word == nullptr) {
    mistakes.Add(fmt::format("{} takes a single word", call.text),
                 NameSpan(call), Distributed(call, inner));
    return inner;
  }
  inner.kind = CaseLeaf{word->text, letters};
  return inner;
}

Node Applied(const OperatorUse& use, const QueryToken& call, Node inner,
             Mistakes& mistakes) {
  switch (use.op->id) {
    case OpId::kAtLeast:
      return AtLeastOf(use.number, call, std::move(inner), mistakes);
    case OpId::kCaps:
      return CaseOf(LetterPattern::kCapitalFirst, call, std::move(inner),
                    mistakes);
    case OpId::kAllCaps:
      return CaseOf(LetterPattern::kAllCapitals, call, std::move(inner),
                    mistakes);
    case OpId::kOr:  // the lexer makes no call of these
    case OpId::kAnd:
    case OpId::kNot:
    case OpId::kWithin:
    case OpId::kNear:
    case OpId::kPre:
    case OpId::kAdj:
    case OpId::kSentence:
    case OpId::kParagraph:
      break;
  }
  return inner;
}

}  // namespace

Node ApplyCall(const QueryToken& call, Node inner, Mistakes& mistakes) {
  const OperatorUse use = ReadCall(call.text).value_or(
      OperatorUse{&OperatorFor(OpId::kAtLeast), -1});
  const Span span = {call.span.begin, inner.span.end};
  Node node = Applied(use, call, std::move(inner), mistakes);
  node.span = span;
  return node;
}

}  // namespace archive
