#include "indexer/writing/copy_finder.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/shingles.h"

namespace archive {
namespace {

constexpr std::size_t kBandNumbers = 2;
constexpr std::size_t kBands = kFingerprintNumbers / kBandNumbers;
// Of those that resemble each other by a half, 1 in 1,000 shares fewer.
constexpr std::size_t kFewestShared = 8;
// Of the leads compared last; each some kilobytes.
constexpr std::size_t kKeptShingles = 4096;

using Bucket = std::uint32_t;   // articles that have a band in common
using Article = std::uint32_t;  // its place in the order of publication

std::uint32_t BandOf(const Fingerprint& fingerprint, std::size_t band) {
  return std::uint32_t{fingerprint[band * kBandNumbers]} << 16 |
         fingerprint[band * kBandNumbers + 1];
}

// Every living article that has a fingerprint.
std::vector<CopyPlace> FingerprintedArticles(
    std::span<const LivingSegment> segments) {
  std::vector<CopyPlace> places;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = *segments[i].segment;
    const RemovedDocs& removed = *segments[i].removed;
    for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
      const bool is_living =
          segment.columns().Holds(doc) &&
          !std::binary_search(removed.begin(), removed.end(), doc);
      if (is_living && segment.columns().FingerprintOf(doc) != kNoFingerprint)
        places.push_back({static_cast<std::uint32_t>(i), doc});
    }
  }
  return places;
}

// Articles that share a band with another one, and which they share.
struct Candidates {
  std::vector<CopyPlace> places;             // in the order of publication
  std::vector<std::vector<Bucket>> buckets;  // by article
  std::size_t bucket_count = 0;
};

class CandidateFinder {
 public:
  explicit CandidateFinder(std::span<const LivingSegment> segments)
      : segments_(segments), places_(FingerprintedArticles(segments)) {}

  Candidates Run() {
    for (std::size_t band = 0; band < kBands; ++band) FillBuckets(band);
    std::sort(shared_.begin(), shared_.end());
    Candidates found = {.bucket_count = bucket_count_};
    std::vector<std::uint32_t> order;
    for (const auto& [at, bucket] : shared_) {
      if (order.empty() || order.back() != at) order.push_back(at);
    }
    std::sort(order.begin(), order.end(),
              [this](std::uint32_t a, std::uint32_t b) {
                return ComesFirst(places_[a], places_[b]);
              });
    for (const std::uint32_t at : order) {
      found.places.push_back(places_[at]);
      found.buckets.push_back(BucketsOf(at));
    }
    return found;
  }

 private:
  const Columns& ColumnsOf(const CopyPlace& place) const {
    return segments_[place.segment].segment->columns();
  }

  bool ComesFirst(const CopyPlace& a, const CopyPlace& b) const {
    const auto key = [this](const CopyPlace& place) {
      const Columns& columns = ColumnsOf(place);
      const bool is_undated = columns.FirstDayOf(place.doc) == kNoDay;
      return std::tuple(is_undated,
                        is_undated ? 0 : columns.PublishedAt(place.doc),
                        columns.IdOf(place.doc));
    };
    return key(a) < key(b);
  }

  // A bucket for every run of equal bands.
  void FillBuckets(std::size_t band) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> keys;
    keys.reserve(places_.size());
    for (std::uint32_t at = 0; at < places_.size(); ++at) {
      const CopyPlace& place = places_[at];
      keys.emplace_back(BandOf(ColumnsOf(place).FingerprintOf(place.doc), band),
                        at);
    }
    std::sort(keys.begin(), keys.end());
    for (std::size_t begin = 0; begin < keys.size();) {
      std::size_t end = begin;
      while (end < keys.size() && keys[end].first == keys[begin].first) ++end;
      if (end - begin > 1) {
        for (std::size_t i = begin; i < end; ++i)
          shared_.emplace_back(keys[i].second, bucket_count_);
        ++bucket_count_;
      }
      begin = end;
    }
  }

  std::vector<Bucket> BucketsOf(std::uint32_t at) const {
    std::vector<Bucket> buckets;
    for (auto i = std::lower_bound(shared_.begin(), shared_.end(),
                                   std::pair(at, Bucket{0}));
         i != shared_.end() && i->first == at; ++i)
      buckets.push_back(i->second);
    return buckets;
  }

  std::span<const LivingSegment> segments_;
  std::vector<CopyPlace> places_;
  std::vector<std::pair<std::uint32_t, Bucket>> shared_;  // place, bucket
  Bucket bucket_count_ = 0;
};

// The shingles of articles, read from their words when they are asked for.
class ShingleReader {
 public:
  explicit ShingleReader(std::span<const LivingSegment> segments)
      : segments_(segments) {
    for (const LivingSegment& living : segments)
      hashes_.emplace_back(living.segment->vocabulary().size());
  }

  std::vector<Shingle> Read(const CopyPlace& place) {
    const Segment& segment = *segments_[place.segment].segment;
    std::vector<std::optional<WordHash>>& hashes = hashes_[place.segment];
    std::vector<WordHash> words;
    bool is_body = false;
    TokenReader reader = segment.tokens().Read(place.doc);
    while (!reader.AtEnd()) {
      if (reader.AtMark()) {
        const TokenUnit mark = reader.TakeMark();
        if (IsZoneMark(mark)) is_body = ZoneOf(mark) == Zone::kBody;
        continue;
      }
      const WordRank rank = segment.vocabulary().RankOf(reader.TakeWord());
      if (!is_body || rank >= hashes.size()) continue;
      if (!hashes[rank])
        hashes[rank] = HashOfWord(segment.vocabulary().WordAt(rank));
      words.push_back(*hashes[rank]);
    }
    return ShinglesOf(words);
  }

