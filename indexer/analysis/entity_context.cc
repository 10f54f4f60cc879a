#include "indexer/analysis/entity_context.h"

#include <algorithm>
#include <string>

namespace archive {
namespace {

constexpr std::size_t kLongestName = 7;  // of the lists, in words
constexpr std::size_t kWidestGap = 3;    // between two capitals of a name
constexpr EntityHash kHyphen = HashOf("-");
constexpr std::uint16_t kManyTimes = 60000;

void Count(std::uint16_t& count) {
  if (count < kManyTimes) ++count;
}

}  // namespace

void EntityContext::Begin(std::span<const EntityWordId> tokens,
                          std::span<const std::size_t> sentence_ends) {
  tokens_ = tokens;
  ++document_;
  acronyms_.clear();
  if (occurrences_.size() < words_.lower_size())
    occurrences_.resize(words_.lower_size());
  std::size_t begin = 0;
  for (const std::size_t end : sentence_ends) {
    CountSentence(begin, end);
    begin = end;
  }
}

void EntityContext::CountSentence(std::size_t begin, std::size_t end) {
  bool has_small = false;
  for (std::size_t i = begin; i < end && !has_small; ++i)
    has_small = At(i).Is(EntityWord::kHasSmall);
  if (!has_small) return;  // its capitals say nothing
  for (std::size_t i = begin; i < end; ++i) {
    const EntityWord& word = At(i);
    if (!word.Is(EntityWord::kLetters)) continue;
    Occurrences& counts = occurrences_[word.lower_id];
    if (counts.document != document_) counts = {.document = document_};
    if (word.Is(EntityWord::kSmall)) {
      Count(counts.small);
    } else {
      if (i > begin) Count(counts.capital);
      CountCapital(i, begin, end, counts);
    }
  }
  ReadAcronyms(begin, end);
}

void EntityContext::CountCapital(std::size_t i, std::size_t begin,
                                 std::size_t end, Occurrences& counts) const {
  if (i > begin) {
    const EntityWord& before = At(i - 1);
    if (before.Is(EntityWord::kCapital) && !before.Is(EntityWord::kOneByte))
      Count(counts.later);
    if (before.Is(EntityWord::kTitle)) counts.surroundings |= kBehindTitle;
    if (before.Is(EntityWord::kPlacePreposition) &&
        before.Is(EntityWord::kSmall))
      counts.surroundings |= kBehindPreposition;
    if (before.Is(EntityWord::kThe) && before.Is(EntityWord::kSmall))
      counts.surroundings |= kBehindThe;
  }
  if (i + 1 < end) {
    const EntityWord& behind = At(i + 1);
    if (behind.Is(EntityWord::kCapital)) Count(counts.earlier);
    if (behind.Is(EntityWord::kSays)) counts.surroundings |= kBeforeSaying;
    if (behind.Is(EntityWord::kPossessive))
      counts.surroundings |= kBeforePossessive;
  }
}

// International Monetary Fund gives IMF; of, and, the give nothing.
void EntityContext::ReadAcronyms(std::size_t begin, std::size_t end) {
  static constexpr std::size_t kFewest = 2;
  static constexpr std::size_t kMost = 6;
  std::string initials;
  std::size_t last = begin;
  const auto finish = [&] {
    if (initials.size() >= kFewest && initials.size() <= kMost)
      acronyms_.emplace(HashOf(initials), At(last).lower);
    initials.clear();
  };
  for (std::size_t i = begin; i < end; ++i) {
    const EntityWord& word = At(i);
    if (word.initial != 0 && word.Is(EntityWord::kHasSmall)) {
      initials += word.initial;
      last = i;
    } else if (!word.Is(EntityWord::kJoiner)) {
      finish();
    }
  }
  finish();
}

void EntityContext::EnterSentence(std::size_t begin, std::size_t end) {
  begin_ = begin;
  end_ = end;
  all_capitals_ = true;
  std::size_t small = 0;
  std::size_t capital = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const EntityWord& word = At(i);
    if (word.Is(EntityWord::kHasSmall)) all_capitals_ = false;
    if (!word.Is(EntityWord::kLetters)) continue;
    ++(word.Is(EntityWord::kSmall) ? small : capital);
  }
  is_title_ = !all_capitals_ && capital >= 4 && small * 4 <= capital;
  MarkLive();
  MarkNames();
  MarkRuns();
}

void EntityContext::MarkLive() {
  const std::size_t n = end_ - begin_;
  live_.assign(n, 0);
  std::size_t last = n;  // the last capital; n: none yet
  for (std::size_t i = 0; i < n; ++i) {
    if (!MayBeName(At(begin_ + i))) continue;
    if (last != n && i - last <= kWidestGap + 1)
      std::fill(live_.begin() + static_cast<std::ptrdiff_t>(last),
                live_.begin() + static_cast<std::ptrdiff_t>(i), 1);
    live_[i] = 1;
    last = i;
    // 20th Century, Boeing 747, Yahoo !
    if (i > 0 && !At(begin_ + i - 1).Is(EntityWord::kSmall)) live_[i - 1] = 1;
    if (i + 1 < n && !At(begin_ + i + 1).Is(EntityWord::kSmall))
      live_[i + 1] = 1;
    // Ki - moon
    if (i + 2 < n && At(begin_ + i + 1).lower == kHyphen) live_[i + 2] = 1;
  }
}

void EntityContext::MarkNames() {
  const EntityLexicon& lexicon = words_.lexicon();
  names_.assign(end_ - begin_, 0);
  for (std::size_t i = begin_; i < end_; ++i) {
    const EntityWord& first = At(i);
    if (!first.Is(EntityWord::kCapital) && !first.Is(EntityWord::kLikePlace))
      continue;
    EntityHash chain = first.lower;
    for (std::size_t j = i; j < end_ && j < i + kLongestName; ++j) {
      if (j > i) chain = ChainHash(chain, At(j).lower);
      const std::size_t row = lexicon.names.Find(chain);
      if (row == HashedKeys::kNone) break;
      const std::uint8_t lists = lexicon.lists[row];
      for (std::size_t q = i; q <= j; ++q) {
        const std::uint32_t place = i == j   ? 3U
                                    : q == i ? 0U
                                    : q == j ? 2U
                                             : 1U;
        for (std::uint32_t list = 0; list < kNameListCount; ++list) {
          if ((lists >> list & 1U) != 0)
            names_[q - begin_] |= 1U << (list * 4 + place);
        }
      }
      if ((lists & kBeginsLongerName) == 0) break;
    }
  }
}

void EntityContext::MarkRuns() {
  const std::size_t n = end_ - begin_;
  run_begins_.resize(n);
  run_ends_.resize(n);
  for (std::size_t i = 0; i < n;) {
    std::size_t end = i;
    while (end < n && At(begin_ + end).Is(EntityWord::kCapital)) ++end;
    end = std::max(end, i + 1);
    for (std::size_t j = i; j < end; ++j) {
      run_begins_[j] = static_cast<std::uint32_t>(i);
      run_ends_[j] = static_cast<std::uint32_t>(end);
    }
    i = end;
  }
}

}  // namespace archive
