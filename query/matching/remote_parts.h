// The indexes on other machines that are searched with those here: what a query
// needs of them is fetched before it is walked, or counted there.
//
// A part becomes, for a query, a small segment of the articles that may match;
// what was fetched once stays.  Where the server can tell exactly which
// articles match and nobody asks for their scores, it counts, and of its
// articles only those of the page are fetched.
//
// A part that fails is left out from then on, and named.
#ifndef ARCHIVE_QUERY_MATCHING_REMOTE_PARTS_H_
#define ARCHIVE_QUERY_MATCHING_REMOTE_PARTS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/index/open_index.h"
#include "common/result.h"
#include "common/text/analyser.h"
#include "query/language/ast.h"
#include "query/language/diagnostics.h"
#include "query/matching/collector.h"
#include "query/matching/leaf_words.h"
#include "query/matching/remote_address.h"

namespace archive {

inline constexpr int kUsualTimeout = 10;                  // seconds
inline constexpr std::size_t kUsualRemoteLimit = 10'000;  // articles

struct RemoteOptions {
  int timeout = kUsualTimeout;  // seconds, for each answer
  // Of a part, the most candidates of a query that are fetched.
  std::size_t limit = kUsualRemoteLimit;
};

// Thrown when a part has failed: what was begun is to be begun anew, without
// it.  It has been left out and noted by then.
struct PartIsGone {};

// What is wanted of the articles that match.
struct RemoteWish {
  SortOrder order = SortOrder::kRelevance;
  std::size_t page_end = 0;  // so many are shown, the best first
  std::vector<FieldId> facets;
  std::vector<MatchVisitor*> visitors = {};
  Hidden hidden = Hidden::kLeftOut;
  bool needs_each = false;  // every article must be looked at here
};

// Threads: none.  Lives: no longer than the index.
class RemoteParts {
 public:
  // Adds them to the index, in their order.  What does not answer is missing;
  // fails (kUnreachable) when that is everything there is to search, and
  // (kNotFound, kSchemaMismatch, kIndexDamaged) when one serves no index.
  static Result<std::unique_ptr<RemoteParts>> Open(
      const std::vector<RemoteAddress>& addresses, const RemoteOptions& options,
      OpenIndex& index);
  ~RemoteParts();
  RemoteParts(const RemoteParts&) = delete;
  RemoteParts& operator=(const RemoteParts&) = delete;

  // Sees to it that of each part either all articles of the tree that may match
  // are here, or its share, which was counted there.  `problems` says what
  // cannot be asked.  Fails: kIo, kInternal.  Throws PartIsGone.
  // REQUIRES: `tree` is resolved.
  Result<std::vector<CountedShare>> Gather(const Node& tree,
                                           const RemoteWish& wish,
                                           Analyser& analyser,
                                           std::vector<Diagnostic>& problems);
  // Fetches the articles that have the id.  Fails: as Gather.  Throws
  // PartIsGone.
  Status FetchById(const std::string& id);

  // Living articles of a part that have a word.  Throws PartIsGone.
  // REQUIRES: index.IsDistant(segment), as below.
  std::uint64_t ArticlesWith(std::size_t segment, const FieldWord& word);
  // Those in which a word of this stem stands; see RemoteWords.
  std::uint64_t ArticlesOfStem(std::size_t segment, const std::string& rules,
                               const std::string& stem);

  // Hands every living article of all parts to the visitor, or its day where
  // that is all it takes.  Fails (kQuery) when there are too many.  Throws
  // PartIsGone.
  Status TakeEverything(Hidden hidden, MatchVisitor& visitor);

  // Why there is nothing to search, when every part is missing and no index
  // lies here.
  std::optional<Error> NothingLeft() const;

  // In the order in which they failed.
  const std::vector<MissingPart>& missing() const { return missing_; }

 private:
  struct Part;
  explicit RemoteParts(const RemoteOptions& options, OpenIndex& index);

  // Runs fn; a part that fails is left out, and PartIsGone thrown.
  template <typename Fn>
  auto Ask(Part& part, const Fn& fn);
  Part& PartAt(std::size_t segment);
  Status Fetch(Part& part, const std::vector<std::uint32_t>& docs);
  Result<std::optional<CountedShare>> GatherFrom(
      Part& part, const Node& tree, const RemoteWish& wish, Analyser& analyser,
      std::vector<Diagnostic>& problems);
  Diagnostic TooMany(const Part& part, std::uint64_t candidates,
                     const Node& tree, bool can_be_sorted) const;

  const RemoteOptions options_;
  OpenIndex& index_;
  std::vector<std::unique_ptr<Part>> parts_;
  std::vector<MissingPart> missing_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_REMOTE_PARTS_H_
