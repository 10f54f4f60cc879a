#include "query/language/parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "query/language/call_rules.h"
#include "query/language/characters.h"
#include "query/language/dialect.h"
#include "query/language/field_rules.h"
#include "query/language/foreign_habits.h"
#include "query/language/leaf_reader.h"
#include "query/language/lexer.h"
#include "query/language/mistakes.h"
#include "query/language/operator_rules.h"
#include "query/language/proximity_rules.h"
#include "query/language/repairs.h"
#include "query/language/saved_rules.h"
#include "query/language/token_cursor.h"
#include "query/language/written_form.h"

namespace archive {
namespace {

// What an operator finds on one side.
struct Operand {
  std::optional<Node> node = {};  // nothing: there was none
  // A group in brackets of its own is never joined with its neighbours.
  bool bracketed = false;
  bool closed = true;  // no closing bracket is missing
  // An AND that spaces made (--any): see AddAlternative.
  bool excluding = false;
  bool adjacent = false;  // a phrase that spaces made (Nexis)
};

std::string NothingBehind(std::string_view sign) {
  return fmt::format("there is nothing behind \"{}\"", sign);
}

class Parser {
 public:
  Parser(std::string_view query, const ParseOptions& options)
      : query_(query),
        options_(options),
        mistakes_(query),
        tokens_(TokensOf(query, options), mistakes_),
        saved_(options.saved, mistakes_, notices_) {}

  ParsedQuery Run() {
    Operand whole = ParseInfix(0);
    while (tokens_.Peek().kind == TokenKind::kClose) {
      const Span close = tokens_.Take().span;
      mistakes_.Add("this bracket closes nothing", close, Removing(close));
      Operand rest = ParseInfix(0);
      whole = Combine({&OperatorFor(OpId::kAnd), 0}, std::move(whole),
                      std::move(rest), close);
    }
    ParsedQuery parsed;
    if (whole.node) {
      parsed.tree = std::move(*whole.node);
      parsed.understood = true;
      TellMixed(parsed);
    } else if (mistakes_.IsEmpty() && !IsBlank(query_)) {
      mistakes_.Add("there is no word in this query", {0, query_.size()});
    }
    parsed.errors = mistakes_.Finish();
    parsed.notices.insert(parsed.notices.end(), notices_.begin(),
                          notices_.end());
    return parsed;
  }

 private:
  // ---- Limits and doubts ----

  // True, and one level deeper; false, with a diagnostic and the rest of the
  // query skipped, at the limit.
  bool GoDeeper(Span at) {
    if (depth_ < kMaxNesting) {
      ++depth_;
      return true;
    }
    mistakes_.Add(fmt::format("nested more than {} deep", kMaxNesting), at);
    mistakes_.GiveUp();
    tokens_.SkipAll();
    return false;
  }

  void TellMixed(ParsedQuery& parsed) {
    if (!mixed_) return;
    const std::string reading = ToQueryText(parsed.tree);
    if (options_.mixed == MixedOperators::kError) {
      mistakes_.Add("AND and OR are mixed without brackets", *mixed_, reading);
    } else {
      parsed.notices.push_back(
          {"AND binds tighter than OR; read as " + reading, *mixed_});
    }
  }

  // ---- Operators ----

  Operand ParseInfix(int loosest) {
    Operand left = ParsePrefix();
    for (;;) {
      const std::optional<InfixUse> infix =
          NextInfix(tokens_, left.node ? &*left.node : nullptr, options_);
      if (!infix || infix->binding < loosest) return left;
      const QueryToken op = tokens_.Peek();
      if (!infix->implied) tokens_.Take();
      if (!infix->implied && left.adjacent) left.bracketed = true;
      Operand right = ParseInfix(infix->right_binding);
      if (!infix->implied)
        CheckSides(op, left.node.has_value(), right.node.has_value(),
                   mistakes_);
      // Of one side alone nothing is made.
      const bool excludes =
          infix->implied && infix->binding == 0 && left.node && right.node;
      left = Combine(infix->use, std::move(left), std::move(right), op.span);
      left.excluding = left.excluding || excludes;
      left.adjacent = infix->implied && infix->use.op->id == OpId::kAdj;
    }
  }

  Operand Combine(const OperatorUse& use, Operand left, Operand right,
                  Span op_span) {
    if (!left.node) return right;
    if (!right.node) return left;
    switch (JointOf(use.op->id)) {
      case Joint::kEither:
        if (left.excluding) {
          AddAlternative(*left.node, std::move(*right.node));
          return left;
        }
        NoteMixed(left);
        NoteMixed(right);
        return Join<Or>(std::move(left), std::move(right));
      case Joint::kNear:
        return CombineNear(use, std::move(left), std::move(right), op_span);
      case Joint::kBoth:
        break;
    }
    return Join<And>(std::move(left), std::move(right));
  }

