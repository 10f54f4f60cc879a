#include "query/matching/collector.h"

#include <algorithm>
#include <future>
#include <optional>
#include <span>
#include <utility>

#include "common/text/fold.h"

namespace archive {
namespace {

// When the article was published; nothing when it is undated.
std::optional<Instant> MomentOf(const Columns& columns, DocId doc) {
  const Instant moment = columns.PublishedAt(doc);
  // Undated articles have 0, but not only they: the day is asked only then,
  // since every article found comes by here.
  if (moment == 0 && columns.FirstDayOf(doc) == kNoDay) return std::nullopt;
  return moment;
}

std::string SourceOf(const Columns& columns, DocId doc) {
  const FacetColumn& column = columns.FacetOf(FieldId::kSource);
  const auto values = column.Of(doc);
  if (values.empty() || values.front() >= column.value_count()) return "";
  return FoldValue(column.ValueAt(values.front()));
}

// Below 0: what the order is named for puts `a` before `b`; above: behind it.
int Compare(const OpenIndex& index, SortOrder order, const Match& a,
            const Match& b) {
  const Columns& x = index.segments()[a.segment].columns();
  const Columns& y = index.segments()[b.segment].columns();
  if (order == SortOrder::kRelevance) {
    // As floats, so that how segments sum them does not decide between equals.
    const auto a_score = static_cast<float>(a.score);
    const auto b_score = static_cast<float>(b.score);
    return a_score == b_score ? 0 : a_score > b_score ? -1 : 1;
  }
  if (order == SortOrder::kAdded) {
    const Instant a_added = x.AddedAt(a.doc);
    const Instant b_added = y.AddedAt(b.doc);
    return a_added == b_added ? 0 : a_added > b_added ? -1 : 1;
  }
  if (order != SortOrder::kSource) return 0;
  const std::string a_source = SourceOf(x, a.doc);
  const std::string b_source = SourceOf(y, b.doc);
  if (a_source.empty() != b_source.empty()) return a_source.empty() ? 1 : -1;
  return a_source.compare(b_source);
}

}  // namespace

// Ties: later first, then id descending, undated last; `oldest` is the reverse
// with undated last, too.
bool ComesBefore(const OpenIndex& index, SortOrder order, const Match& a,
                 const Match& b) {
  if (const int first = Compare(index, order, a, b); first != 0)
    return first < 0;
  const Columns& x = index.segments()[a.segment].columns();
  const Columns& y = index.segments()[b.segment].columns();
  const std::optional<Instant> x_when = MomentOf(x, a.doc);
  const std::optional<Instant> y_when = MomentOf(y, b.doc);
  if (x_when.has_value() != y_when.has_value()) return x_when.has_value();
  const bool oldest = order == SortOrder::kOldest;
  if (x_when != y_when) return (x_when > y_when) != oldest;
  const std::string_view x_id = x.IdOf(a.doc);
  const std::string_view y_id = y.IdOf(b.doc);
  if (x_id == y_id) return false;
  return (x_id > y_id) != oldest;
}

Collector::Collector(const OpenIndex& index, SortOrder order,
                     std::size_t enough, std::vector<FieldId> facets)
    : index_(index),
      order_(order),
      enough_(enough),
      facet_fields_(std::move(facets)),
      facets_(facet_fields_.size()) {}

void Collector::Keep(const Match& match) {
  if (enough_ == 0) return;
  const auto before = [this](const Match& a, const Match& b) {
    return ComesBefore(index_, order_, a, b);
  };
  if (heap_.size() == enough_) {
    if (IsSurelyBehind(match) || !before(match, heap_.front())) return;
    std::pop_heap(heap_.begin(), heap_.end(), before);
    heap_.pop_back();
  }
  heap_.push_back(match);
  // Without a limit nothing is thrown out: sorting once at the end is cheaper.
  if (enough_ != kNoLimit) std::push_heap(heap_.begin(), heap_.end(), before);
  if (heap_.size() == enough_) {
    const Match& last = heap_.front();
    moment_of_last_ =
        MomentOf(index_.segments()[last.segment].columns(), last.doc);
  }
}

// Nearly all come to nothing here: score and moment decide that cheaply.
// REQUIRES: as many are kept as are wanted.
bool Collector::IsSurelyBehind(const Match& match) const {
  if (order_ == SortOrder::kRelevance) {
    const auto score = static_cast<float>(match.score);
    const auto last_score = static_cast<float>(heap_.front().score);
    if (score != last_score) return score < last_score;
  } else if (order_ != SortOrder::kNewest && order_ != SortOrder::kOldest) {
    return false;
  }
  const auto moment =
      MomentOf(index_.segments()[match.segment].columns(), match.doc);
  if (moment.has_value() != moment_of_last_.has_value())
    return !moment.has_value();
  if (moment == moment_of_last_) return false;
  return (moment < moment_of_last_) != (order_ == SortOrder::kOldest);
}

// An article that earns less than this is not kept.
double Collector::LeastScore() const {
  if (order_ != SortOrder::kRelevance) return kNeedsNoScore;
  if (folder_ || (enough_ != 0 && heap_.size() < enough_)) return 0;
  if (enough_ == 0) return kNeedsNoScore;
  return heap_.front().score;
}

void Collector::TakeBatch(std::size_t segment, const MatchBatch& batch,
                          std::vector<FacetOfSegment>& facets) {
  const std::span docs = std::span(batch.docs).first(batch.size);
  total_ += docs.size();
  for (FacetOfSegment& facet : facets) {
    for (const DocId doc : docs) {
      facet.names->EachOf(
          doc, [&facet](Ordinal counted) { ++facet.articles[counted]; });
    }
  }
  for (MatchVisitor* const visitor : visitors_) {
    for (const DocId doc : docs) visitor->Take(segment, doc);
  }
  const bool by_score = order_ == SortOrder::kRelevance;
  for (std::size_t i = 0; i < docs.size(); ++i) {
    const Match match = {segment, docs[i], batch.scores[i]};
    if (folder_ && !folder_->StandsAlone(match)) continue;
    ++alone_;
    // Nearly all end here.
    const bool is_worse = by_score && enough_ != 0 && heap_.size() == enough_ &&
                          static_cast<float>(match.score) <
                              static_cast<float>(heap_.front().score);
    if (!is_worse) Keep(match);
  }
}

void Collector::Collect(std::size_t segment_number, Cursor& cursor) {
  const Segment& segment = index_.segments()[segment_number];
  std::vector<FacetOfSegment> facets;
  for (const FieldId field : facet_fields_) {
    const CountedNames& names = index_.NamesIn(segment_number, field);
    facets.push_back({&names, std::vector<std::uint64_t>(names.size())});
  }
  const std::vector<bool>* const hidden =
      hidden_ == Hidden::kLeftOut ? index_.HiddenIn(segment_number) : nullptr;
  const ShownArticles shown(segment, segment_number, hidden, selection_);
  MatchBatch batch;
  do {
    cursor.Take(shown, LeastScore(), batch);
    TakeBatch(segment_number, batch, facets);
  } while (batch.IsFull());
  counted_.push_back(std::move(facets));
}

void Collector::Add(const CountedShare& share) {
  total_ += share.total;
  alone_ += share.total;
  for (std::size_t i = 0; i < share.facets.size(); ++i) {
    for (const auto& [value, articles] : share.facets[i])
      facets_[i].Add(value, articles);
  }
  for (MatchVisitor* const visitor : visitors_) {
    for (const auto& [day, articles] : share.days)
      visitor->TakeDay(day, articles);
  }
  for (const DocId doc : share.page) Keep({share.segment, doc, 0});
}

std::vector<Match> Collector::TakeMatches() {
  if (folder_) {
    for (const Match& lead : folder_->TakeLeads()) Keep(lead);
  }
  // What most comparisons ask for is fetched once for each, in the order of the
  // columns: an export of all sorts all.
  struct Keyed {
    float score;
    bool is_dated;
    Instant moment;
    Match match;
  };
  const bool by_score = order_ == SortOrder::kRelevance;
  const bool by_day =
      by_score || order_ == SortOrder::kNewest || order_ == SortOrder::kOldest;
  std::vector<Keyed> keyed;
  keyed.reserve(heap_.size());
  for (const Match& match : heap_) {
    const auto moment =
        MomentOf(index_.segments()[match.segment].columns(), match.doc);
    keyed.push_back({by_score ? static_cast<float>(match.score) : 0,
                     moment.has_value(), moment.value_or(0), match});
  }
  const bool oldest = order_ == SortOrder::kOldest;
  std::sort(keyed.begin(), keyed.end(), [&](const Keyed& a, const Keyed& b) {
    if (by_day) {
      if (a.score != b.score) return a.score > b.score;
      if (a.is_dated != b.is_dated) return a.is_dated;
      if (a.moment != b.moment) return (a.moment > b.moment) != oldest;
    }
    return ComesBefore(index_, order_, a.match, b.match);
  });
  std::transform(keyed.begin(), keyed.end(), heap_.begin(),
                 [](const Keyed& row) { return row.match; });
  return std::move(heap_);
}

FacetCounts Collector::AddUp(std::size_t field, std::size_t rows) {
  FacetTally& tally = facets_[field];
  std::size_t most = 0;
  for (const auto& facets : counted_)
    most = std::max(most, facets[field].articles.size());
  tally.Reserve(most);
  for (const auto& facets : counted_) {
    const auto& [names, articles] = facets[field];
    for (Ordinal counted = 0; counted < articles.size(); ++counted) {
      if (articles[counted] > 0)
        tally.Add(names->NameAt(counted), articles[counted]);
    }
  }
  return {.field = facet_fields_[field],
          .rows = tally.Rows(rows),
          .values = tally.size()};
}

std::vector<FacetCounts> Collector::TakeFacets(std::size_t rows) {
  static constexpr std::size_t kManyValues = 20'000;
  std::size_t values = 0;
  for (const auto& facets : counted_) {
    for (const FacetOfSegment& facet : facets) values += facet.articles.size();
  }
  const auto policy =
      values > kManyValues ? std::launch::async : std::launch::deferred;
  std::vector<std::future<FacetCounts>> jobs;
  for (std::size_t i = 0; i < facet_fields_.size(); ++i)
    jobs.push_back(std::async(policy, &Collector::AddUp, this, i, rows));
  std::vector<FacetCounts> all;
  for (auto& job : jobs) all.push_back(job.get());
  return all;
}

}  // namespace archive
