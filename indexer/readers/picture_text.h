// Text that belongs to a picture: the caption, and who made the picture.
//
// Saved articles have it between their paragraphs: "… in recent years.
// KIM MIN-HEE/Pool/AFP/Getty Images".  A caption is known by its credit; where
// nothing says who made a picture, nothing tells its caption from a paragraph.
// To know more credits: the tables in picture_text.cc.  Pure functions over
// cleaned text with single spaces.
#ifndef ARCHIVE_INDEXER_READERS_PICTURE_TEXT_H_
#define ARCHIVE_INDEXER_READERS_PICTURE_TEXT_H_

#include <optional>
#include <string>
#include <string_view>

namespace archive {

struct PictureText {
  std::string caption;  // empty: the text is a credit alone
  std::string credit;
};

// nullopt when the text does not end with a credit.
std::optional<PictureText> SplitPictureText(std::string_view text);

// Whether the line is a list of keywords as content systems print them under
// pictures: at least three words or short phrases in small letters, separated
// by commas, and no sentence.
bool IsKeywordLine(std::string_view line);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_PICTURE_TEXT_H_
