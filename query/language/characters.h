// The characters that mean something to the query language: the few classes
// that lexer and messages need.
//
// What it leaves to others: what a word is (common/text/analyser.h), folding,
// and whether the bytes are sound UTF-8 (common/text/characters.h).
#ifndef ARCHIVE_QUERY_LANGUAGE_CHARACTERS_H_
#define ARCHIVE_QUERY_LANGUAGE_CHARACTERS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/characters.h"

namespace archive {

std::size_t CountCharacters(std::string_view text);

constexpr bool IsDigit(char32_t c) {
  return c >= '0' && c <= '9';
}
constexpr bool IsAsciiLetter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr char ToLowerAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr char ToUpperAscii(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
constexpr bool IsHebrewLetter(char32_t c) {
  return c >= 0x05D0 && c <= 0x05F2;
}

bool IsSpace(char32_t c);
// Punctuation and symbols that no word is made of.
bool IsMark(char32_t c);
// Whether there is a letter, a digit or anything else a word is made of.
bool HasWordCharacter(std::string_view text);

// Whether there is nothing but spaces.
bool IsBlank(std::string_view text);

// At most `limit` bytes of the text, cut between two characters.
std::string_view BeginningOf(std::string_view text, std::size_t limit);

std::string LowerAscii(std::string_view text);
std::string UpperAscii(std::string_view text);

// The characters that may close a quote opened by `c`; empty when `c` opens
// none.
std::u32string_view QuoteClosers(char32_t c);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_CHARACTERS_H_
