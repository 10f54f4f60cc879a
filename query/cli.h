// The command line of archive-query: every option declared once, with its help
// and group.  The border to CLI11.
//
// To add an option: its add_option in the file of its group: cli_asking.cc,
// cli_views.cc, cli_looking.cc, or here what is chosen and the help.  What a
// value means is decided in option_values.h.
#ifndef ARCHIVE_QUERY_CLI_H_
#define ARCHIVE_QUERY_CLI_H_

#include <ostream>
#include <variant>

#include "query/options.h"

namespace archive {

// What to do, or the status to exit with at once (after --help, or an option
// that makes no sense, which has been told to `err`).
std::variant<QueryOptions, int> ParseCommandLine(int argc,
                                                 const char* const* argv,
                                                 std::ostream& out,
                                                 std::ostream& err);

}  // namespace archive

#endif  // ARCHIVE_QUERY_CLI_H_
