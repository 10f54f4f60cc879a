// A resolved query → what matches: the front of this room.
#ifndef ARCHIVE_QUERY_MATCHING_SEARCHER_H_
#define ARCHIVE_QUERY_MATCHING_SEARCHER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/copies.h"
#include "common/index/open_index.h"
#include "common/index/stored_record.h"
#include "common/result.h"
#include "query/language/ast.h"
#include "query/language/diagnostics.h"
#include "query/matching/article_selection.h"
#include "query/matching/collector.h"
#include "query/matching/day_zones.h"
#include "query/matching/plan.h"
#include "query/matching/remote_parts.h"
#include "query/matching/reranker.h"

namespace archive {

struct SearchContext;

struct SearchRequest {
  SortOrder order = SortOrder::kRelevance;
  std::size_t offset = 0;
  std::size_t limit = 10;  // kNoLimit: all
  std::vector<FieldId> facets;
  std::size_t facet_rows = kNoLimit;         // so many of each
  std::vector<MatchVisitor*> visitors = {};  // see every article found
  Ranking ranking = Ranking::kPlain;         // by relevance: how that is told
  // Of near-copies that are so much alike one is on the page.
  std::optional<CopyLevel> fold_copies = {};
};

struct SearchAnswer {
  std::uint64_t total = 0;           // articles; exact, always
  Hidden hidden = Hidden::kLeftOut;  // what became of those that are hidden
  std::uint64_t groups = 0;          // near-copies counted as one, where folded
  std::vector<Match> matches;        // the page
  std::vector<FacetCounts> facets;
  std::vector<FeedbackWord> feedback;  // what re-ranked, the heaviest first
  // Why the query could not be answered; then nothing else is filled in.
  std::vector<Diagnostic> problems;
  std::vector<PositionTree> marks;  // see Plan::marks
};

// Lives: no longer than the index.  Threads: none.
class Searcher {
 public:
  explicit Searcher(const OpenIndex& index);

  // From now on only these are found; they must outlive the searcher.
  void Restrict(const ArticleSelection& selection) { selection_ = &selection; }

  // From now on these are searched with the index, to which they belong; they
  // must outlive the searcher.
  void AskAlso(RemoteParts& remote_parts) { remote_parts_ = &remote_parts; }

  // `tree` is resolved.  Fails: kIo, kIndexDamaged, kUnreachable.  A part on
  // another machine that fails is left out; where visitors may have seen
  // something by then, PartIsGone is thrown.
  Result<SearchAnswer> Search(const Node& tree, const SearchRequest& request);

  // What is searched for from now on is a part of this query: it shows hidden
  // articles where the whole does.
  void AskForPartsOf(const Node& whole);

  // The number of articles of `tree`; the parts of an AND or OR at its root
  // can be asked for one by one.
  Result<std::uint64_t> Count(const Node& tree);

  // Hands every living article to the visitor, or those not hidden.  Fails and
  // throws as RemoteParts::TakeEverything.
  Status TakeEverything(Hidden hidden, MatchVisitor& visitor) const;

  // The stored record of a match.  Fails: kIndexDamaged.
  Result<StoredRecord> RecordOf(const Match& match) const;

  // The article with this id, if there is one.
  Result<std::optional<Match>> FindById(const std::string& id) const;

 private:
  Result<SearchAnswer> SearchOnce(const Node& tree,
                                  const SearchRequest& request);
  Hidden HiddenIn(const Node& tree) const;
  RemoteWish WishOf(const SearchRequest& request,
                    const SearchAnswer& answer) const;
  std::optional<Diagnostic> Walk(const Plan& plan, const SearchContext& context,
                                 const std::vector<CountedShare>& shares,
                                 Collector& collector) const;

  const OpenIndex& index_;
  DaysOfIndex days_;
  RemoteParts* remote_parts_ = nullptr;
  const ArticleSelection* selection_ = nullptr;  // all
  Hidden hidden_in_parts_ = Hidden::kLeftOut;
};

// Whether a resolved query shows what is killed, superseded or embargoed: where
// it asks for a status, whichever.
Hidden HiddenFor(const Node& tree);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_SEARCHER_H_
