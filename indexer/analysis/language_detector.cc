#include "indexer/analysis/language_detector.h"

#include <algorithm>
#include <array>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "common/text/language.h"
#include "common/text/utf8.h"

namespace archive {
namespace {

// The beginning of a text mostly tells its language; where it does not, more of
// it may, and more than that would only take time.
constexpr std::size_t kMostlyEnoughBytes = 1024;
constexpr std::size_t kEnoughBytes = 4096;

// "" where the sample does not tell.
std::string LanguageOfSample(std::string_view sample) {
  std::array<CLD2::Language, 3> languages = {};
  std::array<int, 3> percents = {};
  std::array<double, 3> scores = {};
  int text_bytes = 0;
  bool is_reliable = false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                                CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummary(sample.data(), static_cast<int>(sample.size()),
                                 true, &hints, 0, languages.data(),
                                 percents.data(), scores.data(), nullptr,
                                 &text_bytes, &is_reliable);
  if (!is_reliable || languages[0] == CLD2::UNKNOWN_LANGUAGE) return {};
  const Language* const known = FindLanguage(CLD2::LanguageCode(languages[0]));
  return known == nullptr ? std::string() : std::string(known->code);
}

}  // namespace

std::string DetectLanguage(std::string_view text) {
  std::string language =
      LanguageOfSample(CutAtCharacter(text, kMostlyEnoughBytes));
  if (!language.empty() || text.size() <= kMostlyEnoughBytes) return language;
  return LanguageOfSample(CutAtCharacter(text, kEnoughBytes));
}

}  // namespace archive
