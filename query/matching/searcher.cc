#include "query/matching/searcher.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/index/xapian_guard.h"
#include "common/text/analyser.h"
#include "common/text/counts.h"
#include "query/matching/plan_cursors.h"
#include "query/matching/planner.h"
#include "query/matching/search_context.h"
#include "query/matching/timeline.h"

namespace archive {
namespace {

std::size_t PageEnd(const SearchRequest& request) {
  if (request.limit >= kNoLimit - request.offset) return kNoLimit;
  return request.offset + request.limit;
}

// Whether the best are looked at once more.
bool Reranks(const SearchRequest& request) {
  return request.order == SortOrder::kRelevance && request.limit > 0 &&
         request.ranking != Ranking::kPlain;
}

// All that are re-ranked are needed to know which of them are on the page.
std::size_t EnoughFor(const SearchRequest& request) {
  const std::size_t end = PageEnd(request);
  return Reranks(request) ? std::max(end, kReranked) : end;
}

template <typename T>
Result<T> Flattened(Result<Result<T>> result) {
  if (!result) return std::move(result).error();
  return *std::move(result);
}

void CutPage(const SearchRequest& request, std::vector<Match>& matches) {
  if (matches.size() > PageEnd(request)) matches.resize(PageEnd(request));
  const std::size_t skipped = std::min(request.offset, matches.size());
  matches.erase(matches.begin(),
                matches.begin() + static_cast<std::ptrdiff_t>(skipped));
}

}  // namespace

Searcher::Searcher(const OpenIndex& index) : index_(index) {}

Result<SearchAnswer> Searcher::Search(const Node& tree,
                                      const SearchRequest& request) {
  for (;;) {
    try {
      return SearchOnce(tree, request);
    } catch (const PartIsGone&) {
      if (!request.visitors.empty()) throw;
    }
  }
}

Hidden Searcher::HiddenIn(const Node& tree) const {
  return hidden_in_parts_ == Hidden::kShown ? Hidden::kShown : HiddenFor(tree);
}

Result<SearchAnswer> Searcher::SearchOnce(const Node& tree,
                                          const SearchRequest& request) {
  return Flattened(GuardXapian(
      "searching " + index_.directory(), [&]() -> Result<SearchAnswer> {
        SearchAnswer answer;
        answer.hidden = HiddenIn(tree);
        Analyser analyser;
        std::vector<CountedShare> shares;
        if (remote_parts_ != nullptr) {
          if (auto error = remote_parts_->NothingLeft())
            return *std::move(error);
          ASSIGN_OR_RETURN(shares,
                           remote_parts_->Gather(tree, WishOf(request, answer),
                                                 analyser, answer.problems));
          if (!answer.problems.empty()) return answer;
        }
        const SearchContext context(index_, remote_parts_, &days_);
        Plan plan = MakePlan(tree, context, analyser, answer.problems);
        if (!answer.problems.empty()) return answer;
        Collector collector(index_, request.order, EnoughFor(request),
                            request.facets);
        collector.TreatHidden(answer.hidden);
        collector.ShowTo(request.visitors);
        collector.Restrict(selection_);
        if (request.fold_copies) collector.FoldCopies(*request.fold_copies);
        if (auto problem = Walk(plan, context, shares, collector)) {
          problem->span = tree.span;
          answer.problems.push_back(*std::move(problem));
          return answer;
        }
        answer.total = collector.total();
        answer.groups = collector.group_count();
        answer.facets = collector.TakeFacets(request.facet_rows);
        answer.matches = collector.TakeMatches();
        if (Reranks(request))
          answer.feedback =
              Rerank(request.ranking, plan, context, answer.matches);
        CutPage(request, answer.matches);
        answer.marks = std::move(plan.marks);
        return answer;
      }));
}

RemoteWish Searcher::WishOf(const SearchRequest& request,
                            const SearchAnswer& answer) const {
  return {.order = request.order,
          .page_end = request.limit == 0 ? 0 : PageEnd(request),
          .facets = request.facets,
          .visitors = request.visitors,
          .hidden = answer.hidden,
          .needs_each = selection_ != nullptr || request.fold_copies};
}

// Every segment, but those of which a server has counted its share.  Yields
// why one article was too much.
std::optional<Diagnostic> Searcher::Walk(
    const Plan& plan, const SearchContext& context,
    const std::vector<CountedShare>& shares, Collector& collector) const {
  CursorMaker maker(plan, context);
  for (std::size_t i = 0; i < index_.segments().size(); ++i) {
    const auto share = std::find_if(
        shares.begin(), shares.end(),
        [i](const CountedShare& counted) { return counted.segment == i; });
    if (share != shares.end()) {
      collector.Add(*share);
    } else if (!index_.IsLeftOut(i)) {
      const CursorPtr cursor = maker.Make(plan.root, i);
      collector.Collect(i, *cursor);
    }
  }
  const auto& place = maker.gave_up_at();
  if (!place) return std::nullopt;
  const Columns& columns = index_.segments()[place->segment].columns();
  Error error = TooManyPlacements(PlacementStepsFor(index_.live_articles()),
                                  columns.IdOf(place->doc));
  return Diagnostic{std::move(error.message), {}, {}, std::move(error.hint)};
}

Status Searcher::TakeEverything(Hidden hidden, MatchVisitor& visitor) const {
  archive::TakeEverything(index_, hidden, visitor);
  if (remote_parts_ == nullptr) return Ok();
  return remote_parts_->TakeEverything(hidden, visitor);
}

void Searcher::AskForPartsOf(const Node& whole) {
  hidden_in_parts_ = HiddenFor(whole);
}

Hidden HiddenFor(const Node& tree) {
  if (tree.field_id == FieldId::kStatus) return Hidden::kShown;
  const std::vector<Node>* const operands = OperandsOf(tree);
  const bool is_any =
      operands != nullptr &&
      std::any_of(operands->begin(), operands->end(), [](const Node& part) {
        return HiddenFor(part) == Hidden::kShown;
      });
  return is_any ? Hidden::kShown : Hidden::kLeftOut;
}

Result<std::uint64_t> Searcher::Count(const Node& tree) {
  SearchRequest request;
  request.limit = 0;
  request.order = SortOrder::kNewest;
  ASSIGN_OR_RETURN(const SearchAnswer answer, Search(tree, request));
  if (!answer.problems.empty())
    return Error{ErrorCode::kQuery, answer.problems.front().message};
  return answer.total;
}

Result<StoredRecord> Searcher::RecordOf(const Match& match) const {
  ASSIGN_OR_RETURN(const std::string bytes,
                   index_.segments()[match.segment].RecordBytes(match.doc));
  return DecodeRecord(bytes);
}

Result<std::optional<Match>> Searcher::FindById(const std::string& id) const {
  for (bool is_whole = remote_parts_ == nullptr; !is_whole;) {
    try {
      RETURN_IF_ERROR(remote_parts_->FetchById(id));
      is_whole = true;
    } catch (const PartIsGone&) {
      is_whole = false;  // again, without it
    }
  }
  return FindArticle(index_, id);
}

}  // namespace archive
