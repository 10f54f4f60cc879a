#include "query/language/lexer.h"

#include <algorithm>
#include <utility>

#include "query/language/characters.h"

namespace archive {
namespace {

constexpr int kHuge = 1'000'000;  // where numbers stop growing

int NumberFrom(std::string_view digits) {
  int number = 0;
  for (const char c : digits) {
    number = std::min(number * 10 + (c - '0'), kHuge);
  }
  return number;
}

bool IsAllDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return IsDigit(static_cast<unsigned char>(c));
  });
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<QueryToken> Run() {
    while (at_ < query_.size()) Next();
    Push(TokenKind::kEnd, query_.size(), "");
    return std::move(tokens_);
  }

 private:
  void Next() {
    const Character c = CharacterAt(query_, at_);
    if (IsSpace(c.code)) {
      at_ += c.bytes;
    } else if (c.code == '(') {
      ++open_;
      Push(TokenKind::kOpen, at_ + 1, "(");
    } else if (c.code == ')') {
      open_ = std::max(open_ - 1, 0);
      Push(TokenKind::kClose, at_ + 1, ")");
    } else if (!QuoteClosers(c.code).empty()) {
      LexQuoted(c);
    } else if (!LexSign(c.code) && !LexField() && !LexCompare() &&
               !LexSquareRange()) {
      LexWord();
    }
  }

  void Push(TokenKind kind, std::size_t end, std::string text) {
    tokens_.push_back({.kind = kind,
                       .text = std::move(text),
                       .literal = {},
                       .span = {at_, end}});
    at_ = end;
  }

  // The kind of the token that ends right here; kEnd: none does.
  TokenKind Behind() const {
    if (tokens_.empty() || tokens_.back().span.end != at_)
      return TokenKind::kEnd;
    return tokens_.back().kind;
  }
  bool IsBehind(std::initializer_list<TokenKind> kinds) const {
    return std::find(kinds.begin(), kinds.end(), Behind()) != kinds.end();
  }

  // Whether something that a sign can belong to begins at `at`.
  bool SomethingAt(std::size_t at) const {
    const Character c = CharacterAt(query_, at);
    return c.bytes != 0 && !IsSpace(c.code) && c.code != ')';
  }

  // A minus or an equals sign counts only before something and not inside a
  // word; two hyphens are a dash.
  bool LexSign(char32_t c) {
    const bool fresh =
        IsBehind({TokenKind::kEnd, TokenKind::kOpen, TokenKind::kCall});
    if (!SomethingAt(at_ + 1)) return false;
    if (c == '-' && fresh && query_[at_ + 1] != '-') {
      Push(TokenKind::kMinus, at_ + 1, "-");
      return true;
    }
    if (c == '=' &&
        (fresh || IsBehind({TokenKind::kMinus, TokenKind::kField}))) {
      Push(TokenKind::kEquals, at_ + 1, "=");
      return true;
    }
    return false;
  }

  // Letters and hyphens before a colon.  `http://x` is a word, and so is
  // whatever stands behind a field's colon: ids are full of colons.
  bool LexField() {
    if (IsBehind({TokenKind::kField, TokenKind::kCompare})) return false;
    std::size_t end = at_;
    while (end < query_.size() &&
           (IsAsciiLetter(static_cast<unsigned char>(query_[end])) ||
            (end > at_ && query_[end] == '-')))
      ++end;
    if (end > at_ && end < query_.size() && query_[end] == '.')
      end = EndOfDottedName(end);
    if (end == at_ || end == query_.size() || query_[end] != ':') return false;
    if (query_.substr(end, 3) == "://") return false;
    Push(TokenKind::kField, end + 1, LowerAscii(query_.substr(at_, end - at_)));
    return true;
  }

  // `mentions.year:` is a field; `en.wikipedia:` is text.
  std::size_t EndOfDottedName(std::size_t dot) const {
    const std::size_t end = std::min(query_.find(':', dot), query_.size());
    const std::string name = LowerAscii(query_.substr(at_, end - at_));
    const bool is_field = std::find(kDottedFields.begin(), kDottedFields.end(),
                                    name) != kDottedFields.end();
    return is_field ? end : dot;
  }

  bool LexCompare() {
    if (Behind() != TokenKind::kField) return false;
    const char c = query_[at_];
    if (c != '<' && c != '>') return false;
    const std::size_t size = query_.substr(at_ + 1, 1) == "=" ? 2 : 1;
    Push(TokenKind::kCompare, at_ + size,
         std::string(query_.substr(at_, size)));
    return true;
  }

  // date:[2020 TO 2021], another habit for date:2020..2021; `*` is open.
  bool LexSquareRange() {
    if (Behind() != TokenKind::kField || query_[at_] != '[') return false;
    const std::size_t close = query_.find(']', at_);
    if (close == std::string_view::npos) return false;
    const std::string_view inside = query_.substr(at_ + 1, close - at_ - 1);
    const std::size_t to = UpperAscii(inside).find(" TO ");
    if (to == std::string::npos) return false;
    Push(TokenKind::kWord, close + 1,
         SquareEnd(inside.substr(0, to)) + ".." +
             SquareEnd(inside.substr(to + 4)));
    tokens_.back().literal.assign(tokens_.back().text.size(), false);
    return true;
  }

  static std::string SquareEnd(std::string_view end) {
    while (end.starts_with(' ')) end.remove_prefix(1);
    while (end.ends_with(' ')) end.remove_suffix(1);
    return end == "*" ? std::string() : std::string(end);
  }

  // Appends the character at `at` and returns where the next one begins.
  std::size_t Append(QueryToken& token, std::size_t at, bool literal) const {
    const Character c = CharacterAt(query_, at);
    token.text += query_.substr(at, c.bytes);
    token.literal.resize(token.text.size(), literal);
    return at + c.bytes;
  }

  // The same for a character that may be escaped.  A backslash that is the
  // last byte stands for itself.
  std::size_t AppendUnescaped(QueryToken& token, std::size_t at) const {
    if (query_[at] == '\\' && at + 1 < query_.size())
      return Append(token, at + 1, true);
    return Append(token, at, query_[at] == '\\');
  }

  // A straight quote between Hebrew letters is a gershayim of the word.
  bool IsGershayim(std::size_t at) const {
    return query_[at] == '"' &&
           IsHebrewLetter(CharacterBefore(query_, at).code) &&
           IsHebrewLetter(CharacterAt(query_, at + 1).code);
  }

  void LexQuoted(const Character& open) {
    const std::u32string_view closers = QuoteClosers(open.code);
    QueryToken token = {.kind = TokenKind::kQuoted, .closed = false};
    std::size_t i = at_ + open.bytes;
    while (i < query_.size() && !token.closed) {
      const Character c = CharacterAt(query_, i);
      if (closers.find(c.code) != closers.npos && !IsGershayim(i)) {
        token.closed = true;
        i += c.bytes;
      } else {
        i = AppendUnescaped(token, i);
      }
    }
    if (!token.closed) i = LeaveClosingBrackets(token, i);
    token.span = {at_, i};
    tokens_.push_back(std::move(token));
    at_ = i;
    if (tokens_.back().closed) LexTilde();
  }

  // A quote that is never closed swallows the rest, except the brackets at the
  // end that close open ones: one mistake is one message.
  std::size_t LeaveClosingBrackets(QueryToken& token, std::size_t end) const {
    for (int open = open_; open > 0 && token.text.ends_with(')'); --open) {
      token.text.pop_back();
      --end;
    }
    token.literal.resize(token.text.size());
    return end;
  }

  // The tilde and number right behind a quote.
  void LexTilde() {
    if (at_ >= query_.size() || query_[at_] != '~') return;
    std::size_t end = at_ + 1;
    while (end < query_.size() &&
           IsDigit(static_cast<unsigned char>(query_[end])))
      ++end;
    Push(TokenKind::kTilde, end,
         std::string(query_.substr(at_ + 1, end - at_ - 1)));
  }

  bool EndsWord(std::size_t at) const {
    const Character c = CharacterAt(query_, at);
    if (IsSpace(c.code) || c.code == '(' || c.code == ')') return true;
    return !QuoteClosers(c.code).empty() && !IsGershayim(at);
  }

  // A word that begins with a plain @ names a saved search, unless it is a
  // field's value: `byline:@nytimes`.
  bool BeginsSaved() const {
    if (query_[at_] != '@' ||
        IsBehind({TokenKind::kField, TokenKind::kCompare, TokenKind::kEquals}))
      return false;
    const Character next = CharacterAt(query_, at_ + 1);
    return next.code == '_' || (SomethingAt(at_ + 1) && !IsMark(next.code));
  }

  void LexSaved(QueryToken token, std::size_t end) {
    token.kind = TokenKind::kSaved;
    token.text.erase(0, 1);
    token.literal.erase(token.literal.begin());
    tokens_.push_back(std::move(token));
    at_ = end;
  }

  void LexWord() {
    QueryToken token = {.kind = TokenKind::kWord};
    std::size_t end = at_;
    while (end < query_.size() && (query_[end] == '\\' || !EndsWord(end)))
      end = AppendUnescaped(token, end);
    token.span = {at_, end};
    if (BeginsSaved()) return LexSaved(std::move(token), end);
    const bool plain = token.text.size() == end - at_;  // nothing is escaped
    if (plain && end < query_.size() && query_[end] == '(' &&
        Behind() != TokenKind::kEquals && ReadCall(token.text)) {
      ++open_;
      Push(TokenKind::kCall, end + 1, LowerAscii(token.text));
      return;
    }
    MarkUrl(token);
    const std::size_t tilde = TildeOf(token);
    if (tilde == std::string::npos) {
      tokens_.push_back(std::move(token));
      at_ = end;
      return;
    }
    const std::size_t cut = token.text.size() - tilde;
    std::string digits = token.text.substr(tilde + 1);
    token.text.resize(tilde);
    token.literal.resize(tilde);
    token.span.end -= cut;
    tokens_.push_back(std::move(token));
    at_ = end - cut;
    Push(TokenKind::kTilde, end, std::move(digits));
  }

  // In a URL ? and * are what they are.  The colon has to be written plainly,
  // so that there is a way to ask for both.
  static void MarkUrl(QueryToken& token) {
    const std::size_t colon = token.text.find("://");
    if (colon == std::string::npos || token.literal[colon]) return;
    token.literal.assign(token.text.size(), true);
  }

  // Where `~` or `~2` begins at the end of a word; npos when it has none.
  // Digits are never escaped in a way that matters: only the tilde is asked.
  static std::size_t TildeOf(const QueryToken& token) {
    const std::size_t tilde = token.text.rfind('~');
    if (tilde == std::string::npos || tilde == 0 || token.literal[tilde])
      return std::string::npos;
    for (std::size_t i = tilde + 1; i < token.text.size(); ++i) {
      if (token.literal[i] ||
          !IsDigit(static_cast<unsigned char>(token.text[i])))
        return std::string::npos;
    }
    return tilde;
  }

  std::string_view query_;
  std::size_t at_ = 0;
  int open_ = 0;  // brackets that wait to be closed
  std::vector<QueryToken> tokens_;
};

