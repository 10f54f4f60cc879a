#include "query/matching/positions.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace archive {
namespace {

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

bool SharesWord(const Occurrence& a, const Occurrence& b) {
  if (a.end() < b.begin() || b.end() < a.begin()) return false;
  return std::any_of(a.words.begin(), a.words.end(), [&b](const auto& word) {
    return std::any_of(b.words.begin(), b.words.end(), [&word](const auto& w) {
      return w.position == word.position;
    });
  });
}

std::uint32_t Apart(std::uint32_t a, std::uint32_t b) {
  return a > b ? a - b : b - a;
}

std::uint32_t DistanceOf(const Occurrence& a, const Occurrence& b) {
  return std::min({Apart(a.begin(), b.begin()), Apart(a.begin(), b.end()),
                   Apart(a.end(), b.begin()), Apart(a.end(), b.end())});
}

// Whether all words of both stand in the same part (paragraph, sentence).
bool AreInOne(std::uint32_t WordPosition::*part, const Occurrence& a,
              const Occurrence& b) {
  const std::uint32_t first = a.words.front().*part;
  return a.words.back().*part == first && b.words.front().*part == first &&
         b.words.back().*part == first;
}

bool AreNear(const PositionNode& node, const Occurrence& a,
             const Occurrence& b) {
  if (node.order == Near::Order::kAsWritten && b.begin() <= a.end())
    return false;
  switch (node.scope) {
    case Near::Scope::kWords:
      return DistanceOf(a, b) <= static_cast<std::uint32_t>(node.distance);
    case Near::Scope::kSentence:
      return AreInOne(&WordPosition::sentence, a, b);
    case Near::Scope::kParagraph:
      return AreInOne(&WordPosition::paragraph, a, b);
  }
  return false;
}

bool ByWords(const Occurrence& a, const Occurrence& b) {
  return std::lexicographical_compare(
      a.words.begin(), a.words.end(), b.words.begin(), b.words.end(),
      [](const WordPosition& x, const WordPosition& y) {
        return x.position < y.position;
      });
}

void SortAndUnify(std::vector<Occurrence>& occurrences) {
  std::sort(occurrences.begin(), occurrences.end(), ByWords);
  const auto same = [](const Occurrence& a, const Occurrence& b) {
    return !ByWords(a, b) && !ByWords(b, a);
  };
  occurrences.erase(std::unique(occurrences.begin(), occurrences.end(), same),
                    occurrences.end());
}

Occurrence Together(const std::vector<const Occurrence*>& chosen) {
  Occurrence all;
  for (const Occurrence* one : chosen)
    all.words.insert(all.words.end(), one->words.begin(), one->words.end());
  std::sort(all.words.begin(), all.words.end(),
            [](const WordPosition& x, const WordPosition& y) {
              return x.position < y.position;
            });
  return all;
}

}  // namespace

bool IsFieldOfZone(FieldId field, Zone zone) {
  if (field == FieldId::kText) return IsTextZone(zone);
  return FieldFor(field).zone == zone;
}

// Choosing one occurrence of each part, part by part.
struct PositionChecker::Search {
  const PositionNode& node;
  std::vector<std::vector<Occurrence>> candidates;  // by part, by begin
  std::size_t enough;
  std::vector<std::uint32_t> longest = {};  // by part, of its candidates
  std::vector<const Occurrence*> chosen = {};
  std::vector<Occurrence> found = {};

  // Whether `next` may stand beside what is chosen.
  bool Fits(const Occurrence& next) const {
    if (chosen.empty()) return true;
    for (const Occurrence* one : chosen) {
      if (SharesWord(*one, next)) return false;
    }
    const Occurrence& last = *chosen.back();
    switch (node.kind) {
      case PositionNode::Kind::kSequence:
        return next.begin() == last.end() + 1;
      case PositionNode::Kind::kWindow:
        return FitsWindow(next);
      default:
        return AreNear(node, last, next);
    }
  }

  bool FitsWindow(const Occurrence& next) const {
    std::uint32_t low = next.begin();
    std::uint32_t high = next.end();
    for (const Occurrence* one : chosen) {
      low = std::min(low, one->begin());
      high = std::max(high, one->end());
    }
    return high - low <
           candidates.size() + static_cast<std::size_t>(node.distance);
  }

