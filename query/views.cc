#include "query/views.h"

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "common/text/counts.h"
#include "query/language/characters.h"
#include "query/language/written_form.h"
#include "query/matching/coverage.h"
#include "query/matching/distinctive.h"
#include "query/matching/occurrence_counter.h"
#include "query/matching/similar.h"
#include "query/matching/timeline.h"
#include "query/output/concordance.h"
#include "query/output/coverage_table.h"
#include "query/output/distinctive_table.h"
#include "query/output/facet_table.h"
#include "query/output/timeline_table.h"

namespace archive {
namespace {

// An answer, and what was counted in the same walk.
struct CountedQuery {
  Asked asked;
  std::unique_ptr<OccurrenceCounter> occurrences = nullptr;
  std::unique_ptr<DateTally> dates = nullptr;
  std::unique_ptr<CoverageTally> coverage = nullptr;
  std::unique_ptr<ValueTally> values = nullptr;
  std::unique_ptr<WordTally> words = nullptr;

  std::vector<MatchVisitor*> Visitors() const {
    std::vector<MatchVisitor*> visitors;
    for (MatchVisitor* const visitor : std::initializer_list<MatchVisitor*>{
             dates.get(), coverage.get(), values.get(), words.get()}) {
      if (visitor != nullptr) visitors.push_back(visitor);
    }
    return visitors;
  }
};

// Both queries, and where their numbers come from.
struct Counts {
  Session& session;
  CountedQuery& first;
  const CountedQuery* second = nullptr;
  Envelope envelope = {};
};

bool HoldsDates(const Node& node, FieldId field) {
  if (std::holds_alternative<DateRange>(node.kind) ||
      std::holds_alternative<DayOfYear>(node.kind))
    return node.field_id == field;
  const std::vector<Node>* const operands = OperandsOf(node);
  return operands != nullptr && std::any_of(operands->begin(), operands->end(),
                                            [field](const Node& part) {
                                              return HoldsDates(part, field);
                                            });
}

// Makes what is to see every article of the query.
Status AddTimelineCounts(const Session& session, const TimelineRequest& wanted,
                         CountedQuery& counted) {
  if (wanted.measure == TimelineMeasure::kOccurrences) {
    CountablePart part = FindCountablePart(counted.asked.read.tree);
    if (part.problem) {
      counted.asked.mistakes.push_back(*std::move(part.problem));
      return Ok();
    }
    ASSIGN_OR_RETURN(counted.occurrences,
                     MakeOccurrenceCounter(session.index(), *part.node));
  }
  counted.dates = std::make_unique<DateTally>(
      session.index(), counted.occurrences.get(), wanted.dates);
  return Ok();
}

void AddTallies(const Session& session, CountedQuery& counted) {
  const ViewOptions& views = session.options().views;
  const OpenIndex& index = session.index();
  if (views.coverage == CoverageWish::kShown)
    counted.coverage = std::make_unique<CoverageTally>(index);
  if (!views.distinctive) return;
  if (views.distinctive->field) {
    counted.values =
        std::make_unique<ValueTally>(index, *views.distinctive->field);
  } else {
    counted.words = std::make_unique<WordTally>(index);
  }
}

Result<CountedQuery> AskCounted(Session& session, std::string_view text,
                                SearchRequest request) {
  CountedQuery counted = {.asked = session.Read(text)};
  const ViewOptions& views = session.options().views;
  if (counted.asked.mistakes.empty() && views.timeline) {
    RETURN_IF_ERROR(AddTimelineCounts(session, *views.timeline, counted));
  }
  if (!counted.asked.mistakes.empty()) return counted;
  AddTallies(session, counted);
  request.visitors = counted.Visitors();
  RETURN_IF_ERROR(session.Answer(counted.asked, request));
  if (views.lines && counted.asked.mistakes.empty() &&
      counted.asked.answer.marks.empty())
    counted.asked.mistakes.push_back(
        {"there is no word whose lines could be shown",
         counted.asked.read.tree.span,
         {},
         "--kwic shows words, phrases, wildcards and distances in their "
         "lines"});
  if (counted.occurrences && counted.occurrences->gave_up())
    return *counted.occurrences->gave_up();
  return counted;
}

Result<Table> TimelineTable(const Counts& counts) {
  const QueryOptions& options = counts.session.options();
  const TimelineRequest& wanted = *options.views.timeline;
  const OpenIndex& index = counts.session.index();
  const SearchAnswer& answer = counts.first.asked.answer;
  DateTally all(index, nullptr, wanted.dates);
  // What was found may be all that there is.
  const bool is_all = answer.total == index.articles(answer.hidden) &&
                      counts.first.occurrences == nullptr &&
                      std::none_of(index.parts().begin(), index.parts().end(),
                                   [](const OpenPart& part) {
                                     return part.distant.has_value();
                                   });
  if (!is_all)
    RETURN_IF_ERROR(
        counts.session.searcher().TakeEverything(answer.hidden, all));
  TimelineSources sources = {.found = *counts.first.dates,
                             .all = is_all ? *counts.first.dates : all};
  TimelineLook look = {.measure = wanted.measure,
                       .length = wanted.length,
                       .dates = wanted.dates};
  const bool is_dated =
      HoldsDates(counts.first.asked.read.tree,
                 wanted.dates == TalliedDates::kMentions ? FieldId::kMentions
                                                         : FieldId::kDate);
  if (is_dated) look.reach = TimelineReach::kFound;
  if (counts.second != nullptr) {
    sources.compared = counts.second->dates.get();
    look.compared_query = counts.second->asked.text;
    look.compared_total = counts.second->asked.answer.total;
  }
  const std::optional<Timeline> timeline = MakeTimeline(sources, wanted.unit);
  if (!timeline)
    return Error{ErrorCode::kUsage,
                 fmt::format("this timeline would have more than {} bars",
                             WithCommas(kMostBars)),
                 "--timeline=month, or --timeline=year"};
  return MakeTimelineTable(*timeline, look, counts.envelope);
}

// Whether a word is one of those that the query asked for; asked in every
// language of the index.
WordTest AskedForTest(const OpenIndex& index,
                      const std::vector<PositionTree>& marks) {
  std::set<std::string, std::less<>> languages;
  for (const Segment& segment : index.segments()) {
    for (std::size_t i = 0; i < segment.vocabulary().language_count(); ++i)
      languages.emplace(segment.vocabulary().LanguageAt(i));
  }
  return [languages, specs = JoinTrees(marks).specs,
          acceptor = std::make_shared<WordAcceptor>()](std::string_view word) {
    return std::any_of(specs.begin(), specs.end(), [&](const WordSpec& spec) {
      return std::any_of(languages.begin(), languages.end(),
                         [&](const std::string& language) {
                           return acceptor->Accepts(spec, word, language);
                         });
    });
  };
}

Table DistinctiveTable(const Counts& counts) {
  const OpenIndex& index = counts.session.index();
  const DistinctiveRequest& wanted =
      *counts.session.options().views.distinctive;
  const SearchAnswer& answer = counts.first.asked.answer;
  const ArticleTotals totals = {.found = answer.total,
                                .all = index.articles(answer.hidden)};
  if (!wanted.field) {
    return MakeDistinctiveTable(
        DistinctiveWords(WordStatistics(index, answer.hidden),
                         *counts.first.words, totals,
                         AskedForTest(index, answer.marks)),
        totals, "word", counts.envelope);
  }
  ValueTally all(index, *wanted.field);
  TakeEverything(index, answer.hidden, all);
  return MakeDistinctiveTable(
      DistinctiveValues(*counts.first.values, all, totals), totals,
      FieldFor(*wanted.field).name, counts.envelope);
}

void AddFacets(const Counts& counts, std::vector<Table>& tables) {
  const QueryOptions& options = counts.session.options();
  const std::vector<FacetCounts>& facets = counts.first.asked.answer.facets;
  for (std::size_t i = 0; i < facets.size(); ++i) {
    const FacetChoice choice = {.limit = options.facets[i].limit,
                                .filter = options.views.facet_filter,
                                .compared_query = options.views.compare};
    tables.push_back(counts.second == nullptr
                         ? MakeFacetTable(facets[i], choice, counts.envelope)
                         : MakeFacetTable(facets[i],
                                          counts.second->asked.answer.facets[i],
                                          choice, counts.envelope));
  }
}

Result<std::vector<Table>> TablesOf(const Counts& counts) {
  const ViewOptions& views = counts.session.options().views;
  std::vector<Table> tables;
  if (views.timeline) {
    ASSIGN_OR_RETURN(Table timeline, TimelineTable(counts));
    tables.push_back(std::move(timeline));
  }
  if (counts.first.coverage)
    tables.push_back(
        MakeCoverageTable(counts.first.coverage->Sources(), counts.envelope));
  if (views.distinctive) tables.push_back(DistinctiveTable(counts));
  if (views.lines)
    tables.push_back(MakeConcordanceTable(
        counts.session.index(), counts.first.asked.answer, *views.lines));
  AddFacets(counts, tables);
  return tables;
}

Result<Asked> AskOnce(Session& session, std::string_view text) {
  const SearchRequest request = session.Request();
  ASSIGN_OR_RETURN(CountedQuery first, AskCounted(session, text, request));
  if (!first.asked.mistakes.empty()) return std::move(first.asked);
  Counts counts = {.session = session, .first = first};
  std::optional<CountedQuery> second;
  if (const std::string& compare = session.options().views.compare;
      !compare.empty()) {
    ASSIGN_OR_RETURN(second, AskCounted(session, compare,
                                        {.order = SortOrder::kNewest,
                                         .limit = 0,
                                         .facets = request.facets}));
    if (!second->asked.mistakes.empty()) return std::move(second->asked);
    counts.second = &*second;
  }
  counts.envelope = session.EnvelopeOf(first.asked);
  ASSIGN_OR_RETURN(first.asked.tables, TablesOf(counts));
  return std::move(first.asked);
}

}  // namespace

Result<Asked> AskWithViews(Session& session, std::string_view text) {
  for (;;) {
    try {
      return AskOnce(session, text);
    } catch (const PartIsGone&) {
      continue;  // what was counted by then is counted anew, without it
    }
  }
}

Result<std::string> QueryForSimilar(const OpenIndex& index,
                                    const Match& article,
                                    std::string_view query) {
  const std::string id(
      index.segments()[article.segment].columns().IdOf(article.doc));
  const std::vector<std::string> words = TellingWords(index, article);
  if (words.empty())
    return Error{ErrorCode::kUsage,
                 fmt::format("{} has no word that another article has", id)};
  const std::string like = ToQueryText(LikeThese(words, id));
  return IsBlank(query) ? like : fmt::format("{} AND ({})", like, query);
}

}  // namespace archive
