// Addresses as the web resolves them: a reference and where it stands → the
// address meant.  RFC 3986, section 5.2, for http and its like.  Pure.
#ifndef ARCHIVE_INDEXER_READERS_WEB_ADDRESS_H_
#define ARCHIVE_INDEXER_READERS_WEB_ADDRESS_H_

#include <string>
#include <string_view>

namespace archive {

// "https:", "mailto:" in front.
bool IsAbsoluteAddress(std::string_view address);

// "../a?b" in "http://example.org/x/y/z" → "http://example.org/x/a?b".  Without
// an absolute base the reference stays as it is.
std::string ResolveAddress(std::string_view base, std::string_view reference);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_WEB_ADDRESS_H_
