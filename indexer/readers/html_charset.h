// The charset that a page declares: <meta charset>, http-equiv, <?xml
// encoding?>.
//
// Labels mean what browsers take them for (https://encoding.spec.whatwg.org):
// who declares gb2312 writes GB18030, who declares Shift_JIS writes
// Microsoft's. To add a label: a row in html_charset.cc.
#ifndef ARCHIVE_INDEXER_READERS_HTML_CHARSET_H_
#define ARCHIVE_INDEXER_READERS_HTML_CHARSET_H_

#include <string>
#include <string_view>

namespace archive {

// A name that ICU knows; empty when the page says nothing.
std::string DeclaredHtmlCharset(std::string_view bytes);

// The same for XML: of the declaration alone.
std::string DeclaredXmlCharset(std::string_view bytes);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_CHARSET_H_
