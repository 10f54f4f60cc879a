#include "query/matching/positions.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "common/text/counts.h"

namespace archive {
namespace {

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

// What a question costs before any place is tried, in steps.
constexpr std::uint64_t kStepsALook = 8;

// What keeping an occurrence costs: it is memory, too.
constexpr std::uint64_t kStepsAnOccurrence = 8;

std::uint32_t Apart(std::uint32_t a, std::uint32_t b) {
  return a > b ? a - b : b - a;
}

bool IsBefore(const WordPosition& a, const WordPosition& b) {
  return a.position < b.position;
}

// Where a word of the query stands in a value, as far as its field reaches.
std::span<const WordPosition> PlacesOf(const PositionNode& word,
                                       const ValueWords& value) {
  if (!IsFieldOfZone(word.field, value.zone)) return {};
  const std::vector<WordPosition>& places = value.places[word.word];
  if (word.field != FieldId::kLead) return places;
  const auto end =
      std::find_if(places.begin(), places.end(),
                   [](const WordPosition& at) { return at.paragraph != 0; });
  return {places.begin(), end};
}

// The first place at `position` or behind it.
auto FirstFrom(std::span<const WordPosition> places, std::uint32_t position) {
  return std::lower_bound(places.begin(), places.end(),
                          WordPosition{.position = position}, IsBefore);
}

bool StandsAt(std::span<const WordPosition> places, std::uint32_t position) {
  const auto at = FirstFrom(places, position);
  return at != places.end() && at->position == position;
}

bool IsPhraseOfWords(const PositionNode& node) {
  return node.kind == PositionNode::Kind::kSequence &&
         std::all_of(node.parts.begin(), node.parts.end(), [](const auto& p) {
           return p.kind == PositionNode::Kind::kWord;
         });
}

}  // namespace

bool AskForSentences(std::span<const PositionNode> nodes) {
  return std::any_of(nodes.begin(), nodes.end(), [](const PositionNode& node) {
    return node.scope == Near::Scope::kSentence || AskForSentences(node.parts);
  });
}

bool IsFieldOfZone(FieldId field, Zone zone) {
  if (field == FieldId::kText) return IsTextZone(zone);
  return FieldFor(field).zone == zone;
}

// An occurrence whose words are kept elsewhere: in the value, or in the memory
// of the checker.
struct PositionChecker::Placement {
  std::span<const WordPosition> words;  // never empty

  std::uint32_t begin() const { return words.front().position; }
  std::uint32_t end() const { return words.back().position; }

  bool SharesWordWith(const Placement& other) const {
    if (end() < other.begin() || other.end() < begin()) return false;
    return std::any_of(words.begin(), words.end(),
                       [&other](const WordPosition& word) {
                         return StandsAt(other.words, word.position);
                       });
  }

  std::uint32_t DistanceTo(const Placement& other) const {
    return std::min({Apart(begin(), other.begin()), Apart(begin(), other.end()),
                     Apart(end(), other.begin()), Apart(end(), other.end())});
  }

  // Whether all words of both stand in the same part (paragraph, sentence).
  bool IsInOneWith(const Placement& other,
                   std::uint32_t WordPosition::*part) const {
    const std::uint32_t first = words.front().*part;
    return words.back().*part == first && other.words.front().*part == first &&
           other.words.back().*part == first;
  }

  // Whether `next` may follow this one in a chain.
  bool IsNear(const PositionNode& node, const Placement& next) const {
    if (node.order == Near::Order::kAsWritten && next.begin() <= end())
      return false;
    switch (node.scope) {
      case Near::Scope::kWords:
        return DistanceTo(next) <= static_cast<std::uint32_t>(node.distance);
      case Near::Scope::kSentence:
        return IsInOneWith(next, &WordPosition::sentence);
      case Near::Scope::kParagraph:
        return IsInOneWith(next, &WordPosition::paragraph);
    }
    return false;
  }

  friend bool operator<(const Placement& a, const Placement& b) {
    return std::lexicographical_compare(a.words.begin(), a.words.end(),
                                        b.words.begin(), b.words.end(),
                                        IsBefore);
  }

