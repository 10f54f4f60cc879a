#include "query/cli.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "common/command_table.h"
#include "common/error.h"
#include "common/option_mistakes.h"
#include "common/text/shell_words.h"
#include "query/cli_asking.h"
#include "query/cli_generate.h"
#include "query/cli_looking.h"
#include "query/cli_mistakes.h"
#include "query/cli_saved.h"
#include "query/cli_values.h"
#include "query/cli_views.h"
#include "query/language/characters.h"
#include "query/option_values.h"
#include "query/session.h"

namespace archive {
namespace {

constexpr const char* kChoosing = "What to show";
constexpr const char* kHelping = "Help";

// The command line as typed.
struct Typed {
  TypedAsking asking;
  TypedSaved saved;
  bool count = false;
  bool explain = false;
  std::string order = "relevance";
  std::string ranking = std::string(kUsualRanking);
  std::string group_duplicates = std::string(kNoCopyLevel);
  std::string limit;
  std::size_t offset = 0;
  std::vector<std::string> facets;
  TypedViews views;
  TypedLooks looks;
  std::string generate;
  bool complete = false;
  bool help = false;
  bool list_fields = false;
  bool list_operators = false;
  bool help_syntax = false;
};

const std::map<std::string, SortOrder> kOrders = {
    {"relevance", SortOrder::kRelevance},
    {"newest", SortOrder::kNewest},
    {"oldest", SortOrder::kOldest},
    {"added", SortOrder::kAdded},
    {"source", SortOrder::kSource}};

// Of articles, and of lines.
std::vector<std::string> OrderNames() {
  std::vector<std::string> names = KeysOf(kOrders);
  for (std::string& name : LineOrderNames()) names.push_back(std::move(name));
  return names;
}

void DeclareChoosing(CLI::App& app, Typed& typed) {
  app.add_flag("--count", typed.count, "Print the number of articles alone")
      ->group(kChoosing);
  app.add_option("--facet", typed.facets,
                 "Count the articles by FIELD: place, source:5, person:all; "
                 "articles are shown beside with -n")
      ->type_name("FIELD[:N]")
      ->check(Suggested(FacetableNames()))
      ->allow_extra_args(false)
      ->group(kChoosing);
  app.add_flag("--explain", typed.explain,
               "Print how the query was read, and what each part finds")
      ->group(kChoosing);
  app.add_option("-n,--limit", typed.limit,
                 "So many articles, or all (without it: 10; all of a "
                 "--query-file in a format for programs)")
      ->type_name("N")
      ->default_str("10")
      ->group(kChoosing);
  app.add_option("--offset", typed.offset, "Leave out the first N")
      ->type_name("N")
      ->check([](const std::string& text) {  // a size_t would wrap
        return text != "all" && ReadLimit(text)
                   ? std::string()
                   : std::string("takes a number from 0 on");
      })
      ->group(kChoosing);
  app.add_option(
         "--sort", typed.order,
         "relevance, newest or oldest first; added: what the index got last, "
         "first; source: by its name")
      ->type_name("ORDER")
      ->check(OneOf(OrderNames()))
      ->capture_default_str()
      ->group(kChoosing);
  app.add_option("--group-duplicates", typed.group_duplicates,
                 "Show one of near-copies, the earliest found, with the number "
                 "of the others; high: nearly the same text, moderate: half of "
                 "it")
      ->type_name("LEVEL")
      ->check(OneOf(CopyLevelNames()))
      ->capture_default_str()
      ->group(kChoosing);
  app.add_option("--rank", typed.ranking,
                 "How relevance is told: " + RankingHelp())
      ->type_name("HOW")
      ->check(OneOf(RankingNames()))
      ->capture_default_str()
      ->group(kChoosing);
}

// What the scripts of --generate ask for, see common/completion.h; it stands in
// no help.
void DeclareForShells(CLI::App& app, Typed& typed) {
  app.add_flag("--complete", typed.complete,
               "Print what the query can become while it is typed")
      ->group("");
}

void DeclareHelping(CLI::App& app, Typed& typed) {
  app.set_help_flag("--help", "Print every option and exit")->group(kHelping);
  app.set_version_flag("--version", "archive-query " ARCHIVE_VERSION,
                       "Print the version and exit")
      ->group(kHelping);
  app.add_flag("-h", typed.help, "Print the short help and exit")
      ->group(kHelping);
  app.add_flag("--help-syntax", typed.help_syntax,
               "Print the query language on two screens and exit")
      ->group(kHelping);
  app.add_flag("--list-fields", typed.list_fields,
               "Print the fields of a query and exit")
      ->group(kHelping);
  app.add_flag("--list-operators", typed.list_operators,
               "Print the operators of a query and exit")
      ->group(kHelping);
  app.add_option("--generate", typed.generate,
                 fmt::format("Print a manual page or the completion of a "
                             "shell and exit: {}",
                             fmt::join(NamesOf(GeneratedTexts()), ", ")))
      ->type_name("WHAT")
      ->check(OneOf(NamesOf(GeneratedTexts())))
      ->group(kHelping);
}

// Options that say what is printed: two of them contradict each other.
Status CheckContradictions(const CLI::App& app) {
  const std::vector<std::vector<std::string>> rows = {
      {"--show", "--history", "--query-file", "--count", "--facet", "--explain",
       "QUERY"},
      {"--history", "--query-file", "--count", "--facet", "--explain",
       "--similar", "--save", "--saved", "--list-saved", "--timeline",
       "--compare", "--kwic", "--coverage", "--distinctive", "QUERY"},
      {"--explain", "--query-file", "--count", "--facet", "--format"},
      {"--count", "--facet"},
      {"--list-fields", "--format"},
      {"--list-operators", "--format"},
      {"--any", "--syntax"},
      {"--lenient", "--strict"},
      {"--query-file", "QUERY"}};
  for (const std::vector<std::string>& names : rows) {
    if (app.get_option(names.front())->count() == 0) continue;
    for (std::size_t i = 1; i < names.size(); ++i) {
      if (app.get_option(names[i])->count() > 0)
        return UsageError(
            fmt::format("{} and {} contradict each other", names.front(),
                        names[i] == "QUERY" ? "a query" : names[i]),
            "leave out one of them");
    }
  }
  return Ok();
}

// A variable of a script that is not set, most likely.
Status CheckEmpty(const CLI::App& app) {
  for (const char* const name :
       {"--db", "--query-file", "--within", "--without", "--show", "--history",
        "--similar", "--save", "--saved", "--since-last", "--exec", "--compare",
        "--facet-filter", "--distinctive", "--limit"}) {
    const CLI::Option* const option = app.get_option(name);
    const std::vector<std::string>& values = option->results();
    if (std::find(values.begin(), values.end(), "") != values.end())
      return UsageError(fmt::format("{} is given without a value", name),
                        "leave it out, or say which");
  }
  return Ok();
}

Status CheckOptions(const CLI::App& app, const OutputFormat& format) {
  RETURN_IF_ERROR(CheckEmpty(app));
  RETURN_IF_ERROR(CheckContradictions(app));
  RETURN_IF_ERROR(CheckInput(app));
  RETURN_IF_ERROR(CheckSaved(app));
  RETURN_IF_ERROR(CheckViews(app, format));
  return CheckLooks(app, format);
}

Mode ChooseMode(const Typed& typed, std::vector<std::string>& remarks) {
  if (typed.complete)
    return CompletionMode{
        fmt::format("{}", fmt::join(typed.asking.query, " "))};
  if (typed.help) return ListMode{Listing::kShortHelp};
  if (typed.list_fields) return ListMode{Listing::kFieldNames};
  if (typed.list_operators) return ListMode{Listing::kOperatorNames};
  if (typed.help_syntax) return ListMode{Listing::kSyntaxPages};
  if (typed.saved.list) return ListSavedMode{};
  if (typed.saved.alerts)
    return AlertsMode{typed.asking.query, typed.saved.exec};
  if (!typed.saved.save.empty())
    return SaveMode{typed.saved.save, JoinQuery(typed.asking.query, remarks)};
  if (!typed.asking.show.empty()) return ShowMode{typed.asking.show};
  if (!typed.asking.history.empty()) return HistoryMode{typed.asking.history};
  const bool reads_input =
      typed.asking.query.size() == 1 && typed.asking.query[0] == "-";
  if (!typed.asking.query_file.empty() || reads_input)
    return BatchMode{reads_input ? "-" : typed.asking.query_file,
                     typed.count ? BatchOutput::kCounts : BatchOutput::kPages};
  const std::string query = JoinQuery(typed.asking.query, remarks);
  if (typed.count) return CountMode{query};
  if (typed.explain) return ExplainMode{query};
  return SearchMode{query};
}

// How many articles are shown.  A list of names is asked for every hit: what a
// program gets of it is cut only when that is asked for.
Status ReadPage(const Typed& typed, QueryOptions& options) {
  options.offset = typed.offset;
  options.is_limit_typed = !typed.limit.empty();
  if (options.is_limit_typed) {
    ASSIGN_OR_RETURN(options.limit, ReadLimit(typed.limit));
  } else if (!options.facets.empty() || options.views.HoldsTables()) {
    options.limit = 0;
  } else if (std::holds_alternative<BatchMode>(options.mode) &&
             options.format->audience == Audience::kPrograms) {
    options.limit = kNoLimit;
  }
  return Ok();
}

// A query that narrows this one is typed with the same of these.
std::string CommandOf(const CLI::App& app) {
  std::string command = "archive-query";
  for (const char* const name : {"--db", "--remote-limit", "--now", "--within",
                                 "--without", "--synonyms"}) {
    const CLI::Option* const option = app.get_option(name);
    if (option->count() > 0 && option->get_items_expected_max() == 0)
      command += fmt::format(" {}", name);
    if (option->get_items_expected_max() == 0) continue;
    for (const std::string& value : option->results())
      command += fmt::format(" {} {}", name, ShellWord(value));
  }
  return command;
}

// The files of saved searches are only looked into for these: no other query is
// slower, or fails, because of them.
bool MayNameSaved(const Typed& typed) {
  const auto has_name = [](const std::string& text) {
    return text == "-" || text.find('@') != std::string::npos;
  };
  const std::vector<std::string>& words = typed.asking.query;
  return typed.saved.list || typed.saved.alerts || typed.complete ||
         !typed.saved.save.empty() || !typed.saved.since_last.empty() ||
         !typed.saved.saved.empty() || !typed.asking.query_file.empty() ||
         has_name(typed.views.compare) ||
         std::any_of(words.begin(), words.end(), has_name);
}

Result<QueryOptions> OptionsFrom(const Typed& typed) {
  QueryOptions options;
  RETURN_IF_ERROR(ReadLooks(typed.looks, options));
  RETURN_IF_ERROR(ReadAsking(typed.asking, options));
  options.since_last = !typed.saved.since_last.empty();
  options.saved =
      options.since_last ? typed.saved.since_last : typed.saved.saved;
  if (MayNameSaved(typed)) {
    ASSIGN_OR_RETURN(options.reading.saved, ReadSaved());
  }
  options.mode = ChooseMode(typed, options.remarks);
  if (const auto order = kOrders.find(typed.order); order != kOrders.end())
    options.order = order->second;
  options.fold_copies = FindCopyLevel(typed.group_duplicates);
  options.ranking = FindRanking(typed.ranking, options.reading.parse.space);
  ASSIGN_OR_RETURN(options.facets, ReadFacets(typed.facets));
  ASSIGN_OR_RETURN(options.views, ViewsFrom(typed.views, typed.order));
  RETURN_IF_ERROR(ReadPage(typed, options));
  return options;
}

bool AsksNothing(const Typed& typed) {
  const bool lists = typed.help || typed.list_fields || typed.list_operators ||
                     typed.help_syntax || typed.saved.list ||
                     typed.saved.alerts || typed.complete;
  // An empty variable of a script is no wish for every article.
  const bool has_query =
      std::any_of(typed.asking.query.begin(), typed.asking.query.end(),
                  [](const std::string& word) { return !IsBlank(word); });
  return !lists && !has_query && typed.asking.query_file.empty() &&
         typed.asking.show.empty() && typed.asking.history.empty() &&
         typed.views.similar.empty() && typed.saved.saved.empty() &&
         typed.saved.since_last.empty();
}

}  // namespace

std::variant<QueryOptions, int> ParseCommandLine(int argc,
                                                 const char* const* argv,
                                                 std::ostream& out,
                                                 std::ostream& err) {
  CLI::App app("Searches an archive that archive-index has indexed.",
               "archive-query");
  Typed typed;
  DeclareForShells(app, typed);  // the last group ends the help
  DeclareAsking(app, typed.asking);
  DeclareSaved(app, typed.saved);
  DeclareChoosing(app, typed);
  DeclareViews(app, typed.views);
  DeclareLooking(app, typed.looks);
  DeclareHelping(app, typed);
  app.allow_extras();
  std::vector<std::string> arguments =
      JoinOptionalValues({argv + 1, argv + argc});
  if (const auto unknown = FindUnknownOption(app, arguments))
    return TellError(*unknown, err);
  try {
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
    app.parse(std::move(arguments));
  } catch (const CLI::Success& success) {
    return app.exit(success, out, err);
  } catch (const CLI::ParseError& mistake) {
    return TellError(
        UsageError(OptionMistake(mistake.what()), "archive-query -h"), err);
  }
  if (!typed.generate.empty()) {
    out << Generate(GeneratedTexts(), typed.generate, TableOf(app));
    return kFound;
  }
  if (const Status status =
          CheckOptions(app, *FindOutputFormat(typed.looks.format));
      !status)
    return TellError(status.error(), err);
  if (AsksNothing(typed))
    return TellError(UsageError("there is no query",
                                "archive-query 'hotline AND Eastern', or "
                                "archive-query -h; * is every article"),
                     err);
  Result<QueryOptions> options = OptionsFrom(typed);
  if (options) options->command = CommandOf(app);
  if (!options) return TellError(options.error(), err);
  return *std::move(options);
}

}  // namespace archive