  // The first candidate of the next part that could fit, to begin with.
  std::size_t FirstCandidate() const {
    const std::vector<Occurrence>& next = candidates[chosen.size()];
    if (chosen.empty()) return 0;
    const bool ordered = node.kind == PositionNode::Kind::kSequence ||
                         (node.kind == PositionNode::Kind::kNear &&
                          node.order == Near::Order::kAsWritten);
    std::uint32_t from = 0;  // no candidate that begins before it fits
    if (ordered) {
      from = chosen.back()->end() + 1;
    } else if (node.scope == Near::Scope::kWords) {
      const std::uint32_t before = Reach() + longest[chosen.size()];
      const std::uint32_t begin = chosen.back()->begin();
      from = begin > before ? begin - before : 0;
    }
    const auto at = std::lower_bound(
        next.begin(), next.end(), from,
        [](const Occurrence& o, std::uint32_t end) { return o.begin() < end; });
    return static_cast<std::size_t>(at - next.begin());
  }

  // Farther apart than this, no two neighbours fit.
  std::uint32_t Reach() const {
    return static_cast<std::uint32_t>(node.distance) +
           static_cast<std::uint32_t>(candidates.size());
  }

  // Whether candidates from here on stand too far behind to fit.
  bool IsBeyond(const Occurrence& next) const {
    if (chosen.empty() || node.scope != Near::Scope::kWords) return false;
    return next.begin() > chosen.back()->end() + Reach();
  }
};

bool PositionChecker::Matches(const PositionNode& node,
                              const ValueWords& value) {
  return !FindUpTo(node, value, 1).empty();
}

std::vector<Occurrence> PositionChecker::Find(const PositionNode& node,
                                              const ValueWords& value) {
  return FindUpTo(node, value, kAll);
}

std::vector<Occurrence> PositionChecker::FindUpTo(const PositionNode& node,
                                                  const ValueWords& value,
                                                  std::size_t enough) {
  std::vector<Occurrence> found;
  switch (node.kind) {
    case PositionNode::Kind::kWord:
      if (!IsFieldOfZone(node.field, value.zone)) return found;
      for (const WordPosition& place : value.places[node.word]) {
        if (node.field == FieldId::kLead && place.paragraph != 0) break;
        found.push_back({{place}});
      }
      return found;
    case PositionNode::Kind::kAny:
      for (const PositionNode& part : node.parts) {
        std::vector<Occurrence> some = FindUpTo(part, value, enough);
        std::move(some.begin(), some.end(), std::back_inserter(found));
      }
      SortAndUnify(found);
      return found;
    case PositionNode::Kind::kSequence:
    case PositionNode::Kind::kWindow:
    case PositionNode::Kind::kNear:
      return Join(node, value, enough);
  }
  return found;
}

std::vector<Occurrence> PositionChecker::Join(const PositionNode& node,
                                              const ValueWords& value,
                                              std::size_t enough) {
  Search search = {.node = node, .candidates = {}, .enough = enough};
  for (const PositionNode& part : node.parts) {
    search.candidates.push_back(FindUpTo(part, value, kAll));
    if (search.candidates.back().empty()) return {};
    std::uint32_t longest = 0;
    for (const Occurrence& one : search.candidates.back())
      longest = std::max(longest, one.end() - one.begin());
    search.longest.push_back(longest);
  }
  Extend(search);
  SortAndUnify(search.found);
  return std::move(search.found);
}

// Depth: the number of parts, which the limits of a query bound.
void PositionChecker::Extend(Search& search) {
  if (search.chosen.size() == search.candidates.size()) {
    search.found.push_back(Together(search.chosen));
    return;
  }
  const std::vector<Occurrence>& next = search.candidates[search.chosen.size()];
  for (std::size_t i = search.FirstCandidate(); i < next.size(); ++i) {
    if (search.found.size() >= search.enough) return;
    // What is chosen is compared with, so it is work, too.
    steps_ += 1 + search.chosen.size();
    if (steps_ > kMaxPlacementSteps) {
      gave_up_ = true;
      return;
    }
    if (search.IsBeyond(next[i])) return;
    if (!search.Fits(next[i])) continue;
    search.chosen.push_back(&next[i]);
    Extend(search);
    search.chosen.pop_back();
  }
}

}  // namespace archive
