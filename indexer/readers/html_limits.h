// A page before it is parsed: one pass over its bytes that counts what a
// parser's time grows with faster than with the page, and finds what need not
// be parsed.
#ifndef ARCHIVE_INDEXER_READERS_HTML_LIMITS_H_
#define ARCHIVE_INDEXER_READERS_HTML_LIMITS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/span.h"

namespace archive {

// More is a dump, no page: the longest single pages of the web (laws, live
// tickers of a week) stay below a quarter of this.
inline constexpr std::size_t kMaxHtmlBytes = std::size_t{16} << 20;
// Pages of content systems reach some hundreds.
inline constexpr std::size_t kMaxHtmlNesting = 2000;
inline constexpr std::size_t kMaxHtmlAttributes = 1000;  // of one tag

struct HtmlScan {
  // Which limit the page breaks, for people; empty for a page to be parsed.
  std::string broken_limit;
  // What scripts and styles hold, in order, as far as the parser would take it
  // as it is.  A guess: who relies on it looks whether the parser agrees.
  std::vector<Span> raw_texts;
};
HtmlScan ScanHtml(std::string_view html);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_LIMITS_H_
