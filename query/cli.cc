#include "query/cli.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "common/clock.h"
#include "common/error.h"
#include "common/index/index_layout.h"
#include "common/option_mistakes.h"
#include "query/cli_mistakes.h"
#include "query/cli_views.h"
#include "query/language/characters.h"
#include "query/option_values.h"
#include "query/output/terminal.h"
#include "query/session.h"

namespace archive {
namespace {

constexpr const char* kAsking = "What to ask";
constexpr const char* kChoosing = "What to show";
constexpr const char* kLooking = "How to show it";
constexpr const char* kHelping = "Help";

// The command line as typed.
struct Typed {
  std::vector<std::string> query;
  std::string query_file;
  std::string show;
  std::string db;
  std::string now;
  bool count = false;
  bool explain = false;
  bool strict = false;
  std::string within;
  std::string without;
  bool any = false;
  bool lenient = false;
  std::string syntax = "own";
  std::string order = "relevance";
  std::string ranking = std::string(kUsualRanking);
  std::string limit;
  std::size_t offset = 0;
  std::vector<std::string> facets;
  TypedViews views;
  std::string format = std::string(kOutputFormats.front().name);
  std::vector<std::string> fields;
  bool nul = false;
  bool verbose = false;
  std::string color = "auto";
  bool plain = false;
  bool help = false;
  bool list_fields = false;
  bool list_operators = false;
  bool help_syntax = false;
};

const std::map<std::string, SortOrder> kOrders = {
    {"relevance", SortOrder::kRelevance},
    {"newest", SortOrder::kNewest},
    {"oldest", SortOrder::kOldest}};
const std::map<std::string, Dialect> kDialects = {{"own", Dialect::kOwn},
                                                  {"nexis", Dialect::kNexis}};
const std::map<std::string, ColorChoice> kColors = {
    {"auto", ColorChoice::kAuto},
    {"always", ColorChoice::kAlways},
    {"never", ColorChoice::kNever}};

// A value out of a few; what else is typed is told with all of them.
CLI::Validator OneOf(const std::vector<std::string>& names) {
  return CLI::Validator(
      [names](const std::string& value) {
        if (std::find(names.begin(), names.end(), value) != names.end())
          return std::string();
        return fmt::format("{} is none of {}", value, fmt::join(names, ", "));
      },
      "");
}

template <typename Value>
std::vector<std::string> KeysOf(const std::map<std::string, Value>& map) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : map) keys.push_back(key);
  return keys;
}

// Of articles, and of lines.
std::vector<std::string> OrderNames() {
  std::vector<std::string> names = KeysOf(kOrders);
  for (std::string& name : LineOrderNames()) names.push_back(std::move(name));
  return names;
}

void DeclareAsking(CLI::App& app, Typed& typed) {
  app.add_option("QUERY", typed.query,
                 "The query; its words are joined by spaces.  One that begins "
                 "with - goes after --")
      ->type_name("")
      ->group(kAsking);
  app.add_option("--query-file", typed.query_file,
                 "Ask each line of FILE (-: standard input); lines that are "
                 "blank or begin with '# ' are left out")
      ->type_name("FILE")
      ->group(kAsking);
  app.add_option("--show", typed.show, "Print the article with this id whole")
      ->type_name("ID")
      ->group(kAsking);
  app.add_option("--db", typed.db,
                 "The index directory (default: $ARCHIVE_INDEX_DB, else "
                 "~/.local/share/archive-index/default)")
      ->type_name("DIR")
      ->group(kAsking);
  app.add_option("--now", typed.now,
                 "The day that words such as yesterday count from")
      ->type_name("DATE")
      ->group(kAsking);
  app.add_flag("--any", typed.any,
               "A space is OR, for questions in natural language")
      ->group(kAsking);
  app.add_flag(
         "--lenient", typed.lenient,
         "Search for what cannot be understood as plain words, and say so")
      ->group(kAsking);
  app.add_option("--within", typed.within,
                 "Find only articles whose ids stand in FILE, one a line")
      ->type_name("FILE")
      ->group(kAsking);
  app.add_option("--without", typed.without,
                 "Find none of the articles whose ids stand in FILE")
      ->type_name("FILE")
      ->group(kAsking);
  app.add_option("--syntax", typed.syntax, "own, or nexis")
      ->type_name("DIALECT")
      ->check(OneOf(KeysOf(kDialects)))
      ->capture_default_str()
      ->group(kAsking);
  app.add_flag("--strict", typed.strict,
               "Refuse a query that mixes AND and OR without brackets")
      ->group(kAsking);
}

