// What CLI11 says of options that were typed wrongly → what we say.
//
// Texts alone: the programs' command lines, which know CLI11, ask this of what
// it throws.
#ifndef ARCHIVE_COMMON_OPTION_MISTAKES_H_
#define ARCHIVE_COMMON_OPTION_MISTAKES_H_

#include <string>
#include <string_view>

namespace archive {

// A sentence for people: "--db needs a value behind it: --db DIR",
// "--db is given more than once".  A message of another kind stays as it is.
std::string OptionMistake(std::string_view message);

}  // namespace archive

#endif  // ARCHIVE_COMMON_OPTION_MISTAKES_H_
