#include "common/dates/date_figures.h"

#include <algorithm>
#include <array>

namespace archive {
namespace {

using Kind = DateTokenKind;

constexpr std::size_t kMostDigits = 8;
constexpr int kTen = 10;

struct Sign {
  std::string_view text;
  Kind kind;
};

// Signs and characters of more than one byte that are no letters of a word.
constexpr std::array kWideSigns = {
    Sign{"‐", Kind::kDash},
    Sign{"‑", Kind::kDash},
    Sign{"‒", Kind::kDash},
    Sign{"–", Kind::kDash},
    Sign{"—", Kind::kDash},
    Sign{"―", Kind::kDash},
    Sign{"−", Kind::kDash},
    Sign{"～", Kind::kDash},
    Sign{"〜", Kind::kDash},
    Sign{"年", Kind::kEastYear},
    Sign{"년", Kind::kEastYear},
    Sign{"月", Kind::kEastMonth},
    Sign{"월", Kind::kEastMonth},
    Sign{"日", Kind::kEastDay},
    Sign{"일", Kind::kEastDay},
    Sign{"号", Kind::kEastDay},
    Sign{"號", Kind::kEastDay},
    Sign{"元", Kind::kEastFirst},
    Sign{"至", Kind::kTo},
    Sign{"から", Kind::kTo},
    Sign{"代", Kind::kEastAge},
    Sign{"대", Kind::kEastAge},
    Sign{"世紀", Kind::kEastCentury},
    Sign{"世纪", Kind::kEastCentury},
    Sign{"세기", Kind::kEastCentury},
};

struct EastEra {
  std::string_view name;
  int year_before;
};
constexpr std::array kEastEras = {
    EastEra{"明治", 1867}, EastEra{"大正", 1911}, EastEra{"昭和", 1925},
    EastEra{"平成", 1988}, EastEra{"令和", 2018},
};

std::optional<ForeignFigures> ReadWide(std::string_view text) {
  constexpr std::string_view kLead = "\xef\xbc";
  constexpr std::size_t kBytes = 3;
  constexpr int kZero = 0x90;  // the last byte of U+FF10
  ForeignFigures figures;
  while (text.size() >= figures.length + kBytes &&
         text.substr(figures.length).starts_with(kLead)) {
    const int digit =
        static_cast<unsigned char>(text[figures.length + kBytes - 1]) - kZero;
    if (digit < 0 || digit >= kTen || figures.digits == kMostDigits) break;
    figures.value = figures.value * kTen + digit;
    figures.length += kBytes;
    ++figures.digits;
  }
  if (figures.digits == 0) return std::nullopt;
  return figures;
}

// 0 to 10; nothing for any other character.
std::optional<int> ChineseDigit(std::string_view text) {
  constexpr std::array<std::string_view, 11> kDigits = {
      "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  for (std::size_t i = 0; i < kDigits.size(); ++i) {
    if (text.starts_with(kDigits[i])) return static_cast<int>(i);
  }
  return std::nullopt;
}

bool BeginsWithUnit(std::string_view text) {
  constexpr std::array<std::string_view, 5> kUnits = {"年", "月", "日", "号",
                                                      "號"};
  return std::any_of(
      kUnits.begin(), kUnits.end(),
      [text](std::string_view unit) { return text.starts_with(unit); });
}

std::optional<ForeignFigures> ReadChinese(std::string_view text) {
  constexpr std::size_t kBytes = 3;
  ForeignFigures figures = {.in_words = true};
  bool has_ten = false;
  while (figures.digits < kMostDigits) {
    const std::optional<int> digit = ChineseDigit(text.substr(figures.length));
    if (!digit) break;
    if (*digit == kTen) {
      figures.value = std::max(figures.value, 1) * kTen;
      has_ten = true;
    } else {
      figures.value = figures.value * (has_ten ? 1 : kTen) + *digit;
    }
    figures.length += kBytes;
    ++figures.digits;
  }
  if (figures.digits == 0 || !BeginsWithUnit(text.substr(figures.length)))
    return std::nullopt;
  return figures;
}

}  // namespace

std::optional<ForeignFigures> ReadForeignFigures(std::string_view text) {
  const std::optional<ForeignFigures> wide = ReadWide(text);
  return wide ? wide : ReadChinese(text);
}

std::optional<WideSign> ReadWideSign(std::string_view text) {
  for (const Sign& sign : kWideSigns) {
    if (text.starts_with(sign.text))
      return WideSign{sign.text.size(), sign.kind, 0};
  }
  for (const EastEra& era : kEastEras) {
    if (text.starts_with(era.name))
      return WideSign{era.name.size(), Kind::kEastEra, era.year_before};
  }
  return std::nullopt;
}

int RomanNumber(std::string_view word) {
  constexpr std::array<std::string_view, 21> kNumbers = {
      "I",    "II",  "III",  "IV",    "V",   "VI",   "VII",
      "VIII", "IX",  "X",    "XI",    "XII", "XIII", "XIV",
      "XV",   "XVI", "XVII", "XVIII", "XIX", "XX",   "XXI"};
  if (word.ends_with('e')) word.remove_suffix(1);
  if (word.size() < 2) return 0;
  const auto* const at = std::find(kNumbers.begin(), kNumbers.end(), word);
  return at == kNumbers.end() ? 0 : static_cast<int>(at - kNumbers.begin()) + 1;
}

}  // namespace archive