void DeclareChoosing(CLI::App& app, Typed& typed) {
  app.add_flag("--count", typed.count, "Print the number of articles alone")
      ->group(kChoosing);
  app.add_option("--facet", typed.facets,
                 "Count the articles by FIELD: place, source:5, person:all; "
                 "articles are shown beside with -n")
      ->type_name("FIELD[:N]")
      ->allow_extra_args(false)
      ->group(kChoosing);
  app.add_flag("--explain", typed.explain,
               "Print how the query was read, and what each part finds")
      ->group(kChoosing);
  app.add_option("-n,--limit", typed.limit, "So many articles, or all")
      ->type_name("N")
      ->default_str("10")
      ->group(kChoosing);
  app.add_option("--offset", typed.offset, "Leave out the first N")
      ->type_name("N")
      ->check([](const std::string& text) {  // a size_t would wrap
        return text.starts_with('-') ? std::string("takes a number from 0 on")
                                     : std::string();
      })
      ->group(kChoosing);
  app.add_option("--sort", typed.order, "relevance, newest or oldest first")
      ->type_name("ORDER")
      ->check(OneOf(OrderNames()))
      ->capture_default_str()
      ->group(kChoosing);
  app.add_option("--rank", typed.ranking,
                 "How relevance is told: " + RankingHelp())
      ->type_name("HOW")
      ->check(OneOf(RankingNames()))
      ->capture_default_str()
      ->group(kChoosing);
}

void DeclareLooking(CLI::App& app, Typed& typed) {
  std::vector<std::string> formats;
  for (const OutputFormat& format : kOutputFormats)
    formats.emplace_back(format.name);
  app.add_option("-f,--format", typed.format,
                 fmt::format("{}", fmt::join(formats, ", ")))
      ->type_name("FORMAT")
      ->check(OneOf(formats))
      ->capture_default_str()
      ->group(kLooking);
  app.add_option("--fields", typed.fields,
                 "Which fields of an article json, jsonl, csv and tsv give, "
                 "comma-separated")
      ->type_name("NAMES")
      ->allow_extra_args(false)
      ->group(kLooking);
  app.add_flag("-0,--null", typed.nul,
               "End paths and ids with a NUL instead of a line feed")
      ->group(kLooking);
  app.add_flag("-v,--verbose", typed.verbose,
               "People, organisations and places under each article")
      ->group(kLooking);
  app.add_option("--color", typed.color, "auto, always or never")
      ->type_name("WHEN")
      ->check(OneOf(KeysOf(kColors)))
      ->capture_default_str()
      ->group(kLooking);
  app.add_flag("--plain", typed.plain,
               "Matches in «brackets», no colours, no pager")
      ->group(kLooking);
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
}

Error UsageError(std::string message, std::string hint = "") {
  return {ErrorCode::kUsage, std::move(message), std::move(hint)};
}

Mode ChooseMode(const Typed& typed, std::vector<std::string>& remarks) {
  if (typed.help) return ListMode{Listing::kShortHelp};
  if (typed.list_fields) return ListMode{Listing::kFieldNames};
  if (typed.list_operators) return ListMode{Listing::kOperatorNames};
  if (typed.help_syntax) return ListMode{Listing::kSyntaxPages};
  if (!typed.show.empty()) return ShowMode{typed.show};
  const bool reads_input = typed.query.size() == 1 && typed.query[0] == "-";
  if (!typed.query_file.empty() || reads_input)
    return BatchMode{reads_input ? "-" : typed.query_file,
                     typed.count ? BatchOutput::kCounts : BatchOutput::kPages};
  const std::string query = JoinQuery(typed.query, remarks);
  if (typed.count) return CountMode{query};
  if (typed.explain) return ExplainMode{query};
  return SearchMode{query};
}

// What the format has no room for.
Status CheckFormat(const Typed& typed, const OutputFormat& format) {
  if (!typed.fields.empty() && format.fields == FieldChoice::kFixed)
    return UsageError(
        fmt::format("--format={} shows fixed fields", format.name),
        "--fields goes with json, jsonl, csv and tsv");
  const bool is_shown = !typed.show.empty();
  if (is_shown && format.name != "text" && format.name != "json")
    return UsageError(
        fmt::format("--show prints no {}", format.name),
        fmt::format("--format=json, or archive-query --format={} 'id:\"…\"'",
                    format.name));
  return Ok();
}

