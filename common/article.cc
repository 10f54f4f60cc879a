#include "common/article.h"

#include <algorithm>
#include <array>

namespace archive {

std::string_view NameOf(DateSource source) {
  static constexpr std::array<std::string_view, kDateSourceCount> kNames = {
      "metadata", "path"};
  return kNames[static_cast<std::size_t>(source)];
}

std::string_view LeadOf(const Article& article) {
  const auto lead = std::find_if(
      article.blocks.begin(), article.blocks.end(),
      [](const Block& block) { return block.kind == BlockKind::kParagraph; });
  return lead == article.blocks.end() ? std::string_view() : lead->text;
}

std::string_view DisplayTitleOf(const Article& article) {
  return article.title.empty() ? article.first_line : article.title;
}

}  // namespace archive
