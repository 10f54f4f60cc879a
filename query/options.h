// What the command line asks for: plain data, made by cli.h, used by the
// commands.
//
// To add a mode: a struct and a place in Mode; the compiler then names
// main.cc's visit.  To add an option: a member and its add_option in cli.cc.
#ifndef ARCHIVE_QUERY_OPTIONS_H_
#define ARCHIVE_QUERY_OPTIONS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/index/copies.h"
#include "common/index/schema.h"
#include "query/language/query_text.h"
#include "query/matching/collector.h"
#include "query/matching/remote_address.h"
#include "query/matching/remote_parts.h"
#include "query/matching/reranker.h"
#include "query/output/render_style.h"
#include "query/output/renderers.h"
#include "query/output/terminal.h"
#include "query/view_options.h"

namespace archive {

struct FacetRequest {
  FieldId field = FieldId::kSource;
  std::size_t limit = 20;  // kNoLimit: every value
};

// ---- Modes
// -------------------------------------------------------------------

struct SearchMode {
  std::string query;
};
struct CountMode {
  std::string query;
};
struct ExplainMode {
  std::string query;
};
enum class BatchOutput : std::uint8_t { kPages, kCounts };
struct BatchMode {
  std::string file;  // "-": standard input
  BatchOutput output = BatchOutput::kPages;
};
struct ShowMode {
  std::string id;
};
struct HistoryMode {
  std::string id;
};
enum class Listing : std::uint8_t {
  kShortHelp,
  kFieldNames,
  kOperatorNames,
  kSyntaxPages
};
struct ListMode {
  Listing what = Listing::kShortHelp;
};
struct CompletionMode {
  std::string text;  // of a query, as far as it is typed
};
struct SaveMode {
  std::string name;
  std::string query;
};
struct ListSavedMode {};
struct AlertsMode {
  std::vector<std::string> names;  // of saved searches; none: all
  std::string command;             // takes what is new; empty: print it
};
using Mode = std::variant<SearchMode, CountMode, ExplainMode, BatchMode,
                          ShowMode, HistoryMode, ListMode, SaveMode,
                          ListSavedMode, AlertsMode, CompletionMode>;

struct QueryOptions {
  Mode mode;
  std::vector<std::string> indexes;         // directories, searched as one with
  std::vector<RemoteAddress> remotes = {};  // those on other machines
  RemoteOptions remote;
  ReadContext reading;      // with the saved searches
  std::string saved;        // the name of one that is asked; empty: none
  bool since_last = false;  // only what is new for it
  // Files of ids: only these articles, none of these; empty: no file.
  std::string within;
  std::string without;
  SortOrder order = SortOrder::kRelevance;
  Ranking ranking = Ranking::kTitle;
  std::optional<CopyLevel> fold_copies;  // none: every article is shown
  std::size_t offset = 0;
  std::size_t limit = 10;       // kNoLimit: all
  bool is_limit_typed = false;  // rather than what is usual
  std::vector<FacetRequest> facets;
  ViewOptions views;
  const OutputFormat* format = &kOutputFormats.front();
  RenderStyle style;
  bool may_page = false;  // through a pager
  // The program with those options that decide what a query finds.
  std::string command = "archive-query";
  std::vector<std::string> remarks;  // about the command line, for stderr
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_OPTIONS_H_
