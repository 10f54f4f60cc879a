// Entities in XML of strangers: the five of XML and numbers, and, since feeds
// are full of them, the names of HTML.  No other is ever expanded.
#ifndef ARCHIVE_INDEXER_READERS_XML_ENTITIES_H_
#define ARCHIVE_INDEXER_READERS_XML_ENTITIES_H_

#include <string>
#include <string_view>
#include <unordered_map>

namespace archive {

// `text` with <, > and & as entities.
void AppendEscaped(std::string_view text, std::string& out);

// Threads: one at a time (it remembers the names that it met).
class XmlEntities {
 public:
  // Appends `text` so that an XML parser reads its characters: references that
  // it knows stay, HTML's become their characters, any other '&', '<', '>' and
  // '"' is escaped.
  void AppendText(std::string_view text, std::string& out);

 private:
  // The character of &name;, escaped; empty when there is none.
  std::string Meaning(std::string_view name);

  std::unordered_map<std::string, std::string> meanings_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_XML_ENTITIES_H_
