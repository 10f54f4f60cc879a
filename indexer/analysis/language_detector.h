// The language of a text: the border to CLD2.
#ifndef ARCHIVE_INDEXER_ANALYSIS_LANGUAGE_DETECTOR_H_
#define ARCHIVE_INDEXER_ANALYSIS_LANGUAGE_DETECTOR_H_

#include <string>
#include <string_view>

namespace archive {

// The code of the language in which most of `text` (valid UTF-8) is written;
// empty when it is too short or too mixed to tell.  Pure; any thread.
std::string DetectLanguage(std::string_view text);

// Whether `text` is plainly not in the language that it is said to be in (a
// code of common/text/language.h), as pages are that keep the language of
// their template: long enough, nearly all in one other language, and that one
// no near relative.  Pure; any thread.
bool BeliesLanguage(std::string_view text, std::string_view said);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_LANGUAGE_DETECTOR_H_
