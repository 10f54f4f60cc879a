#include "indexer/readers/table_cells.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/dates/date_scanner.h"
#include "common/dates/timestamp.h"

namespace archive {
namespace {

bool IsNumber(std::string_view cell) {
  constexpr std::size_t kMostDigits = 15;
  if (cell.starts_with('-')) cell.remove_prefix(1);
  const std::size_t point = std::min(cell.find('.'), cell.size());
  const auto are_digits = [](std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit);
  };
  if (cell.size() > kMostDigits || !are_digits(cell.substr(0, point)))
    return false;
  if (point > 1 && cell.front() == '0') return false;
  return point == cell.size() || are_digits(cell.substr(point + 1));
}

// The items of ['war', "peace"], as Python and JSON write lists; empty for what
// is not wholly a list of texts.
std::vector<std::string> ItemsOf(std::string_view cell) {
  std::vector<std::string> items;
  if (cell.size() < 2 || cell.front() != '[' || cell.back() != ']') return {};
  cell = cell.substr(1, cell.size() - 2);
  for (std::size_t at = 0;;) {
    at = std::min(cell.find_first_not_of(" \n", at), cell.size());
    if (at == cell.size()) return items;
    const char quote = cell[at++];
    if (quote != '\'' && quote != '"') return {};
    std::string item;
    for (; at < cell.size() && cell[at] != quote; ++at) {
      if (cell[at] == '\\' && at + 1 < cell.size()) ++at;
      item += cell[at];
    }
    if (at == cell.size()) return {};
    items.push_back(std::move(item));
    at = std::min(cell.find_first_not_of(" \n", at + 1), cell.size());
    if (at < cell.size() && cell[at++] != ',') return {};
  }
}

// The day or moment of a cell, where JSON would not know it.
std::string DateOf(std::string_view cell, DateOrder order) {
  if (!ParseTimestamp(cell)) {
    const std::vector<DateInText> dates = DatesInText(cell, order);
    if (dates.size() == 1) return ToIsoString(dates.front().when);
  }
  return std::string(cell);
}

// Of seconds, the whole ones; nothing else is meant by a point.
bool IsMoment(std::string_view cell) {
  constexpr std::size_t kFewestDigits = 9;
  return IsNumber(cell) &&
         (cell.find('.') >= kFewestDigits);  // npos, where there is none
}

}  // namespace

bool SaysNoValue(std::string_view cell) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"\\N", "NULL", "null", "None", "nan", "NaN", "<NA>"});
  return std::find(kWords.begin(), kWords.end(), cell) != kWords.end();
}

void OrderOfDates::Look(std::string_view cell) {
  constexpr int kMonths = 12;
  DateScanner scan(cell);
  const std::optional<int> first = scan.TakeNumber(1, 2);
  if (!first || !scan.TakeOneOf("/.-")) return;
  const std::optional<int> second = scan.TakeNumber(1, 2);
  if (!second) return;
  day_first_ |= *first > kMonths && *second <= kMonths;
  month_first_ |= *second > kMonths && *first <= kMonths;
}

DateOrder OrderOfDates::Found() const {
  if (day_first_ == month_first_) return DateOrder::kUnknown;
  return day_first_ ? DateOrder::kDayFirst : DateOrder::kMonthFirst;
}

void WriteCell(std::string_view cell, JsonField field, DateOrder order,
               JsonWriter& json) {
  const std::vector<std::string> items = ItemsOf(cell);
  if (!items.empty()) {
    json.BeginArray();
    for (const std::string& item : items) json.String(item);
    return json.EndArray();
  }
  if (field == JsonField::kOcr && IsNumber(cell))
    return json.Double(std::stod(std::string(cell)));
  if (field != JsonField::kDate && field != JsonField::kModified)
    return json.String(cell);
  if (IsMoment(cell)) return json.Int(std::stoll(std::string(cell)));
  json.String(DateOf(cell, order));
}

}  // namespace archive
