#include "query/manual.h"

#include <array>
#include <string_view>

#include <fmt/format.h>

#include "common/dates/relative_date.h"
#include "common/exit_statuses.h"
#include "common/man_page.h"
#include "query/help_rows.h"
#include "query/language/field_names.h"
#include "query/language/operators.h"
#include "query/output/hit_fields.h"
#include "query/output/renderers.h"
#include "query/session.h"

namespace archive {
namespace {

template <typename Rows>
void AddRows(ManPage& page, const Rows& rows) {
  for (const HelpRow& row : rows) page.Entry(row.usage, row.help);
}

void AddFormats(ManPage& page) {
  page.Section("Output formats");
  for (const OutputFormat& format : kOutputFormats)
    page.Entry(format.name, format.help);
  page.Subsection("Fields of an article, for --fields");
  for (const HitField& field : HitFields()) page.Entry(field.name, field.help);
}

void AddExitStatuses(ManPage& page) {
  // What builds an index, and what ends by a signal.
  static constexpr std::array kOthers = {
      ErrorCode::kConfiguration, ErrorCode::kBadInput, ErrorCode::kIndexLocked,
      ErrorCode::kVanished, ErrorCode::kInterrupted};
  page.Section("Exit status");
  for (const ExitStatus& row : ExitStatuses(
           {{kFound, "something is found; with --count, it is counted"},
            {kNothingFound, "nothing is found"},
            {kPartial,
             "an index on another machine did not answer; what is printed is "
             "of the others"},
            {130, "stopped by Ctrl-C"},
            {143, "stopped by SIGTERM"}},
           kOthers))
    page.Entry(std::to_string(row.status), row.meaning);
}

void AddFields(ManPage& page) {
  page.Section("Fields");
  page.Paragraph(
      "A field stands before a colon: `title:harbour`, "
      "`title:(harbour OR quay)`, `source:\"Harbour Courier\"`.  Those that "
      "can be counted with --facet say so.");
  for (const Field& field : kFields) {
    std::string text = fmt::format("{} ({})", field.help, NameOf(field.type));
    if (!field.aliases.empty()) text += fmt::format("; also {}", field.aliases);
    if (field.facetable) text += "; --facet";
    page.Entry(field.name,
               fmt::format("{}.  Example: `{}`", text, field.example));
  }
}

void AddDates(ManPage& page) {
  page.Section("Dates");
  AddRows(page, kDateForms);
  for (const DateShorthand& row : kDateShorthands)
    page.Entry(row.example, row.help);
  page.Paragraph(fmt::format(
      "Words for days: {}; and monday to sunday, the latest one that is not "
      "after today.  Units behind a number, for a time ago: {}.",
      fmt::join(RelativeDateWords(), ", "), fmt::join(TimeAgoUnits(), ", ")));
}

void AddMistakes(ManPage& page) {
  page.Section("Errors");
  page.Paragraph(fmt::format(
      "A query that cannot be understood ends with status {} and nothing on "
      "standard output.  Mistakes are told all at once, each with a caret "
      "below its place and, where there is something to try, a line to try.  "
      "Nothing is read as something else in silence: where another reading "
      "was near, a remark on standard error says what was read.",
      ExitStatusFor(ErrorCode::kQuery)));
  page.Paragraph(
      "With --lenient, what cannot be understood is searched for "
      "as plain words.");
  page.Subsection("Limits");
  page.Entry("a query", fmt::format("{} bytes", kMaxQueryBytes));
  page.Entry("words, phrases and conditions", std::to_string(kMaxLeaves));
  page.Entry("brackets and NOTs within each other",
             std::to_string(kMaxNesting));
  page.Entry("a distance", fmt::format("{} words", kMaxDistance));
  page.Entry("atleast", fmt::format("{} occurrences", kMaxAtLeast));
  page.Entry("letters wrong in a word", std::to_string(kMaxEdits));
}

}  // namespace

std::string QueryManual(const CommandTable& table) {
  ManPage page("archive-query", 1, "search an archive of news",
               ARCHIVE_VERSION);
  page.Section("Synopsis");
  page.Synopsis("archive-query", "[OPTION...] QUERY...");
  page.Synopsis("archive-query", "[OPTION...] --query-file FILE");
  page.Synopsis("archive-query", "[OPTION...] --show ID");
  page.Section("Description");
  page.Paragraph(table.help +
                 "  A query is one line of text; put the whole in single "
                 "quotes.  Its language is told in archive-query-syntax(7).");
  page.Section("Options");
  page.Options(table);
  AddFormats(page);
  AddExitStatuses(page);
  page.Section("Environment");
  AddRows(page, kEnvironment);
  page.Section("Files");
  AddRows(page, kFiles);
  page.Section("Examples");
  AddRows(page, kExamples);
  page.Section("See also");
  page.References({"archive-index(1)", "archive-query-syntax(7)"});
  return page.text();
}

std::string SyntaxManual() {
  ManPage page("archive-query-syntax", 7, "the query language of archive-query",
               ARCHIVE_VERSION);
  page.Section("Words");
  AddRows(page, kWordForms);
  page.Section("Operators");
  page.Paragraph("The loosest first; brackets group.");
  for (const Operator& op : kOperators)
    page.Entry(op.usage,
               fmt::format("{}.  Example: `{}`", op.help, op.example));
  AddFields(page);
  AddDates(page);
  AddMistakes(page);
  page.Section("See also");
  page.References({"archive-query(1)", "archive-index(1)"});
  return page.text();
}

}  // namespace archive
