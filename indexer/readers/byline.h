// Who wrote it: "By JANE DOE and JOHN ROE, Reuters" → {"JANE DOE", "JOHN ROE"}.
//
// To read bylines of another language: a row in kBylineWords in byline.cc.
// Pure functions over cleaned text with single spaces.
#ifndef ARCHIVE_INDEXER_READERS_BYLINE_H_
#define ARCHIVE_INDEXER_READERS_BYLINE_H_

#include <string>
#include <string_view>
#include <vector>

namespace archive {

// The names of a byline, with or without a "By" (or "Von", "Par", "Por", "Di",
// "Door").  News agencies and offices behind the names ("Associated Press
// Writer") are left out, unless nothing else stands there.
std::vector<std::string> NamesOfByline(std::string_view text);

// Whether a line of running text can be nothing but a byline: "By" and names.
bool IsByline(std::string_view line);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_BYLINE_H_
