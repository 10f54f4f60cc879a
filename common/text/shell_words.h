// Text as a word of a command that people can copy into a shell.
#ifndef ARCHIVE_COMMON_TEXT_SHELL_WORDS_H_
#define ARCHIVE_COMMON_TEXT_SHELL_WORDS_H_

#include <string>
#include <string_view>

namespace archive {

// In quotes: 'hotline AND "eastern command"'.
std::string ShellQuoted(std::string_view text);

// In quotes where a shell would read it otherwise, else as it is.
std::string ShellWord(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_SHELL_WORDS_H_
