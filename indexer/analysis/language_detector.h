// The language of a text: the border to CLD2.
#ifndef ARCHIVE_INDEXER_ANALYSIS_LANGUAGE_DETECTOR_H_
#define ARCHIVE_INDEXER_ANALYSIS_LANGUAGE_DETECTOR_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace archive {

// No more of a text is looked at.
inline constexpr std::size_t kLanguageSampleBytes = 4096;

// The code of the language in which most of `text` (valid UTF-8) is written;
// empty when it is too short or too mixed to tell.  Pure; any thread.
std::string DetectLanguage(std::string_view text);

// The code of the language in which `text` plainly is, where it is another one
// than said (a code of common/text/language.h), as in pages that keep the
// language of their template: long enough, nearly all in that language, and
// that one no near relative.  Else empty.  Pure; any thread.
std::string OtherLanguage(std::string_view text, std::string_view said);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_LANGUAGE_DETECTOR_H_
