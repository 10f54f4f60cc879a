#include "indexer/readers/sgml.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

bool IsNameCharacter(char c) {
  return IsLetter(c) || IsDigit(c) || c == '-' || c == '_' || c == '.' ||
         c == ':';
}

// The tag whose '<' is at `begin`.
std::optional<SgmlTag> TagAt(std::string_view text, std::size_t begin) {
  std::size_t at = begin + 1;
  const bool is_end = at < text.size() && text[at] == '/';
  if (is_end) ++at;
  if (at >= text.size() || !IsLetter(text[at])) return std::nullopt;
  const std::size_t name = at;
  while (at < text.size() && IsNameCharacter(text[at])) ++at;
  const std::size_t end = text.find_first_of("<>", at);
  if (end == std::string_view::npos || text[end] == '<') return std::nullopt;
  return SgmlTag{.name = text.substr(name, at - name),
                 .attributes = text.substr(at, end - at),
                 .is_end = is_end,
                 .span = {begin, end + 1}};
}

struct Entity {
  std::string_view name;
  std::string_view text;
};

constexpr std::array<Entity, 6> kEntities = {{{"lt", "<"},
                                              {"gt", ">"},
                                              {"amp", "&"},
                                              {"quot", "\""},
                                              {"apos", "'"},
                                              {"nbsp", "\xC2\xA0"}}};

void AppendUtf8(std::uint32_t code, std::string& out) {
  const auto byte = [&out](std::uint32_t value) {
    out += static_cast<char>(static_cast<unsigned char>(value));
  };
  if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | code >> 6);
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | code >> 12);
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | code >> 18);
    byte(0x80 | (code >> 12 & 0x3F));
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

std::optional<std::uint32_t> DigitIn(char c, std::uint32_t base) {
  if (IsDigit(c)) return static_cast<std::uint32_t>(c - '0');
  const char lower = Lower(c);
  if (base == 16 && lower >= 'a' && lower <= 'f')
    return static_cast<std::uint32_t>(lower - 'a' + 10);
  return std::nullopt;
}

// The character of "#5" or "#x1F600"; nullopt for what is no number.
std::optional<std::uint32_t> NumericEntity(std::string_view name) {
  if (!name.starts_with('#')) return std::nullopt;
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  if (name.empty()) return std::nullopt;
  const std::uint32_t base = hexadecimal ? 16 : 10;
  std::uint32_t code = 0;
  for (const char c : name) {
    const std::optional<std::uint32_t> digit = DigitIn(c, base);
    if (!digit) return std::nullopt;
    code = code * base + *digit;
    if (code > 0x10FFFF) code = 0x110000;  // stays too large
  }
  return code;
}

bool AppendEntity(std::string_view name, std::string& out) {
  if (const std::optional<std::uint32_t> code = NumericEntity(name)) {
    AppendUtf8(*code, out);
    return true;
  }
  for (const Entity& entity : kEntities) {
    if (!SameLetters(name, entity.name)) continue;
    out += entity.text;
    return true;
  }
  return false;
}

}  // namespace

std::optional<SgmlTag> NextTag(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find('<', from); at != std::string_view::npos;
       at = text.find('<', at + 1)) {
    if (std::optional<SgmlTag> tag = TagAt(text, at)) return tag;
  }
  return std::nullopt;
}

std::optional<SgmlTag> FindTag(std::string_view text, std::string_view name,
                               std::size_t from) {
  for (std::optional<SgmlTag> tag = NextTag(text, from); tag;
       tag = NextTag(text, tag->span.end)) {
    if (SameLetters(tag->name, name)) return tag;
  }
  return std::nullopt;
}

std::optional<Span> ContentOf(std::string_view text, const SgmlTag& start) {
  const std::optional<SgmlTag> end = FindTag(text, start.name, start.span.end);
  if (!end || !end->is_end) return std::nullopt;
  return Span{start.span.end, end->span.begin};
}

std::string_view AttributeOf(const SgmlTag& tag, std::string_view name) {
  const std::string_view all = tag.attributes;
  for (std::size_t at = 0; at < all.size();) {
    while (at < all.size() && !IsNameCharacter(all[at])) ++at;
    const std::size_t begin = at;
    while (at < all.size() && IsNameCharacter(all[at])) ++at;
    const std::string_view found = all.substr(begin, at - begin);
    if (at >= all.size() || all[at] != '=') continue;
    ++at;
    const bool quoted = at < all.size() && (all[at] == '"' || all[at] == '\'');
    const std::string_view end = quoted ? all.substr(at, 1) : " \t\r\n";
    if (quoted) ++at;
    const std::string_view rest = all.substr(at);
    const std::string_view value = rest.substr(0, rest.find_first_of(end));
    if (SameLetters(found, name)) return value;
    at += value.size() + (quoted ? 1 : 0);
  }
  return {};
}

std::string DecodeEntities(std::string_view text) {
  constexpr std::size_t kLongestName = 12;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find('&', at), text.size());
    out += text.substr(at, mark - at);
    at = mark;
    if (at == text.size()) break;
    const std::string_view ahead = text.substr(at + 1, kLongestName);
    const std::size_t length = ahead.find(';');
    if (length != std::string_view::npos &&
        AppendEntity(ahead.substr(0, length), out)) {
      at += length + 2;
    } else {
      out += '&';
      ++at;
    }
  }
  return out;
}

}  // namespace archive