 private:
  std::span<const LivingSegment> segments_;
  // By segment, by rank; of the words met so far.
  std::vector<std::vector<std::optional<WordHash>>> hashes_;
};

constexpr Article kNobody = std::numeric_limits<Article>::max();

// By level and article: its lead, which may be itself.
using Leads = std::array<std::vector<Article>, kCopyLevelCount>;

class LeadChooser {
 public:
  LeadChooser(std::span<const LivingSegment> segments,
              const Candidates& candidates)
      : segments_(segments),
        candidates_(candidates),
        reader_(segments),
        buckets_(candidates.bucket_count),
        seen_(candidates.places.size(), kNobody) {}

  Leads Run() {
    for (Article article = 0; article < candidates_.places.size(); ++article)
      Choose(article);
    return std::move(leads_);
  }

 private:
  struct Likeness {
    Article lead;
    double value;  // shared numbers, then resemblance
  };

  static bool IsMoreAlike(const Likeness& a, const Likeness& b) {
    return a.value != b.value ? a.value > b.value : a.lead < b.lead;
  }

  const Fingerprint& FingerprintOf(Article article) const {
    const CopyPlace& place = candidates_.places[article];
    return segments_[place.segment].segment->columns().FingerprintOf(place.doc);
  }

  void Choose(Article article) {
    std::vector<Likeness> alike = LikelyLeads(article);
    if (!alike.empty()) {
      const std::vector<Shingle> own =
          reader_.Read(candidates_.places[article]);
      for (Likeness& one : alike)
        one.value = Resemblance(own, ShinglesOfLead(one.lead));
      std::sort(alike.begin(), alike.end(), IsMoreAlike);
    }
    Article follows = article;
    for (const CopyLevelRow& row : kCopyLevels) {
      std::vector<Article>& leads = leads_[static_cast<std::size_t>(row.level)];
      // Who is no lead at a stricter level follows its lead at this one.
      if (follows != article) {
        leads.push_back(leads[follows]);
        continue;
      }
      for (const Likeness& one : alike) {
        if (one.value < row.resemblance) break;
        if (leads[one.lead] != one.lead) continue;
        follows = one.lead;
        break;
      }
      leads.push_back(follows);
    }
    if (leads_.front().back() == article) AddLead(article);
  }

  // Leads that share a band, those that share most numbers first.
  std::vector<Likeness> LikelyLeads(Article article) {
    std::vector<Likeness> alike;
    const Fingerprint& own = FingerprintOf(article);
    for (const Bucket bucket : candidates_.buckets[article]) {
      for (const Article lead : buckets_[bucket]) {
        if (seen_[lead] == article) continue;
        seen_[lead] = article;
        const Fingerprint& other = FingerprintOf(lead);
        std::size_t shared = 0;
        for (std::size_t i = 0; i < own.size(); ++i)
          shared += own[i] == other[i] ? 1 : 0;
        if (shared >= kFewestShared)
          alike.push_back({lead, static_cast<double>(shared)});
      }
    }
    std::sort(alike.begin(), alike.end(), IsMoreAlike);
    if (alike.size() > kMostCompared) alike.resize(kMostCompared);
    return alike;
  }

  const std::vector<Shingle>& ShinglesOfLead(Article lead) {
    if (const auto known = shingles_.find(lead); known != shingles_.end())
      return known->second;
    if (shingles_.size() >= kKeptShingles) shingles_.clear();
    return shingles_.emplace(lead, reader_.Read(candidates_.places[lead]))
        .first->second;
  }

  void AddLead(Article article) {
    for (const Bucket bucket : candidates_.buckets[article]) {
      std::vector<Article>& leads = buckets_[bucket];
      if (leads.size() >= kLatestLeads) leads.erase(leads.begin());
      leads.push_back(article);
    }
  }

  std::span<const LivingSegment> segments_;
  const Candidates& candidates_;
  ShingleReader reader_;
  std::vector<std::vector<Article>> buckets_;  // leads, the latest last
  std::vector<Article> seen_;  // by lead: who was compared with it last
  std::unordered_map<Article, std::vector<Shingle>> shingles_;
  Leads leads_;
};

CopyGroups GroupsOf(const std::vector<Article>& leads,
                    const std::vector<CopyPlace>& places) {
  std::vector<std::vector<CopyPlace>> by_lead(leads.size());
  for (Article article = 0; article < leads.size(); ++article)
    by_lead[leads[article]].push_back(places[article]);
  std::erase_if(by_lead, [](const auto& group) { return group.size() < 2; });
  return by_lead;
}

}  // namespace

LeveledCopyGroups FindCopies(std::span<const LivingSegment> segments) {
  const Candidates candidates = CandidateFinder(segments).Run();
  const Leads leads = LeadChooser(segments, candidates).Run();
  LeveledCopyGroups groups;
  for (std::size_t level = 0; level < kCopyLevelCount; ++level)
    groups[level] = GroupsOf(leads[level], candidates.places);
  return groups;
}

}  // namespace archive
