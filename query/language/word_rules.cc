#include "query/language/word_rules.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "query/language/characters.h"
#include "query/language/written_form.h"

namespace archive {
namespace {

// One word of a pattern: does it hold a wildcard, and how much else?
struct Weight {
  bool wild = false;
  std::size_t literal = 0;
  bool IsTooLight() const { return wild && literal < kMinLiteralCharacters; }
};

bool HasLightWord(const Pattern& pattern) {
  Weight word;
  for (const PatternPiece& piece : pattern) {
    if (piece.kind != PatternPiece::Kind::kText) word.wild = true;
    for (std::size_t at = 0; at < piece.text.size();) {
      const Character c = CharacterAt(piece.text, at);
      at += c.bytes;
      if (IsSpace(c.code)) {
        if (word.IsTooLight()) return true;
        word = {};
      } else if (!IsMark(c.code)) {
        ++word.literal;
      }
    }
  }
  return word.IsTooLight();
}

// 2020..2021, 500.., ..1953: nobody means these as text.
bool LooksLikeRange(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos || text.size() == 2) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) {
                       return IsDigit(static_cast<unsigned char>(c)) ||
                              c == '.' || c == '-';
                     }) &&
         std::any_of(text.begin(), text.end(), [](char c) {
           return IsDigit(static_cast<unsigned char>(c));
         });
}

// ---- Where words can meet ----

using Places = std::uint64_t;  // a set of stretches of an article

constexpr Places kInTitle = 1;
constexpr Places kInLead = 2;
constexpr Places kInRestOfBody = 4;
constexpr Places kInCaption = 8;

Places PlacesOf(FieldId field) {
  switch (field) {
    case FieldId::kText:
      return kInTitle | kInLead | kInRestOfBody | kInCaption;
    case FieldId::kTitle:
      return kInTitle;
    case FieldId::kLead:
      return kInLead;
    case FieldId::kBody:
      return kInLead | kInRestOfBody;
    case FieldId::kCaption:
      return kInCaption;
    default:
      return Places{1} << (4U + static_cast<unsigned>(field));
  }
}

Places PlacesOf(const Node& node) {
  if (node.field_id) return PlacesOf(*node.field_id);
  const bool meet = std::holds_alternative<Near>(node.kind);
  Places places = meet ? ~Places{0} : 0;
  const std::vector<Node>* operands = OperandsOf(node);
  if (operands == nullptr) return 0;
  for (const Node& operand : *operands) {
    if (meet) {
      places &= PlacesOf(operand);
    } else {
      places |= PlacesOf(operand);
    }
  }
  return places;
}

// The first leaf without words; nullptr: all have some.
const Node* FindWordless(const Node& node) {
  const std::vector<Node>* operands = OperandsOf(node);
  if (operands == nullptr) return IsLeafOfWords(node) ? nullptr : &node;
  if (std::holds_alternative<Not>(node.kind)) return &node;
  for (const Node& operand : *operands) {
    if (const Node* found = FindWordless(operand)) return found;
  }
  return nullptr;
}

}  // namespace

std::optional<Diagnostic> WordMistake(const Node& leaf) {
  const auto* pattern = std::get_if<PatternLeaf>(&leaf.kind);
  const auto* phrase = std::get_if<PhraseLeaf>(&leaf.kind);
  if ((pattern != nullptr && HasLightWord(pattern->pattern)) ||
      (phrase != nullptr && HasLightWord(phrase->text)))
    return Diagnostic{"a wildcard needs at least two letters beside it",
                      ValueSpanOf(leaf), ""};
  const auto* word = std::get_if<WordLeaf>(&leaf.kind);
  if (word != nullptr && LooksLikeRange(word->text))
    return Diagnostic{
        leaf.field.empty()
            ? "a range needs a field of dates or numbers"
            : fmt::format("{}: is text and has no ranges", leaf.field),
        ValueSpanOf(leaf), "date:" + word->text};
  if (std::holds_alternative<Comparison>(leaf.kind))
    return Diagnostic{fmt::format("{}: is text and has no ranges", leaf.field),
                      ValueSpanOf(leaf), ""};
  return std::nullopt;
}

std::optional<Diagnostic> PositionMistake(const Node& node) {
  const auto* near = std::get_if<Near>(&node.kind);
  const std::string op =
      near != nullptr ? OperatorText(*near) : std::string("atleast");
  if (const Node* wordless = FindWordless(node))
    return Diagnostic{fmt::format("{} needs words; \"{}\" has no places in "
                                  "the text",
                                  op, ToQueryText(*wordless)),
                      wordless->span, ""};
  if (near != nullptr && PlacesOf(node) == 0)
    return Diagnostic{
        fmt::format("{} holds within one field, and these are in several", op),
        node.span, ""};
  return std::nullopt;
}

}  // namespace archive