  // An AND without brackets beside an OR.
  void NoteMixed(const Operand& side) {
    if (!mixed_ && !side.bracketed && options_.dialect == Dialect::kOwn &&
        std::holds_alternative<And>(side.node->kind))
      mixed_ = side.node->span;
  }

  // a OR b OR c is one node with three operands.
  template <typename Kind>
  static Operand Join(Operand left, Operand right, Kind fresh = {}) {
    const Span span = {left.node->span.begin, right.node->span.end};
    auto* chain = std::get_if<Kind>(&left.node->kind);
    if (chain == nullptr || left.bracketed) {
      fresh.operands.push_back(std::move(*left.node));
      left = {Node{.kind = std::move(fresh)}, false};
      chain = &std::get<Kind>(left.node->kind);
    }
    chain->operands.push_back(std::move(*right.node));
    left.node->span = span;
    return left;
  }

  Operand CombineNear(const OperatorUse& use, Operand left, Operand right,
                      Span op_span) {
    Near near = NearFor(use, op_span, mistakes_);
    const Sides sides = {*left.node, *right.node};
    const auto* before = std::get_if<Near>(&left.node->kind);
    const bool chained = before != nullptr && !left.bracketed;
    if (auto mistake = ProximityMistake(near, sides)) {
      mistakes_.Add(std::move(*mistake));
      // What can be searched for leniently: both, wherever they stand.
      Operand both = Join<And>(std::move(left), std::move(right));
      both.bracketed = true;
      return both;
    }
    if (chained && !IsSameProximity(*before, near)) {
      mistakes_.Add(MixedProximity(near, sides, op_span));
      left.bracketed = true;
    }
    return Join<Near>(std::move(left), std::move(right), std::move(near));
  }

  Operand ParsePrefix() {
    const QueryToken sign = tokens_.Peek();
    const std::optional<OperatorUse> use = ReadOperator(sign);
    const bool is_not = use && use->op->shape == OpShape::kPrefix;
    if (sign.kind != TokenKind::kMinus && !is_not)
      return use ? Operand{} : ParsePrimary();
    tokens_.Take();
    if (!GoDeeper(sign.span)) return {};
    Operand operand = ParseInfix(kProximityPrecedence);
    --depth_;
    if (!operand.node) {
      mistakes_.Add(fmt::format("{} has nothing behind it",
                                is_not ? "NOT" : "this minus"),
                    sign.span, Removing(sign.span));
      return {};
    }
    const Span span = {sign.span.begin, operand.node->span.end};
    return {MakeNot(std::move(*operand.node), span), false};
  }

  // ---- Operands ----

  Operand ParsePrimary() {
    switch (tokens_.Peek().kind) {
      case TokenKind::kOpen:
        return ParseGroup();
      case TokenKind::kField:
        return ParseField();
      case TokenKind::kEquals:
        return ParseExact();
      case TokenKind::kCall:
        return ParseCall();
      case TokenKind::kWord:
      case TokenKind::kQuoted:
        return ParseLeaf(WordForm::kInflected);
      case TokenKind::kSaved:
        return {saved_.Expand(tokens_.Take(), depth_), true};
      case TokenKind::kEnd:
      case TokenKind::kClose:
        return {};
      case TokenKind::kMinus:  // the lexer makes none behind a field
      case TokenKind::kCompare:
      case TokenKind::kTilde:
        break;
    }
    mistakes_.Add("this cannot stand here", tokens_.Take().span);
    return {};
  }

  Operand ParseLeaf(WordForm form) {
    const std::size_t index = tokens_.Index();
    const QueryToken token = tokens_.Take();
    const bool has_tilde =
        tokens_.Peek().kind == TokenKind::kTilde && tokens_.NextTouches(token);
    const QueryToken* tilde = has_tilde ? &tokens_.Take() : nullptr;
    if (token.kind == TokenKind::kQuoted && !token.closed)
      mistakes_.Add("the quote that opens here is never closed", token.span,
                    Repair{token.span.end, 0, CloserOf(query_, token)});
    else if (form == WordForm::kExact && !HasWordCharacter(token.text))
      mistakes_.Add("there is no word behind this =", token.span);
    NoteLowerCase(index);
    if (std::string note = NoteOfForeignHabit(token); !note.empty())
      notices_.push_back({std::move(note), token.span});
    Node leaf = ReadLeaf(token, tilde, form, mistakes_);
    const bool is_group = OperandsOf(leaf) != nullptr;
    return {std::move(leaf), is_group};
  }

  void NoteLowerCase(std::size_t index) {
    if (options_.space == SpaceMeans::kOr) return;  // a question has words
    if (!tokens_.IsLowerCaseOperator(index)) return;
    const QueryToken& token = tokens_.All()[index];
    notices_.push_back({fmt::format("\"{}\" was read as a word; write {}",
                                    token.text, UpperAscii(token.text)),
                        token.span});
  }

