#include "query/language/dialect.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "query/language/characters.h"
#include "query/language/question.h"
#include "query/language/word_rules.h"

namespace archive {
namespace {

// ---- Nexis -----------------------------------------------------------------

struct Segment {
  std::string_view theirs;
  std::string_view ours;
};

// Segments that have other names here; all others are fields of that name.
constexpr std::array<Segment, 8> kSegments = {{
    {"company", "org"},
    {"geographic", "place"},
    {"headline", "title"},
    {"language", "lang"},
    {"length", "words"},
    {"publication", "source"},
    {"subject", "topic"},
    {"term", "keyword"},
}};

std::string FieldOfSegment(std::string_view segment) {
  for (const Segment& row : kSegments) {
    if (row.theirs == segment) return std::string(row.ours);
  }
  return std::string(segment);
}

struct Comparing {
  std::string_view word;
  std::string_view sign;  // ours; empty: equal
};

constexpr std::array<Comparing, 12> kComparing = {{
    {"aft", ">"},
    {"after", ">"},
    {"bef", "<"},
    {"before", "<"},
    {"geq", ">="},
    {"leq", "<="},
    {"is", ""},
    {"=", ""},
    {">", ">"},
    {"<", "<"},
    {">=", ">="},
    {"<=", "<="},
}};

constexpr std::array<std::string_view, 12> kMonths = {
    "jan", "feb", "mar", "apr", "may", "jun",
    "jul", "aug", "sep", "oct", "nov", "dec"};

bool IsPartOfDate(std::string_view word) {
  const std::string lower = LowerAscii(word);
  const bool is_month = std::any_of(
      kMonths.begin(), kMonths.end(),
      [&lower](std::string_view month) { return lower.starts_with(month); });
  return is_month ||
         (!lower.empty() && IsDigit(static_cast<unsigned char>(lower.front())));
}

class NexisReader {
 public:
  explicit NexisReader(std::vector<QueryToken> tokens)
      : tokens_(std::move(tokens)) {}

  std::vector<QueryToken> Run() {
    while (at_ < tokens_.size()) {
      if (TakeComparison() || TakeSegment()) continue;
      QueryToken token = std::move(tokens_[at_++]);
      if (token.kind == TokenKind::kWord) ReadWord(token);
      if (token.kind == TokenKind::kOpen || token.kind == TokenKind::kCall)
        ++depth_;
      if (token.kind == TokenKind::kClose && --depth_ < dates_until_)
        dates_until_ = kNoDates;
      read_.push_back(std::move(token));
    }
    return std::move(read_);
  }

 private:
  static constexpr int kNoDates = 1 << 30;

  const QueryToken* Ahead(std::size_t n) const {
    return at_ + n < tokens_.size() ? &tokens_[at_ + n] : nullptr;
  }

  static const Comparing* FindComparing(const QueryToken* token) {
    if (token == nullptr || token->kind != TokenKind::kWord) return nullptr;
    const std::string lower = LowerAscii(token->text);
    const auto* const row =
        std::find_if(kComparing.begin(), kComparing.end(),
                     [&lower](const Comparing& c) { return c.word == lower; });
    return row == kComparing.end() ? nullptr : row;
  }

  // `date aft 2020`, `length > 500`, and `aft 2020` inside `date(...)`.
  bool TakeComparison() {
    const QueryToken& name = tokens_[at_];
    if (name.kind != TokenKind::kWord) return false;
    if (const Comparing* inner = FindComparing(&name);
        inner != nullptr && depth_ >= dates_until_) {
      return Compare("date", 1, *inner);
    }
    const std::string lower = LowerAscii(name.text);
    if (lower != "date" && lower != "length") return false;
    const Comparing* const comparing = FindComparing(Ahead(1));
    return comparing != nullptr &&
           Compare(FieldOfSegment(lower), 2, *comparing);
  }

  // The value is `words` tokens ahead.
  bool Compare(std::string field, std::size_t words,
               const Comparing& comparing) {
    const QueryToken* value = Ahead(words);
    if (value == nullptr || value->kind != TokenKind::kWord) return false;
    const std::size_t begin = tokens_[at_].span.begin;
    QueryToken date = *value;
    ++words;
    for (; IsPartOfDate(date.text); ++words) {
      const QueryToken* const more = Ahead(words);
      const bool belongs = more != nullptr && more->kind == TokenKind::kWord &&
                           IsPartOfDate(more->text);
      if (!belongs) break;
      date.text += " " + more->text;
      date.span.end = more->span.end;
    }
    std::erase(date.text, ',');
    if (date.text.find(' ') != std::string::npos)
      date.kind = TokenKind::kQuoted;
    date.literal.assign(date.text.size(), false);
    Push(TokenKind::kField, std::move(field), {begin, date.span.begin});
    if (!comparing.sign.empty()) {
      Push(TokenKind::kCompare, std::string(comparing.sign),
           {date.span.begin, date.span.begin});
    }
    read_.push_back(std::move(date));
    at_ += words;
    return true;
  }

  void Push(TokenKind kind, std::string text, Span span) {
    read_.push_back(
        {.kind = kind, .text = std::move(text), .literal = {}, .span = span});
  }

