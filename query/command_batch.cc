// A file of queries, one a line: read whole, so that every bad line is told
// before anything is printed, then answered and printed line by line.
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/text/printable.h"
#include "query/commands.h"
#include "query/language/characters.h"
#include "query/language/diagnostics.h"
#include "query/output/terminal.h"
#include "query/views.h"

namespace archive {
namespace {

struct BatchLine {
  std::size_t number = 1;
  std::string query;
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

Result<std::vector<BatchLine>> ReadLines(std::istream& in) {
  std::vector<BatchLine> lines;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (number == 1) {
      ASSIGN_OR_RETURN(line, FirstLine(std::move(line)));
    }
    if (line.ends_with('\r')) line.pop_back();
    if (!IsLeftOut(line)) lines.push_back({number, line});
  }
  if (in.bad())
    return Error{ErrorCode::kIo, "the file of queries could not be read"};
  return lines;
}

Result<std::vector<BatchLine>> ReadQueryFile(const std::string& path,
                                             std::istream& standard_input) {
  if (path == "-") return ReadLines(standard_input);
  std::error_code code;
  if (std::filesystem::is_directory(path, code))
    return Error{ErrorCode::kUsage,
                 path + " is a directory, not a file of queries"};
  std::ifstream file(path);
  if (!file)
    return Error{ErrorCode::kNotFound,
                 "the file of queries cannot be read: " + path};
  return ReadLines(file);
}

// Tells mistakes one below the other.
class MistakeTeller {
 public:
  explicit MistakeTeller(std::ostream& err) : err_(err) {}

  void Tell(std::string_view place, std::string_view query,
            const std::vector<Diagnostic>& mistakes) {
    if (mistakes.empty()) return;
    if (has_told_) err_ << '\n';
    has_told_ = true;
    err_ << FormatDiagnostics(fmt::format("archive-query{}", place), query,
                              mistakes);
  }

  void TellLine(const BatchLine& line,
                const std::vector<Diagnostic>& mistakes) {
    Tell(fmt::format(": line {}", line.number), line.query, mistakes);
  }

  bool has_told() const { return has_told_; }

 private:
  std::ostream& err_;
  bool has_told_ = false;
};

// Whether every query can be understood; if not, all mistakes are told, and if
// so, all notices: before anything is printed.
bool AreUnderstood(const std::vector<BatchLine>& lines, const Session& session,
                   std::ostream& err) {
  MistakeTeller teller(err);
  std::string notices;
  for (const BatchLine& line : lines) {
    const Asked asked = session.Read(line.query);
    teller.TellLine(line, asked.mistakes);
    for (const Notice& notice : asked.read.notices)
      notices += fmt::format("archive-query: line {}: {}\n", line.number,
                             Printable(notice.message));
  }
  if (const std::string& second = session.options().views.compare;
      !second.empty())
    teller.Tell("", second, session.Read(second).mistakes);
  if (teller.has_told()) return false;
  err << notices;
  return true;
}

// Answers queries one by one and prints each before it asks the next.
class BatchPrinter {
 public:
  BatchPrinter(Session& session, std::ostream& out)
      : session_(session), format_(*session.options().format), out_(out) {}

  // Fails as answers and renderers do.
  Status PrintPages(const std::vector<BatchLine>& lines) {
    out_ << format_.batch.begin;
    for (const BatchLine& line : lines) {
      ASSIGN_OR_RETURN(Asked asked, AskWithViews(session_, line.query));
      if (!asked.mistakes.empty()) {
        refused_.emplace_back(line, asked.mistakes);
        continue;
      }
      if (format_.repeats == Repeats::kOnce) LeaveOutPrinted(asked);
      RETURN_IF_ERROR(PrintPage(line, asked));
    }
    out_ << format_.batch.end;
    return Ok();
  }

  Status PrintCounts(const std::vector<BatchLine>& lines) {
    for (const BatchLine& line : lines) {
      ASSIGN_OR_RETURN(const Asked asked,
                       session_.Ask(line.query, session_.CountRequest()));
      if (!asked.mistakes.empty()) {
        refused_.emplace_back(line, asked.mistakes);
        continue;
      }
      out_ << asked.answer.groups << '\t' << line.query << '\n' << std::flush;
    }
    return Ok();
  }

  bool has_found() const { return has_found_; }

  // What the index could not answer, which is known only when its turn comes.
  bool TellRefused(std::ostream& err) const {
    MistakeTeller teller(err);
    for (const auto& [line, mistakes] : refused_)
      teller.TellLine(line, mistakes);
    return teller.has_told();
  }

 private:
  // A bibliography holds an article once.
  void LeaveOutPrinted(Asked& asked) {
    std::erase_if(asked.answer.matches, [&](const Match& match) {
      return !printed_.emplace(match.segment, match.doc).second;
    });
  }

  Status PrintPage(const BatchLine& line, const Asked& asked) {
    ResultPage page = session_.MakePage(asked);
    page.batch = place_;
    page.batch->line = line.number;
    if (place_.index > 0) out_ << format_.batch.between;
    RETURN_IF_ERROR(format_.render(page, session_.options().style, out_));
    out_.flush();  // who reads along has it now
    ++place_.index;
    place_.hits_before += page.hit_count;
    has_found_ = has_found_ || page.envelope.total > 0;
    return Ok();
  }

  Session& session_;
  const OutputFormat& format_;
  std::ostream& out_;
  BatchPlace place_ = {};
  bool has_found_ = false;
  std::set<std::pair<std::size_t, DocId>> printed_;
  std::vector<std::pair<BatchLine, std::vector<Diagnostic>>> refused_;
};

}  // namespace

int RunBatch(const BatchMode& mode, Session& session, const Streams& streams) {
  const auto lines = ReadQueryFile(mode.file, streams.in);
  if (!lines) return TellError(lines.error(), streams.err);
  if (!AreUnderstood(*lines, session, streams.err))
    return ExitStatusFor(ErrorCode::kQuery);
  const bool counts = mode.output == BatchOutput::kCounts;
  BatchPrinter printer(session, streams.out);
  Status status = Ok();
  {
    std::optional<Pager> pager;
    if (session.options().may_page && !counts) pager.emplace();
    status = counts ? printer.PrintCounts(*lines) : printer.PrintPages(*lines);
  }
  const bool has_refused = printer.TellRefused(streams.err);
  if (!status) return TellError(status.error(), streams.err);
  if (has_refused) return ExitStatusFor(ErrorCode::kQuery);
  return counts || printer.has_found() ? kFound : kNothingFound;
}

}  // namespace archive