  static void SortAndUnify(Placements& placements) {
    std::sort(placements.begin(), placements.end());
    const auto same = [](const Placement& a, const Placement& b) {
      return !(a < b) && !(b < a);
    };
    placements.erase(std::unique(placements.begin(), placements.end(), same),
                     placements.end());
  }
};

// Choosing one placement of each part, part by part.
struct PositionChecker::Search {
  Search(const PositionNode& asked, std::size_t how_many,
         std::pmr::memory_resource* memory)
      : node(asked),
        enough(how_many),
        candidates(memory),
        longest(memory),
        chosen(memory),
        found(memory) {
    candidates.reserve(node.parts.size());
    chosen.reserve(node.parts.size());
  }

  const PositionNode& node;
  std::size_t enough;
  std::pmr::vector<Placements> candidates;  // by part, by begin
  std::pmr::vector<std::uint32_t> longest;  // by part, of its candidates
  std::pmr::vector<const Placement*> chosen;
  Placements found;

  void Offer(Placements part) {
    std::uint32_t most = 0;
    for (const Placement& one : part)
      most = std::max(most, one.end() - one.begin());
    longest.push_back(most);
    candidates.push_back(std::move(part));
  }

  // Whether `next` may stand beside what is chosen.
  bool Fits(const Placement& next) const {
    if (chosen.empty()) return true;
    const bool is_taken = std::any_of(
        chosen.begin(), chosen.end(),
        [&next](const auto* one) { return one->SharesWordWith(next); });
    if (is_taken) return false;
    const Placement& last = *chosen.back();
    switch (node.kind) {
      case PositionNode::Kind::kSequence:
        return next.begin() == last.end() + 1;
      case PositionNode::Kind::kWindow:
        return FitsWindow(next);
      default:
        return last.IsNear(node, next);
    }
  }

  bool FitsWindow(const Placement& next) const {
    std::uint32_t low = next.begin();
    std::uint32_t high = next.end();
    for (const Placement* one : chosen) {
      low = std::min(low, one->begin());
      high = std::max(high, one->end());
    }
    return high - low <
           candidates.size() + static_cast<std::size_t>(node.distance);
  }

  // The first candidate of the next part that could fit, to begin with.
  std::size_t FirstCandidate() const {
    const Placements& next = candidates[chosen.size()];
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
        [](const Placement& p, std::uint32_t end) { return p.begin() < end; });
    return static_cast<std::size_t>(at - next.begin());
  }

  // Farther apart than this, no two neighbours fit.
  std::uint32_t Reach() const {
    return static_cast<std::uint32_t>(node.distance) +
           static_cast<std::uint32_t>(candidates.size());
  }

  // Whether candidates from here on stand too far behind to fit.
  bool IsBeyond(const Placement& next) const {
    if (chosen.empty() || node.scope != Near::Scope::kWords) return false;
    return next.begin() > chosen.back()->end() + Reach();
  }
};

bool PositionChecker::Matches(const PositionNode& node,
                              const ValueWords& value) {
  const bool matches = Spend(kStepsALook) && !FindUpTo(node, value, 1).empty();
  memory_.release();
  return matches;
}

std::vector<Occurrence> PositionChecker::Find(const PositionNode& node,
                                              const ValueWords& value) {
  std::vector<Occurrence> all;
  if (!Spend(kStepsALook)) return all;
  for (const Placement& one : FindUpTo(node, value, kAll))
    all.push_back({{one.words.begin(), one.words.end()}});
  memory_.release();
  return all;
}

// False: they are used up.
bool PositionChecker::Spend(std::uint64_t steps) {
  gave_up_ = gave_up_ || steps > left_;
  left_ -= gave_up_ ? left_ : steps;
  return !gave_up_;
}

PositionChecker::Placements PositionChecker::FindUpTo(const PositionNode& node,
                                                      const ValueWords& value,
                                                      std::size_t enough) {
  Placements found(&memory_);
  switch (node.kind) {
    case PositionNode::Kind::kWord: {
      auto places = PlacesOf(node, value);
      places = places.first(std::min(places.size(), enough));
      if (!Spend(1 + places.size() / 4)) return found;
      found.reserve(places.size());
      for (const WordPosition& place : places) found.push_back({{&place, 1}});
      return found;
    }
    case PositionNode::Kind::kAny:
      for (const PositionNode& part : node.parts) {
        const Placements some = FindUpTo(part, value, enough);
        found.insert(found.end(), some.begin(), some.end());
        if (found.size() >= enough) return found;
      }
      Placement::SortAndUnify(found);
      return found;
    case PositionNode::Kind::kSequence:
      if (IsPhraseOfWords(node)) return FindPhrase(node, value, enough);
      return Join(node, value, enough);
    case PositionNode::Kind::kWindow:
    case PositionNode::Kind::kNear:
      return Join(node, value, enough);
  }
  return found;
}

