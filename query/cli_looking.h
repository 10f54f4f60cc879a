// The options that say how an answer looks.  Part of the border to CLI11.
//
// To add one: a member, its add_option in cli_looking.cc, and where it is read.
#ifndef ARCHIVE_QUERY_CLI_LOOKING_H_
#define ARCHIVE_QUERY_CLI_LOOKING_H_

#include <string>
#include <vector>

#include "common/result.h"
#include "query/options.h"

namespace CLI {
class App;
}  // namespace CLI

namespace archive {

// As typed.
struct TypedLooks {
  std::string format = std::string(kOutputFormats.front().name);
  std::vector<std::string> fields;
  std::string format_version;
  bool nul = false;
  bool verbose = false;
  std::string color = "auto";
  bool plain = false;
  bool no_pager = false;
};

void DeclareLooking(CLI::App& app, TypedLooks& typed);

// What the format has no room for.  REQUIRES: the app has parsed.
// Fails: kUsage, kFormatVersion.
Status CheckLooks(const CLI::App& app, const OutputFormat& format);

// Fills in format, style and pager.  Fails: kUsage.
Status ReadLooks(const TypedLooks& typed, QueryOptions& options);

}  // namespace archive

#endif  // ARCHIVE_QUERY_CLI_LOOKING_H_
