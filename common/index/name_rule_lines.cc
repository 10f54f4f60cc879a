#include "common/index/name_rule_lines.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "common/index/schema.h"
#include "common/text/fold.h"
#include "common/text/printable.h"
#include "common/text/rule_lines.h"

namespace archive {
namespace {

constexpr std::string_view kScopeMark = " @";
constexpr std::string_view kApartMark = "!=";
constexpr std::string_view kCommentMark = " # ";
constexpr std::string_view kSpecial = "=@#\"\t";
constexpr std::array<std::string_view, 3> kOpening = {"“", "„", "«"};
constexpr std::array<std::string_view, 3> kClosing = {"”", "“", "»"};
// What people write where they mean "=".
constexpr std::array<std::string_view, 3> kArrows = {"=>", "<=", ":="};

template <typename Marks>
std::size_t SizeOfMark(const Marks& marks, std::string_view text) {
  const auto at = std::find_if(
      marks.begin(), marks.end(),
      [text](std::string_view mark) { return text.starts_with(mark); });
  return at == marks.end() ? 0 : at->size();
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

// Whether a name may end before this.
bool EndsName(std::string_view rest) {
  rest = WithoutBlanks(rest);
  return rest.empty() || rest.front() == '=' || rest.front() == '@' ||
         rest.front() == '#' || rest.starts_with(kApartMark);
}

// The name between a pair of curly quotes at the beginning of `text`, and the
// bytes of all of it; 0: there is no pair.
std::pair<std::string_view, std::size_t> CurlyName(std::string_view text) {
  const std::size_t open = SizeOfMark(kOpening, text);
  for (std::size_t i = open; open > 0 && i < text.size(); ++i) {
    const std::size_t close = SizeOfMark(kClosing, text.substr(i));
    if (close > 0 && EndsName(text.substr(i + close)))
      return {text.substr(open, i - open), i + close};
  }
  return {{}, 0};
}

// The line with straight quotes around its names, and blanks for tabs.
std::string Straightened(std::string_view line) {
  const bool is_plain = std::all_of(line.begin(), line.end(), [](char c) {
    return c != '\t' && static_cast<unsigned char>(c) < 0x80;
  });
  if (is_plain) return std::string(line);
  std::string straight;
  Quotation quotation;
  while (!line.empty()) {
    const auto [name, size] =
        quotation.MayOpen() ? CurlyName(line) : CurlyName({});
    if (size > 0) {
      straight += InQuotes(name);
      quotation.Take("x");
      line.remove_prefix(size);
      continue;
    }
    const bool is_tab = line.front() == '\t' && !quotation.IsOpen();
    const std::size_t taken = quotation.Take(line);
    straight += is_tab ? " " : line.substr(0, taken);
    line.remove_prefix(taken);
  }
  return straight;
}

bool MayScope(const Field& field) {
  return field.id == FieldId::kSource || field.id == FieldId::kSection ||
         field.id == FieldId::kId;
}

// A word before a colon and a blank, in small letters: `company: `.
bool LooksLikeKind(std::string_view word, std::string_view behind) {
  return !word.empty() && behind.starts_with(' ') &&
         std::all_of(word.begin(), word.end(),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

std::optional<NameScope> ReadScope(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const Field* const field =
      FindField(Lower(WithoutBlanks(text.substr(0, colon))));
  std::string value = WithoutQuotes(WithoutBlanks(text.substr(colon + 1)));
  if (field == nullptr || !MayScope(*field) || value.empty())
    return std::nullopt;
  return NameScope{.field = field->id, .value = std::move(value)};
}

// Where the place of a rule begins: an @ between blanks, or one before a field
// that may be such a place.
std::size_t FindScope(std::string_view text) {
  for (std::size_t from = 0;;) {
    const std::size_t at = FindMark(text.substr(from), kScopeMark);
    if (at == std::string_view::npos) return at;
    const std::string_view behind = text.substr(from + at + kScopeMark.size());
    if (behind.empty() || behind.starts_with(' ') || ReadScope(behind))
      return from + at;
    from += at + kScopeMark.size();
  }
}

std::string NameMistake(std::string_view name) {
  if (name.size() > kMaxRuledName)
    return fmt::format("a name is at most {} bytes long", kMaxRuledName);
  if (FoldValue(name).empty()) return "a name is missing";
  return "";
}

// What a line says besides its names.
struct LineHead {
  NameRule rule;
  std::string names;
  std::string wrong;
};

// Takes the kind before the names; a mistake, where it is none.
std::string TakeKind(std::string_view& names, NameRule& rule) {
  const std::size_t colon = FindMark(names, ":");
  if (colon == std::string_view::npos || names.starts_with('"')) return "";
  const std::string_view word = WithoutBlanks(names.substr(0, colon));
  const NamedKind kind = KindNamed(word);
  if (kind.is_known) {
    rule.field = kind.field;
    names = WithoutBlanks(names.substr(colon + 1));
    return "";
  }
  if (!LooksLikeKind(word, names.substr(colon + 1))) return "";
  return fmt::format(
      "{}: is no kind of names; there are person:, org: and place:, and a "
      "name with a colon stands in quotes",
      word);
}

LineHead ReadHead(std::string_view line) {
  LineHead head;
  if (SoundUtf8(line) != line) {
    head.wrong = "this is no text in UTF-8";
    return head;
  }
  line = WithoutBlanks(line);
  if (line.starts_with('#')) return head;
  const std::string straight = Straightened(line);
  std::string_view names = WithoutBlanks(WithoutComment(straight));
  if (HasOpenQuote(names)) {
    head.wrong = "a quotation is not closed";
    return head;
  }
  const std::size_t mark = FindScope(names);
  if (mark != std::string_view::npos) {
    const auto scope = ReadScope(names.substr(mark + kScopeMark.size()));
    if (!scope) {
      head.wrong =
          "behind @ stands source:, section: or id: and its whole value";
      return head;
    }
    head.rule.scope = *scope;
    names = WithoutBlanks(names.substr(0, mark));
  }
  const std::string_view all = names;
  head.wrong = TakeKind(names, head.rule);
  const bool says_more = names != all || head.rule.scope.field;
  if (names.empty() && says_more) head.wrong = "a name is missing";
  head.names = names;
  return head;
}

NameLine Wrong(std::string wrong) {
  return {.rules = {}, .wrong = std::move(wrong)};
}

bool HasMark(std::string_view names, std::string_view mark) {
  return FindMark(names, mark) != std::string_view::npos;
}

// What is wrong with the marks between the names; empty: nothing.
std::string MarksMistake(const std::string& names, bool is_apart) {
  for (const std::string_view arrow : kArrows) {
    if (HasMark(names, arrow))
      return fmt::format("{} is no mark of these lines; NAME = OTHER NAME",
                         arrow);
  }
  if (!is_apart) return HasMark(names, "=") ? "" : "there is no = in this line";
  const std::size_t mark = FindMark(names, kApartMark);
  const std::string behind = names.substr(mark + kApartMark.size());
  if (HasMark(behind, "=") || HasMark(names.substr(0, mark), "="))
    return "two names stand beside !=, no more";
  return "";
}

std::string Written(const std::string& name) {
  std::string_view rest = name;
  NameRule rule;
  const bool has_mark =
      name.find_first_of(kSpecial) != std::string::npos ||
      !TakeKind(rest, rule).empty() || rest != name ||
      std::any_of(kArrows.begin(), kArrows.end(),
                  [&name](std::string_view arrow) {
                    return name.find(arrow) != std::string::npos;
                  }) ||
      SizeOfMark(kOpening, name) > 0 ||
      // Before a mark it would be a kind.
      name.ends_with(':');
  return has_mark ? InQuotes(name) : name;
}

}  // namespace

NamedKind KindNamed(std::string_view word) {
  const Field* const field = FindField(Lower(word));
  if (field == nullptr || field->type != FieldType::kEntity) return {};
  if (field->id == FieldId::kEntity) return {.is_known = true, .field = {}};
  return {.is_known = true, .field = field->id};
}

std::string_view CommentBehind(std::string_view line) {
  const std::size_t mark = FindMark(line, kCommentMark);
  return mark == std::string_view::npos ? std::string_view()
                                        : line.substr(mark);
}

NameLine ReadAliasLine(std::string_view line) {
  const LineHead head = ReadHead(line);
  if (!head.wrong.empty()) return Wrong(head.wrong);
  if (head.names.empty()) return {};
  const bool is_apart = HasMark(head.names, kApartMark);
  if (std::string wrong = MarksMistake(head.names, is_apart); !wrong.empty())
    return Wrong(std::move(wrong));
  const std::vector<std::string> names =
      SplitAtMarks(head.names, is_apart ? kApartMark : "=");
  NameLine read;
  for (const std::string& name : names) {
    if (std::string wrong = NameMistake(name); !wrong.empty())
      return Wrong(wrong + " beside =");
  }
  for (std::size_t i = 1; i < names.size(); ++i) {
    NameRule rule = head.rule;
    rule.kind = is_apart ? NameRule::Kind::kApart : NameRule::Kind::kKnownAs;
    rule.name = names[is_apart ? 0 : i];
    rule.known_as = names[is_apart ? 1 : 0];
    if (FoldValue(rule.name) == FoldValue(rule.known_as))
      return Wrong(fmt::format("\"{}\" and \"{}\" are the same name already",
                               rule.known_as, rule.name));
    read.rules.push_back(std::move(rule));
  }
  return read;
}

NameLine ReadStopLine(std::string_view line) {
  LineHead head = ReadHead(line);
  if (!head.wrong.empty()) return Wrong(head.wrong);
  if (head.names.empty()) return {};
  if (HasMark(head.names, "="))
    return Wrong("here stands one name a line; = belongs into aliases.txt");
  std::string name = WithoutQuotes(head.names);
  if (std::string wrong = NameMistake(name); !wrong.empty())
    return Wrong(std::move(wrong));
  head.rule.kind = NameRule::Kind::kStop;
  head.rule.name = std::move(name);
  return {.rules = {std::move(head.rule)}, .wrong = ""};
}

std::string WrittenLine(std::span<const NameRule> rules) {
  const NameRule& first = rules.front();
  std::string line;
  if (first.field) line = std::string(FieldFor(*first.field).name) + ": ";
  switch (first.kind) {
    case NameRule::Kind::kKnownAs:
      line += Written(first.known_as);
      for (const NameRule& rule : rules) line += " = " + Written(rule.name);
      break;
    case NameRule::Kind::kApart:
      line += Written(first.name) + " != " + Written(first.known_as);
      break;
    case NameRule::Kind::kStop:
      line += Written(first.name);
      break;
  }
  if (first.scope.field)
    line +=
        fmt::format("{} {}: {}", kScopeMark, FieldFor(*first.scope.field).name,
                    Written(first.scope.value));
  return line;
}

std::string WrittenRule(const NameRule& rule) {
  return WrittenLine({&rule, 1});
}

}  // namespace archive
