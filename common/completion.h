// Completion scripts of a program for shells, from the table of its options.
//
// Options, values with choices, files and directories are completed by the
// script.  For words of a query it asks the program: `PROGRAM --complete --
// TEXT` prints the texts that TEXT can become, one a line; `--db=DIR` stands
// before it when the command line has it.  When that fails nothing is offered.
//
// To add a shell: completion_x.cc, its declaration and a row of kCompletions;
// the place where it is installed in cmake/Documentation.cmake.
#ifndef ARCHIVE_COMMON_COMPLETION_H_
#define ARCHIVE_COMMON_COMPLETION_H_

#include <array>
#include <string>
#include <string_view>

#include "common/command_table.h"
#include "common/generated_text.h"

namespace archive {

std::string BashCompletion(const CommandTable& table);
std::string ZshCompletion(const CommandTable& table);
std::string FishCompletion(const CommandTable& table);

inline constexpr std::array<GeneratedText, 3> kCompletions = {{
    {"complete-bash", BashCompletion},
    {"complete-zsh", ZshCompletion},
    {"complete-fish", FishCompletion},
}};

// ---- For the scripts of all shells

// `text` with PROGRAM and _NAME_ in it replaced: archive-query and the name of
// a function, _archive_query.
std::string ForProgram(std::string_view text, std::string_view program);

// Whether its argument is a query.
bool AsksProgram(const CommandTable& table);

}  // namespace archive

#endif  // ARCHIVE_COMMON_COMPLETION_H_
