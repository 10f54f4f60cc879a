// A stock xapian-tcpsrv that serves a published index, as far as it can be
// asked: a border to Xapian.
//
// What the server holds are terms, values and records; files beside the
// databases do not go over the wire.  What it leaves to others: what is to be
// asked (remote_query.h), what becomes of the answers (remote_parts.h).
//
// Memory: an answer that is read is bounded by what is asked for, but for lists
// of terms and single messages, which Xapian takes in as they come.
#ifndef ARCHIVE_QUERY_MATCHING_REMOTE_SERVER_H_
#define ARCHIVE_QUERY_MATCHING_REMOTE_SERVER_H_

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/index/generation.h"
#include "common/index/packed_record.h"
#include "common/index/schema.h"
#include "common/index/served_facts.h"
#include "common/result.h"
#include "query/matching/remote_address.h"

namespace archive {

// Thrown where a server does not answer, or answers what makes no sense;
// RemoteParts is where it ends.
struct RemoteFailure {
  std::string why;  // "did not answer within 10 seconds"
};

struct ServedMatches {
  std::uint64_t count = 0;
  std::vector<Xapian::docid> docs;  // as many as were asked for
};

// How often each value stands in a slot, several of one article packed.
using PackedCounts = std::map<std::string, std::uint64_t>;

enum class ServedOrder : std::uint8_t { kAny, kNewest, kOldest };

// Articles that the server still holds, or that are not to be shown.
using GoneArticles = std::unordered_set<Xapian::docid>;

// Threads: none.  All but Open throw RemoteFailure.
class RemoteServer {
 public:
  // Connects, waiting for any answer so many seconds, now and later.  Fails
  // (kNotFound, kSchemaMismatch, kIndexDamaged) when it serves something else
  // than one published index.  Throws RemoteFailure.
  static Result<RemoteServer> Open(RemoteAddress address, int timeout);

  const RemoteAddress& address() const { return address_; }
  GenerationNumber generation() const { return generation_; }
  const OwnerId& index_id() const { return index_id_; }
  const ServedFacts& facts() const { return facts_; }
  const GoneArticles& removed() const { return removed_; }
  // Those hidden now; none of them is removed.
  const std::unordered_map<Xapian::docid, WhyHidden>& hidden() const {
    return hidden_;
  }

  // Removed and hidden articles count in all of these.
  ServedMatches Find(const Xapian::Query& query, std::size_t most,
                     ServedOrder order = ServedOrder::kAny) const;
  std::vector<PackedCounts> CountValues(const Xapian::Query& query,
                                        const std::vector<Slot>& slots) const;
  std::uint64_t ArticlesWithTerm(const std::string& term) const;
  // Every term that begins so, in order, and its articles.
  void EachTerm(
      const std::string& prefix,
      const std::function<void(std::string_view, std::uint64_t)>& take) const;
  // The record of an article.
  std::string Fetch(Xapian::docid doc) const;

 private:
  template <typename Fn>
  auto Ask(const Fn& fn) const;
  std::string Unpacked(std::string data) const;
  std::optional<Error> ReadFacts();
  Xapian::docid DocOf(const CopyPlace& place) const;

  RemoteAddress address_;
  int timeout_ = 0;
  Xapian::Database database_;
  GenerationNumber generation_ = 0;
  OwnerId index_id_ = {};
  ServedFacts facts_;
  mutable RecordDictionaries dictionaries_;  // as far as they were asked for
  GoneArticles removed_;
  std::unordered_map<Xapian::docid, WhyHidden> hidden_;
};

// What a database says, wherever it lies.  What Xapian throws passes through.
ServedMatches FindIn(const Xapian::Database& database,
                     const Xapian::Query& query, std::size_t most,
                     ServedOrder order);
std::vector<PackedCounts> CountValuesIn(const Xapian::Database& database,
                                        const Xapian::Query& query,
                                        const std::vector<Slot>& slots);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_REMOTE_SERVER_H_
