#include "common/text/language.h"

#include <algorithm>

namespace archive {
namespace {

constexpr bool CodesAreInOrder() {
  for (std::size_t i = 1; i < kLanguages.size(); ++i) {
    if (!(kLanguages[i - 1].code < kLanguages[i].code)) return false;
  }
  return true;
}
static_assert(CodesAreInOrder(), "kLanguages must be sorted by code");

}  // namespace

const Language* FindLanguage(std::string_view tag) {
  std::string code;
  for (const char c : tag.substr(0, tag.find_first_of("-_"))) {
    code += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  if (code == "nb" || code == "nn") code = "no";
  const auto* const row =
      std::lower_bound(kLanguages.begin(), kLanguages.end(), code,
                       [](const Language& language, const std::string& wanted) {
                         return language.code < wanted;
                       });
  return row != kLanguages.end() && row->code == code ? row : nullptr;
}

}  // namespace archive