// What may stand behind the slash of an operator that was meant.
constexpr std::string_view kOfDistances =
    "-+.,0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

bool IsPlain(const QueryToken& token) {
  return std::find(token.literal.begin(), token.literal.end(), true) ==
         token.literal.end();
}

std::optional<OperatorUse> ReadBareKeyword(std::string_view word) {
  for (const Operator& op : kOperators) {
    if (op.keyword != word) continue;
    if (op.shape == OpShape::kInfix || op.shape == OpShape::kPrefix)
      return OperatorUse{&op, 0};
    if (op.shape == OpShape::kDistance && op.default_distance != 0)
      return OperatorUse{&op, op.default_distance};
  }
  return std::nullopt;
}

}  // namespace

std::vector<QueryToken> Lex(std::string_view query) {
  return Lexer(query).Run();
}

std::optional<OperatorUse> ReadOperator(const QueryToken& token) {
  if (token.kind != TokenKind::kWord || !IsPlain(token)) return std::nullopt;
  const std::size_t slash = token.text.find('/');
  if (slash == std::string::npos) return ReadBareKeyword(token.text);
  const std::string upper = UpperAscii(token.text);
  const std::string_view whole = upper;
  const std::string_view keyword = whole.substr(0, slash);
  const std::string_view digits = whole.substr(slash + 1);
  for (const Operator& op : kOperators) {
    if (op.shape == OpShape::kScope && op.keyword == whole)
      return OperatorUse{&op, 0};
    if (op.shape == OpShape::kDistance && op.keyword == keyword &&
        !digits.empty() && IsAllDigits(digits))
      return OperatorUse{&op, NumberFrom(digits)};
  }
  return std::nullopt;
}

