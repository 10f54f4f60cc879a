// Help that is printed from the tables: fields, operators, formats.
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "query/commands.h"
#include "query/help_rows.h"
#include "query/language/field_names.h"
#include "query/language/operators.h"
#include "query/output/wrap.h"

namespace archive {
namespace {

constexpr std::size_t kHelpColumns = 57;  // behind the options

constexpr std::size_t kScreenColumns = 79;

constexpr std::string_view kShortHelpText =
    R"(What to ask
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

// Examples of dates, as many in a line as there is room for.
void PrintDates(std::ostream& out) {
  std::vector<std::string> examples;
  for (const HelpRow& row : kDateForms)
    examples.push_back(row.note.empty()
                           ? std::string(row.usage)
                           : fmt::format("{} {}", row.usage, row.note));
  for (const DateShorthand& row : kDateShorthands)
    examples.emplace_back(row.example);
  std::size_t columns = 0;
  for (const std::string& example : examples) {
    if (columns + 2 + example.size() > kScreenColumns) {
      out << '\n';
      columns = 0;
    }
    out << "  " << example;
    columns += 2 + example.size();
  }
  out << '\n';
}

void PrintSyntax(std::ostream& out) {
  out << "WORDS\n";
  for (const HelpRow& row : kWordForms)
    out << fmt::format("  {:<20} {}\n", row.usage, row.help);
  out << "OPERATORS, the loosest first; brackets group\n";
  for (const Operator& op : kOperators)
    out << fmt::format("  {:<20} {}\n", op.usage, op.help);
  out << "FIELDS, before a colon: title:harbour, title:(harbour OR quay)\n";
  for (const Field& field : kFields)
    out << fmt::format("  {:<20} {}\n", field.name, field.help);
  out << "DATES\n";
  PrintDates(out);
}

void PrintHelp(std::ostream& out) {
  out << "archive-query asks an archive that archive-index has indexed.\n\n";
  for (const HelpRow& row : kExamples) out << "  " << row.usage << '\n';
  out << '\n' << kShortHelpText;
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