  // `headline(oil)` is title:(oil).
  bool TakeSegment() {
    const QueryToken& name = tokens_[at_];
    const QueryToken* const open = Ahead(1);
    const bool is_segment =
        name.kind == TokenKind::kWord && open != nullptr &&
        open->kind == TokenKind::kOpen && open->span.begin == name.span.end &&
        std::all_of(name.text.begin(), name.text.end(), [](char c) {
          return IsAsciiLetter(static_cast<unsigned char>(c)) || c == '-';
        });
    if (!is_segment) return false;
    const std::string segment = LowerAscii(name.text);
    ++at_;
    // The field stands in front of every comparison inside instead.
    if (segment == "date" && FindComparing(Ahead(1)) != nullptr) {
      dates_until_ = depth_ + 1;
      return true;
    }
    Push(TokenKind::kField, FieldOfSegment(segment), name.span);
    return true;
  }

  // Connectors in any case; `terror!` is terror*, `wom*n` wom?n.
  static void ReadWord(QueryToken& token) {
    const std::string upper = UpperAscii(token.text);
    if (upper == "AND" || upper == "OR" || upper == "NOT") {
      token.text = upper;
      return;
    }
    for (std::size_t i = 0; i < token.text.size(); ++i) {
      if (token.IsLiteral(i)) continue;
      char& c = token.text[i];
      const bool is_last = i + 1 == token.text.size();
      if (c == '*') c = '?';
      if (c == '!' && is_last && i > 0) c = '*';
    }
  }

  std::vector<QueryToken> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
  int dates_until_ = kNoDates;  // the depth inside `date(`
  std::vector<QueryToken> read_;
};

// Words side by side in the Nexis dialect bind tighter than all operators.
constexpr int kAdjacentBinding = kProximityPrecedence + 2;

int BindingOf(const Operator& op, Dialect dialect) {
  const bool is_tight = dialect == Dialect::kNexis && op.id == OpId::kOr;
  return is_tight ? kProximityPrecedence + 1 : op.precedence;
}

bool IsPhrase(const TokenCursor& tokens, const Node* left) {
  if (left == nullptr || tokens.Index() == 0 || !left->field.empty())
    return false;
  const TokenKind next = tokens.Peek().kind;
  const TokenKind before = tokens.All()[tokens.Index() - 1].kind;
  return (next == TokenKind::kWord || next == TokenKind::kQuoted) &&
         before != TokenKind::kClose && before != TokenKind::kSaved &&
         (IsLeafOfWords(*left) || std::holds_alternative<Near>(left->kind));
}

InfixUse Implied(OpId op, int number, int binding, int right_binding) {
  return {{&OperatorFor(op), number}, true, binding, right_binding};
}

// What a space means before an operand.
InfixUse ReadSpace(const TokenCursor& tokens, const Node* left,
                   const ParseOptions& options) {
  if (options.dialect == Dialect::kNexis && IsPhrase(tokens, left))
    return Implied(OpId::kAdj, 1, kAdjacentBinding, kAdjacentBinding + 1);
  if (options.space == SpaceMeans::kAnd)
    return Implied(OpId::kAnd, 0, kAndPrecedence, kAndPrecedence + 1);
  // What is excluded is excluded from all of the others.
  if (tokens.Peek().kind == TokenKind::kMinus || ReadOperator(tokens.Peek()))
    return Implied(OpId::kAnd, 0, 0, kNotPrecedence);
  if (left != nullptr && std::holds_alternative<Not>(left->kind))
    return Implied(OpId::kAnd, 0, 0, kOrPrecedence);
  return Implied(OpId::kOr, 0, kOrPrecedence, kOrPrecedence + 1);
}

}  // namespace

std::vector<QueryToken> TokensOf(std::string_view query,
                                 const ParseOptions& options) {
  std::vector<QueryToken> tokens = Lex(query);
  if (options.dialect == Dialect::kNexis)
    tokens = NexisReader(std::move(tokens)).Run();
  if (options.space == SpaceMeans::kOr)
    tokens = TokensOfQuestion(query, std::move(tokens));
  return tokens;
}

std::optional<InfixUse> NextInfix(const TokenCursor& tokens, const Node* left,
                                  const ParseOptions& options) {
  if (tokens.NextIsNothing()) return std::nullopt;
  const std::optional<OperatorUse> use = ReadOperator(tokens.Peek());
  if (!use || use->op->shape == OpShape::kPrefix)
    return ReadSpace(tokens, left, options);
  const int binding = BindingOf(*use->op, options.dialect);
  return InfixUse{*use, false, binding, binding + 1};
}

void AddAlternative(Node& excluding, Node alternative) {
  std::vector<Node>& operands = std::get<And>(excluding.kind).operands;
  excluding.span.end = alternative.span.end;
  const auto wanted =
      std::find_if(operands.begin(), operands.end(), [](const Node& operand) {
        return !std::holds_alternative<Not>(operand.kind);
      });
  if (wanted == operands.end()) {  // `-b -c` so far
    operands.push_back(std::move(alternative));
  } else if (auto* const either = std::get_if<Or>(&wanted->kind)) {
    either->operands.push_back(std::move(alternative));
  } else {
    const Span span = {wanted->span.begin, alternative.span.end};
    std::vector<Node> both;
    both.push_back(std::move(*wanted));
    both.push_back(std::move(alternative));
    *wanted = MakeOr(std::move(both), span);
  }
}

}  // namespace archive
