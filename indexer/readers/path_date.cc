#include "indexer/readers/path_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

constexpr int kFirstYear = 1600;
constexpr int kLastYear = 2100;
constexpr double kDayConfidence = 0.8;
constexpr double kMonthConfidence = 0.7;

// What names are called after the day when somebody made a copy.
constexpr auto kCopies = std::to_array<std::string_view>(
    {"backup", "crawl", "download", "dump", "export", "harvest", "import",
     "mirror", "scrape", "snapshot"});

std::vector<std::string_view> PartsOf(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    parts.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

bool IsPossible(const Date& date) {
  return date.year >= kFirstYear && date.year <= kLastYear && date.month != 0 &&
         Exists(date);
}

// The number that a folder's whole name is.
std::optional<int> NumberOf(std::string_view name, std::size_t digits) {
  DateScanner scan(name);
  const std::optional<int> number = scan.TakeNumber(digits, digits);
  return scan.AtEnd() ? number : std::nullopt;
}

// A day written inside a name, its first digit at `at`: "2021-03-02",
// "2021_03_02", "20210302", and no further digit.
std::optional<Date> DayAt(std::string_view name, std::size_t at) {
  DateScanner scan(name.substr(at));
  const std::size_t digits = scan.PeekDigits().size();
  if (digits != 4 && digits != 8) return std::nullopt;
  Date date;
  date.year = *scan.TakeDigits(4);
  const char separator = digits == 8 ? '\0' : scan.Peek();
  if (digits == 4 && !scan.TakeOneOf("-_")) return std::nullopt;
  const std::optional<int> month =
      digits == 8 ? scan.TakeDigits(2) : scan.TakeNumber(2, 2);
  if (!month || (digits == 4 && !scan.Take(separator))) return std::nullopt;
  const std::optional<int> day = scan.TakeNumber(2, 2);
  if (!day || *day == 0) return std::nullopt;
  date.month = *month;
  date.day = *day;
  return IsPossible(date) ? std::optional(date) : std::nullopt;
}

// "backup-2023-06-01", but not "2023-06-01-wheat-export.txt".
bool IsOfACopy(std::string_view name) {
  std::string letters;
  for (const char c : name.substr(0, name.find('.'))) {
    if (IsLetter(c)) letters += Lower(c);
  }
  return std::find(kCopies.begin(), kCopies.end(), letters) != kCopies.end();
}

std::optional<Date> DayInName(std::string_view name) {
  if (IsOfACopy(name)) return std::nullopt;
  std::optional<Date> found;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool starts_number =
        IsDigit(name[at]) && (at == 0 || !IsDigit(name[at - 1]));
    if (!starts_number) continue;
    if (const std::optional<Date> day = DayAt(name, at)) found = day;
  }
  return found;
}

// "2021-03" as a whole name.
std::optional<Date> MonthOfName(std::string_view name) {
  if (name.size() != 7 || name[4] != '-') return std::nullopt;
  const std::optional<int> year = NumberOf(name.substr(0, 4), 4);
  const std::optional<int> month = NumberOf(name.substr(5), 2);
  if (!year || !month) return std::nullopt;
  const Date date{*year, *month, 0};
  return IsPossible(date) ? std::optional(date) : std::nullopt;
}

// A month's name or a number of one digit stand for a month only where a day
// follows: /2021/mar/2/, /2021/3/2/.
std::optional<Date> LooseDayInFolders(
    const std::vector<std::string_view>& folders, std::size_t at) {
  if (at + 2 >= folders.size()) return std::nullopt;
  const auto number = [&folders](std::size_t i) {
    DateScanner scan(folders[i]);
    const std::optional<int> value = scan.TakeNumber(1, 2);
    return scan.AtEnd() ? value.value_or(0) : 0;
  };
  const std::optional<int> year = NumberOf(folders[at], 4);
  const int named = MonthNamed(folders[at + 1]);
  const int day = number(at + 2);
  if (!year || day == 0) return std::nullopt;
  const Date date{*year, named != 0 ? named : number(at + 1), day};
  return IsPossible(date) ? std::optional(date) : std::nullopt;
}

// The folders 2021, 03 and perhaps 02 from `at` on.
std::optional<Date> DateInFolders(const std::vector<std::string_view>& folders,
                                  std::size_t at) {
  if (at + 1 >= folders.size()) return std::nullopt;
  const std::optional<int> year = NumberOf(folders[at], 4);
  const std::optional<int> month = NumberOf(folders[at + 1], 2);
  if (!year || !month) return std::nullopt;
  const Date in_month{*year, *month, 0};
  if (!IsPossible(in_month)) return std::nullopt;
  if (at + 2 >= folders.size()) return in_month;
  const std::optional<int> day = NumberOf(folders[at + 2], 2);
  if (!day || *day == 0) return in_month;
  const Date date{*year, *month, *day};
  // The 31st of February: nothing there can be believed.
  return IsPossible(date) ? std::optional(date) : std::nullopt;
}

}  // namespace

std::optional<Publication> DateFromPath(std::string_view path) {
  std::vector<std::string_view> parts = PartsOf(path);
  std::optional<Date> best;
  const auto consider = [&best](const std::optional<Date>& date) {
    if (date && (!best || best->day == 0 || date->day != 0)) best = date;
  };
  const std::string_view file_name = parts.back();
  parts.pop_back();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    consider(MonthOfName(parts[i]));
    consider(DateInFolders(parts, i));
    consider(LooseDayInFolders(parts, i));
    consider(DayInName(parts[i]));
  }
  consider(DayInName(file_name));
  if (!best) return std::nullopt;
  return Publication{{.date = *best},
                     DateSource::kPath,
                     best->day != 0 ? kDayConfidence : kMonthConfidence};
}

}  // namespace archive
