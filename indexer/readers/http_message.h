// A header of fields (HTTP's, WARC's, a mail's) and an HTTP response.
//
// Forgiving: line ends of either kind, blanks around names, folded lines.
// RFC 9110.  Pure.
#ifndef ARCHIVE_INDEXER_READERS_HTTP_MESSAGE_H_
#define ARCHIVE_INDEXER_READERS_HTTP_MESSAGE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace archive {

class HeaderFields {
 public:
  // Reads lines up to a blank one; `at` is moved behind it.
  static HeaderFields Read(std::string_view bytes, std::size_t& at);

  // The first field of this name, in any case; empty when there is none.
  std::string_view Get(std::string_view name) const;
  bool empty() const { return fields_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

struct HttpResponse {
  int status = 0;
  HeaderFields fields;
  std::string_view body;  // as it was sent
};

// What does not begin as HTTP has status 0 and is all body.
HttpResponse ReadHttpResponse(std::string_view bytes);

// "text/html; charset=utf-8" → "text/html", in small letters.
std::string MediaTypeOf(std::string_view content_type);
// … → "utf-8"; empty when there is none.
std::string CharsetOf(std::string_view content_type);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTTP_MESSAGE_H_
