#include "query/matching/remote_server.h"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <ctime>
#include <deque>
#include <new>
#include <stdexcept>

#include <fmt/format.h>

#include "common/clock.h"
#include "common/index/served_dictionary.h"
#include "common/text/counts.h"

namespace archive {
namespace {

constexpr int kMilliseconds = 1000;

// Who writes to a server that is gone gets a signal that would end the program.
class BrokenPipesHeld {
 public:
  BrokenPipesHeld() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    sigset_t pending;
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~BrokenPipesHeld() {
    const timespec at_once = {};
    if (!was_pending_) sigtimedwait(&pipe_, nullptr, &at_once);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  BrokenPipesHeld(const BrokenPipesHeld&) = delete;
  BrokenPipesHeld& operator=(const BrokenPipesHeld&) = delete;

 private:
  sigset_t pipe_ = {};
  sigset_t before_ = {};
  bool was_pending_ = false;
};

std::string Unanswered(int timeout) {
  return fmt::format("did not answer within {}",
                     Counted(static_cast<std::uint64_t>(timeout), "second"));
}

// What became of the server, in words.  REQUIRES: called from a catch block.
std::string WhyGone(int timeout) {
  try {
    throw;
  } catch (const Xapian::NetworkTimeoutError&) {
    return Unanswered(timeout);
  } catch (const Xapian::NetworkError& e) {
    std::string why = fmt::format("cannot be reached: {}", e.get_msg());
    if (const char* const system = e.get_error_string())
      why += fmt::format(" ({})", system);
    return why;
  } catch (const Xapian::Error& e) {
    return fmt::format("answers what makes no sense: {}", e.get_msg());
  } catch (const std::bad_alloc&) {
    return "answers more than there is memory for";
  } catch (const std::exception& e) {
    return fmt::format("answers what makes no sense: {}", e.what());
  }
}

bool ReadId(std::string_view text, OwnerId& id) {
  constexpr int kHexadecimal = 16;
  if (text.size() != 2 * id.size()) return false;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const char* const begin = text.data() + 2 * i;
    if (std::from_chars(begin, begin + 2, id[i], kHexadecimal).ptr != begin + 2)
      return false;
  }
  return true;
}

void SetOrder(Xapian::Enquire& enquire, ServedOrder order) {
  if (order == ServedOrder::kAny) return;
  enquire.set_sort_by_value(kSortSlot, order == ServedOrder::kNewest);
}

}  // namespace

template <typename Fn>
auto RemoteServer::Ask(const Fn& fn) const {
  const BrokenPipesHeld held;
  try {
    return fn();
  } catch (...) {
    throw RemoteFailure{WhyGone(timeout_)};
  }
}

Result<RemoteServer> RemoteServer::Open(RemoteAddress address, int timeout) {
  RemoteServer server;
  server.address_ = std::move(address);
  server.timeout_ = timeout;
  const auto wait = static_cast<unsigned>(timeout) * kMilliseconds;
  server.database_ = server.Ask([&] {
    return Xapian::Remote::open(server.address_.host, server.address_.port,
                                wait, wait);
  });
  if (const auto error = server.Ask([&] { return server.ReadFacts(); }))
    return *error;
  return server;
}

std::optional<Error> RemoteServer::ReadFacts() {
  const auto metadata = [this](std::string_view key) {
    return database_.get_metadata(std::string(key));
  };
  const std::string& name = address_.text;
  const std::string id = metadata(kServedId);
  if (!ReadId(id, index_id_))
    return Error{ErrorCode::kNotFound,
                 name + " serves no index of archive-index",
                 "xapian-tcpsrv --port PORT DIR serves one index directory"};
  if (metadata(kServedSchema) != std::to_string(kSchemaVersion))
    return Error{ErrorCode::kSchemaMismatch,
                 name + " serves an index of another version",
                 "build it anew there with archive-index build --fresh"};
  const std::string served = metadata(kServedFacts);
  if (served.empty())
    return Error{ErrorCode::kSchemaMismatch,
                 name +
                     " serves an index that does not say which of its "
                     "articles are hidden: an earlier version published it",
                 "publish it anew there with archive-index build --fresh"};
  const std::string number = metadata(kServedGeneration);
  std::from_chars(number.data(), number.data() + number.size(), generation_);
  Result<ServedFacts> facts = ReadServedFacts(served, metadata(kServedRemoved),
                                              metadata(kServedHidden));
  if (!facts)
    return Error{facts.error().code, name + ": " + facts.error().message};
  facts_ = *std::move(facts);
  if (database_.get_doccount() != facts_.articles + facts_.removed.size())
    return Error{ErrorCode::kNotFound,
                 name + " does not serve one index, whole",
                 "xapian-tcpsrv --port PORT DIR serves one index directory"};
  for (const CopyPlace& place : facts_.removed) removed_.insert(DocOf(place));
  const Instant now = CurrentInstant();
  for (const VisibilityRow& row : facts_.hidden) {
    const Xapian::docid doc = DocOf(row.place);
    const auto why = HiddenAt(row, now);
    if (why && !removed_.contains(doc)) hidden_.emplace(doc, *why);
  }
  return std::nullopt;
}

// Xapian numbers the articles of several databases through; the first of them
// is the generation's, which is empty.
Xapian::docid RemoteServer::DocOf(const CopyPlace& place) const {
  const std::uint64_t databases = facts_.segments + 1;
  const std::uint64_t at = place.segment + 1;
  return static_cast<Xapian::docid>((place.doc - 1) * databases + at + 1);
}

ServedMatches RemoteServer::Find(const Xapian::Query& query, std::size_t most,
                                 ServedOrder order) const {
  return Ask([&] { return FindIn(database_, query, most, order); });
}

std::vector<PackedCounts> RemoteServer::CountValues(
    const Xapian::Query& query, const std::vector<Slot>& slots) const {
  return Ask([&] { return CountValuesIn(database_, query, slots); });
}

std::uint64_t RemoteServer::ArticlesWithTerm(const std::string& term) const {
  return Ask([&]() -> std::uint64_t { return database_.get_termfreq(term); });
}

void RemoteServer::EachTerm(
    const std::string& prefix,
    const std::function<void(std::string_view, std::uint64_t)>& take) const {
  Ask([&] {
    const auto end = database_.allterms_end(prefix);
    for (auto it = database_.allterms_begin(prefix); it != end; ++it)
      take(*it, it.get_termfreq());
  });
}

std::string RemoteServer::Unpacked(std::string data) const {
  if (!IsPacked(data)) return data;
  const DictionaryId id = DictionaryOf(data);
  if (!dictionaries_.Find(id)) {
    const Result<DictionaryPtr> served = FromServed(
        Ask([&] { return database_.get_metadata(KeyOfDictionary(id)); }));
    // What is not served Unpack() misses.
    if (served) dictionaries_.Add(*served);
  }
  Result<std::string> record = dictionaries_.Unpack(std::move(data));
  if (record) return *std::move(record);
  throw RemoteFailure{"answers what makes no sense: " + record.error().message};
}

std::string RemoteServer::Fetch(Xapian::docid doc) const {
  return Unpacked(Ask([&] { return database_.get_document(doc).get_data(); }));
}

// That every article is looked at makes the count exact.
ServedMatches FindIn(const Xapian::Database& database,
                     const Xapian::Query& query, std::size_t most,
                     ServedOrder order) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  SetOrder(enquire, order);
  const Xapian::doccount all = database.get_doccount();
  const auto wanted =
      static_cast<Xapian::doccount>(std::min<std::size_t>(most, all));
  const Xapian::MSet set = enquire.get_mset(0, wanted, all);
  ServedMatches matches = {.count = set.get_matches_estimated(), .docs = {}};
  for (auto it = set.begin(); it != set.end(); ++it)
    matches.docs.push_back(*it);
  return matches;
}

std::vector<PackedCounts> CountValuesIn(const Xapian::Database& database,
                                        const Xapian::Query& query,
                                        const std::vector<Slot>& slots) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  std::deque<Xapian::ValueCountMatchSpy> spies;  // they cannot be moved
  for (const Slot slot : slots) {
    spies.emplace_back(slot);
    enquire.add_matchspy(&spies.back());
  }
  enquire.get_mset(0, 0, database.get_doccount());
  std::vector<PackedCounts> counts;
  for (const Xapian::ValueCountMatchSpy& spy : spies) {
    PackedCounts& values = counts.emplace_back();
    for (auto it = spy.values_begin(); it != spy.values_end(); ++it)
      values[*it] += it.get_termfreq();
  }
  return counts;
}

}  // namespace archive
