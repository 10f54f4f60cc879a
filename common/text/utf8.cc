#include "common/text/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

namespace archive {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

// More does not make the guess better, only slower.
constexpr std::size_t kDetectionSample = std::size_t{32} << 10;
constexpr std::size_t kPatternSample = 4096;

// ICU's lengths are 32 bits wide.
constexpr std::size_t kConversionChunk = std::size_t{1} << 30;

// Bytes that go through cleaning as they are: printable ASCII, tab, line feed.
constexpr std::array<bool, 256> kClean = [] {
  std::array<bool, 256> clean = {};
  for (std::size_t byte = 0x20; byte < 0x7F; ++byte) clean[byte] = true;
  clean['\t'] = clean['\n'] = true;
  return clean;
}();

std::size_t CleanRun(std::string_view bytes, std::size_t from) {
  while (from < bytes.size() && kClean[static_cast<unsigned char>(bytes[from])])
    ++from;
  return from;
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

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view charset;
};

// The longer ones first: UTF-32's mark begins with that of UTF-16.
constexpr std::array<ByteOrderMark, 5> kMarks = {{
    {kUtf8Mark, "UTF-8"},
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
}};

// UTF-16 without a mark: text of any script has spaces and line ends, so that
// one half of each pair is often zero and the other nearly never.
std::string_view Utf16ByPattern(std::string_view bytes) {
  std::array<std::size_t, 2> zeros = {};
  const std::size_t size = std::min(bytes.size(), kPatternSample);
  for (std::size_t i = 0; i < size; ++i) {
    if (bytes[i] == '\0') ++zeros[i % 2];
  }
  const std::size_t enough = size / 20 + 1;
  if (zeros[1] >= enough && zeros[0] * 20 < zeros[1]) return "UTF-16LE";
  if (zeros[0] >= enough && zeros[1] * 20 < zeros[0]) return "UTF-16BE";
  return {};
}

// UTF-8 that was cut or damaged here and there: still UTF-8.
bool IsNearlyUtf8(std::string_view bytes) {
  std::size_t valid = 0;
  std::size_t invalid = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::int32_t code = NextCodePoint(bytes, at);
    if (code < 0)
      ++invalid;
    else if (code >= 0x80)
      ++valid;
  }
  return valid >= invalid * 4;
}

// The part of the text that tells most: from the first byte that is not ASCII.
std::string_view DetectionSample(std::string_view bytes) {
  const auto first = std::find_if(bytes.begin(), bytes.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80;
  });
  const auto before = static_cast<std::size_t>(first - bytes.begin());
  const std::size_t begin = before > 1024 ? before - 1024 : 0;
  return bytes.substr(begin, kDetectionSample);
}

// The charset that ICU finds likeliest.  Western European text is far the
// most common and short texts say little, so another guess must be clearly
// better; ISO-8859-1 is read as windows-1252, as browsers do: its C1 controls
// never occur in text.
std::string DetectCharset(std::string_view bytes) {
  constexpr std::string_view kWestern = "windows-1252";
  constexpr std::int32_t kClearlyBetter = 15;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(
      ucsdet_open(&status), ucsdet_close);
  if (U_FAILURE(status)) return std::string(kWestern);
  const std::string_view sample = DetectionSample(bytes);
  ucsdet_setText(detector.get(), sample.data(),
                 static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches =
      ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return std::string(kWestern);
  std::string best;
  std::int32_t best_confidence = 0;
  std::int32_t western_confidence = 0;
  for (std::int32_t i = 0; i < count; ++i) {
    const std::string_view name = ucsdet_getName(matches[i], &status);
    const std::int32_t confidence = ucsdet_getConfidence(matches[i], &status);
    // EBCDIC and UTF-16 by statistics are never right on news.
    if (name.starts_with("IBM") || name.starts_with("UTF-")) continue;
    if (name == "ISO-8859-1" || name == kWestern)
      western_confidence = std::max(western_confidence, confidence);
    else if (confidence > best_confidence) {
      best = name;
      best_confidence = confidence;
    }
  }
  return best_confidence >= western_confidence + kClearlyBetter
             ? best
             : std::string(kWestern);
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

// nullptr when ICU does not know the charset.
Converter OpenConverter(std::string_view charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(std::string(charset).c_str(), &status),
                      ucnv_close);
  if (U_FAILURE(status)) converter.reset();
  return converter;
}

// `bytes` in UTF-8; what the charset does not know becomes U+FFFD.
std::string Convert(std::string_view bytes, UConverter* from) {
  const Converter to = OpenConverter("UTF-8");
  std::string out;
  std::array<UChar, 4096> pivot;
  std::array<char, 16384> target;
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  UBool reset = 1;
  while (!bytes.empty()) {
    const std::string_view chunk = bytes.substr(0, kConversionChunk);
    bytes.remove_prefix(chunk.size());
    const char* source = chunk.data();
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
      status = U_ZERO_ERROR;
      char* end = target.data();
      ucnv_convertEx(to.get(), from, &end, target.data() + target.size(),
                     &source, chunk.data() + chunk.size(), pivot.data(),
                     &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                     reset, bytes.empty() ? 1 : 0, &status);
      reset = 0;
      out.append(target.data(), end);
    }
    if (U_FAILURE(status)) break;
  }
  return out;
}

