#include "query/matching/remote_counts.h"

#include <algorithm>

#include "common/index/article_document.h"

namespace archive {
namespace {

Xapian::WritableDatabase InMemory() {
  return Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY);
}

void Subtract(PackedCounts& counts, const PackedCounts& gone) {
  for (const auto& [value, articles] : gone) {
    const auto found = counts.find(value);
    if (found == counts.end()) continue;
    found->second -= std::min(found->second, articles);
    if (found->second == 0) counts.erase(found);
  }
}

}  // namespace

std::size_t RemoteCounts::GoneArticles(Hidden hidden) const {
  return server_.removed().size() +
         (hidden == Hidden::kLeftOut ? server_.hidden().size() : 0);
}

void RemoteCounts::Add(Xapian::docid doc, Xapian::WritableDatabase& database) {
  const AnalysedArticle article =
      AnalyseRecord(DecodeRecord(server_.Fetch(doc)), tools_, table_);
  database.add_document(MakeDocument(article, table_));
}

RemoteCounts::Databases RemoteCounts::Gone(Hidden hidden) {
  Databases databases;
  if (!server_.removed().empty()) {
    if (!removed_) {
      removed_.emplace(InMemory());
      for (const Xapian::docid doc : server_.removed()) Add(doc, *removed_);
    }
    databases.push_back(&*removed_);
  }
  if (hidden == Hidden::kLeftOut && !server_.hidden().empty()) {
    if (!hidden_) {
      hidden_.emplace(InMemory());
      for (const auto& [doc, why] : server_.hidden()) Add(doc, *hidden_);
    }
    databases.push_back(&*hidden_);
  }
  return databases;
}

std::uint64_t RemoteCounts::Count(const Xapian::Query& query, Hidden hidden) {
  std::uint64_t articles = server_.Find(query, 0).count;
  for (const Xapian::Database* const gone : Gone(hidden)) {
    articles -=
        std::min(articles, FindIn(*gone, query, 0, ServedOrder::kAny).count);
  }
  return articles;
}

std::uint64_t RemoteCounts::CountTerm(const std::string& term, Hidden hidden) {
  std::uint64_t articles = server_.ArticlesWithTerm(term);
  for (const Xapian::Database* const gone : Gone(hidden))
    articles -= std::min<std::uint64_t>(articles, gone->get_termfreq(term));
  return articles;
}

std::vector<PackedCounts> RemoteCounts::CountValues(
    const Xapian::Query& query, const std::vector<Slot>& slots, Hidden hidden) {
  std::vector<PackedCounts> counts = server_.CountValues(query, slots);
  for (const Xapian::Database* const gone : Gone(hidden)) {
    const std::vector<PackedCounts> less = CountValuesIn(*gone, query, slots);
    for (std::size_t i = 0; i < counts.size(); ++i)
      Subtract(counts[i], less[i]);
  }
  return counts;
}

}  // namespace archive
