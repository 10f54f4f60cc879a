#include "query/output/passage.h"

#include <algorithm>

#include "query/language/characters.h"

namespace archive {
namespace {

bool IsInsideCharacter(std::string_view text, std::size_t at) {
  constexpr unsigned kTopBits = 0xC0;
  constexpr unsigned kFollowing = 0x80;
  return at < text.size() &&
         (static_cast<unsigned char>(text[at]) & kTopBits) == kFollowing;
}

std::size_t CharacterStart(std::string_view text, std::size_t at) {
  while (at > 0 && IsInsideCharacter(text, at)) --at;
  return at;
}

bool EndsSentence(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == U'。' || c == U'！' ||
         c == U'？';
}

// The first start of a sentence in [from, to]; `to` + 1 when there is none.
std::size_t FirstSentenceStart(std::string_view text, std::size_t from,
                               std::size_t to) {
  std::size_t at = CharacterStart(text, from);
  while (at <= to && !IsSentenceStart(text, at)) ++at;
  return at;
}

// The first start of a word in [from, to]; `from`, at a character, when there
// is none: scripts without spaces.
std::size_t FirstWordStart(std::string_view text, std::size_t from,
                           std::size_t to) {
  if (from == 0) return 0;
  const std::size_t space = text.find(' ', from - 1);
  if (space != std::string_view::npos && space + 1 <= to) return space + 1;
  return CharacterStart(text, from);
}

std::size_t BeginOf(std::string_view text, Span core, std::size_t slack) {
  if (core.begin <= slack) return 0;
  const std::size_t sentence =
      FirstSentenceStart(text, core.begin - slack, core.begin);
  if (sentence <= core.begin) return sentence;
  return FirstWordStart(text, core.begin - slack / 3, core.begin);
}

std::size_t EndOf(std::string_view text, std::size_t least, std::size_t most) {
  if (most >= text.size()) return text.size();
  // A sentence's end is worth losing a third of what could be shown.
  const std::size_t from = std::max(least, most - (most - least) / 3);
  for (std::size_t at = most; at > from; --at) {
    if (text[at] == ' ' && IsSentenceStart(text, at + 1)) return at;
  }
  const std::size_t space = text.rfind(' ', most);
  if (space != std::string_view::npos && space >= least) return space;
  return std::max(least, CharacterStart(text, most));
}

}  // namespace

std::size_t BytesForCharacters(std::string_view text, std::size_t characters) {
  // Stored texts are UTF-8 throughout: a character has one first byte.
  const auto all = static_cast<std::size_t>(std::max<std::ptrdiff_t>(
      1, std::count_if(text.begin(), text.end(),
                       [](char c) { return (c & 0xC0) != 0x80; })));
  return (text.size() * characters + all - 1) / all;
}

bool IsSentenceStart(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  if (at >= text.size() || IsInsideCharacter(text, at)) return false;
  Character before = CharacterBefore(text, at);
  if (before.code == U'。') return true;
  if (before.code != ' ') return false;
  before = CharacterBefore(text, at - 1);
  return EndsSentence(before.code);
}

Span PassageAround(std::string_view text, Span core, std::size_t budget) {
  const std::size_t size = core.end - core.begin;
  const std::size_t slack = budget > size ? budget - size : 0;
  const std::size_t begin = BeginOf(text, core, slack * 2 / 3);
  const std::size_t end =
      EndOf(text, core.end, std::max(core.end, begin + budget));
  return {begin, end};
}

}  // namespace archive
