#include "query/cli_asking.h"

#include <map>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "common/clock.h"
#include "common/file_system.h"
#include "common/index/index_layout.h"
#include "query/cli_values.h"
#include "query/option_values.h"
#include "query/synonym_file.h"

namespace archive {
namespace {

constexpr const char* kGroup = "What to ask";

const std::map<std::string, Dialect> kDialects = {{"own", Dialect::kOwn},
                                                  {"nexis", Dialect::kNexis}};

void DeclareQueries(CLI::App& app, TypedAsking& typed) {
  app.add_option("QUERY", typed.query,
                 "The query; its words are joined by spaces.  One that begins "
                 "with - goes after --")
      ->type_name("")
      ->group(kGroup);
  app.add_option("--query-file", typed.query_file,
                 "Ask each line of FILE (-: standard input); lines that are "
                 "blank or begin with '# ' are left out")
      ->type_name("FILE")
      ->group(kGroup);
  app.add_option("--show", typed.show, "Print the article with this id whole")
      ->type_name("ID")
      ->group(kGroup);
  app.add_option("--history", typed.history,
                 "List every version of the article with this id, and what "
                 "each of them changed")
      ->type_name("ID")
      ->group(kGroup);
  app.add_option("--db", typed.db,
                 "The index directory (default: $ARCHIVE_INDEX_DB, else "
                 "~/.local/share/archive-index/default), or xapian://host:port "
                 "of one that another machine serves; several are searched as "
                 "one")
      ->type_name("DIR")
      ->allow_extra_args(false)
      ->group(kGroup);
}

void DeclareRemote(CLI::App& app, TypedAsking& typed) {
  constexpr int kLongest = 3'600;
  constexpr std::size_t kMost = 10'000'000;
  app.add_option("--timeout", typed.timeout,
                 "Wait so many seconds for an answer of another machine; then "
                 "go on without it, and say so")
      ->type_name("SECONDS")
      ->check(CLI::Range(1, kLongest).description(""))
      ->capture_default_str()
      ->group(kGroup);
  app.add_option("--remote-limit", typed.remote_limit,
                 "Fetch so many articles at most of an index on another "
                 "machine; a query that needs more is refused")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, kMost).description(""))
      ->capture_default_str()
      ->group(kGroup);
}

void DeclareReading(CLI::App& app, TypedAsking& typed) {
  app.add_option("--now", typed.now,
                 "The day that words such as yesterday count from")
      ->type_name("DATE")
      ->group(kGroup);
  app.add_flag("--any", typed.any,
               "A space is OR, for questions in natural language")
      ->group(kGroup);
  app.add_flag(
         "--lenient", typed.lenient,
         "Search for what cannot be understood as plain words, and say so")
      ->group(kGroup);
  app.add_option("--within", typed.within,
                 "Find only articles whose ids stand in FILE, one a line")
      ->type_name("FILE")
      ->group(kGroup);
  app.add_option("--without", typed.without,
                 "Find none of the articles whose ids stand in FILE")
      ->type_name("FILE")
      ->group(kGroup);
  app.add_option("--syntax", typed.syntax, "own, or nexis")
      ->type_name("DIALECT")
      ->check(OneOf(KeysOf(kDialects)))
      ->capture_default_str()
      ->group(kGroup);
  app.add_flag("--synonyms", typed.synonyms,
               "Find the synonyms of words and phrases, too, as synonyms.txt "
               "in the index directory names them")
      ->group(kGroup);
  app.add_flag("--strict", typed.strict,
               "Refuse a query that mixes AND and OR without brackets")
      ->group(kGroup);
}

}  // namespace

void DeclareAsking(CLI::App& app, TypedAsking& typed) {
  DeclareQueries(app, typed);
  DeclareRemote(app, typed);
  DeclareReading(app, typed);
}

Status CheckInput(const CLI::App& app) {
  std::string reader;
  for (const std::string_view name :
       {"QUERY", "--query-file", "--within", "--without"}) {
    const CLI::Option* const option = app.get_option(std::string(name));
    if (option->count() != 1 || option->results().front() != "-") continue;
    std::string reads =
        name == "QUERY" ? "the query -" : fmt::format("{} -", name);
    if (!reader.empty())
      return UsageError(fmt::format("{} and {} cannot both read standard input",
                                    reader, reads),
                        "write one of them to a file first");
    reader = std::move(reads);
  }
  return Ok();
}

// One that is named twice would count every article twice.
Status ReadIndexes(std::vector<std::string> typed, QueryOptions& options) {
  if (typed.empty()) typed = {IndexDirectoryFor("")};
  std::set<std::string> places;
  for (const std::string& name : typed) {
    const bool is_remote = IsRemoteAddress(name);
    if (!places.insert(is_remote ? name : AbsolutePath(name)).second)
      return UsageError(fmt::format("--db {} is named twice", name),
                        "each index counts once");
    if (!is_remote) {
      options.indexes.push_back(name);
      continue;
    }
    ASSIGN_OR_RETURN(RemoteAddress address, ReadRemoteAddress(name));
    options.remotes.push_back(std::move(address));
  }
  return Ok();
}

Status ReadAsking(const TypedAsking& typed, QueryOptions& options) {
  RETURN_IF_ERROR(ReadIndexes(typed.db, options));
  options.remote = {.timeout = typed.timeout, .limit = typed.remote_limit};
  options.reading.today = CurrentDay();
  if (!typed.now.empty()) {
    ASSIGN_OR_RETURN(options.reading.today,
                     ReadToday(typed.now, options.reading.today));
  }
  options.reading.parse.mixed =
      typed.strict ? MixedOperators::kError : MixedOperators::kNotice;
  options.reading.parse.space = typed.any ? SpaceMeans::kOr : SpaceMeans::kAnd;
  options.reading.parse.dialect = kDialects.at(typed.syntax);
  if (typed.lenient) options.reading.leniency = Leniency::kPlainWords;
  // That there is no index is told by who opens it.
  if (typed.synonyms && options.indexes.empty())
    return UsageError("--synonyms needs an index on this machine",
                      "synonyms.txt lies in the first that --db names");
  if (typed.synonyms && FileExists(options.indexes.front())) {
    ASSIGN_OR_RETURN(options.reading.synonyms,
                     ReadSynonymFile(options.indexes.front()));
  }
  options.within = typed.within;
  options.without = typed.without;
  return Ok();
}

}  // namespace archive
