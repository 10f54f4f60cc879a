#include "query/language/written_form.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "query/language/characters.h"
#include "query/language/combined_fields.h"
#include "query/language/lexer.h"

namespace archive {
namespace {

// Characters that mean something wherever they stand in a word.
constexpr std::string_view kAlwaysEscaped = "\\\"()*?~!|";
// Those that mean something at the beginning alone.
constexpr std::string_view kEscapedAtFront = "-=<>[&@";

bool EscapesItself(std::string_view text, std::size_t at, const Character& c) {
  if (c.bytes == 1 && kAlwaysEscaped.find(text[at]) != kAlwaysEscaped.npos)
    return true;
  if (at == 0 && kEscapedAtFront.find(text[at]) != kEscapedAtFront.npos)
    return true;
  // `a&&b` would be read as a foreign operator.
  if (at > 0 && text[at] == '&' && text[at - 1] == '&') return true;
  return IsSpace(c.code) || !QuoteClosers(c.code).empty();
}

// Text of a word so that it lexes back to itself.
std::string Escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = CharacterAt(text, at);
    if (EscapesItself(text, at, c)) out += '\\';
    out += text.substr(at, c.bytes);
    at += c.bytes;
  }
  return out;
}

// A colon would make a field of what stands before it, and a URL, without
// wildcards or tilde, of the whole.
std::string EscapeColons(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ':') out += '\\';
    out += c;
  }
  return out;
}

bool IsOneWord(const std::string& text, const std::string& meant) {
  const std::vector<QueryToken> tokens = Lex(text);
  return tokens.size() == 2 && tokens[0].kind == TokenKind::kWord &&
         tokens[0].text == meant && !ReadOperator(tokens[0]) &&
         FindBrokenDistance(tokens[0]) == nullptr;
}

std::string WrittenWord(const std::string& word) {
  // A URL needs no escapes, and reads better without; a backslash at its end
  // would escape what comes behind.
  if (word.find("://") != std::string::npos && !word.ends_with('\\') &&
      IsOneWord(word, word))
    return word;
  std::string text = Escaped(word);
  if (!IsOneWord(text, word)) text = EscapeColons(text);
  if (!IsOneWord(text, word)) text.insert(0, "\\");  // a reserved word
  return text;
}

// A word that something is appended to.
std::string WrittenStem(const std::string& word) {
  const bool is_url = word.find("://") != std::string::npos;
  return is_url ? EscapeColons(Escaped(word)) : WrittenWord(word);
}

std::string WrittenPattern(const Pattern& pattern) {
  std::string out;
  for (const PatternPiece& piece : pattern) {
    switch (piece.kind) {
      case PatternPiece::Kind::kAnyRun:
        out += '*';
        break;
      case PatternPiece::Kind::kAnyOne:
        out += '?';
        break;
      case PatternPiece::Kind::kText:
        // Signs at the front mean nothing in the middle, and escaping one
        // there does no harm.
        out += EscapeColons(Escaped(piece.text));
        break;
    }
  }
  return out;
}

std::string WrittenValue(const Node& node, const WholeValue& whole) {
  const FieldType type =
      node.field_id ? FieldFor(*node.field_id).type : FieldType::kValue;
  if (whole.is_counted) return "=" + InQuotes(whole.value);
  const bool is_name = type == FieldType::kEntity;
  if (is_name || HasWildcards(whole.value)) return InQuotes(whole.value);
  const std::string text = TextOf(whole.value);
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return IsDigit(static_cast<unsigned char>(c)) ||
           IsAsciiLetter(static_cast<unsigned char>(c)) || c == '-' ||
           c == '.' || c == '_' || c == '/' || c == ':';
  });
  const bool reserved =
      text.find(':') == std::string::npos && !IsOneWord(text, text);
  const bool safe = plain && !reserved && !text.starts_with('-') &&
                    IsOneWord("x" + text, "x" + text);
  return safe ? text : InQuotes(whole.value);
}

// Whether words of the node's field are never stemmed: there `=` would ask for
// the whole value.  Only what is resolved knows its field.
bool IsAlwaysExact(const Node& node) {
  return node.field_id && FieldFor(*node.field_id).type != FieldType::kText;
}

std::string WrittenLeaf(const Node& node) {
  return std::visit(
      Overloaded{
          [](const Everything&) { return std::string("*"); },
          [&node](const WordLeaf& word) {
            const bool is_exact = word.form == WordForm::kExact;
            return (is_exact && !IsAlwaysExact(node) ? "=" : "") +
                   WrittenWord(word.text);
          },
          [](const PhraseLeaf& phrase) {
            const std::string text =
                (phrase.is_whole ? "=" : "") + InQuotes(phrase.text);
            return phrase.slop ? fmt::format("{}~{}", text, *phrase.slop)
                               : text;
          },
          [](const PatternLeaf& leaf) { return WrittenPattern(leaf.pattern); },
          [](const FuzzyLeaf& fuzzy) {
            return WrittenStem(fuzzy.text) + (fuzzy.edits == 1 ? "~" : "~2");
          },
          [](const CaseLeaf& leaf) {
            const bool all = leaf.letters == LetterPattern::kAllCapitals;
            return (all ? "allcaps(" : "caps(") + WrittenWord(leaf.text) + ")";
          },
          [](const Comparison& comparison) {
            return std::string(KeywordOf(comparison.relation)) +
                   WrittenWord(comparison.text);
          },
          [](const DateRange& range) { return WrittenRange(range); },
          [](const DayOfYear& day) { return WrittenDayOfYear(day); },
          [](const NumberRange& range) { return WrittenRange(range); },
          [](const Presence& presence) {
            return std::string(FieldFor(presence.of).name);
          },
          [&node](const WholeValue& whole) {
            return WrittenValue(node, whole);
          },
          [](const auto&) { return std::string(); },  // no leaf
      },
      node.kind);
}

