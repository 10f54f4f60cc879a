// The language of a text: the border to CLD2.
#ifndef ARCHIVE_INDEXER_ANALYSIS_LANGUAGE_DETECTOR_H_
#define ARCHIVE_INDEXER_ANALYSIS_LANGUAGE_DETECTOR_H_

#include <string>
#include <string_view>

namespace archive {

// The code of the language in which most of `text` (valid UTF-8) is written;
// empty when it is too short or too mixed to tell.  Pure; any thread.
std::string DetectLanguage(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_LANGUAGE_DETECTOR_H_
