// The options that ask for more than a list of articles.  Part of the border to
// CLI11.
#ifndef ARCHIVE_QUERY_CLI_VIEWS_H_
#define ARCHIVE_QUERY_CLI_VIEWS_H_

#include <string>
#include <vector>

#include "common/result.h"
#include "query/output/renderers.h"
#include "query/view_options.h"

namespace CLI {
class App;
}  // namespace CLI

namespace archive {

// As typed.
struct TypedViews {
  std::string timeline;  // empty: not asked for
  bool relative = false;
  bool occurrences = false;
  bool kwic = false;
  bool coverage = false;
  std::string distinctive;
  std::string similar;
  std::string facet_filter;
  std::string compare;
};

void DeclareViews(CLI::App& app, TypedViews& typed);

// What stands behind an option that may stand alone, joined to it: of
// `--timeline year armistice` `year` is the option's, `armistice` never.
std::vector<std::string> JoinOptionalValues(std::vector<std::string> arguments);

// Options that need another one, exclude each other, or find no room in the
// format.  REQUIRES: the app has parsed.
Status CheckViews(const CLI::App& app, const OutputFormat& format);

// Values of --sort that are about lines, not articles.
std::vector<std::string> LineOrderNames();

// `sort` is the value of --sort.
// Fails: kUsage.
Result<ViewOptions> ViewsFrom(const TypedViews& typed, const std::string& sort);

}  // namespace archive

#endif  // ARCHIVE_QUERY_CLI_VIEWS_H_
