#include "indexer/analysis/language_detector.h"

#include <algorithm>
#include <array>
#include <utility>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "common/text/language.h"
#include "common/text/utf8.h"

namespace archive {
namespace {

// The beginning of a text mostly tells its language; where it does not, more of
// it may, and more than that would only take time.
constexpr std::size_t kMostlyEnoughBytes = 1024;

// What is said is doubted from so many bytes on, and where so much of them is
// in one language.
constexpr std::size_t kPlainBytes = 400;
constexpr int kPlainPercent = 95;

// Languages so near to each other that a text of one passes for another.
constexpr auto kRelatives =
    std::to_array<std::string_view>({"da no sv", "hr sr", "cs sk", "ca es pt",
                                     "bg ru sr uk", "hi ne", "ja zh"});

struct Told {
  std::string language;  // "": the sample does not tell
  int percent = 0;       // of its bytes
};

Told LanguageOfSample(std::string_view sample) {
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
  if (known == nullptr) return {};
  return {std::string(known->code), percents[0]};
}

bool AreRelatives(std::string_view one, std::string_view other) {
  return std::any_of(kRelatives.begin(), kRelatives.end(),
                     [&](std::string_view group) {
                       return group.find(one) != std::string_view::npos &&
                              group.find(other) != std::string_view::npos;
                     });
}

}  // namespace

std::string DetectLanguage(std::string_view text) {
  std::string language =
      LanguageOfSample(CutAtCharacter(text, kMostlyEnoughBytes)).language;
  if (!language.empty() || text.size() <= kMostlyEnoughBytes) return language;
  return LanguageOfSample(CutAtCharacter(text, kLanguageSampleBytes)).language;
}

std::string OtherLanguage(std::string_view text, std::string_view said) {
  if (text.size() < kPlainBytes) return {};
  Told told = LanguageOfSample(CutAtCharacter(text, kMostlyEnoughBytes));
  const bool is_other = told.percent >= kPlainPercent &&
                        told.language != said &&
                        !AreRelatives(told.language, said);
  return is_other ? std::move(told.language) : std::string();
}

}  // namespace archive
