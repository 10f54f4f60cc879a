#include "indexer/writing/version_finder.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/schema.h"
#include "common/index/stored_record.h"
#include "indexer/writing/version_candidate.h"

namespace archive {
namespace {

class Finder {
 public:
  explicit Finder(std::span<const LivingSegment> segments)
      : segments_(segments) {}

  Result<VisibilityTable> Run() {
    RETURN_IF_ERROR(ReadMarked());
    RETURN_IF_ERROR(ReadShared());
    LinkByUid();
    RETURN_IF_ERROR(LinkReplaced());
    Sort();
    return MakeTable();
  }

 private:
  using Group = std::vector<std::size_t>;  // of candidates

  bool IsLive(std::uint32_t segment, DocId doc) const {
    const LivingSegment& in = segments_[segment];
    return in.segment->IsLive(doc) &&
           !std::binary_search(in.removed->begin(), in.removed->end(), doc);
  }

  Result<std::vector<CopyPlace>> ArticlesWith(const std::string& term) const {
    std::vector<CopyPlace> places;
    for (std::uint32_t i = 0; i < segments_.size(); ++i) {
      ASSIGN_OR_RETURN(const auto docs, segments_[i].segment->DocsWith(term));
      for (const DocId doc : docs) {
        if (IsLive(i, doc)) places.push_back({i, doc});
      }
    }
    return places;
  }

  static std::string UidTerm(const std::string& folded) {
    return std::string(FieldFor(FieldId::kUid).prefix) + folded;
  }

  // The candidate's number; reads its record when it is new.
  Result<std::size_t> Take(CopyPlace place) {
    const auto [at, is_new] = known_.try_emplace(place, candidates_.size());
    if (!is_new) return at->second;
    const Segment& segment = *segments_[place.segment].segment;
    ASSIGN_OR_RETURN(const std::string bytes, segment.RecordBytes(place.doc));
    candidates_.push_back(VersionCandidate::From(
        DecodeRecord(bytes), place, segment.columns().AddedAt(place.doc)));
    return at->second;
  }

  Status TakeAll(const std::string& term) {
    ASSIGN_OR_RETURN(const auto places, ArticlesWith(term));
    for (const CopyPlace place : places) RETURN_IF_ERROR(Take(place));
    return Ok();
  }

  // Articles that say something of their use or their predecessor, and all that
  // have the uid of one that is not merely usable.
  Status ReadMarked() {
    RETURN_IF_ERROR(TakeAll(std::string(kReplacesTerm)));
    RETURN_IF_ERROR(TakeAll(std::string(kEmbargoTerm)));
    const std::string status(FieldFor(FieldId::kStatus).prefix);
    for (std::size_t i = 0; i < kUsabilityCount; ++i) {
      const auto usability = static_cast<Usability>(i);
      if (usability == Usability::kUsable) continue;
      RETURN_IF_ERROR(TakeAll(status + std::string(NameOf(usability))));
    }
    const std::size_t marked = candidates_.size();
    for (std::size_t i = 0; i < marked; ++i) {
      if (!candidates_[i].uid.empty())
        RETURN_IF_ERROR(TakeAll(UidTerm(candidates_[i].uid)));
    }
    return Ok();
  }

  Result<bool> HasVersions() const {
    for (const LivingSegment& segment : segments_) {
      bool has_any = false;
      RETURN_IF_ERROR(segment.segment->EachTerm(
          kVersionTerm,
          [&has_any](std::string_view, std::uint32_t) { has_any = true; }));
      if (has_any) return true;
    }
    return false;
  }

  // Articles that share their uid with another one.
  Status ReadShared() {
    ASSIGN_OR_RETURN(const bool has_versions, HasVersions());
    if (!has_versions) return Ok();
    const std::hash<std::string_view> hash;
    const std::string_view prefix = FieldFor(FieldId::kUid).prefix;
    std::vector<std::size_t> seen;
    for (const LivingSegment& segment : segments_) {
      RETURN_IF_ERROR(segment.segment->EachTerm(
          prefix, [&](std::string_view term, std::uint32_t articles) {
            seen.insert(seen.end(), articles > 1 ? 2 : 1, hash(term));
          }));
    }
    std::sort(seen.begin(), seen.end());
    std::set<std::string, std::less<>> shared;
    for (const LivingSegment& segment : segments_) {
      RETURN_IF_ERROR(segment.segment->EachTerm(
          prefix, [&](std::string_view term, std::uint32_t) {
            const auto [first, last] =
                std::equal_range(seen.begin(), seen.end(), hash(term));
            if (last - first > 1) shared.emplace(term);
          }));
    }
    for (const std::string& term : shared) RETURN_IF_ERROR(TakeAll(term));
    return Ok();
  }

