// What fuzzers of texts have in common.
#ifndef ARCHIVE_TESTS_FUZZ_FUZZ_TEXT_H_
#define ARCHIVE_TESTS_FUZZ_FUZZ_TEXT_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"

namespace archive {

// Ends the program, which is what a fuzzer looks for.
inline void Require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

// Any bytes as a text, which an article has passed through.
inline std::string CleanText(const std::uint8_t* data, std::size_t size) {
  return CleanUtf8(std::string_view(reinterpret_cast<const char*>(data), size));
}

// Its lines as the paragraphs of an article.  Lives: as long as the text.
inline std::vector<std::string_view> Paragraphs(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace archive

#endif  // ARCHIVE_TESTS_FUZZ_FUZZ_TEXT_H_
