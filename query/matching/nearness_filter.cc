#include "query/matching/nearness_filter.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace archive {
namespace {

// A word takes two units at most, and one mark stands between two words: what
// is so many words away is no farther than this.
constexpr std::size_t kUnitsOfWord = 3;

// Words that may be that far apart are near nearly everywhere.
constexpr int kMostDistance = 60;

constexpr std::size_t kNowhere = ~std::size_t{0};

// Whether a value ends there.
bool EndsValue(TokenUnit unit) {
  return unit == kValueMark || IsZoneMark(unit);
}

// Whether a phrase goes on behind it.
bool IsPassed(TokenUnit unit) {
  return IsMark(unit) && !EndsValue(unit) && unit != kParagraphMark;
}

std::size_t UnitsOf(TokenUnit first) {
  return first < kFirstMark ? 1 : 2;
}

WordCode CodeAt(std::span<const TokenUnit> units, std::size_t at) {
  const std::size_t count = std::min(UnitsOf(units[at]), units.size() - at);
  return TokenReader(units.subspan(at, count)).TakeWord();
}

std::size_t WordBehind(std::span<const TokenUnit> units, std::size_t at) {
  at += UnitsOf(units[at]);
  while (at < units.size() && IsPassed(units[at])) ++at;
  return at < units.size() && !IsMark(units[at]) ? at : kNowhere;
}

std::size_t WordBefore(std::span<const TokenUnit> units, std::size_t at) {
  while (at > 0 && IsPassed(units[at - 1])) --at;
  if (at == 0 || IsMark(units[at - 1])) return kNowhere;
  const std::size_t count = UnitsOf(units[at - 1]);
  return at < count ? kNowhere : at - count;
}

Zone ZoneAt(std::span<const TokenUnit> units, std::size_t at) {
  while (at > 0) {
    if (IsZoneMark(units[--at])) return ZoneOf(units[at]);
  }
  return Zone::kNone;
}

Nearness Both(Nearness a, Nearness b) {
  return std::min(a, b);
}

}  // namespace

const NearnessFilter::Form* NearnessFilter::Part::Find(WordCode code) const {
  const auto at = std::lower_bound(
      forms.begin(), forms.end(), code,
      [](const Form& form, WordCode wanted) { return form.code < wanted; });
  return at != forms.end() && at->code == code ? &*at : nullptr;
}

std::vector<WordCode> NearnessFilter::Part::Codes() const {
  std::vector<WordCode> codes;
  for (const Form& form : forms) codes.push_back(form.code);
  return codes;
}

NearnessFilter::NearnessFilter(std::vector<Part> parts,
                               const PositionNode& question)
    : parts_(std::move(parts)),
      anchor_(static_cast<std::size_t>(
          std::min_element(parts_.begin(), parts_.end(),
                           [](const Part& a, const Part& b) {
                             return a.occurrences < b.occurrences;
                           }) -
          parts_.begin())),
      is_phrase_(question.kind == PositionNode::Kind::kSequence),
      is_ordered_(question.order == Near::Order::kAsWritten),
      distance_(static_cast<std::size_t>(question.distance)),
      anchor_finder_(UnitFinder::OfWords(parts_[anchor_].Codes())) {
  if (is_phrase_) return;
  // The neighbours of several may be the same word.
  may_be_sure_ = parts_.size() == 2;
  if (anchor_ > 0) before_ = UnitFinder::OfWords(parts_[anchor_ - 1].Codes());
  if (anchor_ + 1 < parts_.size())
    behind_ = UnitFinder::OfWords(parts_[anchor_ + 1].Codes());
}

std::optional<NearnessFilter> NearnessFilter::Make(
    const Segment& segment, const PositionNode& question,
    std::span<const StreamSource::QueryWord> words) {
  using Kind = PositionNode::Kind;
  const bool is_distance =
      question.kind == Kind::kNear && question.scope == Near::Scope::kWords &&
      question.distance >= 0 && question.distance <= kMostDistance;
  if (question.kind != Kind::kSequence && !is_distance) return std::nullopt;
  const Vocabulary& vocabulary = segment.vocabulary();
  std::vector<Part> parts;
  bool asks_for_letters = false;
  for (const PositionNode& node : question.parts) {
    if (node.kind != Kind::kWord) return std::nullopt;
    Part& part = parts.emplace_back(Part{.field = node.field});
    asks_for_letters = asks_for_letters || words[node.word].letters;
    for (const IndexedWord& form : words[node.word].forms) {
      part.forms.push_back({vocabulary.CodeOf(form.rank), form.languages});
      part.occurrences += vocabulary.OccurrencesOf(form.rank);
    }
    std::sort(part.forms.begin(), part.forms.end(),
              [](const Form& a, const Form& b) { return a.code < b.code; });
  }
  if (parts.size() < 2) return std::nullopt;
  NearnessFilter filter(std::move(parts), question);
  if (asks_for_letters) filter.may_be_sure_ = false;
  return filter;
}

