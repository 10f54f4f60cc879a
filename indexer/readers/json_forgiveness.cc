#include "indexer/readers/json_forgiveness.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <system_error>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

// Calls `bracket` with each bracket outside of strings and its place, until it
// returns false.
template <typename Bracket>
void ForEachBracket(std::string_view json, Bracket bracket) {
  bool in_string = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (in_string) {
      if (c == '\\')
        ++at;
      else if (c == '"')
        in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[' || c == '}' || c == ']') {
      if (!bracket(c, at)) return;
    }
  }
}

// The code unit of an escape "\uD83D" at the beginning of `json`.
std::optional<std::uint32_t> EscapedUnit(std::string_view json) {
  if (json.size() < 6 || json[0] != '\\' || json[1] != 'u') return std::nullopt;
  std::uint32_t unit = 0;
  for (const char c : json.substr(2, 4)) {
    const char lower = Lower(c);
    if (IsDigit(c))
      unit = unit * 16 + static_cast<std::uint32_t>(c - '0');
    else if (lower >= 'a' && lower <= 'f')
      unit = unit * 16 + static_cast<std::uint32_t>(lower - 'a' + 10);
    else
      return std::nullopt;
  }
  return unit;
}

bool IsHigh(std::uint32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool IsLow(std::uint32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

// Appends what becomes of the escape that `json` begins with; its length.
std::size_t AppendEscape(std::string_view json, std::string& out) {
  const std::optional<std::uint32_t> unit = EscapedUnit(json);
  if (!unit || (!IsHigh(*unit) && !IsLow(*unit))) {
    const std::string_view escape = json.substr(0, 2);
    out += escape;
    return escape.size();
  }
  const std::optional<std::uint32_t> next = EscapedUnit(json.substr(6));
  if (IsHigh(*unit) && next && IsLow(*next)) {
    out += json.substr(0, 12);
    return 12;
  }
  out += "\\ufffd";
  return 6;
}

// The length of a word that means "no number" at the beginning of `json`.
std::size_t NoNumber(std::string_view json) {
  constexpr std::array<std::string_view, 3> kWords = {"NaN", "Infinity",
                                                      "-Infinity"};
  for (const std::string_view word : kWords) {
    if (json.starts_with(word)) return word.size();
  }
  return 0;
}

// The length of what looks like a number at the beginning of `json`.
std::size_t NumberLength(std::string_view json) {
  return std::min(json.find_first_not_of("0123456789+-.eE"), json.size());
}

// Of a number beyond any that a double holds no reader wants to know.
bool IsBeyondDoubles(std::string_view number) {
  double value = 0;
  const char* const end = number.data() + number.size();
  const auto [stop, code] = std::from_chars(number.data(), end, value);
  return code == std::errc::result_out_of_range && stop == end;
}

// The length of what `null` stands for at the beginning of `json`, outside of
// strings; 0: nothing is to be replaced.
std::size_t NullLength(std::string_view json) {
  const char c = json.front();
  if (c != 'N' && c != 'I' && c != '-' && !IsDigit(c)) return 0;
  if (const std::size_t word = NoNumber(json)) return word;
  const std::string_view number = json.substr(0, NumberLength(json));
  return IsBeyondDoubles(number) ? number.size() : 0;
}

}  // namespace

std::string ForgiveJson(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  bool in_string = false;
  for (std::size_t at = 0; at < json.size();) {
    const std::string_view rest = json.substr(at);
    const char c = rest.front();
    if (in_string && c == '\\') {
      at += AppendEscape(rest, out);
      continue;
    }
    const std::size_t replaced = in_string ? 0 : NullLength(rest);
    if (replaced > 0) {
      out += "null";
      at += replaced;
      continue;
    }
    if (!in_string && IsDigit(c)) {
      const std::size_t number = NumberLength(rest);
      out += rest.substr(0, number);
      at += number;
      continue;
    }
    if (c == '"') in_string = !in_string;
    out += c == '\t' ? ' ' : c;
    ++at;
  }
  return out;
}

std::size_t NestingOfJson(std::string_view json) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  ForEachBracket(json, [&](char c, std::size_t /*at*/) {
    if (c == '{' || c == '[')
      deepest = std::max(deepest, ++depth);
    else if (depth > 0)
      --depth;
    return true;
  });
  return deepest;
}

bool IsOneJsonObject(std::string_view json) {
  while (!json.empty() && IsBlank(json.front())) json.remove_prefix(1);
  while (!json.empty() && IsBlank(json.back())) json.remove_suffix(1);
  if (!json.starts_with('{')) return false;
  std::size_t depth = 0;
  std::size_t closed_at = 0;
  ForEachBracket(json, [&](char c, std::size_t at) {
    if (c == '{' || c == '[') {
      ++depth;
      return true;
    }
    --depth;  // the first bracket opened one
    closed_at = at;
    return depth > 0;
  });
  return depth == 0 && closed_at + 1 == json.size();
}

}  // namespace archive
