// A file of queries, one a line.
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/text/printable.h"
#include "query/commands.h"
#include "query/language/characters.h"
#include "query/output/terminal.h"
#include "query/views.h"

namespace archive {
namespace {

struct BatchQuery {
  std::size_t line = 1;
  Asked asked;
};

bool IsLeftOut(std::string_view line) {
  return IsBlank(line) || line == "#" || line.starts_with("# ");
}

// The line without a mark of UTF-8 in front of it.
Result<std::string> FirstLine(std::string line) {
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  if (line.starts_with(kUtf8Mark)) line.erase(0, kUtf8Mark.size());
  const bool is_utf16 = line.starts_with("\xFF\xFE") ||
                        line.starts_with("\xFE\xFF") ||
                        line.find('\0') != std::string::npos;
  if (!is_utf16) return line;
  return Error{ErrorCode::kUsage, "the file of queries is UTF-16, not UTF-8",
               "iconv -f UTF-16 -t UTF-8 FILE | archive-query -"};
}

Result<Asked> AskOne(Session& session, std::string_view query,
                     BatchOutput output) {
  if (output == BatchOutput::kPages) return AskWithViews(session, query);
  return session.Ask(query, {.order = SortOrder::kNewest, .limit = 0});
}

// Every query of `in`, run: whether one is bad is known before anything is
// printed.
Result<std::vector<BatchQuery>> AskAll(std::istream& in, Session& session,
                                       BatchOutput output) {
  std::vector<BatchQuery> queries;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (number == 1) {
      ASSIGN_OR_RETURN(line, FirstLine(std::move(line)));
    }
    if (line.ends_with('\r')) line.pop_back();
    if (IsLeftOut(line)) continue;
    ASSIGN_OR_RETURN(Asked asked, AskOne(session, line, output));
    queries.push_back({number, std::move(asked)});
  }
  if (in.bad())
    return Error{ErrorCode::kIo, "the file of queries could not be read"};
  return queries;
}

// Whether there were any mistakes.
bool TellAllMistakes(const std::vector<BatchQuery>& queries,
                     std::ostream& err) {
  bool has_mistakes = false;
  for (const BatchQuery& query : queries) {
    if (query.asked.mistakes.empty()) continue;
    if (has_mistakes) err << '\n';
    has_mistakes = true;
    err << FormatDiagnostics(fmt::format("archive-query: line {}", query.line),
                             query.asked.text, query.asked.mistakes);
  }
  return has_mistakes;
}

int PrintPages(const std::vector<BatchQuery>& queries, const Session& session,
               const Streams& streams) {
  const QueryOptions& options = session.options();
  std::optional<Pager> pager;
  if (options.may_page) pager.emplace();
  bool has_found = false;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    ResultPage page = session.MakePage(queries[i].asked);
    page.batch = {queries[i].line, i, queries.size()};
    const Status status =
        options.format->render(page, options.style, streams.out);
    if (!status) return TellError(status.error(), streams.err);
    has_found = has_found || page.envelope.total > 0;
  }
  return has_found ? kFound : kNothingFound;
}

}  // namespace

int RunBatch(const BatchMode& mode, Session& session, const Streams& streams) {
  std::ifstream file;
  if (mode.file != "-") {
    std::error_code code;
    if (std::filesystem::is_directory(mode.file, code))
      return TellError({ErrorCode::kUsage,
                        mode.file + " is a directory, not a file of queries"},
                       streams.err);
    file.open(mode.file);
    if (!file)
      return TellError({ErrorCode::kNotFound,
                        "the file of queries cannot be read: " + mode.file},
                       streams.err);
  }
  const auto queries =
      AskAll(mode.file == "-" ? streams.in : file, session, mode.output);
  if (!queries) return TellError(queries.error(), streams.err);
  if (TellAllMistakes(*queries, streams.err))
    return ExitStatusFor(ErrorCode::kQuery);
  for (const BatchQuery& query : *queries) {
    for (const Notice& notice : query.asked.read.notices)
      streams.err << "archive-query: line " << query.line << ": "
                  << Printable(notice.message) << '\n';
  }
  if (mode.output == BatchOutput::kPages)
    return PrintPages(*queries, session, streams);
  for (const BatchQuery& query : *queries)
    streams.out << query.asked.answer.total << '\t' << query.asked.text << '\n';
  return kFound;
}

}  // namespace archive