  void Link(std::size_t older, std::size_t newer) {
    candidates_[older].newer.push_back(newer);
    candidates_[newer].older.push_back(older);
  }

  // The articles of one uid that may be one story.
  std::vector<Group> GroupsByUid() const {
    std::map<std::pair<std::string, std::string>, Group> by_uid;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const VersionCandidate& c = candidates_[i];
      if (c.uid.empty() || c.has_fleeting_uid) continue;
      by_uid[{c.uid, IsNumber(c.uid) ? c.root : ""}].push_back(i);
    }
    std::vector<Group> groups;
    for (const auto& [uid, all] : by_uid) {
      const std::size_t first = groups.size();
      for (const std::size_t i : all) {
        const auto fits = std::find_if(
            groups.begin() + static_cast<std::ptrdiff_t>(first), groups.end(),
            [&](const Group& group) {
              return std::all_of(
                  group.begin(), group.end(), [&](std::size_t other) {
                    return MayBeOneStory(candidates_[other], candidates_[i]);
                  });
            });
        if (fits == groups.end()) {
          groups.push_back({i});
        } else {
          fits->push_back(i);
        }
      }
    }
    return groups;
  }

  void LinkByUid() {
    for (Group& group : GroupsByUid()) {
      if (group.size() < 2) continue;
      std::sort(group.begin(), group.end(),
                [this](std::size_t a, std::size_t b) {
                  return IsEarlier(candidates_[a], candidates_[b]);
                });
      LinkVersions(group);
      LinkNotices(group);
    }
  }

  // Each to the latest of the next higher version.
  void LinkVersions(const Group& group) {
    std::map<VersionNumber, Group> by_version;
    for (const std::size_t i : group) {
      if (IsNotice(i) && ComesBehindAny(i, group)) continue;
      by_version[candidates_[i].version.value_or(VersionNumber())].push_back(i);
    }
    const Group* before = nullptr;
    for (const auto& [version, same] : by_version) {
      for (std::size_t k = 0; before != nullptr && k < before->size(); ++k)
        Link((*before)[k], same.back());
      before = &same;
    }
  }

  // A kill or a correction without a version of its own.
  bool IsNotice(std::size_t i) const {
    return candidates_[i].status != Usability::kUsable &&
           !candidates_[i].version;
  }

  // One that says not when it was sent was when it came.
  bool ComesBehind(std::size_t notice, std::size_t other) const {
    const VersionCandidate& a = candidates_[other];
    const VersionCandidate& b = candidates_[notice];
    return b.moment == kNoStart && a.moment != kNoStart ? a.added <= b.added
                                                        : IsEarlier(a, b);
  }

  bool ComesBehindAny(std::size_t notice, const Group& group) const {
    return std::any_of(group.begin(), group.end(), [&](std::size_t other) {
      return other != notice && ComesBehind(notice, other);
    });
  }

  // A notice without a version takes the place of all that came before it,
  // whatever their versions; what comes behind it takes its place.
  void LinkNotices(const Group& group) {
    for (const std::size_t notice : group) {
      if (candidates_[notice].status == Usability::kUsable) continue;
      const bool has_no_version = IsNotice(notice);
      if (has_no_version && !ComesBehindAny(notice, group)) continue;
      for (const std::size_t other : group) {
        if (other == notice) continue;
        const bool is_one_version =
            candidates_[other].version == candidates_[notice].version;
        if (ComesBehind(notice, other)) {
          if (has_no_version || is_one_version) Link(other, notice);
        } else if (has_no_version && !is_one_version) {
          Link(notice, other);
        }
      }
    }
  }

  Status LinkReplaced() {
    const std::size_t count = candidates_.size();
    for (std::size_t i = 0; i < count; ++i) {
      const std::string replaces = candidates_[i].replaces;
      if (replaces.empty() || replaces == candidates_[i].uid) continue;
      ASSIGN_OR_RETURN(const auto places, ArticlesWith(UidTerm(replaces)));
      for (const CopyPlace place : places) {
        ASSIGN_OR_RETURN(const std::size_t other, Take(place));
        const VersionCandidate& older = candidates_[other];
        const bool is_one_root =
            !IsNumber(replaces) || older.root == candidates_[i].root;
        if (other != i && is_one_root && MayBeOneStory(older, candidates_[i]))
          Link(other, i);
      }
    }
    return Ok();
  }