// Around the places of the word that has the fewest.
PositionChecker::Placements PositionChecker::FindPhrase(
    const PositionNode& node, const ValueWords& value, std::size_t enough) {
  Placements found(&memory_);
  PlacesByPart parts(&memory_);
  parts.reserve(node.parts.size());
  for (const PositionNode& part : node.parts) {
    parts.push_back(PlacesOf(part, value));
    if (parts.back().empty()) return found;
  }
  const auto rarest = std::min_element(
      parts.begin(), parts.end(),
      [](const auto& a, const auto& b) { return a.size() < b.size(); });
  const auto before = static_cast<std::uint32_t>(rarest - parts.begin());
  for (const WordPosition& place : *rarest) {
    if (place.position < before) continue;
    if (found.size() >= enough || gave_up_) break;
    const std::uint32_t begin = place.position - before;
    if (!IsPhraseAt(parts, begin)) continue;
    const std::span<WordPosition> words = Allocate(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
      words[i] = *FirstFrom(parts[i], begin + static_cast<std::uint32_t>(i));
    found.push_back({words});
  }
  return found;
}

bool PositionChecker::IsPhraseAt(const PlacesByPart& parts,
                                 std::uint32_t position) {
  return std::all_of(parts.begin(), parts.end(), [&](const auto& places) {
    return Spend(1) && StandsAt(places, position++);
  });
}

PositionChecker::Placements PositionChecker::Join(const PositionNode& node,
                                                  const ValueWords& value,
                                                  std::size_t enough) {
  Search search(node, enough, &memory_);
  for (const PositionNode& part : node.parts) {
    Placements candidates = FindUpTo(part, value, kAll);
    if (candidates.empty()) return candidates;
    search.Offer(std::move(candidates));
  }
  Extend(search);
  Placement::SortAndUnify(search.found);
  return std::move(search.found);
}

// Depth: the number of parts, which the limits of a query bound.
void PositionChecker::Extend(Search& search) {
  if (search.chosen.size() == search.candidates.size()) {
    search.found.push_back({Together(search)});
    return;
  }
  const Placements& next = search.candidates[search.chosen.size()];
  for (std::size_t i = search.FirstCandidate(); i < next.size(); ++i) {
    if (search.found.size() >= search.enough) return;
    // What is chosen is compared with, so it is work, too.
    if (!Spend(1 + search.chosen.size())) return;
    if (search.IsBeyond(next[i])) return;
    if (!search.Fits(next[i])) continue;
    search.chosen.push_back(&next[i]);
    Extend(search);
    search.chosen.pop_back();
  }
}

std::span<const WordPosition> PositionChecker::Together(const Search& search) {
  std::size_t count = 0;
  for (const Placement* one : search.chosen) count += one->words.size();
  Spend(kStepsAnOccurrence + count);
  const std::span<WordPosition> words = Allocate(count);
  auto end = words.begin();
  for (const Placement* one : search.chosen)
    end = std::copy(one->words.begin(), one->words.end(), end);
  std::sort(words.begin(), words.end(), IsBefore);
  return words;
}

std::span<WordPosition> PositionChecker::Allocate(std::size_t count) {
  std::pmr::polymorphic_allocator<WordPosition> allocator(&memory_);
  WordPosition* const words = allocator.allocate(count);
  std::uninitialized_default_construct_n(words, count);
  return {words, count};
}

Error TooManyPlacements(std::uint64_t steps, std::string_view id) {
  return {ErrorCode::kQuery,
          fmt::format("the words of the query's distances can stand in more "
                      "ways than the {} that are tried; given up in {}",
                      WithCommas(steps), id),
          "fewer repeated words, fewer or smaller distances, or a narrower "
          "search"};
}

}  // namespace archive
