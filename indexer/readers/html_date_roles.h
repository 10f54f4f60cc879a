// What the words around a date say that it is: the publication, the last
// change, or something else; names of <meta> as well as lines of text.
//
// To know another word or name: a row in html_date_roles.cc.
#ifndef ARCHIVE_INDEXER_READERS_HTML_DATE_ROLES_H_
#define ARCHIVE_INDEXER_READERS_HTML_DATE_ROLES_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace archive {

enum class DateRole : std::uint8_t {
  kUnknown,  // a date and no more
  kPublished,
  kModified,
  kOther,  // of no date of the article's
};

// Of a <meta>'s name in small letters; kOther for names that hold no date.
DateRole RoleOfMeta(std::string_view name);

// Of names of classes, in small letters; kUnknown where they say both.
DateRole RoleOfWords(std::string_view lowered);
// Of the text before a date, in small letters: the word nearest to it counts.
DateRole RoleOfTextBefore(std::string_view lowered);

// Whether a class or id, in small letters, marks dates.
bool MarksDates(std::string_view lowered);

// As long as the text: of two bytes, only letters of western Europe and
// Cyrillic ones become small.
std::string SmallLetters(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_DATE_ROLES_H_
