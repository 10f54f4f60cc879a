#include "common/completion.h"

#include <algorithm>

namespace archive {

std::string ForProgram(std::string_view text, std::string_view program) {
  std::string name = "_" + std::string(program);
  std::replace(name.begin(), name.end(), '-', '_');
  std::string out;
  while (!text.empty()) {
    if (text.starts_with("PROGRAM")) {
      out += program;
      text.remove_prefix(7);
    } else if (text.starts_with("_NAME_")) {
      out += name;
      text.remove_prefix(6);
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

bool AsksProgram(const CommandTable& table) {
  return std::any_of(table.arguments.begin(), table.arguments.end(),
                     [](const OptionRow& argument) {
                       return KindOf(argument) == ValueKind::kQuery;
                     });
}

}  // namespace archive
