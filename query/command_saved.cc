// --save and --list-saved: no index is needed for either.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "common/text/printable.h"
#include "query/commands.h"
#include "query/language/query_text.h"
#include "query/saved_files.h"

namespace archive {
int RunSave(const SaveMode& mode, const QueryOptions& options,
            const Streams& streams) {
  const std::string directory = SavedDirectory();
  if (directory.empty())
    return TellError(
        {ErrorCode::kConfiguration, "there is no directory for saved searches",
         "set XDG_CONFIG_HOME or HOME"},
        streams.err);
  // Read as if it were saved already, so that a circle is seen.
  SavedQueries queries = *options.reading.saved;
  const auto old = options.reading.saved->find(mode.name);
  const bool replaces = old != options.reading.saved->end();
  SavedQuery query = {.text = mode.query};
  queries.insert_or_assign(mode.name, query);
  ReadContext context = options.reading;
  context.saved = std::make_shared<const SavedQueries>(std::move(queries));
  const ReadQuery read = ReadQueryText(mode.query, context);
  if (!read.errors.empty()) {
    streams.err << FormatDiagnostics("archive-query", mode.query, read.errors);
    return ExitStatusFor(ErrorCode::kQuery);
  }
  for (const Notice& notice : read.notices)
    streams.err << "archive-query: " << Printable(notice.message) << '\n';
  // Files hold our own language, whatever the habits of who typed it.
  query.text = InOwnLanguage(mode.query, read, options.reading);
  if (replaces) query.comments = old->second.comments;
  if (const Status status = WriteSavedFile(directory, mode.name, query);
      !status)
    return TellError(status.error(), streams.err);
  if (replaces)
    streams.err << fmt::format("archive-query: @{} was: {}\n", mode.name,
                               Printable(OnOneLine(old->second)));
  streams.err << fmt::format("archive-query: @{} is saved in {}\n", mode.name,
                             Printable(SavedPath(directory, mode.name)));
  return kFound;
}

int RunListSaved(const QueryOptions& options, const Streams& streams) {
  const SavedQueries& queries = *options.reading.saved;
  const bool aligned = options.style.target == Target::kTerminal;
  std::size_t width = 0;
  for (const auto& [name, query] : queries)
    width = std::max(width, name.size());
  for (const auto& [name, query] : queries) {
    if (!query.fault.empty()) {
      streams.err << fmt::format("archive-query: {}: {}\n",
                                 Printable(query.file), Printable(query.fault));
      continue;
    }
    const std::string text = Printable(OnOneLine(query));
    streams.out << (aligned ? fmt::format("{:<{}}  {}\n", name, width, text)
                            : fmt::format("{}\t{}\n", name, text));
  }
  if (queries.empty())
    streams.err << "archive-query: no search is saved yet\n"
                   "  archive-query --save NAME QUERY saves one\n";
  return kFound;
}

}  // namespace archive
