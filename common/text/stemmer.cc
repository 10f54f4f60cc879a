#include "common/text/stemmer.h"

#include <algorithm>

#include <xapian.h>

#include "common/text/language.h"

namespace archive {

class Stemmer::Impl {
 public:
  explicit Impl(const Language* language) {
    if (language != nullptr && !language->stemmer.empty())
      stem_ = Xapian::Stem(std::string(language->stemmer));
  }
  bool HasRules() const { return !stem_.is_none(); }
  std::string Stem(std::string_view word) const {
    return stem_(std::string(word));
  }

 private:
  Xapian::Stem stem_;
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

std::string Stemmer::Stem(std::string_view word) const {
  const bool has_digit = std::any_of(
      word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (has_digit || !impl_->HasRules()) return std::string(word);
  return impl_->Stem(word);
}

}  // namespace archive
