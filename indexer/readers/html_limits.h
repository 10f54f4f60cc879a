// A page before it is parsed: one pass over its bytes that counts what a
// parser's time grows with faster than with the page, and finds what need not
// be parsed.
#ifndef ARCHIVE_INDEXER_READERS_HTML_LIMITS_H_
#define ARCHIVE_INDEXER_READERS_HTML_LIMITS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html_abridged.h"

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
  // What need not be parsed, in order.  Short runs are not among them, nor any
  // of a page that has NUL or CR, which the parser changes, or can make
  // kAbridgedMark.
  std::vector<HtmlRun> runs;
};
HtmlScan ScanHtml(std::string_view html);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_LIMITS_H_
