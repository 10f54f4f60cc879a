#include "query/option_values.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "common/dates/date_expression.h"
#include "common/text/edit_distance.h"
#include "common/text/shell_words.h"
#include "query/language/characters.h"
#include "query/output/hit_fields.h"

namespace archive {
namespace {

constexpr std::size_t kMostSuggestions = 3;

std::vector<std::string> Parts(const std::vector<std::string>& texts) {
  std::vector<std::string> parts;
  for (const std::string& text : texts) {
    std::string_view rest = text;
    for (;;) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      if (comma > 0) parts.emplace_back(rest.substr(0, comma));
      if (comma == rest.size()) break;
      rest.remove_prefix(comma + 1);
    }
  }
  return parts;
}

// What an argument with spaces was in the query: a group, or a phrase.
std::string Grouped(const std::string& words) {
  for (const std::string_view keyword : {" AND ", " OR ", " NOT "}) {
    if (words.find(keyword) != std::string::npos) return '(' + words + ')';
  }
  return '"' + words + '"';
}

Result<FacetRequest> ReadFacet(std::string_view text) {
  FacetRequest facet;
  const std::size_t colon = std::min(text.find(':'), text.size());
  const std::string name = LowerAscii(text.substr(0, colon));
  const Field* const field = FindField(name);
  if (field == nullptr || !field->facetable)
    return Error{
        ErrorCode::kUsage,
        fmt::format("--facet {}: {}", name,
                    field == nullptr ? "there is no such field"
                                     : "this field is not counted"),
        fmt::format("fields that are: {}", fmt::join(FacetableNames(), ", "))};
  facet.field = field->id;
  if (colon == text.size()) return facet;
  const auto limit = ReadLimit(text.substr(colon + 1));
  if (!limit || *limit == 0)
    return Error{ErrorCode::kUsage,
                 fmt::format("--facet {}: how many values?", text),
                 fmt::format("{0}:5 or {0}:all", name)};
  facet.limit = *limit;
  return facet;
}

}  // namespace

std::vector<std::string> FacetableNames() {
  std::vector<std::string> names;
  for (const Field& field : kFields) {
    if (field.facetable) names.emplace_back(field.name);
  }
  return names;
}

Result<std::size_t> ReadLimit(std::string_view text) {
  if (text == "all") return kNoLimit;
  std::size_t limit = 0;
  const auto [end, code] =
      std::from_chars(text.data(), text.data() + text.size(), limit);
  if (code != std::errc() || end != text.data() + text.size())
    return Error{ErrorCode::kUsage,
                 fmt::format("--limit {}: neither a number nor all", text),
                 "-n 20, or -n all"};
  return limit;
}

Result<Day> ReadToday(std::string_view text, Day today) {
  const SingleDateReading reading = ReadSingleDate(text, today);
  if (const auto* mistake = std::get_if<DateMistake>(&reading))
    return Error{ErrorCode::kUsage, "--now: " + mistake->message,
                 "--now 2021-03-15"};
  const DayRange days = std::get<DayRange>(reading);
  if (days.first != days.last)
    return Error{ErrorCode::kUsage,
                 fmt::format("--now {}: that is more than a day", text),
                 "--now 2021-03-15"};
  return days.first;
}

Result<std::vector<FacetRequest>> ReadFacets(
    const std::vector<std::string>& texts) {
  std::vector<FacetRequest> facets;
  for (const std::string& part : Parts(texts)) {
    ASSIGN_OR_RETURN(const FacetRequest facet, ReadFacet(part));
    facets.push_back(facet);
  }
  return facets;
}

std::vector<std::string> RankingNames() {
  std::vector<std::string> names = {std::string(kUsualRanking)};
  for (const RankingName& row : kRankings) names.emplace_back(row.name);
  return names;
}

std::string RankingHelp() {
  const std::vector<std::string> names = RankingNames();
  return fmt::format("{}; {} is {} with --any, else {}",
                     fmt::join(names.begin() + 1, names.end(), ", "),
                     kUsualRanking, NameOf(Ranking::kFeedback),
                     NameOf(Ranking::kTitle));
}

Ranking FindRanking(std::string_view name, SpaceMeans space) {
  for (std::size_t i = 0; i < kRankings.size(); ++i) {
    if (kRankings[i].name == name) return static_cast<Ranking>(i);
  }
  // A question has many words, and few of them in common with what answers it.
  return space == SpaceMeans::kOr ? Ranking::kFeedback : Ranking::kTitle;
}

std::vector<std::string> CopyLevelNames() {
  std::vector<std::string> names = {std::string(kNoCopyLevel)};
  for (const CopyLevelRow& row : kCopyLevels) names.emplace_back(row.name);
  return names;
}

std::optional<CopyLevel> FindCopyLevel(std::string_view name) {
  for (const CopyLevelRow& row : kCopyLevels) {
    if (row.name == name) return row.level;
  }
  return std::nullopt;
}

Result<std::vector<std::string>> ReadHitFields(
    const std::vector<std::string>& texts) {
  std::vector<std::string_view> names;
  for (const HitField& field : HitFields()) names.push_back(field.name);
  std::vector<std::string> chosen = Parts(texts);
  for (const std::string& name : chosen) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    const auto nearest = NearestNames(name, names, kMostSuggestions);
    return Error{
        ErrorCode::kUsage,
        fmt::format("--fields {}: there is no such field of a result", name),
        nearest.empty()
            ? fmt::format("fields: {}", fmt::join(names, ", "))
            : fmt::format("did you mean {}?", fmt::join(nearest, ", "))};
  }
  return chosen;
}

std::string JoinQuery(const std::vector<std::string>& words,
                      std::vector<std::string>& remarks) {
  std::string query;
  std::string quoted;
  bool has_space = false;
  for (const std::string& word : words) {
    if (!query.empty()) query += ' ';
    query += word;
    if (!quoted.empty()) quoted += ' ';
    const bool holds_space = word.find(' ') != std::string::npos;
    has_space = has_space || holds_space;
    quoted += holds_space ? Grouped(word) : word;
  }
  if (words.size() > 1 && has_space && query.find('"') == std::string::npos)
    remarks.push_back(
        fmt::format("the shell took the quotes away; if they were meant for "
                    "the query: archive-query {}",
                    ShellQuoted(quoted)));
  return query;
}

}  // namespace archive
