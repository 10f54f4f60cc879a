// Matching articles → what a page needs: the best of them, the exact total,
// facets, in one walk.
#ifndef ARCHIVE_QUERY_MATCHING_COLLECTOR_H_
#define ARCHIVE_QUERY_MATCHING_COLLECTOR_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/dates/day.h"
#include "common/index/open_index.h"
#include "common/index/schema.h"
#include "query/matching/article_selection.h"
#include "query/matching/cursor.h"
#include "query/matching/facet_tally.h"
#include "query/matching/match.h"
#include "query/matching/match_batch.h"
#include "query/matching/match_visitor.h"
#include "query/matching/near_copies.h"

namespace archive {

enum class SortOrder : std::uint8_t {
  kRelevance,
  kNewest,
  kOldest,
  kAdded,   // what came to the index last, first
  kSource,  // by its name, as facets fold it; articles without one last
};

inline constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

// The order of articles found; of equals the later first, then the greater id,
// then that of the segment in front.
bool ComesBefore(const OpenIndex& index, SortOrder order, const Match& a,
                 const Match& b);

struct FacetCounts {
  FieldId field = FieldId::kSource;
  std::vector<FacetRow> rows;  // as many as were asked for
  std::size_t values = 0;      // how many there are
};

// What a server counted of its part, which is then not walked here.
struct CountedShare {
  std::size_t segment = 0;  // that holds what is fetched of it
  std::uint64_t total = 0;
  // For each facet asked for: articles by value as written.
  std::vector<std::map<std::string, std::uint64_t>> facets;
  std::map<std::optional<Day>, std::uint64_t> days;  // none: undated
  std::vector<DocId> page;                           // its best articles
};

// Threads: none.  Lives: no longer than the index.
class Collector {
 public:
  // Keeps the `enough` best articles in the given order.
  Collector(const OpenIndex& index, SortOrder order, std::size_t enough,
            std::vector<FieldId> facets);

  // Each is shown every article that is collected; they must outlive this.
  void ShowTo(std::vector<MatchVisitor*> visitors) {
    visitors_ = std::move(visitors);
  }

  // Hidden articles are left out unless this says otherwise.
  void TreatHidden(Hidden hidden) { hidden_ = hidden; }

  // Articles outside are not collected; nullptr: all are.
  void Restrict(const ArticleSelection* selection) { selection_ = selection; }

  // Of near-copies one is kept, see CopyFolder.  Counts, facets and visitors
  // have all of them as before.
  void FoldCopies(CopyLevel level) { folder_.emplace(index_, level); }

  // Takes every live article of one segment.
  void Collect(std::size_t segment, Cursor& cursor);

  // Takes what a server has counted; nothing of it scores.
  void Add(const CountedShare& share);

  std::uint64_t total() const { return total_; }
  // The same with near-copies counted as one; total() unless they are folded.
  std::uint64_t group_count() const {
    return folder_ ? alone_ + folder_->group_count() : total_;
  }
  // The best articles, best first.
  std::vector<Match> TakeMatches();
  // No more than `rows` of each, see FacetTally.
  // Once: what was collected is added up over the segments here, field beside
  // field, on as many threads where there are many values.
  std::vector<FacetCounts> TakeFacets(std::size_t rows);

 private:
  struct FacetOfSegment {
    const CountedNames* names;
    std::vector<std::uint64_t> articles;  // by what they count as
  };

  // With what the order asks for first, behind the score; fetched once.
  struct Kept {
    Kept(std::size_t segment, DocId doc, double score, Instant key_of_doc)
        : match{segment, doc, score}, key(key_of_doc) {}

    Match match;
    Instant key;  // the greater first; what is equal needs a closer look
  };

  double LeastScore() const;
  void TakeBatch(std::size_t segment, const MatchBatch& batch,
                 std::vector<FacetOfSegment>& facets);
  Instant KeyOf(const Columns& columns, DocId doc) const;
  int CompareKeys(const Kept& a, const Kept& b) const;
  bool IsFirstOfEquals(const Kept& a, std::string_view a_id, const Kept& b,
                       std::string_view b_id) const;
  bool IsBefore(const Kept& a, const Kept& b) const;
  bool IsGood(const Columns& columns, const Kept& kept) const;
  // The parts of a match: one that was written in parts just now and is copied
  // as a whole waits for its memory, a third of the time of a walk.
  void Keep(const Columns& columns, std::size_t segment, DocId doc,
            double score);
  void DropTheRest();
  void DropTies();
  FacetCounts AddUp(std::size_t field, std::size_t rows);

  const OpenIndex& index_;
  SortOrder order_;
  std::size_t enough_;
  std::vector<FieldId> facet_fields_;
  std::vector<MatchVisitor*> visitors_;
  const ArticleSelection* selection_ = nullptr;
  Hidden hidden_ = Hidden::kLeftOut;
  std::vector<Kept> kept_;  // the best, and more
  std::size_t full_;        // so many are kept before the worst are dropped
  // The last of the best when the worst were dropped last, with its id.
  std::optional<Kept> last_;
  std::string_view last_id_;
  // Whether what equals it but for its id is among them.
  bool ties_are_decided_ = false;
  std::uint64_t total_ = 0;
  std::optional<CopyFolder> folder_;
  std::uint64_t alone_ = 0;                           // articles without copies
  std::vector<std::vector<FacetOfSegment>> counted_;  // by segment, by field
  std::vector<FacetTally> facets_;                    // by field
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_COLLECTOR_H_
