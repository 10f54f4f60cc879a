// Exact counts from a server that still holds articles which are removed or
// hidden: what it says, less what the same question finds among those.
#ifndef ARCHIVE_QUERY_MATCHING_REMOTE_COUNTS_H_
#define ARCHIVE_QUERY_MATCHING_REMOTE_COUNTS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/open_index.h"
#include "common/index/record_analysis.h"
#include "common/index/word_table.h"
#include "query/matching/remote_server.h"

namespace archive {

// Lives: no longer than the server.  Threads: none.  Throws RemoteFailure.
class RemoteCounts {
 public:
  explicit RemoteCounts(const RemoteServer& server) : server_(server) {}

  // How many articles must be fetched once before anything can be counted.
  std::size_t GoneArticles(Hidden hidden) const;

  // Living articles; hidden ones only with Hidden::kShown.
  std::uint64_t Count(const Xapian::Query& query, Hidden hidden);
  std::uint64_t CountTerm(const std::string& term, Hidden hidden);
  std::vector<PackedCounts> CountValues(const Xapian::Query& query,
                                        const std::vector<Slot>& slots,
                                        Hidden hidden);

 private:
  // Databases in memory, of the articles that do not count; nullptr for none.
  using Databases = std::vector<const Xapian::Database*>;
  Databases Gone(Hidden hidden);
  void Add(Xapian::docid doc, Xapian::WritableDatabase& database);

  const RemoteServer& server_;
  std::optional<Xapian::WritableDatabase> removed_;
  std::optional<Xapian::WritableDatabase> hidden_;
  RecordTools tools_;
  WordTable table_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_REMOTE_COUNTS_H_
