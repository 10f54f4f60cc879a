// The options that say what is asked, and of which index.  Part of the border
// to CLI11.
//
// To add one: a member, its add_option in cli_asking.cc, and where it is read.
#ifndef ARCHIVE_QUERY_CLI_ASKING_H_
#define ARCHIVE_QUERY_CLI_ASKING_H_

#include <string>
#include <vector>

#include "common/result.h"
#include "query/options.h"

namespace CLI {
class App;
}  // namespace CLI

namespace archive {

// As typed.
struct TypedAsking {
  std::vector<std::string> query;
  std::string query_file;
  std::string show;
  std::string history;
  std::vector<std::string> db;
  int timeout = kUsualTimeout;
  std::size_t remote_limit = kUsualRemoteLimit;
  std::string now;
  bool any = false;
  bool lenient = false;
  std::string within;
  std::string without;
  std::string syntax = "own";
  bool strict = false;
  bool synonyms = false;
};

void DeclareAsking(CLI::App& app, TypedAsking& typed);

// Standard input is read once: by the queries or by one of the files of ids.
// REQUIRES: the app has parsed.  Fails: kUsage.
Status CheckInput(const CLI::App& app);

// Fills in which index is asked, and how queries are read; the mode is left to
// cli.cc.  Fails: kUsage.
Status ReadAsking(const TypedAsking& typed, QueryOptions& options);

}  // namespace archive

#endif  // ARCHIVE_QUERY_CLI_ASKING_H_
