#include "indexer/readers/script_dates.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/dates/date_scanner.h"
#include "common/dates/timestamp.h"
#include "indexer/readers/date_text.h"

namespace archive {
namespace {

// Keys without '_' and '-', small letters.
constexpr auto kKeys = std::to_array<std::string_view>(
    {"datepublished", "publishedat", "publishdate", "publisheddate",
     "publicationdate", "pubdate", "firstpublished", "firstpublishedat",
     "datepublication", "publishedtime", "publishtime", "publishedon",
     "createdat", "dateofpublication", "originalpublicationdate"});

constexpr std::size_t kLongestKey = 32;
constexpr std::size_t kLongestValue = 32;

// The key that ends before the quote at `end`, as kKeys writes it.
std::string KeyBefore(std::string_view script, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongestKey &&
         (IsLetter(script[begin - 1]) || script[begin - 1] == '_' ||
          script[begin - 1] == '-'))
    --begin;
  std::string key;
  for (const char c : script.substr(begin, end - begin)) {
    if (IsLetter(c)) key += Lower(c);
  }
  return key;
}

std::optional<Timestamp> DateOf(std::string_view value) {
  if (const auto when = ParseTimestamp(value); when && when->date.day != 0)
    return when;
  const auto dates = DatesInText(value, DateOrder::kUnknown);
  if (dates.empty() || dates.front().begin != 0) return std::nullopt;
  return dates.front().when;
}

}  // namespace

std::optional<Timestamp> PublishedInScript(std::string_view script) {
  // "key":"value", with blanks around the colon or without.
  for (std::size_t colon = script.find(':'); colon != std::string_view::npos;
       colon = script.find(':', colon + 1)) {
    std::size_t quote = colon;
    while (quote > 0 && script[quote - 1] == ' ') --quote;
    if (quote == 0 || script[quote - 1] != '"') continue;
    std::size_t begin = colon + 1;
    while (begin < script.size() && script[begin] == ' ') ++begin;
    if (begin + 1 >= script.size() || script[begin] != '"' ||
        !IsDigit(script[begin + 1]))
      continue;
    const std::string key = KeyBefore(script, quote - 1);
    if (std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end()) continue;
    const std::string_view rest = script.substr(begin + 1, kLongestValue + 1);
    const std::size_t end = rest.find('"');
    if (end == std::string_view::npos) continue;
    if (const auto when = DateOf(rest.substr(0, end))) return when;
  }
  return std::nullopt;
}

}  // namespace archive
