#include "query/matching/remote_share.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "common/dates/day.h"
#include "common/index/schema.h"
#include "query/matching/remote_articles.h"

namespace archive {
namespace {

using Query = Xapian::Query;

// "20210302"; nothing for what is no date.
std::optional<Day> DayOfValue(std::string_view value) {
  constexpr std::size_t kDigits = 8;
  constexpr int kHundred = 100;
  int number = 0;
  if (value.size() != kDigits ||
      std::from_chars(value.data(), value.data() + kDigits, number).ptr !=
          value.data() + kDigits)
    return std::nullopt;
  const Date date = {number / kHundred / kHundred, number / kHundred % kHundred,
                     number % kHundred};
  const DayRange days = RangeOf(date);
  return days.first;
}

Query IsDated() {
  return Query(Query::OP_VALUE_GE, FieldFor(FieldId::kDate).slot, "0");
}

// A date of which only the month is known stands in its slot as a day.
bool CanTellDays(const RemoteWish& wish, const RemoteServer& server) {
  const bool take_days = std::all_of(
      wish.visitors.begin(), wish.visitors.end(),
      [](const MatchVisitor* visitor) { return visitor->TakesDays(); });
  return take_days &&
         (wish.visitors.empty() || server.facts().vague_dates == 0);
}

bool CanTellPage(const RemoteQuery& made, const RemoteWish& wish,
                 std::size_t limit) {
  if (wish.page_end == 0) return true;
  if (wish.page_end > limit) return false;
  return wish.order == SortOrder::kNewest || wish.order == SortOrder::kOldest ||
         (wish.order == SortOrder::kRelevance && !made.scores);
}

bool IsShown(Xapian::docid doc, Hidden hidden, const RemoteServer& server) {
  return !server.removed().contains(doc) &&
         (hidden == Hidden::kShown || !server.hidden().contains(doc));
}

void Append(const ServedMatches& found, const RemoteWish& wish,
            const RemoteServer& server, RemotePage& page) {
  for (const Xapian::docid doc : found.docs) {
    if (page.size() == wish.page_end) return;
    if (IsShown(doc, wish.hidden, server)) page.push_back(doc);
  }
}

}  // namespace

bool CanBeCounted(const RemoteQuery& made, const RemoteWish& wish,
                  const RemoteServer& server, std::size_t limit) {
  const std::size_t gone = server.removed().size() + server.hidden().size();
  return made.is_exact && !wish.needs_each && gone <= limit &&
         CanTellDays(wish, server) && CanTellPage(made, wish, limit);
}

// Undated articles come last in both orders; the slot has them as the oldest.
RemotePage PageOf(const Query& query, const RemoteWish& wish,
                  const RemoteServer& server) {
  RemotePage page;
  if (wish.page_end == 0) return page;
  const std::size_t most =
      wish.page_end + server.removed().size() + server.hidden().size();
  if (wish.order != SortOrder::kOldest) {
    Append(server.Find(query, most, ServedOrder::kNewest), wish, server, page);
    return page;
  }
  Append(server.Find(Query(Query::OP_AND, query, IsDated()), most,
                     ServedOrder::kOldest),
         wish, server, page);
  if (page.size() < wish.page_end)
    Append(server.Find(Query(Query::OP_AND_NOT, query, IsDated()), most,
                       ServedOrder::kOldest),
           wish, server, page);
  return page;
}

CountedShare CountShare(const Query& query, const RemoteWish& wish,
                        RemoteCounts& counts) {
  CountedShare share;
  share.total = counts.Count(query, wish.hidden);
  std::vector<Slot> slots;
  for (const FieldId field : wish.facets) slots.push_back(FieldFor(field).slot);
  if (!wish.visitors.empty()) slots.push_back(FieldFor(FieldId::kDate).slot);
  if (slots.empty()) return share;
  const std::vector<PackedCounts> packed =
      counts.CountValues(query, slots, wish.hidden);
  for (std::size_t i = 0; i < wish.facets.size(); ++i) {
    auto& values = share.facets.emplace_back();
    for (const auto& [text, articles] : packed[i]) {
      for (std::string& value : UnpackValues(text))
        values[std::move(value)] += articles;
    }
  }
  if (wish.visitors.empty()) return share;
  std::uint64_t dated = 0;
  for (const auto& [value, articles] : packed.back()) {
    const std::optional<Day> day = DayOfValue(value);
    if (!day) continue;
    share.days[day] += articles;
    dated += articles;
  }
  if (dated < share.total) share.days[std::nullopt] = share.total - dated;
  return share;
}

}  // namespace archive
