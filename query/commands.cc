#include "query/commands.h"

#include <memory>
#include <optional>
#include <variant>

#include <fmt/format.h>

#include "common/text/counts.h"
#include "common/text/printable.h"
#include "query/language/characters.h"
#include "query/output/explain.h"
#include "query/output/no_hits.h"
#include "query/output/terminal.h"
#include "query/since_last.h"
#include "query/views.h"

namespace archive {
namespace {

int TellMistakes(const Asked& asked, std::ostream& err) {
  err << FormatDiagnostics("archive-query", asked.text, asked.mistakes);
  return ExitStatusFor(ErrorCode::kQuery);
}

// Where the query of a mode stands; nullptr for those without one.
std::string* QueryOf(Mode& mode) {
  return std::visit(
      Overloaded{[](SearchMode& search) { return &search.query; },
                 [](CountMode& count) { return &count.query; },
                 [](ExplainMode& explain) { return &explain.query; },
                 [](auto&) -> std::string* { return nullptr; }},
      mode);
}

// Puts the query for articles like one in the place of the query that was
// typed; yields an exit status when that cannot be.
std::optional<int> AskForSimilar(Session& session, Mode& mode,
                                 std::ostream& err) {
  const std::string& id = session.options().views.similar_to;
  std::string* const query = QueryOf(mode);
  if (id.empty() || query == nullptr) return std::nullopt;
  const auto article = session.searcher().FindById(id);
  if (!article) return TellError(article.error(), err);
  if (!*article)
    return TellUnknownArticle("--similar", id, session.index(), err);
  // Mistakes are told about what was typed, not about what is made of it.
  if (!IsBlank(*query) && !session.Read(*query).mistakes.empty())
    return std::nullopt;
  Result<std::string> like =
      QueryForSimilar(session.index(), **article, *query);
  if (!like) return TellError(like.error(), err);
  *query = *std::move(like);
  return std::nullopt;
}

// Puts the saved search that is asked for in front of the query that was typed.
void AskSaved(const Session& session, Mode& mode) {
  const std::string& name = session.options().saved;
  std::string* const query = QueryOf(mode);
  if (name.empty() || query == nullptr) return;
  if (IsBlank(*query)) {
    *query = "@" + name;
    return;
  }
  const Asked typed = session.Read(*query);
  // Mistakes are told about what was typed, not about what is made of it.
  if (!typed.mistakes.empty()) return;
  const bool is_or = std::holds_alternative<Or>(typed.read.parsed.kind);
  *query = is_or ? fmt::format("@{} AND ({})", name, *query)
                 : fmt::format("@{} AND {}", name, *query);
}

// Its second line, where it has one, shows the place.
void TellRemark(std::string_view remark, std::ostream& err) {
  err << "archive-query: ";
  for (std::size_t end = remark.find('\n'); end != std::string_view::npos;
       end = remark.find('\n')) {
    err << Printable(remark.substr(0, end)) << '\n';
    remark.remove_prefix(end + 1);
  }
  err << Printable(remark) << '\n';
}

// Whether an index did not answer.
bool TellMissing(const Session& session, std::ostream& err) {
  for (const auto& [name, why] : session.missing()) {
    err << fmt::format(
        "archive-query: {} {}: the answer is partial, without it\n",
        Printable(name), Printable(why));
  }
  return !session.missing().empty();
}

// Whether less is asked than the saved search finds.
bool IsNarrowed(const QueryOptions& options, Mode& mode) {
  const std::string* const query = QueryOf(mode);
  return (query != nullptr && !IsBlank(*query)) || !options.within.empty() ||
         !options.without.empty();
}

void TellStillNew(std::ostream& err) {
  err << "archive-query: not all that is new was shown, so nothing is noted: "
         "it "
         "is new the next time, too\n";
}

Searched RunChosen(const Mode& chosen, Session& session,
                   const Streams& streams) {
  const QueryOptions& options = session.options();
  const auto run = Overloaded{
      [&](const CountMode& mode) { return RunCount(mode, session, streams); },
      [&](const ExplainMode& mode) {
        return RunExplain(mode, session, streams);
      },
      [&](const BatchMode& mode) { return RunBatch(mode, session, streams); },
      [&](const ShowMode& mode) { return RunShow(mode, session, streams); },
      [&](const HistoryMode& mode) {
        return RunHistory(mode, session, streams);
      },
      [&](const AlertsMode& mode) { return RunAlerts(mode, session, streams); },
      [&](const ListMode& mode) { return RunList(mode, streams); },
      [&](const CompletionMode& mode) {
        return RunCompletion(mode, options, streams);
      },
      [&](const SaveMode& mode) { return RunSave(mode, options, streams); },
      [&](const ListSavedMode&) { return RunListSaved(options, streams); }};
  return std::visit(
      Overloaded{[&](const SearchMode& mode) {
                   return RunSearch(mode, session, streams);
                 },
                 [&](const auto& mode) { return Searched{run(mode)}; }},
      chosen);
}

std::optional<int> RunWithSession(const QueryOptions& options,
                                  const Streams& streams) {
  auto session = Session::Open(options);
  if (!session) return TellError(session.error(), streams.err);
  Session& opened = **session;
  for (const std::string& remark : opened.remarks())
    TellRemark(remark, streams.err);
  Mode chosen = options.mode;
  std::optional<SinceLast> since_last;
  if (options.since_last) {
    auto begun = SinceLast::Begin(options.saved, opened);
    if (!begun) return TellError(begun.error(), streams.err);
    since_last = *std::move(begun);
  }
  const bool is_narrowed = IsNarrowed(options, chosen);
  AskSaved(opened, chosen);
  if (const auto status = AskForSimilar(opened, chosen, streams.err))
    return status;
  const Searched searched = RunChosen(chosen, opened, streams);
  streams.out.flush();
  const bool was_answered =
      searched.status == kFound || searched.status == kNothingFound;
  if (was_answered && TellMissing(opened, streams.err)) return kPartial;
  if (!since_last || !streams.out || !was_answered) return searched.status;
  if (is_narrowed || !searched.shows_all) {
    if (!std::holds_alternative<CountMode>(chosen)) TellStillNew(streams.err);
    return searched.status;
  }
  const Status noted = since_last->NoteTold();
  return noted ? searched.status : TellError(noted.error(), streams.err);
}

std::string WhatPagesCount(const SearchAnswer& answer,
                           const QueryOptions& options) {
  return Counted(answer.groups, options.fold_copies ? "group" : "article");
}

// What a page that is shown does not say of itself.
void TellPage(const SearchAnswer& answer, const QueryOptions& options,
              std::ostream& err) {
  const std::size_t shown = answer.matches.size();
  if (options.limit == 0) return;
  if (shown == 0) {
    err << "archive-query: --offset " << options.offset
        << " is behind the last of " << WhatPagesCount(answer, options) << '\n';
  } else if (options.format->audience == Audience::kPrograms &&
             !options.is_limit_typed &&
             options.offset + shown < answer.groups) {
    err << "archive-query: " << WithCommas(shown) << " of "
        << WhatPagesCount(answer, options) << "; -n all gives all\n";
  }
}

}  // namespace

int RunMode(const QueryOptions& options, const Streams& streams) {
  for (const std::string& remark : options.remarks)
    streams.err << "archive-query: " << remark << '\n';
  int status = 0;
  if (const auto* list = std::get_if<ListMode>(&options.mode)) {
    status = RunList(*list, streams);
  } else if (const auto* typed = std::get_if<CompletionMode>(&options.mode)) {
    status = RunCompletion(*typed, options, streams);
  } else if (const auto* save = std::get_if<SaveMode>(&options.mode)) {
    status = RunSave(*save, options, streams);
  } else if (std::holds_alternative<ListSavedMode>(options.mode)) {
    status = RunListSaved(options, streams);
  } else {
    status = RunWithSession(options, streams).value_or(0);
  }
  streams.out.flush();
  if (!streams.out)
    return TellError({ErrorCode::kIo, "the output could not be written"},
                     streams.err);
  return status;
}

Searched RunSearch(const SearchMode& mode, Session& session,
                   const Streams& streams) {
  const Result<Asked> asked = AskWithViews(session, mode.query);
  if (!asked) return {TellError(asked.error(), streams.err)};
  if (!asked->mistakes.empty()) return {TellMistakes(*asked, streams.err)};
  TellNotices(*asked, streams.err);
  const QueryOptions& options = session.options();
  const bool found = asked->answer.total > 0;
  {
    std::optional<Pager> pager;
    if (options.may_page && found) pager.emplace();
    const ResultPage page = session.MakePage(*asked);
    const Status status =
        options.format->render(page, options.style, streams.out);
    if (!status) return {TellError(status.error(), streams.err)};
  }
  if (!found) {
    const auto advice = AdviceWhenNothingIsFound(
        session.searcher(), session.index(), asked->text, asked->read.tree);
    // What only the advice would have taken too long for is no mistake.
    if (!advice && advice.error().code != ErrorCode::kQuery)
      return {TellError(advice.error(), streams.err)};
    if (advice) streams.err << *advice;
    return {kNothingFound, true};
  }
  TellPage(asked->answer, options, streams.err);
  const bool has_list =
      !options.views.lines &&
      (asked->tables.empty() || options.format->audience == Audience::kPeople);
  return {kFound,
          has_list && asked->answer.matches.size() == asked->answer.groups};
}

int RunCount(const CountMode& mode, Session& session, const Streams& streams) {
  const Result<Asked> asked = session.Ask(mode.query, session.CountRequest());
  if (!asked) return TellError(asked.error(), streams.err);
  if (!asked->mistakes.empty()) return TellMistakes(*asked, streams.err);
  TellNotices(*asked, streams.err);
  streams.out << asked->answer.groups << '\n';
  return kFound;
}

int RunExplain(const ExplainMode& mode, Session& session,
               const Streams& streams) {
  SearchRequest request = session.Request();
  request.limit = 1;  // the words of feedback are those of a ranked answer
  const Result<Asked> asked = session.Ask(mode.query, request);
  if (!asked) return TellError(asked.error(), streams.err);
  if (!asked->mistakes.empty()) return TellMistakes(*asked, streams.err);
  const Status status =
      Explain({asked->text, asked->read, asked->answer.total, request.order,
               request.ranking, asked->answer.feedback,
               session.options().reading.synonyms.get()},
              session.searcher(), session.index(), streams.out);
  if (!status) return TellError(status.error(), streams.err);
  return asked->answer.total > 0 ? kFound : kNothingFound;
}

}  // namespace archive
