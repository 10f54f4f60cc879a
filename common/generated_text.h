// What --generate prints: manual pages and completion scripts, one row each.
#ifndef ARCHIVE_COMMON_GENERATED_TEXT_H_
#define ARCHIVE_COMMON_GENERATED_TEXT_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/command_table.h"

namespace archive {

struct GeneratedText {
  std::string_view name;  // value of --generate; as ripgrep names them
  std::string (*text)(const CommandTable& table);
};

// Values of --generate.
std::vector<std::string> NamesOf(std::span<const GeneratedText> rows);

// "" for a name that is none of them.
std::string Generate(std::span<const GeneratedText> rows, std::string_view name,
                     const CommandTable& table);

}  // namespace archive

#endif  // ARCHIVE_COMMON_GENERATED_TEXT_H_
