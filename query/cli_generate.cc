#include "query/cli_generate.h"

#include <algorithm>
#include <array>

#include <CLI/CLI.hpp>

#include "common/command_table.h"
#include "common/completion.h"
#include "query/manual.h"

namespace archive {
namespace {

constexpr std::array<GeneratedText, 2> kPages = {{
    {"man", QueryManual},
    {"man-syntax", [](const CommandTable&) { return SyntaxManual(); }},
}};

std::vector<GeneratedText> Rows() {
  std::vector<GeneratedText> rows(kPages.begin(), kPages.end());
  rows.insert(rows.end(), kCompletions.begin(), kCompletions.end());
  return rows;
}

}  // namespace

std::vector<std::string> GeneratedNames() {
  std::vector<std::string> names;
  for (const GeneratedText& row : Rows()) names.emplace_back(row.name);
  return names;
}

std::string Generate(CLI::App& app, const std::string& what) {
  for (const GeneratedText& row : Rows()) {
    if (row.name == what) return row.text(TableOf(app));
  }
  return "";
}

}  // namespace archive
