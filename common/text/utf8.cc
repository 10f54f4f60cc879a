#include "common/text/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace archive {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Bytes that go through cleaning as they are: printable ASCII, tab, line feed.
constexpr std::array<bool, 256> kClean = [] {
  std::array<bool, 256> clean = {};
  for (std::size_t byte = 0x20; byte < 0x7F; ++byte) clean[byte] = true;
  clean['\t'] = clean['\n'] = true;
  return clean;
}();

// Whether eight bytes are letters of ASCII, none of them a control character:
// byte by byte in one word, whose borrows and carries come from bytes that are
// none ("Bit Twiddling Hacks", S. E. Anderson).
bool AreLetters(const char* bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof(word));
  return (((word - kEach * 0x20) | (word + kEach) | word) & kEach * 0x80) == 0;
}

std::size_t CleanRun(std::string_view bytes, std::size_t from) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  while (true) {
    while (from + kWord <= bytes.size() && AreLetters(bytes.data() + from))
      from += kWord;
    const std::size_t end = std::min(from + kWord, bytes.size());
    while (from < end && kClean[static_cast<unsigned char>(bytes[from])])
      ++from;
    if (from < end || from == bytes.size()) return from;
  }
}

enum class Treatment : unsigned char { kKeep, kDrop, kLineEnd, kSpace };

Treatment TreatmentOf(std::int32_t code) {
  switch (code) {
    case '\r':
    case '\f':
    case 0x2028:
    case 0x2029:
      return Treatment::kLineEnd;
    case '\v':
      return Treatment::kSpace;
    case 0xFEFF:
      return Treatment::kDrop;
    default:
      break;
  }
  if ((code < 0x20 && code != '\t' && code != '\n') ||
      (code >= 0x7F && code < 0xA0))
    return Treatment::kDrop;
  const bool overrides_direction =
      (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  return overrides_direction ? Treatment::kDrop : Treatment::kKeep;
}

// Appends what becomes of the character at `at`, and moves `at` behind it.
void AppendCleaned(std::string_view bytes, std::size_t& at, std::string& out,
                   std::size_t& replaced) {
  const std::size_t begin = at;
  const std::int32_t code = NextCodePoint(bytes, at);
  if (code < 0) {
    out += kReplacement;
    ++replaced;
    return;
  }
  switch (TreatmentOf(code)) {
    case Treatment::kKeep:
      out += bytes.substr(begin, at - begin);
      break;
    case Treatment::kLineEnd:
      // CRLF is one line end: the LF follows by itself.
      if (code != '\r' || at == bytes.size() || bytes[at] != '\n') out += '\n';
      break;
    case Treatment::kSpace:
      out += ' ';
      break;
    case Treatment::kDrop:
      break;
  }
}

bool IsSpace(std::int32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 ||
         (code >= 0xA0 && u_isUWhiteSpace(code) != 0);
}

}  // namespace

std::int32_t NextCodePoint(std::string_view bytes, std::size_t& at) {
  const auto* text = reinterpret_cast<const std::uint8_t*>(bytes.data());
  if (text[at] < 0x80) return text[at++];
  // Four bytes are enough for one character, and fit ICU's 32-bit lengths.
  const auto length =
      static_cast<std::int32_t>(std::min<std::size_t>(4, bytes.size() - at));
  std::int32_t used = 0;
  UChar32 code = 0;
  U8_NEXT(text + at, used, length, code);
  at += static_cast<std::size_t>(used);
  return code;
}

bool IsValidUtf8(std::string_view bytes) {
  for (std::size_t at = CleanRun(bytes, 0); at < bytes.size();
       at = CleanRun(bytes, at)) {
    if (NextCodePoint(bytes, at) < 0) return false;
  }
  return true;
}

std::string CleanUtf8(std::string_view bytes, std::size_t* replaced) {
  std::string out;
  out.reserve(bytes.size());
  std::size_t count = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = CleanRun(bytes, at);
    out += bytes.substr(at, end - at);
    at = end;
    if (at < bytes.size()) AppendCleaned(bytes, at, out, count);
  }
  if (replaced != nullptr) *replaced += count;
  return out;
}

std::string CollapseSpaces(std::string_view text) {
  constexpr auto kIsPlain = [](char c) { return c > ' ' && c < '\x7F'; };
  std::string out;
  out.reserve(text.size());
  bool space_before = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && kIsPlain(text[at])) ++at;
    if (at == begin && IsSpace(NextCodePoint(text, at))) {
      space_before = true;
      continue;
    }
    if (space_before && !out.empty()) out += ' ';
    space_before = false;
    out += text.substr(begin, at - begin);
  }
  return out;
}

std::string CleanValue(std::string_view bytes) {
  return CollapseSpaces(CleanUtf8(bytes));
}

bool HasCapital(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::int32_t code = NextCodePoint(text, at);
    if (code >= 0 && (u_isupper(code) != 0 || u_istitle(code) != 0))
      return true;
  }
  return false;
}

std::string_view CutAtCharacter(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  while (max_bytes > 0 &&
         (static_cast<unsigned char>(text[max_bytes]) & 0xC0) == 0x80)
    --max_bytes;
  return text.substr(0, max_bytes);
}

}  // namespace archive
