// The languages that are told apart, one row each.
//
// To add one: append a row.  Codes are stored in segments by name, so rows may
// be moved.  What it leaves to others: finding out the language of a text
// (indexer/analysis/language_detector.h), stemming (common/text/stemmer.h).
#ifndef ARCHIVE_COMMON_TEXT_LANGUAGE_H_
#define ARCHIVE_COMMON_TEXT_LANGUAGE_H_

#include <array>
#include <string>
#include <string_view>

namespace archive {

struct Language {
  std::string_view code;     // ISO 639-1, what `lang:` finds
  std::string_view name;     // in English
  std::string_view stemmer;  // Xapian's name for it; empty: not stemmed
};

inline constexpr std::array<Language, 41> kLanguages = {{
    {"ar", "Arabic", "arabic"},
    {"bg", "Bulgarian", ""},
    {"ca", "Catalan", "catalan"},
    {"cs", "Czech", ""},
    {"da", "Danish", "danish"},
    {"de", "German", "german"},
    {"el", "Greek", ""},
    {"en", "English", "english"},
    {"es", "Spanish", "spanish"},
    {"et", "Estonian", ""},
    {"eu", "Basque", "basque"},
    {"fa", "Persian", ""},
    {"fi", "Finnish", "finnish"},
    {"fr", "French", "french"},
    {"ga", "Irish", "irish"},
    {"he", "Hebrew", ""},
    {"hi", "Hindi", ""},
    {"hr", "Croatian", ""},
    {"hu", "Hungarian", "hungarian"},
    {"hy", "Armenian", "armenian"},
    {"id", "Indonesian", "indonesian"},
    {"it", "Italian", "italian"},
    {"ja", "Japanese", ""},
    {"ko", "Korean", ""},
    {"lt", "Lithuanian", "lithuanian"},
    {"ne", "Nepali", "nepali"},
    {"nl", "Dutch", "dutch"},
    {"no", "Norwegian", "norwegian"},
    {"pl", "Polish", ""},
    {"pt", "Portuguese", "portuguese"},
    {"ro", "Romanian", "romanian"},
    {"ru", "Russian", "russian"},
    {"sk", "Slovak", ""},
    {"sr", "Serbian", ""},
    {"sv", "Swedish", "swedish"},
    {"ta", "Tamil", "tamil"},
    {"th", "Thai", ""},
    {"tr", "Turkish", "turkish"},
    {"uk", "Ukrainian", ""},
    {"vi", "Vietnamese", ""},
    {"zh", "Chinese", ""},
}};

// The row of a BCP 47 tag: "en-GB", "pt_BR" and "EN" are found by their first
// part; nullptr when the language has no row.
const Language* FindLanguage(std::string_view tag);

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_LANGUAGE_H_
