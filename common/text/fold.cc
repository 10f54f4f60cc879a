#include "common/text/fold.h"

#include <array>
#include <cstdint>
#include <utility>

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>
#include <xxhash.h>

#include "common/text/utf8.h"

namespace archive {
namespace {

// Letters that differ from a plain one by a stroke or a join that Unicode does
// not decompose.
constexpr std::array<std::pair<char32_t, std::string_view>, 12> kPlainForms = {{
    {U'ø', "o"},
    {U'ł', "l"},
    {U'đ', "d"},
    {U'ħ', "h"},
    {U'ŧ', "t"},
    {U'ı', "i"},
    {U'æ', "ae"},
    {U'œ', "oe"},
    {U'\u0671', "\u0627"},  // alef wasla
    {U'\u0640', ""},        // tatweel
    {U'\u05f3', "'"},       // geresh
    {U'\u05f4', "\""},      // gershayim
}};

bool LosesMarks(char32_t base) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(base), &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_HEBREW:
    case USCRIPT_ARABIC:
      return true;
    default:
      return false;
  }
}

void AppendCharacter(UChar32 c, std::string& out) {
  for (const auto& [letter, plain] : kPlainForms) {
    if (static_cast<UChar32>(letter) == c) {
      out += plain;
      return;
    }
  }
  std::array<char, 4> bytes = {};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  out.append(bytes.data(), static_cast<std::size_t>(length));
}

// One character of composed, case-folded text: its base without the marks.
void AppendWithoutMarks(UChar32 c, const icu::Normalizer2& decompose,
                        std::string& out) {
  constexpr UChar32 kShortI = 0x0439;  // a letter of its own, as its name says
  icu::UnicodeString parts;
  if (c == kShortI || !decompose.getDecomposition(c, parts)) {
    AppendCharacter(c, out);
    return;
  }
  const UChar32 base = parts.char32At(0);
  if (!LosesMarks(static_cast<char32_t>(base))) {
    AppendCharacter(c, out);
    return;
  }
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (u_charType(part) != U_NON_SPACING_MARK) AppendCharacter(part, out);
  }
}

bool IsAscii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

void AppendFoldedUnicode(std::string_view text, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const kFold =
      icu::Normalizer2::getNFKCCasefoldInstance(status);
  static const icu::Normalizer2* const kDecompose =
      icu::Normalizer2::getNFDInstance(status);
  const icu::UnicodeString folded = kFold->normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(
          text.data(), static_cast<std::int32_t>(text.size()))),
      status);
  bool mark_may_go = false;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (c == 0xfffd) continue;
    if (u_charType(c) == U_NON_SPACING_MARK) {
      if (!mark_may_go) AppendCharacter(c, out);
      continue;
    }
    mark_may_go = LosesMarks(static_cast<char32_t>(c));
    AppendWithoutMarks(c, *kDecompose, out);
  }
}

}  // namespace

void AppendFolded(std::string_view text, std::string& out) {
  if (!IsAscii(text)) {
    AppendFoldedUnicode(text, out);
    return;
  }
  const std::size_t begin = out.size();
  out += text;
  for (std::size_t i = begin; i < out.size(); ++i) {
    const char c = out[i];
    if (c >= 'A' && c <= 'Z') out[i] = static_cast<char>(c - 'A' + 'a');
  }
}

std::string FoldValue(std::string_view text, std::size_t max_bytes) {
  std::string value;
  FoldValueInto(text, value, max_bytes);
  return value;
}

void FoldValueInto(std::string_view text, std::string& value,
                   std::size_t max_bytes) {
  value.clear();
  AppendFolded(text, value);
  std::size_t end = 0;
  for (const char c : value) {
    const bool space = static_cast<unsigned char>(c) <= ' ';
    if (!space) {
      value[end++] = c;
    } else if (end > 0 && value[end - 1] != ' ') {
      value[end++] = ' ';
    }
  }
  if (end > 0 && value[end - 1] == ' ') --end;
  value.resize(end);
  if (value.size() <= max_bytes) return;
  const std::uint64_t hash = XXH3_64bits(value.data(), value.size());
  value.resize(CutAtCharacter(value, max_bytes - 17).size());
  value += fmt::format("~{:016x}", hash);
}

}  // namespace archive