  // The oldest first: what takes another's place stands behind it.  Of articles
  // that replace each other in a circle the earlier counts as the older.
  void Sort() {
    std::vector<std::size_t> waiting(candidates_.size());
    const auto later = [this](std::size_t a, std::size_t b) {
      return IsEarlier(candidates_[a], candidates_[b]);
    };
    std::set<std::size_t, decltype(later)> ready(later);
    std::set<std::size_t, decltype(later)> left(later);
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      waiting[i] = candidates_[i].older.size();
      (waiting[i] == 0 ? ready : left).insert(i);
    }
    while (!ready.empty() || !left.empty()) {
      auto& from = ready.empty() ? left : ready;
      const std::size_t i = *from.begin();
      from.erase(from.begin());
      order_.push_back(i);
      for (const std::size_t next : candidates_[i].newer) {
        if (--waiting[next] == 0 && left.erase(next) != 0) ready.insert(next);
      }
    }
  }

  // What becomes of an article, the newest of its story known first.
  struct Fate {
    Instant until = kNoEnd;
    WhyHidden why = WhyHidden::kSuperseded;
    bool is_replaced = false;
  };

  static WhyHidden WhyFor(Usability status) {
    if (status == Usability::kCanceled) return WhyHidden::kKilled;
    if (status == Usability::kWithheld) return WhyHidden::kWithheld;
    return WhyHidden::kSuperseded;
  }

  std::vector<Fate> FindFates() const {
    std::vector<std::size_t> rank(candidates_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) rank[order_[i]] = i;
    std::vector<Fate> fates(candidates_.size());
    for (auto i = order_.rbegin(); i != order_.rend(); ++i) {
      Fate& fate = fates[*i];
      std::size_t last = 0;
      for (const std::size_t next : candidates_[*i].newer) {
        if (rank[next] <= rank[*i]) continue;  // a circle
        const VersionCandidate& newer = candidates_[next];
        fate.until = std::min({fate.until, newer.from, fates[next].until});
        if (fate.is_replaced && rank[next] < last) continue;
        last = rank[next];
        fate.why =
            fates[next].is_replaced ? fates[next].why : WhyFor(newer.status);
        fate.is_replaced = true;
      }
    }
    return fates;
  }

  Result<VisibilityTable> MakeTable() const {
    const std::vector<Fate> fates = FindFates();
    VisibilityTable table;
    std::vector<std::size_t> by_place;  // candidates that have a row
    for (const auto& [place, i] : known_) {
      const VersionCandidate& c = candidates_[i];
      VisibilityRow row = {.place = place,
                           .from = c.from,
                           .until = fates[i].until,
                           .why = fates[i].why};
      if (WhyFor(c.status) != WhyHidden::kSuperseded) {
        row.until = kNoStart;
        row.why = WhyFor(c.status);
      }
      const bool is_plain = row.from == kNoStart && row.until == kNoEnd &&
                            c.newer.empty() && c.older.empty();
      if (is_plain) continue;
      by_place.push_back(i);
      table.rows.push_back(row);
    }
    AddChains(by_place, table);
    return table;
  }

  void AddChains(const std::vector<std::size_t>& by_place,
                 VisibilityTable& table) const {
    std::unordered_map<std::size_t, std::size_t> row_of;
    for (std::size_t row = 0; row < by_place.size(); ++row)
      row_of[by_place[row]] = row;
    std::vector<std::size_t> chain_of(candidates_.size(), kNone);
    for (const std::size_t start : by_place) {
      if (chain_of[start] != kNone) continue;
      std::vector<std::size_t> reached = {start};
      for (std::size_t k = 0; k < reached.size(); ++k) {
        if (chain_of[reached[k]] != kNone) continue;
        chain_of[reached[k]] = start;
        for (const auto* next :
             {&candidates_[reached[k]].newer, &candidates_[reached[k]].older})
          reached.insert(reached.end(), next->begin(), next->end());
      }
    }
    std::map<std::size_t, std::vector<std::size_t>> chains;
    for (const std::size_t i : order_) {
      if (chain_of[i] != kNone) chains[chain_of[i]].push_back(row_of[i]);
    }
    for (auto& [start, rows] : chains) {
      if (rows.size() > 1) table.chains.push_back(std::move(rows));
    }
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::span<const LivingSegment> segments_;
  std::map<CopyPlace, std::size_t> known_;
  std::vector<VersionCandidate> candidates_;
  std::vector<std::size_t> order_;
};

}  // namespace

Result<VisibilityTable> FindVersions(std::span<const LivingSegment> segments) {
  return Finder(segments).Run();
}

}  // namespace archive
