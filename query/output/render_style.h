// How a page is to look, apart from its format: plain data.
#ifndef ARCHIVE_QUERY_OUTPUT_RENDER_STYLE_H_
#define ARCHIVE_QUERY_OUTPUT_RENDER_STYLE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace archive {

enum class Emphasis : std::uint8_t {
  kNone,
  kBrackets,  // «hotline»: for screen readers, and without colours
  kBold,      // escape sequences of a terminal
};

enum class LineEnd : std::uint8_t { kLineFeed, kNul };

enum class Verbosity : std::uint8_t { kNormal, kNames };

// A terminal obeys control characters, which the name of a file may hold.
enum class Target : std::uint8_t { kProgram, kTerminal };

struct RenderStyle {
  Emphasis emphasis = Emphasis::kNone;
  std::size_t width = 80;                 // columns
  LineEnd line_end = LineEnd::kLineFeed;  // of paths and ids
  Target target = Target::kProgram;
  Verbosity verbosity = Verbosity::kNormal;
  // Names of rows of kHitFields (hit_fields.h); none: what the format shows.
  std::vector<std::string> fields;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_RENDER_STYLE_H_