  Operand ParseExact() {
    const QueryToken sign = tokens_.Take();
    if (tokens_.Peek().kind == TokenKind::kWord ||
        tokens_.Peek().kind == TokenKind::kQuoted) {
      Operand leaf = ParseLeaf(WordForm::kExact);
      leaf.node->span.begin = sign.span.begin;
      return leaf;
    }
    if (!GoDeeper(sign.span)) return {};
    Operand other = ParsePrimary();
    --depth_;
    std::string meant;  // =title:rate was meant as title:=rate
    if (other.node) {
      Node exact = *other.node;
      auto* word = std::get_if<WordLeaf>(&exact.kind);
      if (word != nullptr) word->form = WordForm::kExact;
      if (word != nullptr) meant = ToQueryText(exact);
    }
    mistakes_.Add("= goes right before a word", sign.span, meant);
    return other;
  }

  // REQUIRES: an opening token (kOpen, kCall) stands here.
  Operand ParseGroup() {
    const std::size_t open_index = tokens_.Index();
    const QueryToken open = tokens_.Take();
    if (!GoDeeper(open.span)) return {};
    Operand inner = ParseInfix(0);
    --depth_;
    if (tokens_.Peek().kind == TokenKind::kClose) {
      const Span span = {open.span.begin, tokens_.Take().span.end};
      if (inner.node) {
        inner.node->span = span;
      } else if (!mistakes_.KnowsAny(span.begin)) {
        mistakes_.Add("there is nothing between these brackets", span,
                      Removing(span));
      }
    } else {
      // One that opens nothing is best left out.
      const Repair repair =
          inner.node
              ? Repair{PlaceOfClose(query_, tokens_.All(), open_index), 0, ")"}
              : Removing(open.span);
      mistakes_.Add("the bracket that opens here is never closed",
                    {open.span.end - 1, open.span.end}, repair);
      inner.closed = false;
    }
    inner.bracketed = true;
    inner.excluding = false;  // only inside
    return inner;
  }

  Operand ParseCall() {
    const QueryToken call = tokens_.Peek();
    Operand inner = ParseGroup();
    if (inner.node)
      inner.node = ApplyCall(call, std::move(*inner.node), mistakes_);
    return inner;
  }

  Operand ParseField() {
    const QueryToken field = tokens_.Take();
    const bool touches = tokens_.NextTouches(field);
    const std::optional<OperatorUse> op = ReadOperator(tokens_.Peek());
    if (tokens_.NextIsNothing() || (!touches && op)) {
      mistakes_.Add(fmt::format("there is nothing behind \"{}:\"", field.text),
                    field.span, Removing(field.span));
      return {};
    }
    if (!touches)
      mistakes_.Add(fmt::format("there is a space behind \"{}:\"", field.text),
                    field.span,
                    Repair{field.span.end,
                           tokens_.Peek().span.begin - field.span.end, ""});
    CheckFieldValue(field, tokens_.Peek(), mistakes_);
    Operand value = tokens_.Peek().kind == TokenKind::kCompare
                        ? ParseComparison(field)
                        : ParsePrimary();
    if (!value.node) {
      mistakes_.AddRepair(Removing(field.span));
      return {};
    }
    // How far a group without an end was meant to go, nobody knows.
    Mistakes unheard(query_);
    NameField(*value.node, field, value.closed ? mistakes_ : unheard);
    value.node->span.begin = field.span.begin;
    return value;
  }

  Operand ParseComparison(const QueryToken& field) {
    const QueryToken sign = tokens_.Take();
    const Span both = {field.span.begin, sign.span.end};
    if (tokens_.Peek().kind != TokenKind::kWord &&
        tokens_.Peek().kind != TokenKind::kQuoted) {
      mistakes_.Add(NothingBehind(field.text + ":" + sign.text), both,
                    Removing(both));
      return {};
    }
    if (!tokens_.NextTouches(sign))
      mistakes_.Add(
          fmt::format("there is a space behind \"{}\"", sign.text), both,
          Repair{sign.span.end, tokens_.Peek().span.begin - sign.span.end, ""});
    const QueryToken value = tokens_.Take();
    return {Node{.kind = Comparison{RelationOf(sign), value.text},
                 .span = {sign.span.begin, value.span.end}},
            false};
  }

  std::string_view query_;
  ParseOptions options_;
  Mistakes mistakes_;
  TokenCursor tokens_;
  int depth_ = 0;
  std::optional<Span> mixed_;  // where AND and OR first met without brackets
  std::vector<Notice> notices_;
  SavedExpander saved_;
};

}  // namespace

ParsedQuery Parse(std::string_view query, const ParseOptions& options) {
  const std::string_view read = BeginningOf(query, kMaxQueryBytes);
  ParsedQuery parsed = Parser(read, options).Run();
  if (read.size() == query.size()) return parsed;
  // The cut makes mistakes of its own; only this one is worth telling.
  parsed.errors = {{"a query is at most 10,000 bytes long",
                    {read.size(), query.size()},
                    ""}};
  return parsed;
}

}  // namespace archive
