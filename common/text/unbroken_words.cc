#include "common/text/unbroken_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

namespace archive {
namespace {

// A dictionary word is decided by what stands near it; whole articles would be
// cut anew for each name.
constexpr std::size_t kContextBytes = 36;  // twelve characters

// 日本人 and 英語 are Japanese people and English: demonyms.
constexpr auto kPeopleAndLanguages =
    std::to_array<std::string_view>({"人", "語", "语"});
// What is called after a country, and is none; 奥 of 马里奥 (Mario), 瑜 of
// 韩国瑜, 比伦 of 巴比伦 (Babylon), 電力 of 中国電力, a firm of Japan's
// Chugoku.
constexpr auto kNotTheCountry = std::to_array<std::string_view>(
    {"洋", "海", "湾", "灣", "河", "海峡", "海峽", "半岛", "半島", "奥", "瑜",
     "比伦", "電力"});

bool Holds(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsInsideCharacter(std::string_view text, std::size_t at) {
  return at < text.size() &&
         (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

// Three characters of Chinese are no part of another word by chance, and ICU
// does not know all names: 马里兰 (Maryland).  Those of Japanese are syllables.
bool IsLongInChinese(std::string_view name) {
  constexpr std::size_t kLong = 9;             // bytes
  constexpr unsigned char kFirstOfHan = 0xe4;  // U+4E00 begins with it
  return name.size() >= kLong &&
         static_cast<unsigned char>(name.front()) >= kFirstOfHan;
}

// The bytes of `text` about `name`, whole characters.
Span ContextOf(std::string_view text, Span name) {
  Span context = {name.begin - std::min(name.begin, kContextBytes),
                  std::min(name.end + kContextBytes, text.size())};
  while (IsInsideCharacter(text, context.begin)) ++context.begin;
  while (IsInsideCharacter(text, context.end)) ++context.end;
  return context;
}

}  // namespace

class UnbrokenWords::Impl {
 public:
  Impl() {
    UErrorCode status = U_ZERO_ERROR;
    breaker_.reset(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) breaker_.reset();
  }

  bool IsName(std::string_view text, Span name) {
    const Span context = ContextOf(text, name);
    const std::string_view near =
        text.substr(context.begin, context.end - context.begin);
    UErrorCode status = U_ZERO_ERROR;
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, near.data(), static_cast<std::int64_t>(near.size()),
                   &status);
    if (breaker_) breaker_->setText(&utext, status);
    const bool is_name = !breaker_ || U_FAILURE(status) ||
                         StandsAlone(near, {name.begin - context.begin,
                                            name.end - context.begin});
    utext_close(&utext);
    return is_name;
  }

 private:
  bool StandsAlone(std::string_view near, Span name) {
    const auto begin = static_cast<std::int32_t>(name.begin);
    const auto end = static_cast<std::int32_t>(name.end);
    const bool is_long =
        IsLongInChinese(near.substr(name.begin, name.end - name.begin));
    if (!is_long && breaker_->isBoundary(begin) == 0) return false;
    const bool ends = breaker_->isBoundary(end) != 0;
    // The word behind the name, or what is left of the one that holds it.
    const std::int32_t next = breaker_->following(end);
    if (next == icu::BreakIterator::DONE) return true;
    const std::string_view rest =
        near.substr(name.end, static_cast<std::size_t>(next) - name.end);
    if (ends || is_long) return !Holds(kNotTheCountry, rest);
    return Holds(kPeopleAndLanguages, rest);
  }

  std::unique_ptr<icu::BreakIterator> breaker_;
};

UnbrokenWords::UnbrokenWords() : impl_(std::make_unique<Impl>()) {}
UnbrokenWords::~UnbrokenWords() = default;
UnbrokenWords::UnbrokenWords(UnbrokenWords&&) noexcept = default;
UnbrokenWords& UnbrokenWords::operator=(UnbrokenWords&&) noexcept = default;

bool UnbrokenWords::IsName(std::string_view text, Span name) {
  return impl_->IsName(text, name);
}

}  // namespace archive
