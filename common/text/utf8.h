// Bytes → text: valid UTF-8 without control characters.
//
// Every string of an Article passes through here, so that no later step meets
// a broken sequence, a NUL or a mark that turns a terminal's line around.  The
// border to ICU's converters and its charset detector.
//
// To read another charset nothing need be done if ICU knows it and a source
// declares it.  What it leaves to others: what a word is (analyser.h), HTML
// and SGML entities (the readers).
//
// Everything here is a pure function; called from several threads at once.
#ifndef ARCHIVE_COMMON_TEXT_UTF8_H_
#define ARCHIVE_COMMON_TEXT_UTF8_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace archive {

// How a text's charset was found.
enum class CharsetSource : unsigned char {
  kByteOrderMark,
  kValidUtf8,  // plain ASCII too
  kDeclared,   // the source says so
  kPattern,    // zero bytes at every other place: UTF-16 without a mark
  kDetected,   // a guess by the frequency of byte pairs
};

struct DecodedText {
  std::string text;     // valid UTF-8, cleaned as by CleanUtf8
  std::string charset;  // "UTF-8", "windows-1252", "Shift_JIS" …
  CharsetSource source = CharsetSource::kValidUtf8;
  std::size_t replaced = 0;  // invalid sequences that became U+FFFD
};

// The text that `bytes` stand for.  `declared_charset` is what the source says
// about itself ("" if nothing); it is believed unless a byte order mark or
// valid UTF-8 says otherwise.
DecodedText DecodeText(std::string_view bytes,
                       std::string_view declared_charset = {});

bool IsValidUtf8(std::string_view bytes);

// The same text with every invalid sequence replaced by U+FFFD and without
// control characters, byte order marks and the marks that override or isolate
// a writing direction.  Of the white space line ends become "\n" (CR, CRLF,
// form feed, U+2028, U+2029) and tabs remain.
// `replaced`, when given, is increased by the number of invalid sequences.
std::string CleanUtf8(std::string_view bytes, std::size_t* replaced = nullptr);

// `text` with each run of white space (Unicode's) as one space, and none at
// the ends.  REQUIRES: valid UTF-8.
std::string CollapseSpaces(std::string_view text);

// The code point at `at`, which is moved behind it; negative for an invalid
// sequence, of which the longest part that could begin a valid one is passed.
// REQUIRES: at < bytes.size().
std::int32_t NextCodePoint(std::string_view bytes, std::size_t& at);

// CollapseSpaces(CleanUtf8(bytes)): how a field's value is made.
std::string CleanValue(std::string_view bytes);

// Whether a letter of `text` is a capital, in any script.  REQUIRES: valid
// UTF-8.
bool HasCapital(std::string_view text);

// The first `max_bytes` of `text` or less, cut between two characters.
std::string_view CutAtCharacter(std::string_view text, std::size_t max_bytes);

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_UTF8_H_
