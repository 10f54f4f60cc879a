#include "common/generated_text.h"

namespace archive {

std::vector<std::string> NamesOf(std::span<const GeneratedText> rows) {
  std::vector<std::string> names;
  for (const GeneratedText& row : rows) names.emplace_back(row.name);
  return names;
}

std::string Generate(std::span<const GeneratedText> rows, std::string_view name,
                     const CommandTable& table) {
  for (const GeneratedText& row : rows) {
    if (row.name == name) return row.text(table);
  }
  return "";
}

}  // namespace archive