std::size_t CountReplacements(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(kReplacement); at != std::string_view::npos;
       at = text.find(kReplacement, at + kReplacement.size()))
    ++count;
  return count;
}

DecodedText DecodeAs(std::string_view bytes, std::string_view charset,
                     CharsetSource source) {
  DecodedText out{.charset = std::string(charset), .source = source};
  const Converter converter = charset == "UTF-8"
                                  ? Converter(nullptr, ucnv_close)
                                  : OpenConverter(charset);
  if (converter == nullptr) {
    out.charset = "UTF-8";
    out.text = CleanUtf8(bytes, &out.replaced);
    return out;
  }
  const std::string converted = Convert(bytes, converter.get());
  out.replaced = CountReplacements(converted);
  out.text = CleanUtf8(converted);
  return out;
}

// What a declaration means in practice; "" when ICU does not know it, or when
// it says no more than what is tried anyway.
std::string MeaningOf(std::string_view declared) {
  const Converter converter = declared.empty() ? Converter(nullptr, ucnv_close)
                                               : OpenConverter(declared);
  if (converter == nullptr) return {};
  UErrorCode status = U_ZERO_ERROR;
  const std::string_view name = ucnv_getName(converter.get(), &status);
  if (U_FAILURE(status) || name.starts_with("UTF-")) return {};
  // As browsers do: those who declare Latin-1 mean windows-1252.
  if (name == "ISO-8859-1" || name == "US-ASCII") return "windows-1252";
  return std::string(declared);
}

// Charsets that switch by escape sequences look like ASCII.
bool MayBeIso2022(std::string_view bytes) {
  return bytes.find("\x1B$") != std::string_view::npos;
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

DecodedText DecodeText(std::string_view bytes,
                       std::string_view declared_charset) {
  for (const ByteOrderMark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes))
      return DecodeAs(bytes.substr(mark.bytes.size()), mark.charset,
                      CharsetSource::kByteOrderMark);
  }
  const std::string_view pattern = Utf16ByPattern(bytes);
  if (!pattern.empty())
    return DecodeAs(bytes, pattern, CharsetSource::kPattern);
  if (IsValidUtf8(bytes) && !MayBeIso2022(bytes))
    return DecodeAs(bytes, "UTF-8", CharsetSource::kValidUtf8);
  const std::string declared = MeaningOf(declared_charset);
  if (!declared.empty())
    return DecodeAs(bytes, declared, CharsetSource::kDeclared);
  if (IsNearlyUtf8(bytes) && !MayBeIso2022(bytes))
    return DecodeAs(bytes, "UTF-8", CharsetSource::kValidUtf8);
  return DecodeAs(bytes, DetectCharset(bytes), CharsetSource::kDetected);
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
  std::string out;
  out.reserve(text.size());
  bool space_before = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (IsSpace(NextCodePoint(text, at))) {
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