const Operator* FindBrokenDistance(const QueryToken& token) {
  if (token.kind != TokenKind::kWord || ReadOperator(token)) return nullptr;
  const std::size_t slash = token.text.find('/');
  if (slash == std::string::npos || !IsPlain(token)) return nullptr;
  const std::string_view keyword =
      std::string_view(token.text).substr(0, slash);
  const std::string_view behind =
      std::string_view(token.text).substr(slash + 1);
  const bool has_letters = std::any_of(
      behind.begin(), behind.end(),
      [](char c) { return IsAsciiLetter(static_cast<unsigned char>(c)); });
  const std::string upper = UpperAscii(keyword);
  if (has_letters && upper != keyword) return nullptr;
  // Of several slashes or anything but ASCII is a path or a word of its own.
  if (behind.find_first_not_of(kOfDistances) != behind.npos) return nullptr;
  for (const Operator& op : kOperators) {
    if (op.shape == OpShape::kDistance && op.keyword == upper) return &op;
  }
  return nullptr;
}

std::optional<OperatorUse> ReadCall(std::string_view text) {
  const std::string upper = UpperAscii(text);
  const std::string_view whole = upper;
  for (const Operator& op : kOperators) {
    if (op.shape == OpShape::kCall && op.keyword == whole)
      return OperatorUse{&op, 0};
    if (op.shape != OpShape::kNumberedCall || !whole.starts_with(op.keyword))
      continue;
    const std::string_view digits = whole.substr(op.keyword.size());
    if (digits.empty()) return OperatorUse{&op, -1};
    if (IsAllDigits(digits)) return OperatorUse{&op, NumberFrom(digits)};
  }
  return std::nullopt;
}

}  // namespace archive
