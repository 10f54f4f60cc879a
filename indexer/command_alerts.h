// `archive-index alerts`: what is new for the saved searches.
//
// Searching is archive-query's: this command is that program, called with
// --alerts from where this one lies.  So cron has one program to name, and the
// two do not know each other's code.
#ifndef ARCHIVE_INDEXER_COMMAND_ALERTS_H_
#define ARCHIVE_INDEXER_COMMAND_ALERTS_H_

#include <string>
#include <vector>

#include "indexer/console.h"

namespace archive {

struct AlertsArguments {
  std::vector<std::string> names;
  std::string command;  // of --exec; empty: print
};

// Becomes archive-query; returns, with an exit status, when that cannot be.
int RunAlertsCommand(const std::string& index, const AlertsArguments& arguments,
                     const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_ALERTS_H_
