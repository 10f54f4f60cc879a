#include "indexer/readers/xml_root.h"

#include <algorithm>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"

namespace archive {
namespace {

// Where a <!DOCTYPE … [ … ]> ends.
std::size_t EndOfDeclaration(std::string_view text) {
  std::size_t end = text.find_first_of("[>");
  if (end != std::string_view::npos && text[end] == '[') {
    end = text.find(']', end);
    if (end != std::string_view::npos) end = text.find('>', end);
  }
  return end == std::string_view::npos ? text.size() : end + 1;
}

// Behind comments, instructions and document types.
std::string_view FirstElement(std::string_view text) {
  for (;;) {
    while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
    std::size_t end = 0;
    if (text.starts_with("<!--")) {
      end = text.find("-->");
      end = end == std::string_view::npos ? text.size() : end + 3;
    } else if (text.starts_with("<?")) {
      end = std::min(text.find('>'), text.size() - 1) + 1;
    } else if (text.starts_with("<!")) {
      end = EndOfDeclaration(text);
    } else {
      return text;
    }
    text.remove_prefix(end);
  }
}

bool IsUtf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4);
  return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
         head.find('\0') != std::string_view::npos;
}

}  // namespace

XmlRoot RootOfXml(std::string_view bytes) {
  std::string decoded;
  if (IsUtf16(bytes)) {
    decoded = DecodeText(bytes.substr(0, 8192)).text;
    bytes = decoded;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string_view element = FirstElement(bytes);
  if (element.size() < 2 || element[0] != '<' || !IsLetter(element[1]))
    return {};
  XmlRoot root;
  constexpr std::size_t kLongestTag = 4096;
  for (const char c :
       element.substr(0, std::min(element.find('>'), kLongestTag)))
    root.tag += Lower(c);
  std::string_view name = std::string_view(root.tag).substr(1);
  name = name.substr(0, name.find_first_of(" \t\r\n/"));
  root.name = name.substr(name.find(':') + 1);  // none: npos + 1 is 0
  return root;
}

}  // namespace archive
