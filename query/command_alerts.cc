// --alerts and --since-last: what is new for a saved search.
#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <sys/wait.h>

#include "common/failpoint.h"
#include "common/text/column_width.h"
#include "common/text/counts.h"
#include "common/text/printable.h"
#include "query/alert_state.h"
#include "query/commands.h"
#include "query/output/hits.h"
#include "query/output/wording.h"
#include "query/since_last.h"

namespace archive {
namespace {

AlertMoment Present(const Session& session) {
  return {session.index().parts().front().generation.number,
          session.index().now()};
}

std::string IndexOf(const Session& session) {
  return ToString(session.index().parts().front().generation.index_id);
}

// The text at the left of so many columns.
std::string Padded(std::string_view text, std::size_t columns) {
  const std::size_t width = ColumnsOf(text);
  return std::string(text) +
         std::string(width < columns ? columns - width : 0, ' ');
}

class Teller {
 public:
  Teller(const AlertsMode& mode, Session& session, AlertState& state,
         const Streams& streams)
      : mode_(mode),
        session_(session),
        state_(state),
        streams_(streams),
        index_(IndexOf(session)),
        now_(Present(session)) {}

  int Run() {
    for (const std::string& name : Names()) {
      const Status told = Tell(name);
      if (!told) return TellError(told.error(), streams_.err);
    }
    return exit_status_;
  }

 private:
  std::vector<std::string> Names() const {
    if (!mode_.names.empty()) return mode_.names;
    std::vector<std::string> names;
    for (const auto& [name, query] : *session_.options().reading.saved)
      names.push_back(name);
    return names;
  }

  Result<Asked> Ask(const std::string& name, std::size_t limit) {
    return session_.Ask(
        "@" + name,
        {.order = SortOrder::kNewest, .limit = limit, .facets = {}});
  }

  // A search that cannot be asked does not stop the others.
  bool IsUnderstood(const std::string& name, const Asked& asked) {
    if (asked.mistakes.empty()) return true;
    streams_.err << FormatDiagnostics("archive-query: " + name, asked.text,
                                      asked.mistakes);
    exit_status_ = ExitStatusFor(ErrorCode::kQuery);
    return false;
  }

  Status Tell(const std::string& name) {
    const AlertMark* const known = state_.Find(Asker::kAlerts, index_, name);
    if (known == nullptr) return BeginWith(name);
    AlertMark mark = *known;
    if (mark.pending) {
      ASSIGN_OR_RETURN(const bool is_taken,
                       TellUntil(name, *mark.pending, mark));
      if (!is_taken) return Ok();
    }
    ASSIGN_OR_RETURN([[maybe_unused]] const bool is_taken,
                     TellUntil(name, now_, mark));
    return Ok();
  }

  // Nobody wants to be told an archive.
  Status BeginWith(const std::string& name) {
    session_.SelectAll();
    ASSIGN_OR_RETURN(const Asked asked, Ask(name, 0));
    if (!IsUnderstood(name, asked)) return Ok();
    RETURN_IF_ERROR(state_.Set(Asker::kAlerts, index_, name, {.told = now_}));
    Failpoint("alert-watched");
    streams_.out << fmt::format(
        "{}: watched from generation {} on; {} so far\n", name, now_.generation,
        Counted(asked.answer.total, "article"));
    return Ok();
  }

  // Whether all up to there is told and noted.
  Result<bool> TellUntil(const std::string& name, const AlertMoment& until,
                         AlertMark& mark) {
    session_.SelectNew(mark.told, until);
    ASSIGN_OR_RETURN(const Asked asked, Ask(name, kNoLimit));
    if (!IsUnderstood(name, asked)) return false;
    const bool is_any = asked.answer.total > 0;
    if (!is_any && until.generation == mark.told.generation && !mark.pending)
      return true;
    Failpoint("alert-found");
    if (is_any && mode_.command.empty()) {
      RETURN_IF_ERROR(Print(name, asked, mark.told));
    } else if (is_any) {
      mark.pending = until;
      RETURN_IF_ERROR(state_.Set(Asker::kAlerts, index_, name, mark));
      Failpoint("alert-pending");
      ASSIGN_OR_RETURN(const bool is_taken,
                       HandOver(name, asked, mark.told, until));
      if (!is_taken) return false;
    }
    Failpoint("alert-told");
    mark = {.told = until};
    RETURN_IF_ERROR(state_.Set(Asker::kAlerts, index_, name, mark));
    Failpoint("alert-noted");
    return true;
  }

