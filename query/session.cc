#include "query/session.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/text/counts.h"
#include "common/text/printable.h"
#include "query/id_file.h"
#include "query/output/hits.h"

namespace archive {

namespace {

// What needs files that do not go over the wire.
Status CheckRemote(const QueryOptions& options) {
  if (options.remotes.empty()) return Ok();
  const ViewOptions& views = options.views;
  struct Row {
    bool is_wanted;
    std::string_view option;
  };
  const Row rows[] = {
      {views.distinctive.has_value(), "--distinctive"},
      {!views.similar_to.empty(), "--similar"},
      {!options.within.empty(), "--within"},
      {!options.without.empty(), "--without"},
      {options.fold_copies.has_value(), "--group-duplicates"},
      {options.since_last, "--since-last"},
      {std::holds_alternative<AlertsMode>(options.mode), "--alerts"},
      {std::holds_alternative<HistoryMode>(options.mode), "--history"},
      {std::holds_alternative<ExplainMode>(options.mode), "--explain"},
      {views.timeline &&
           views.timeline->measure == TimelineMeasure::kOccurrences,
       "a timeline of occurrences"}};
  for (const Row& row : rows) {
    if (row.is_wanted)
      return Error{ErrorCode::kUsage,
                   fmt::format("{} cannot be asked of {}", row.option,
                               options.remotes.front().text),
                   "it needs what only the machine with the index has; "
                   "docs/scaling.md says what can be asked"};
  }
  return Ok();
}

}  // namespace

Result<std::unique_ptr<Session>> Session::Open(const QueryOptions& options) {
  RETURN_IF_ERROR(CheckRemote(options));
  ASSIGN_OR_RETURN(OpenIndex index, OpenIndex::OpenAll(options.indexes));
  std::unique_ptr<Session> session(new Session(options, std::move(index)));
  if (!options.remotes.empty()) {
    ASSIGN_OR_RETURN(
        session->remote_parts_,
        RemoteParts::Open(options.remotes, options.remote, session->index_));
    session->searcher_.AskAlso(*session->remote_parts_);
  }
  for (const OpenPart& part : session->index_.parts()) {
    for (const auto* const texts :
         {&part.name_rules.problems(), &part.name_rules.notices()})
      session->remarks_.insert(session->remarks_.end(), texts->begin(),
                               texts->end());
    for (const LineFault& fault : part.withheld.faults())
      session->remarks_.push_back(TextOf(fault, kWithholdName));
  }
  RETURN_IF_ERROR(session->SelectArticles());
  return session;
}

Status Session::SelectArticles() {
  if (options_.within.empty() && options_.without.empty()) return Ok();
  selection_.emplace(index_);
  RETURN_IF_ERROR(Narrow(options_.within, Listed::kStay));
  RETURN_IF_ERROR(Narrow(options_.without, Listed::kGo));
  searcher_.Restrict(*selection_);
  return Ok();
}

Status Session::Narrow(const std::string& file, Listed listed) {
  if (file.empty()) return Ok();
  ASSIGN_OR_RETURN(const auto ids, ReadIdFile(file));
  ASSIGN_OR_RETURN(const std::size_t unknown, selection_->Narrow(ids, listed));
  if (unknown == 0) return Ok();
  remarks_.push_back(fmt::format("{} in {} {} not in this index",
                                 Counted(unknown, "id"), file,
                                 unknown == 1 ? "is" : "are"));
  return Ok();
}

void Session::SelectNew(const AlertMoment& after, const AlertMoment& until) {
  if (selection_) {
    new_.emplace(*selection_);
  } else {
    new_.emplace(index_);
  }
  const auto is_between = [&](Instant instant) {
    return instant > after.instant && instant <= until.instant;
  };
  new_->Narrow([&](std::size_t segment, DocId doc) {
    const Columns& columns = index_.segments()[segment].columns();
    const GenerationNumber added = columns.AddedIn(doc);
    if (added <= until.generation &&
        (added > after.generation || is_between(columns.AddedAt(doc))))
      return true;
    const Visibility& rows = index_.PartOf(segment).visibility;
    const auto row = rows.FindRow(index_.PlaceIn(segment, doc));
    return row && is_between(rows.ShownFrom(*row));
  });
  searcher_.Restrict(*new_);
}

void Session::SelectAll() {
  if (!selection_) selection_.emplace(index_);
  searcher_.Restrict(*selection_);
}

Asked Session::Read(std::string_view text) const {
  Asked asked;
  asked.text = text;
  asked.read = ReadQueryText(text, options_.reading);
  asked.mistakes = asked.read.errors;
  return asked;
}

Status Session::Answer(Asked& asked, const SearchRequest& request) {
  ASSIGN_OR_RETURN(asked.answer, searcher_.Search(asked.read.tree, request));
  asked.mistakes = asked.answer.problems;
  return Ok();
}

Result<Asked> Session::Ask(std::string_view text,
                           const SearchRequest& request) {
  Asked asked = Read(text);
  if (!asked.mistakes.empty()) return asked;
  RETURN_IF_ERROR(Answer(asked, request));
  return asked;
}

SearchRequest Session::Request() const {
  SearchRequest request = {.order = options_.order,
                           .offset = options_.offset,
                           .limit = options_.limit,
                           .facets = {},
                           .ranking = options_.ranking,
                           .fold_copies = options_.fold_copies};
  // What is chosen by name or compared may be any row.
  const bool may_be_any =
      !options_.views.facet_filter.empty() || !options_.views.compare.empty();
  request.facet_rows = may_be_any ? kNoLimit : 0;
  for (const FacetRequest& facet : options_.facets) {
    request.facets.push_back(facet.field);
    request.facet_rows = std::max(request.facet_rows, facet.limit);
  }
  return request;
}

SearchRequest Session::CountRequest() const {
  return {.order = SortOrder::kNewest,
          .limit = 0,
          .facets = {},
          .fold_copies = options_.fold_copies};
}

std::vector<IndexRevision> Session::Revisions() const {
  std::vector<IndexRevision> indexes;
  for (const OpenPart& part : index_.parts())
    indexes.push_back(
        {ToString(part.generation.index_id), part.generation.number});
  return indexes;
}

Envelope Session::EnvelopeOf(const Asked& asked) const {
  return {.query = asked.text,
          .own = InOwnLanguage(asked.text, asked.read, options_.reading),
          .command = options_.command,
          .read_as = ReadAs(asked.read),
          .indexes = Revisions(),
          .articles = index_.articles(asked.answer.hidden),
          .today = ToIsoString(DateFrom(options_.reading.today)),
          .tool = ARCHIVE_VERSION,
          .total = asked.answer.total,
          .fold_copies = options_.fold_copies,
          .groups = asked.answer.groups,
          .missing = missing(),
          .notices = {}};
}

const std::vector<MissingPart>& Session::missing() const {
  static const std::vector<MissingPart> kNone;
  return remote_parts_ ? remote_parts_->missing() : kNone;
}

ResultPage Session::MakePage(const Asked& asked) const {
  ResultPage page;
  page.envelope = EnvelopeOf(asked);
  for (const Notice& notice : asked.read.notices)
    page.envelope.notices.push_back(notice.message);
  page.tables = asked.tables;
  page.offset = options_.offset;
  if (options_.views.lines) {
    page.write_hits = [](HitDetail, const HitWriter&, std::ostream&) -> Status {
      return Ok();
    };
    return page;
  }
  page.hit_count = asked.answer.matches.size();
  page.write_hits = [this, &asked](HitDetail detail, const HitWriter& write,
                                   std::ostream& out) {
    const HitSource source = {
        .index = index_,
        .detail = detail,
        .marks = asked.answer.marks,
        .copies = options_.fold_copies.value_or(kUsualCopyLevel)};
    return WriteHits(source, asked.answer.matches, options_.offset + 1, write,
                     out);
  };
  return page;
}

int TellError(const Error& error, std::ostream& err) {
  err << "archive-query: " << Printable(error.message) << '\n';
  if (!error.hint.empty()) err << "  " << Printable(error.hint) << '\n';
  return ExitStatusFor(error.code);
}

void TellNotices(const Asked& asked, std::ostream& err) {
  for (const Notice& notice : asked.read.notices)
    err << "archive-query: " << Printable(notice.message) << '\n';
}

}  // namespace archive