// The leaves of an hlead: or entity: that the resolver took apart; nothing for
// other ORs.
std::optional<std::string> PutTogether(const Or& any) {
  const std::string text = WrittenLeaf(any.operands.front());
  for (const CombinedField& row : kCombinedFields) {
    bool matches = any.operands.size() == row.size;
    for (std::size_t i = 0; matches && i < row.size; ++i)
      matches = any.operands[i].field_id == row.parts[i] &&
                WrittenLeaf(any.operands[i]) == text;
    if (matches) return fmt::format("{}:{}", FieldFor(row.id).name, text);
  }
  return std::nullopt;
}

// Whether an operand reads wrongly or doubtfully without brackets.
bool NeedsBrackets(const Node& operand, const Node& parent) {
  const std::vector<Node>* operands = OperandsOf(operand);
  if (operands == nullptr || std::holds_alternative<AtLeast>(operand.kind))
    return false;
  if (std::holds_alternative<Not>(operand.kind))
    return std::holds_alternative<Near>(parent.kind);
  if (std::holds_alternative<Near>(operand.kind))
    return std::holds_alternative<Near>(parent.kind) ||
           std::holds_alternative<Not>(parent.kind);
  return true;
}

std::string WrittenOperand(const Node& operand, const Node& parent) {
  std::string text = ToQueryText(operand);
  const auto* any = std::get_if<Or>(&operand.kind);
  if (any != nullptr && PutTogether(*any)) return text;
  return NeedsBrackets(operand, parent) ? "(" + text + ")" : text;
}

std::string Joined(const Node& node, const std::string& between) {
  std::string out;
  for (const Node& operand : *OperandsOf(node)) {
    if (!out.empty()) out += between;
    out += WrittenOperand(operand, node);
  }
  return out;
}

std::string IsoDay(Day day) {
  return ToIsoString(DateFrom(day));
}

// The shortest text that reads back as the number.
// Without an exponent, which nobody types and the language does not read.
std::string WrittenNumber(double number) {
  constexpr std::size_t kLongest = 1100;  // the smallest there is
  std::array<char, kLongest> digits = {};
  const auto written = std::to_chars(digits.data(), digits.data() + kLongest,
                                     number, std::chars_format::fixed);
  return {digits.data(), written.ptr};
}

}  // namespace

std::string ToQueryText(const Node& node) {
  if (std::holds_alternative<And>(node.kind)) return Joined(node, " AND ");
  if (const auto* any = std::get_if<Or>(&node.kind))
    return PutTogether(*any).value_or(Joined(node, " OR "));
  if (const auto* near = std::get_if<Near>(&node.kind))
    return Joined(node, " " + OperatorText(*near) + " ");
  if (const auto* negation = std::get_if<Not>(&node.kind))
    return "NOT " + WrittenOperand(negation->operand.front(), node);
  if (const auto* atleast = std::get_if<AtLeast>(&node.kind))
    return fmt::format("atleast{}({})", atleast->times,
                       ToQueryText(atleast->operand.front()));
  return (node.field.empty() ? "" : node.field + ":") + WrittenLeaf(node);
}

std::string InQuotes(const Pattern& pattern) {
  std::string out = "\"";
  for (const PatternPiece& piece : pattern) {
    if (piece.kind == PatternPiece::Kind::kAnyRun) out += '*';
    if (piece.kind == PatternPiece::Kind::kAnyOne) out += '?';
    for (const char c : piece.text) {
      if (c == '"' || c == '\\' || c == '*' || c == '?' || c == '~')
        out += '\\';
      out += c;
    }
  }
  return out + '"';
}

std::string OperatorText(const Near& near) {
  if (near.scope == Near::Scope::kSentence) return "W/S";
  if (near.scope == Near::Scope::kParagraph) return "W/P";
  return fmt::format("{}/{}", near.order == Near::Order::kAny ? "W" : "PRE",
                     near.distance);
}

std::string_view KeywordOf(Relation relation) {
  switch (relation) {
    case Relation::kLess:
      return "<";
    case Relation::kAtMost:
      return "<=";
    case Relation::kAtLeast:
      return ">=";
    case Relation::kGreater:
      return ">";
  }
  return {};
}

std::string WrittenRange(const DateRange& range) {
  const std::string mark =
      range.match == DateRange::Match::kTouching ? "~" : "";
  if (range.first && range.last && *range.first == *range.last)
    return mark + IsoDay(*range.first);
  return mark + (range.first ? IsoDay(*range.first) : "") + ".." +
         (range.last ? IsoDay(*range.last) : "");
}

std::string WrittenRange(const NumberRange& range) {
  if (range.low_is_open && range.low) return ">" + WrittenNumber(*range.low);
  if (range.high_is_open && range.high) return "<" + WrittenNumber(*range.high);
  if (range.low && range.high && *range.low == *range.high)
    return WrittenNumber(*range.low);
  return (range.low ? WrittenNumber(*range.low) : "") + ".." +
         (range.high ? WrittenNumber(*range.high) : "");
}

std::string WrittenDayOfYear(const DayOfYear& day) {
  return fmt::format("*-{:02}-{:02}", day.month, day.day);
}

}  // namespace archive