RenderStyle StyleOf(const Typed& typed, const TerminalFacts& facts) {
  const Plainness plainness =
      typed.plain ? Plainness::kPlain : Plainness::kNormal;
  return {.emphasis = ChooseEmphasis(facts, kColors.at(typed.color), plainness),
          .width = facts.width,
          .line_end = typed.nul ? LineEnd::kNul : LineEnd::kLineFeed,
          .target = facts.is_terminal ? Target::kTerminal : Target::kProgram,
          .verbosity = typed.verbose ? Verbosity::kNames : Verbosity::kNormal,
          .fields = {}};
}

Result<QueryOptions> OptionsFrom(const Typed& typed) {
  QueryOptions options;
  options.format = FindOutputFormat(typed.format);
  RETURN_IF_ERROR(CheckFormat(typed, *options.format));
  options.mode = ChooseMode(typed, options.remarks);
  options.index = IndexDirectoryFor(typed.db);
  options.reading.today = CurrentDay();
  if (!typed.now.empty()) {
    ASSIGN_OR_RETURN(options.reading.today,
                     ReadToday(typed.now, options.reading.today));
  }
  options.reading.parse.mixed =
      typed.strict ? MixedOperators::kError : MixedOperators::kNotice;
  options.reading.parse.space = typed.any ? SpaceMeans::kOr : SpaceMeans::kAnd;
  options.reading.parse.dialect = kDialects.at(typed.syntax);
  options.within = typed.within;
  options.without = typed.without;
  if (typed.lenient) options.reading.leniency = Leniency::kPlainWords;
  if (const auto order = kOrders.find(typed.order); order != kOrders.end())
    options.order = order->second;
  options.ranking = FindRanking(typed.ranking, options.reading.parse.space);
  options.offset = typed.offset;
  ASSIGN_OR_RETURN(options.facets, ReadFacets(typed.facets));
  ASSIGN_OR_RETURN(options.views, ViewsFrom(typed.views, typed.order));
  if (!typed.limit.empty()) {
    ASSIGN_OR_RETURN(options.limit, ReadLimit(typed.limit));
  } else if (!options.facets.empty() || options.views.HoldsTables()) {
    options.limit = 0;
  }
  const TerminalFacts facts = LookAtTerminal();
  options.style = StyleOf(typed, facts);
  ASSIGN_OR_RETURN(options.style.fields, ReadHitFields(typed.fields));
  options.may_page = facts.is_terminal && !typed.plain;
  return options;
}

bool AsksNothing(const Typed& typed) {
  const bool lists = typed.help || typed.list_fields || typed.list_operators ||
                     typed.help_syntax;
  // An empty variable of a script is no wish for every article.
  const bool has_query =
      std::any_of(typed.query.begin(), typed.query.end(),
                  [](const std::string& word) { return !IsBlank(word); });
  return !lists && !has_query && typed.query_file.empty() &&
         typed.show.empty() && typed.views.similar.empty();
}

}  // namespace

std::variant<QueryOptions, int> ParseCommandLine(int argc,
                                                 const char* const* argv,
                                                 std::ostream& out,
                                                 std::ostream& err) {
  CLI::App app("Searches an archive that archive-index has indexed.",
               "archive-query");
  Typed typed;
  DeclareAsking(app, typed);
  DeclareChoosing(app, typed);
  DeclareViews(app, typed.views);
  DeclareLooking(app, typed);
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
  if (const Status status = CheckEmpty(app); !status)
    return TellError(status.error(), err);
  if (const Status status = CheckContradictions(app); !status)
    return TellError(status.error(), err);
  if (const Status status = CheckViews(app, *FindOutputFormat(typed.format));
      !status)
    return TellError(status.error(), err);
  if (AsksNothing(typed))
    return TellError(UsageError("there is no query",
                                "archive-query 'hotline AND Eastern', or "
                                "archive-query -h; * is every article"),
                     err);
  Result<QueryOptions> options = OptionsFrom(typed);
  if (!options) return TellError(options.error(), err);
  return *std::move(options);
}

}  // namespace archive
