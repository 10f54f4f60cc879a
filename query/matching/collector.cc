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
// Where more than so many articles share the last place their ids decide.  Of
// fewer the next day often leaves none, and ids are dear.
constexpr std::size_t kMostTies = 1024;

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

std::size_t RoomFor(std::size_t enough) {
  return std::max(kLeastRoom, enough / 2);
}

std::string_view IdOf(const OpenIndex& index, const Match& match) {
  return index.segments()[match.segment].columns().IdOf(match.doc);
}

struct Named {
  const Match& match;
  std::string_view id;
};

// Of an id that several indexes have, the article of the first one.
bool IdComesBefore(SortOrder order, const Named& a, const Named& b) {
  const int ids = a.id.compare(b.id);
  if (ids != 0) return order == SortOrder::kOldest ? ids < 0 : ids > 0;
  return std::tie(a.match.segment, a.match.doc) <
         std::tie(b.match.segment, b.match.doc);
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
  return IdComesBefore(order, {a, IdOf(index, a)}, {b, IdOf(index, b)});
}

Collector::Collector(const OpenIndex& index, SortOrder order,
                     std::size_t enough, std::vector<FieldId> facets)
    : index_(index),
      order_(order),
      enough_(enough),
      facet_fields_(std::move(facets)),
      full_(enough + RoomFor(enough)),
      facets_(facet_fields_.size()) {}

Instant Collector::KeyOf(const Columns& columns, DocId doc) const {
  if (order_ == SortOrder::kAdded) return columns.AddedAt(doc);
  if (order_ == SortOrder::kSource) return 0;
  const std::optional<Instant> moment = MomentOf(columns, doc);
  // Behind all dates, which are those of four digits.
  if (!moment) return std::numeric_limits<Instant>::min();
  return order_ == SortOrder::kOldest ? ~*moment : *moment;
}

// Below 0: by score and key `a` is before `b`; above: behind it.
int Collector::CompareKeys(const Kept& a, const Kept& b) const {
  if (order_ == SortOrder::kRelevance) {
    const auto a_score = static_cast<float>(a.match.score);
    const auto b_score = static_cast<float>(b.match.score);
    if (a_score != b_score) return a_score > b_score ? -1 : 1;
  }
  return a.key == b.key ? 0 : a.key > b.key ? -1 : 1;
}

// REQUIRES: CompareKeys() finds no difference.
bool Collector::IsFirstOfEquals(const Kept& a, std::string_view a_id,
                                const Kept& b, std::string_view b_id) const {
  if (order_ == SortOrder::kAdded || order_ == SortOrder::kSource)
    return ComesBefore(index_, order_, a.match, b.match);
  return IdComesBefore(order_, {a.match, a_id}, {b.match, b_id});
}

bool Collector::IsBefore(const Kept& a, const Kept& b) const {
  if (const int first = CompareKeys(a, b); first != 0) return first < 0;
  return IsFirstOfEquals(a, IdOf(index_, a.match), b, IdOf(index_, b.match));
}

// Whether it belongs to the best as far as they are known.
bool Collector::IsGood(const Columns& columns, const Kept& kept) const {
  if (!last_) return true;
  if (const int first = CompareKeys(kept, *last_); first != 0) return first < 0;
  return !ties_are_decided_ ||
         IsFirstOfEquals(kept, columns.IdOf(kept.match.doc), *last_, last_id_);
}

void Collector::Keep(const Columns& columns, std::size_t segment, DocId doc,
                     double score) {
  if (enough_ == 0) return;
  const Kept kept(segment, doc, score, KeyOf(columns, doc));
  if (!IsGood(columns, kept)) return;
  kept_.emplace_back(segment, doc, score, kept.key);
  if (kept_.size() > enough_ && kept_.size() >= full_) DropTheRest();
}

// REQUIRES: kept_.size() >= enough_ > 0
void Collector::DropTheRest() {
  const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(enough_) - 1;
  const auto is_before = [this](const Kept& a, const Kept& b) {
    return CompareKeys(a, b) < 0;
  };
  std::nth_element(kept_.begin(), last, kept_.end(), is_before);
  const auto end = std::partition(last + 1, kept_.end(), [&](const Kept& kept) {
    return !is_before(*last, kept);
  });
  kept_.erase(end, kept_.end());
  ties_are_decided_ = kept_.size() - enough_ > kMostTies;
  if (ties_are_decided_) DropTies();
  last_ = kept_[enough_ - 1];
  last_id_ = IdOf(index_, last_->match);
  // Seldom, so that one of them costs a few comparisons, however many are kept.
  full_ = enough_ + std::max(RoomFor(enough_), 4 * (kept_.size() - enough_));
}

// REQUIRES: kept_.size() >= enough_ > 0
void Collector::DropTies() {
  const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(enough_) - 1;
  std::nth_element(
      kept_.begin(), last, kept_.end(),
      [this](const Kept& a, const Kept& b) { return IsBefore(a, b); });
  kept_.erase(last + 1, kept_.end());
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
  const Columns& columns = index_.segments()[segment].columns();
  const bool by_score = order_ == SortOrder::kRelevance;
  // The last first: archives lie in the order of their days, and where one
  // article is better than the one before all but a few would be kept.
  for (std::size_t i = docs.size(); i-- > 0;) {
    const double score = batch.scores[i];
    if (folder_ && !folder_->StandsAlone({segment, docs[i], score})) continue;
    ++alone_;
    // Of those by score nearly all end here.
    const bool is_worse =
        by_score && last_ &&
        static_cast<float>(score) < static_cast<float>(last_->match.score);
    if (!is_worse) Keep(columns, segment, docs[i], score);
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
  const Columns& columns = index_.segments()[share.segment].columns();
  for (const DocId doc : share.page) Keep(columns, share.segment, doc, 0);
}

std::vector<Match> Collector::TakeMatches() {
  if (folder_) {
    for (const Match& lead : folder_->TakeLeads())
      Keep(index_.segments()[lead.segment].columns(), lead.segment, lead.doc,
           lead.score);
  }
  if (enough_ > 0 && kept_.size() > enough_) DropTies();
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