Nearness NearnessFilter::Look(TokenReader article,
                              LanguageMask language) const {
  const Units units = article.Units(0, article.size());
  Nearness best = Nearness::kNo;
  for (std::size_t at = anchor_finder_.Next(units, 0); at < units.size();
       at = anchor_finder_.Next(units, at + 1)) {
    if (parts_[anchor_].Find(CodeAt(units, at)) == nullptr) continue;
    best = std::max(best, is_phrase_ ? LookForPhrase(units, at, language)
                                     : LookForNeighbours(units, at, language));
    if (best == Nearness::kYes) return best;
  }
  return best;
}

// Whether the word at `at` surely counts as one of the part.
bool NearnessFilter::Counts(Units units, std::size_t at, std::size_t part,
                            LanguageMask language) const {
  const Form* const form = parts_[part].Find(CodeAt(units, at));
  return form != nullptr &&
         (form->languages == kAnyLanguage || (form->languages & language) != 0);
}

Nearness NearnessFilter::LookForPhrase(Units units, std::size_t at,
                                       LanguageMask language) const {
  std::size_t first = at;
  for (std::size_t part = anchor_; part-- > 0;) {
    first = WordBefore(units, first);
    if (first == kNowhere) return Nearness::kNo;
  }
  bool is_sure = may_be_sure_;
  std::size_t place = first;
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    if (part != 0) place = WordBehind(units, place);
    if (place == kNowhere || parts_[part].Find(CodeAt(units, place)) == nullptr)
      return Nearness::kNo;
    is_sure = is_sure && Counts(units, place, part, language);
  }
  return is_sure && IsInFields(ZoneAt(units, first)) ? Nearness::kYes
                                                     : Nearness::kPerhaps;
}

// Whether words of all parts may stand in the zone, wherever.
bool NearnessFilter::IsInFields(Zone zone) const {
  return std::all_of(parts_.begin(), parts_.end(), [zone](const Part& part) {
    return part.field != FieldId::kLead && IsFieldOfZone(part.field, zone);
  });
}

Nearness NearnessFilter::LookForNeighbours(Units units, std::size_t at,
                                           LanguageMask language) const {
  Nearness all = Nearness::kYes;
  if (before_)
    all = Both(all, LookBeside(units, at, anchor_ - 1, *before_, language));
  if (behind_ && all != Nearness::kNo)
    all = Both(all, LookBeside(units, at, anchor_ + 1, *behind_, language));
  if (all != Nearness::kYes) return all;
  const bool is_sure = may_be_sure_ && Counts(units, at, anchor_, language) &&
                       IsInFields(ZoneAt(units, at));
  return is_sure ? Nearness::kYes : Nearness::kPerhaps;
}

Nearness NearnessFilter::LookBeside(Units units, std::size_t at,
                                    std::size_t part, const UnitFinder& finder,
                                    LanguageMask language) const {
  const std::size_t reach = kUnitsOfWord * (distance_ + 1);
  const std::size_t begin = at - std::min(at, reach);
  const std::size_t end = std::min(units.size(), at + reach + 1);
  Nearness best = Nearness::kNo;
  for (std::size_t block = begin; block < end; block += UnitFinder::kBlock) {
    for (std::uint32_t found = finder.Find(units.subspan(
             block, std::min(UnitFinder::kBlock, units.size() - block)));
         found != 0; found &= found - 1) {
      const std::size_t place =
          block + static_cast<std::size_t>(std::countr_zero(found));
      const bool is_in_order = (place < at) == (part < anchor_);
      // A word is not near itself.
      if (place == at || (is_ordered_ && !is_in_order)) continue;
      if (parts_[part].Find(CodeAt(units, place)) == nullptr) continue;
      if (!IsWithin(units, std::min(at, place), std::max(at, place))) continue;
      if (Counts(units, place, part, language)) return Nearness::kYes;
      best = Nearness::kPerhaps;
    }
  }
  return best;
}

// Counted as positions.h does.
bool NearnessFilter::IsWithin(Units units, std::size_t from,
                              std::size_t to) const {
  std::size_t apart = 0;
  while (from < to) {
    const TokenUnit unit = units[from];
    if (EndsValue(unit)) return false;
    if (!IsMark(unit) || unit == kParagraphMark) ++apart;
    if (apart > distance_) return false;
    from += IsMark(unit) ? 1 : UnitsOf(unit);
  }
  return true;
}

}  // namespace archive
