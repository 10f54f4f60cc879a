// Bodies of HTTP as they were sent → the bytes that were meant.  The border to
// zlib and brotli.
//
// Servers and crawlers err: what says that it is packed may not be, and what
// was cut short is read as far as it goes.  RFC 9112 (chunks), RFC 9110
// (codings), RFC 7932 (brotli).  Pure.
#ifndef ARCHIVE_INDEXER_READERS_CONTENT_CODING_H_
#define ARCHIVE_INDEXER_READERS_CONTENT_CODING_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace archive {

// The body without its chunks; what is not in chunks, or from where it no
// longer is, as it stands.
std::string WithoutChunks(std::string_view body);

// The body that "gzip", "deflate" or "br" has made this of, up to `max_bytes`;
// the body itself when it was not made so.  Other codings are left alone.
std::string Decoded(std::string_view body, std::string_view coding,
                    std::size_t max_bytes);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_CONTENT_CODING_H_