  Status Print(const std::string& name, const Asked& asked,
               const AlertMoment& since) {
    std::ostream& out = streams_.out;
    out << fmt::format("{}: {} new since generation {} ({})\n", name,
                       WithCommas(asked.answer.total), since.generation,
                       WrittenInstant(since.instant));
    HitReader reader({session_.index(), HitDetail::kRecord});
    std::vector<std::array<std::string, 4>> rows;
    for (const Match& match : asked.answer.matches) {
      ASSIGN_OR_RETURN(const Hit hit, reader.Read(match, rows.size() + 1));
      const Article& article = hit.record.article;
      rows.push_back({article.published
                          ? ToIsoString(article.published->when.date)
                          : "undated",
                      Printable(article.source), Printable(hit.title.text),
                      Printable(hit.id)});
    }
    std::array<std::size_t, 4> widths = {};
    for (const auto& row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i)
        widths[i] = std::max(widths[i], ColumnsOf(row[i]));
    }
    for (const auto& row : rows) {
      out << "  ";
      for (std::size_t i = 0; i + 1 < row.size(); ++i) {
        if (widths[i] > 0) out << Padded(row[i], widths[i]) << "  ";
      }
      out << row.back() << '\n';
    }
    out.flush();
    if (!out) return Error{ErrorCode::kIo, "the output could not be written"};
    return Ok();
  }

  // Whether the command took the batch.
  Result<bool> HandOver(const std::string& name, const Asked& asked,
                        const AlertMoment& since, const AlertMoment& until) {
    std::ostringstream lines;
    RETURN_IF_ERROR(FindOutputFormat("jsonl")->render(
        session_.MakePage(asked), session_.options().style, lines));
    const std::string batch =
        fmt::format("{}-{}.{}-{}.{}-{}", index_.substr(0, 8), since.generation,
                    since.instant, until.generation, until.instant, name);
    ::setenv("ARCHIVE_ALERT_NAME", name.c_str(), 1);
    ::setenv("ARCHIVE_ALERT_BATCH", batch.c_str(), 1);
    ::setenv("ARCHIVE_ALERT_ARTICLES",
             std::to_string(asked.answer.total).c_str(), 1);
    streams_.out.flush();
    // A command that does not read to the end is none that failed.
    const auto before = std::signal(SIGPIPE, SIG_IGN);
    std::FILE* const pipe = ::popen(mode_.command.c_str(), "w");
    if (pipe == nullptr)
      return Error{ErrorCode::kIo, "cannot run " + mode_.command};
    const std::string text = std::move(lines).str();
    std::fwrite(text.data(), 1, text.size(), pipe);
    const int ended = ::pclose(pipe);
    std::signal(SIGPIPE, before);
    if (WIFEXITED(ended) && WEXITSTATUS(ended) == 0) return true;
    streams_.err << fmt::format(
        "archive-query: {}: the command did not take {}: {} {}\n  it is handed "
        "over again with the next run, as batch {}\n",
        name, Counted(asked.answer.total, "new article"),
        WIFEXITED(ended) ? "status" : "signal",
        WIFEXITED(ended) ? WEXITSTATUS(ended) : WTERMSIG(ended), batch);
    exit_status_ = ExitStatusFor(ErrorCode::kIo);
    return false;
  }

  const AlertsMode& mode_;
  Session& session_;
  AlertState& state_;
  const Streams& streams_;
  std::string index_;
  AlertMoment now_;
  int exit_status_ = 0;
};

}  // namespace

int RunAlerts(const AlertsMode& mode, Session& session,
              const Streams& streams) {
  Result<AlertState> state = AlertState::Open();
  if (!state) return TellError(state.error(), streams.err);
  return Teller(mode, session, *state, streams).Run();
}

Result<SinceLast> SinceLast::Begin(const std::string& name, Session& session) {
  ASSIGN_OR_RETURN(AlertState state, AlertState::Open());
  const AlertMark* const known =
      state.Find(Asker::kReader, IndexOf(session), name);
  const AlertMoment told = known == nullptr ? AlertMoment{} : known->told;
  const AlertMoment now = Present(session);
  session.SelectNew(told, now);
  return SinceLast(name, IndexOf(session), now, std::move(state));
}

Status SinceLast::NoteTold() {
  return state_.Set(Asker::kReader, index_, name_, {.told = now_});
}

}  // namespace archive
