// DecodeText() of utf8.h: what only who reads files needs.  Charsets are
// guessed by a library of ICU's that queries need not load.
#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "common/text/utf8.h"

namespace archive {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

// More does not make the guess better, only slower.
constexpr std::size_t kDetectionSample = std::size_t{32} << 10;
constexpr std::size_t kPatternSample = 4096;

// ICU's lengths are 32 bits wide.
constexpr std::size_t kConversionChunk = std::size_t{1} << 30;

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

}  // namespace archive
