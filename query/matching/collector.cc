#include "query/matching/collector.h"

#include <algorithm>
#include <future>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "common/text/fold.h"

namespace archive {
namespace {

constexpr std::size_t kLeastRoom = 8;

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

// Of an id that several indexes have, the article of the first one.
bool IdComesBefore(const OpenIndex& index, SortOrder order, const Match& a,
                   const Match& b) {
  const auto id_of = [&index](const Match& match) {
    return index.segments()[match.segment].columns().IdOf(match.doc);
  };
  const int ids = id_of(a).compare(id_of(b));
  if (ids != 0) return order == SortOrder::kOldest ? ids < 0 : ids > 0;
  return std::tie(a.segment, a.doc) < std::tie(b.segment, b.doc);
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
  if (x_when != y_when)
    return (x_when > y_when) != (order == SortOrder::kOldest);
  return IdComesBefore(index, order, a, b);
}

Collector::Collector(const OpenIndex& index, SortOrder order,
                     std::size_t enough, std::vector<FieldId> facets)
    : index_(index),
      order_(order),
      enough_(enough),
      facet_fields_(std::move(facets)),
      facets_(facet_fields_.size()) {}

Instant Collector::KeyOf(const Match& match) const {
  const Columns& columns = index_.segments()[match.segment].columns();
  if (order_ == SortOrder::kAdded) return columns.AddedAt(match.doc);
  if (order_ == SortOrder::kSource) return 0;
  const std::optional<Instant> moment = MomentOf(columns, match.doc);
  // Behind all dates, which are those of four digits.
  if (!moment) return std::numeric_limits<Instant>::min();
  return order_ == SortOrder::kOldest ? ~*moment : *moment;
}

bool Collector::IsBefore(const Kept& a, const Kept& b) const {
  if (order_ == SortOrder::kRelevance) {
    const auto a_score = static_cast<float>(a.match.score);
    const auto b_score = static_cast<float>(b.match.score);
    if (a_score != b_score) return a_score > b_score;
  }
  if (a.key != b.key) return a.key > b.key;
  const bool only_ids_are_left =
      order_ != SortOrder::kAdded && order_ != SortOrder::kSource;
  return only_ids_are_left ? IdComesBefore(index_, order_, a.match, b.match)
                           : ComesBefore(index_, order_, a.match, b.match);
}

void Collector::Keep(const Match& match) {
  if (enough_ == 0) return;
  const Kept kept = {match, KeyOf(match)};
  if (last_ && !IsBefore(kept, *last_)) return;
  kept_.push_back(kept);
  // Seldom, so that one of them costs a few comparisons, however many are kept.
  const std::size_t room = std::max(kLeastRoom, enough_ / 2);
  if (kept_.size() > enough_ && kept_.size() - enough_ >= room) DropTheRest();
}

// REQUIRES: kept_.size() >= enough_ > 0
void Collector::DropTheRest() {
  const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(enough_) - 1;
  std::nth_element(
      kept_.begin(), last, kept_.end(),
      [this](const Kept& a, const Kept& b) { return IsBefore(a, b); });
  kept_.erase(last + 1, kept_.end());
  last_ = kept_.back();
}

// An article that earns less than this is not kept.
double Collector::LeastScore() const {
  if (order_ != SortOrder::kRelevance) return kNeedsNoScore;
  if (folder_) return 0;
  if (enough_ == 0) return kNeedsNoScore;
  return last_ ? last_->match.score : 0;
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
  for (MatchVisitor* const visitor : visitors_) visitor->TakeAll(segment, docs);
  const bool by_score = order_ == SortOrder::kRelevance;
  // The last first: archives lie in the order of their days, and where one
  // article is better than the one before all but a few would be kept.
  for (std::size_t i = docs.size(); i-- > 0;) {
    const Match match = {segment, docs[i], batch.scores[i]};
    if (folder_ && !folder_->StandsAlone(match)) continue;
    ++alone_;
    // Of those by score nearly all end here.
    const bool is_worse = by_score && last_ &&
                          static_cast<float>(match.score) <
                              static_cast<float>(last_->match.score);
    if (!is_worse) Keep(match);
  }
  // What earns too little to be kept is passed over from now on.
  if (!last_ && enough_ != 0 && kept_.size() >= enough_) DropTheRest();
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
  if (enough_ > 0 && kept_.size() > enough_) DropTheRest();
  std::vector<Kept> kept = std::exchange(kept_, {});
  std::sort(kept.begin(), kept.end(),
            [this](const Kept& a, const Kept& b) { return IsBefore(a, b); });
  std::vector<Match> matches;
  matches.reserve(kept.size());
  for (const Kept& one : kept) matches.push_back(one.match);
  return matches;
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
