// Parses any bytes as a page twice, with its long texts as numbers and letter
// by letter.  What must hold: both end, in the same tree or in the same limit.
#include <cstdint>
#include <string>

#include "indexer/readers/html_tree.h"
#include "tests/fuzz/fuzz_text.h"
#include "tests/support/html_tree_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using archive::HtmlParsing;
  using archive::HtmlTree;
  const std::string html = archive::CleanText(data, size);
  const auto abridged = HtmlTree::Parse(html);
  const auto letters = HtmlTree::Parse(html, HtmlParsing::kLetterByLetter);
  archive::Require(static_cast<bool>(abridged) == static_cast<bool>(letters),
                   "one of them is refused");
  if (!abridged) return 0;
  archive::Require(TextOfTree(*abridged) == TextOfTree(*letters),
                   "the trees differ");
  return 0;
}
