// What a page may be, decided before it is parsed: one pass over its bytes that
// counts what a parser's time grows with faster than with the page.
#ifndef ARCHIVE_INDEXER_READERS_HTML_LIMITS_H_
#define ARCHIVE_INDEXER_READERS_HTML_LIMITS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace archive {

// More is a dump, no page: the longest single pages of the web (laws, live
// tickers of a week) stay below a quarter of this.
inline constexpr std::size_t kMaxHtmlBytes = std::size_t{16} << 20;
// Pages of content systems reach some hundreds.
inline constexpr std::size_t kMaxHtmlNesting = 2000;
inline constexpr std::size_t kMaxHtmlAttributes = 1000;  // of one tag

// Which limit the page breaks, for people; empty for a page to be parsed.
std::string BrokenHtmlLimit(std::string_view html);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_LIMITS_H_
