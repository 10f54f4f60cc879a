#include "common/text/shell_words.h"

#include <algorithm>

namespace archive {
namespace {

bool IsPlain(char c) {
  constexpr std::string_view kPlainMarks = "%+,-./:=@_";
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z') || kPlainMarks.find(c) != kPlainMarks.npos;
}

}  // namespace

std::string ShellQuoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::string ShellWord(std::string_view text) {
  const bool plain =
      !text.empty() && std::all_of(text.begin(), text.end(), IsPlain);
  return plain ? std::string(text) : ShellQuoted(text);
}

}  // namespace archive
