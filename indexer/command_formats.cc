#include "indexer/command_formats.h"

#include <algorithm>

#include <fmt/format.h>

#include "indexer/readers/reader.h"

namespace archive {

int RunFormats(std::ostream& out) {
  std::size_t name_width = 0;
  std::size_t extensions_width = 0;
  for (const Format& format : Formats()) {
    name_width = std::max(name_width, format.name.size());
    extensions_width = std::max(extensions_width, format.extensions.size());
  }
  for (const Format& format : Formats())
    out << fmt::format("{:{}}  {:{}}  {}\n", format.name, name_width,
                       format.extensions, extensions_width, format.help);
  return 0;
}

}  // namespace archive
