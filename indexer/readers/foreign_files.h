// Files that are not for us, told by their first bytes or by their names, and
// what they are in words for people.
//
// To add one: a row in foreign_files.cc.  When a version begins to read a
// format, its row goes from here and comes into readers.cc.
#ifndef ARCHIVE_INDEXER_READERS_FOREIGN_FILES_H_
#define ARCHIVE_INDEXER_READERS_FOREIGN_FILES_H_

#include <string>
#include <string_view>

namespace archive {

// "a picture", "PDF is not read by this version"; empty for what may be text.
// `bytes` is the beginning of the file.
std::string ForeignByContent(std::string_view bytes);
std::string ForeignByName(std::string_view path);
// Of XML and of documents packed as zip that no reader knows; empty for others.
std::string ForeignZip(std::string_view bytes);
std::string ForeignXml(std::string_view bytes);

// Bytes that are no text in any charset.
bool LooksBinary(std::string_view bytes);

// The beginning of a JSON object or array, of whatever kind.
bool LooksLikeJson(std::string_view bytes);

// An XML declaration, or a picture in SVG.
bool LooksLikeXml(std::string_view bytes);

// A page of HTML or XHTML, by its first tag: <!doctype html>, <html>, <head> …
bool LooksLikeHtml(std::string_view bytes);

// The extension of the last part of a path, small letters, with its dot:
// ".txt"; empty for none and for names that begin with their only dot.
std::string ExtensionOf(std::string_view path);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_FOREIGN_FILES_H_
