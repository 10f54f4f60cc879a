#include "query/cli_generate.h"

#include <array>

#include "common/command_table.h"
#include "common/completion.h"
#include "query/manual.h"

namespace archive {
namespace {

constexpr std::array<GeneratedText, 2> kPages = {{
    {"man", QueryManual},
    {"man-syntax", [](const CommandTable&) { return SyntaxManual(); }},
}};

}  // namespace

std::vector<GeneratedText> GeneratedTexts() {
  std::vector<GeneratedText> rows(kPages.begin(), kPages.end());
  rows.insert(rows.end(), kCompletions.begin(), kCompletions.end());
  return rows;
}

}  // namespace archive
