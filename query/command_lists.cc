// Help that is printed from the tables: fields, operators, formats.
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "query/commands.h"
#include "query/language/field_names.h"
#include "query/language/operators.h"
#include "query/output/wrap.h"

namespace archive {
namespace {

constexpr std::size_t kHelpColumns = 57;  // behind the options

constexpr std::string_view kShortHelpText =
    R"(archive-query asks an archive that archive-index has indexed.

  archive-query hotline
  archive-query '"front-line troops" date:2020-11..2021-03'
  archive-query armistice --facet source,place:5
  archive-query --count --query-file names.txt

What to ask
  QUERY                words, joined by AND; put the whole in single quotes
  --query-file FILE    a query a line; - reads standard input
  --saved NAME         a query that --save NAME saved; @NAME stands for it
  --show ID            one article, whole
  --similar ID         articles like one
  --db DIR             the index directory
What to show
  --count              the number of articles alone
  --facet FIELD[:N]    count articles by place, person, source, topic …
  --timeline [SIZE]    count them by year, month, week or day
  --kwic               every hit in its line
  --coverage           articles by source and month, and the gaps
  --distinctive FIELD  what they have more of than the archive
  --explain            how the query was read, and what each part finds
  -n, --limit N        so many articles, or all        (10)
  --sort ORDER         relevance, newest, oldest       (relevance)
How to show it
)";

constexpr std::string_view kWordsHelp = R"(WORDS
  hotline              any inflected form, any case, with or without accents
  =hotline             exactly this form
  "military hotline"   side by side, in this order
  "military hotline"~3 any order, with at most 3 other words among them
  terror* wom?n        wildcards: * any letters, ? exactly one
  gorbachov~           one letter wrong; ~2 two
  *                    every article
  @hotlines            the query that was saved as hotlines
)";

constexpr std::string_view kDatesHelp = R"(DATES
  date:2021-03-02  date:2021-03  date:2021  date:1960s  date:"2 March 2021"
  date:2020-11..2021-03  date:..1953  date:>=2020  date:(2019 OR 2021-03)
  date:yesterday  date:last-week  date:30d..  date:*-04-13 (in any year)
)";

// The columns of --list-fields; `date` for a range and so on.
void PrintFields(std::ostream& out) {
  for (const Field& field : kFields) {
    const std::string aliases(field.aliases);
    out << fmt::format("{:<16} {:<17} {}{}\n", field.name, NameOf(field.type),
                       field.help, field.facetable ? "; --facet" : "");
    if (!aliases.empty()) out << fmt::format("{:<16} also: {}\n", "", aliases);
    out << fmt::format("{:<16} {}\n", "", field.example);
  }
  for (const DateShorthand& row : kDateShorthands)
    out << fmt::format("{:<16} {:<17} {}\n{:<16} {}\n", row.name, "date",
                       row.help, "", row.example);
}

void PrintOperators(std::ostream& out) {
  for (const Operator& op : kOperators)
    out << fmt::format("  {:<14} {:<52} {}\n", op.usage, op.help, op.example);
}

void PrintSyntax(std::ostream& out) {
  out << kWordsHelp << "OPERATORS, the loosest first; brackets group\n";
  for (const Operator& op : kOperators)
    out << fmt::format("  {:<20} {}\n", op.usage, op.help);
  out << "FIELDS, before a colon: title:harbour, title:(harbour OR quay)\n";
  for (const Field& field : kFields)
    out << fmt::format("  {:<20} {}\n", field.name, field.help);
  std::string shorthands;
  for (const DateShorthand& row : kDateShorthands)
    shorthands += fmt::format("  {}", row.example);
  out << kDatesHelp << shorthands << '\n';
}

void PrintHelp(std::ostream& out) {
  out << kShortHelpText;
  std::vector<std::string_view> names;
  for (const OutputFormat& format : kOutputFormats)
    names.push_back(format.name);
  const std::string formats = fmt::format("{}", fmt::join(names, ", "));
  std::string_view option = "-f, --format FORMAT";
  for (const Span& line : WrapLines(formats, kHelpColumns)) {
    out << fmt::format(
        "  {:<19}  {}\n", option,
        std::string_view(formats).substr(line.begin, line.end - line.begin));
    option = "";
  }
  out << R"(  -v                   people, organisations and places, too
  --plain              matches in «brackets», no colours
More
  --help-syntax        the query language on two screens
  --list-fields        every field of a query; --list-operators
  --help               every option
Ends with 0 when something is found, 1 when nothing is, 2 for a mistake in a
query or option, 66 when there is no index.
)";
}

}  // namespace

int RunList(const ListMode& mode, const Streams& streams) {
  switch (mode.what) {
    case Listing::kShortHelp:
      PrintHelp(streams.out);
      break;
    case Listing::kFieldNames:
      PrintFields(streams.out);
      break;
    case Listing::kOperatorNames:
      PrintOperators(streams.out);
      break;
    case Listing::kSyntaxPages:
      PrintSyntax(streams.out);
      break;
  }
  return kFound;
}

}  // namespace archive
