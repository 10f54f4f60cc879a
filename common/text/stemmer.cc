#include "common/text/stemmer.h"

#include <algorithm>
#include <array>

#include <xapian.h>

#include "common/text/language.h"

namespace archive {

namespace {

// Their stemmers take prefixes away, or put another letter in front.
constexpr auto kChangeTheFirstLetter =
    std::to_array<std::string_view>({"ar", "ga", "id", "ne", "ta", "tr"});

bool ChangesTheFirstLetter(std::string_view code) {
  return std::find(kChangeTheFirstLetter.begin(), kChangeTheFirstLetter.end(),
                   code) != kChangeTheFirstLetter.end();
}

}  // namespace

class Stemmer::Impl {
 public:
  explicit Impl(const Language* language) {
    if (language == nullptr || language->stemmer.empty()) return;
    stem_ = Xapian::Stem(std::string(language->stemmer));
    keeps_first_letter_ = !ChangesTheFirstLetter(language->code);
  }
  bool keeps_first_letter() const { return keeps_first_letter_; }
  bool HasRules() const { return !stem_.is_none(); }
  std::string Stem(std::string_view word) const {
    return stem_(std::string(word));
  }

 private:
  Xapian::Stem stem_;
  bool keeps_first_letter_ = true;
};

Stemmer::Stemmer(std::string_view language)
    : impl_(std::make_unique<Impl>(
          FindLanguage(language.empty() ? "en" : language))) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

bool Stemmer::HasRules() const {
  return impl_->HasRules();
}

bool Stemmer::MayAgree(std::string_view word, std::string_view other) const {
  return !impl_->keeps_first_letter() || word.empty() || other.empty() ||
         word.front() == other.front();
}

std::string Stemmer::Stem(std::string_view word) const {
  const bool has_digit = std::any_of(
      word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (has_digit || !impl_->HasRules()) return std::string(word);
  return impl_->Stem(word);
}

}  // namespace archive
