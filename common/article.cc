#include "common/article.h"

#include <algorithm>
#include <array>

#include "common/dates/date_scanner.h"

namespace archive {

std::string_view NameOf(DateSource source) {
  static constexpr std::array<std::string_view, kDateSourceCount> kNames = {
      "metadata", "path", "json-ld", "meta", "microdata",
      "time",     "url",  "script",  "text", "librarian"};
  return kNames[static_cast<std::size_t>(source)];
}

std::string_view NameOf(Usability status) {
  static constexpr std::array<std::string_view, kUsabilityCount> kNames = {
      "usable", "corrected", "canceled", "withheld"};
  return kNames[static_cast<std::size_t>(status)];
}

Usability ReadUsability(std::string_view name) {
  struct Row {
    std::string_view name;
    Usability status;
  };
  static constexpr std::array<Row, 12> kRows = {{
      {"corrected", Usability::kCorrected},
      {"correction", Usability::kCorrected},
      {"canceled", Usability::kCanceled},
      {"cancelled", Usability::kCanceled},
      {"killed", Usability::kCanceled},
      {"kill", Usability::kCanceled},
      {"retracted", Usability::kCanceled},
      {"withheld", Usability::kWithheld},
      {"embargoed", Usability::kWithheld},
      {"draft", Usability::kWithheld},  // of content systems
      {"scheduled", Usability::kWithheld},
      {"trash", Usability::kWithheld},
  }};
  name.remove_prefix(name.rfind(':') + 1);  // none: npos + 1 is 0
  for (const Row& row : kRows) {
    if (SameLetters(row.name, name)) return row.status;
  }
  return Usability::kUsable;
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
