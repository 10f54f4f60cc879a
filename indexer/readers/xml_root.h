// What vocabulary a file of XML is written in, told by its first element: what
// the sniffers of XML formats ask.
#ifndef ARCHIVE_INDEXER_READERS_XML_ROOT_H_
#define ARCHIVE_INDEXER_READERS_XML_ROOT_H_

#include <string>
#include <string_view>

namespace archive {

struct XmlRoot {
  std::string name;  // small letters, without its prefix; empty: not XML
  std::string tag;   // all of the tag, small letters
};

// `bytes` is the beginning of a file, in UTF-8, UTF-16 or a charset that holds
// ASCII.
XmlRoot RootOfXml(std::string_view bytes);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_XML_ROOT_H_
