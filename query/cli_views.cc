#include "query/cli_views.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "query/cli_values.h"
#include "query/option_values.h"

namespace archive {
namespace {

constexpr const char* kGroup = "What to see of all that is found";
constexpr std::string_view kAuto = "auto";
constexpr std::string_view kMentions = "mentions";

struct LineOrderRow {
  std::string_view name;
  LineOrder order;
};
constexpr std::array<LineOrderRow, 2> kLineOrders = {{
    {"left", LineOrder::kLeft},
    {"right", LineOrder::kRight},
}};

std::vector<std::string> TimelineNames() {
  std::vector<std::string> names = {std::string(kAuto)};
  for (auto row = kTimelineUnits.rbegin(); row != kTimelineUnits.rend(); ++row)
    names.emplace_back(row->name);
  // "mentions", "mentions.year": by the times that texts speak of.
  names.emplace_back(kMentions);
  for (auto row = kTimelineUnits.rbegin(); row != kTimelineUnits.rend(); ++row)
    names.push_back(fmt::format("{}.{}", kMentions, row->name));
  return names;
}

// An option that means nothing without one of others.
struct Requirement {
  std::string_view option;
  std::vector<std::string_view> needed;
};
const std::vector<Requirement>& Requirements() {
  static const std::vector<Requirement> kRequirements = {
      {"--relative", {"--timeline"}},
      {"--occurrences", {"--timeline"}},
      {"--facet-filter", {"--facet"}},
      {"--compare", {"--timeline", "--facet"}},
  };
  return kRequirements;
}

// Each prints something of its own: the first excludes the others.
const std::vector<std::vector<std::string_view>>& Contradictions() {
  static const std::vector<std::vector<std::string_view>> kRows = {
      {"--show", "--timeline", "--compare", "--kwic", "--coverage",
       "--distinctive", "--similar"},
      {"--explain", "--timeline", "--compare", "--kwic", "--coverage",
       "--distinctive"},
      {"--count", "--timeline", "--compare", "--kwic", "--coverage",
       "--distinctive"},
      {"--kwic", "--timeline", "--facet", "--fields", "--coverage",
       "--distinctive"},
  };
  return kRows;
}

// Options whose answer is a table.
constexpr std::array<std::string_view, 5> kTables = {
    "--timeline", "--facet", "--kwic", "--coverage", "--distinctive"};

Status CheckRoom(const CLI::App& app, const OutputFormat& format) {
  std::vector<std::string_view> given;
  std::copy_if(kTables.begin(), kTables.end(), std::back_inserter(given),
               [&](std::string_view name) { return IsGiven(app, name); });
  const bool is_timeline_alone = given.size() == 1 &&
                                 given.front() == "--timeline" &&
                                 !IsGiven(app, "--limit") && !AsksList(app);
  if (format.tables == TableRoom::kTimeline && !is_timeline_alone)
    return UsageError(
        fmt::format("--format={} is a picture of one timeline alone",
                    format.name),
        fmt::format("archive-query --timeline --format={} QUERY", format.name));
  if (given.empty()) return Ok();
  if (format.tables == TableRoom::kNone)
    return UsageError(fmt::format("--format={} has no room for {}", format.name,
                                  given.front()),
                      NamesOfFormats([](const OutputFormat& other) {
                        return other.tables == TableRoom::kBeside ||
                               other.tables == TableRoom::kInstead;
                      }) + " have");
  if (format.tables != TableRoom::kInstead) return Ok();
  if (given.size() > 1)
    return UsageError(fmt::format("--format={} holds one table, {} or {}",
                                  format.name, given[0], given[1]),
                      NamesOfFormats([](const OutputFormat& other) {
                        return other.tables == TableRoom::kBeside;
                      }) + " hold several");
  if (IsGiven(app, "--limit") && given.front() != "--kwic")
    return UsageError(
        fmt::format("--format={} holds a table or articles", format.name),
        fmt::format("leave out -n, or {}", given.front()));
  return Ok();
}

constexpr std::string_view kWords = "word";

Result<DistinctiveRequest> ReadDistinctive(const std::string& name) {
  if (name == kWords) return DistinctiveRequest{};
  const Field* const field = FindField(name);
  if (field != nullptr && field->facetable)
    return DistinctiveRequest{.field = field->id};
  return UsageError(
      fmt::format("--distinctive {}: {}", name,
                  field == nullptr ? "there is no such field"
                                   : "this field is not counted"),
      "person, org, place, topic, another field of --facet, or word");
}

std::vector<std::string> DistinctiveNames() {
  std::vector<std::string> names = FacetableNames();
  names.emplace_back(kWords);
  return names;
}

}  // namespace

void DeclareViews(CLI::App& app, TypedViews& typed) {
  app.add_option("--timeline", typed.timeline,
                 "Count the articles by the time of their publication, in bars "
                 "of a decade, year, month, week or day (default: what fits); "
                 "mentions, or mentions.SIZE: by the times that texts name")
      ->type_name("[SIZE]")
      ->check(OneOf(TimelineNames()))
      ->group(kGroup);
  app.add_flag("--relative", typed.relative,
               "With --timeline: bars as long as the share of all articles of "
               "the time")
      ->group(kGroup);
  app.add_flag("--occurrences", typed.occurrences,
               "With --timeline: count words, not articles, for each million "
               "words of the time")
      ->group(kGroup);
  app.add_flag("--kwic", typed.kwic,
               "Every hit in its line, below each other; --sort left or right "
               "goes by the words beside it")
      ->group(kGroup);
  app.add_flag("--coverage", typed.coverage,
               "Count the articles by source and month, and tell the gaps")
      ->group(kGroup);
  app.add_option(
         "--distinctive", typed.distinctive,
         "What the articles have more of than the archive: person, org, "
         "place, topic, another field of --facet, or word")
      ->type_name("FIELD")
      ->check(Suggested(DistinctiveNames()))
      ->group(kGroup);
  app.add_option("--similar", typed.similar,
                 "Articles like the one with this id; a query narrows them")
      ->type_name("ID")
      ->group(kGroup);
  app.add_option("--compare", typed.compare,
                 "With --timeline or --facet: a second query beside the first")
      ->type_name("QUERY")
      ->group(kGroup);
  app.add_option("--facet-filter", typed.facet_filter,
                 "With --facet: only values that have TEXT in their name")
      ->type_name("TEXT")
      ->group(kGroup);
}

std::vector<std::string> JoinOptionalValues(
    std::vector<std::string> arguments) {
  const std::vector<std::string> names = TimelineNames();
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    if (arguments[i] != "--timeline") continue;
    const bool has_value =
        i + 1 < arguments.size() &&
        std::find(names.begin(), names.end(), arguments[i + 1]) != names.end();
    arguments[i] += '=' + (has_value ? arguments[i + 1] : std::string(kAuto));
    if (has_value)
      arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
  return arguments;
}

Status CheckViews(const CLI::App& app, const OutputFormat& format) {
  for (const Requirement& need : Requirements()) {
    const bool is_met =
        std::any_of(need.needed.begin(), need.needed.end(),
                    [&](std::string_view name) { return IsGiven(app, name); });
    if (IsGiven(app, need.option) && !is_met)
      return UsageError(fmt::format("{} goes with {}", need.option,
                                    fmt::join(need.needed, " or ")),
                        fmt::format("archive-query {} {} … QUERY",
                                    need.needed.front(), need.option));
  }
  const CLI::Option* const sort = app.get_option("--sort");
  const std::vector<std::string> orders = LineOrderNames();
  if (sort->count() > 0 && !IsGiven(app, "--kwic") &&
      std::find(orders.begin(), orders.end(), sort->as<std::string>()) !=
          orders.end())
    return UsageError(
        fmt::format("--sort {} goes with --kwic", sort->as<std::string>()),
        "articles are sorted by relevance, newest or oldest");
  for (const auto& row : Contradictions()) {
    if (!IsGiven(app, row.front())) continue;
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (IsGiven(app, row[i]))
        return UsageError(
            fmt::format("{} and {} contradict each other", row.front(), row[i]),
            "leave out one of them");
    }
  }
  if (IsGiven(app, "--similar") && AsksList(app))
    return UsageError("--similar is asked with one query, or none",
                      "archive-query --similar ID QUERY");
  return CheckRoom(app, format);
}

std::vector<std::string> LineOrderNames() {
  std::vector<std::string> names;
  for (const LineOrderRow& row : kLineOrders) names.emplace_back(row.name);
  return names;
}

Result<ViewOptions> ViewsFrom(const TypedViews& typed,
                              const std::string& sort) {
  ViewOptions views;
  views.facet_filter = typed.facet_filter;
  views.compare = typed.compare;
  if (typed.kwic) views.lines = LineOrder::kArticles;
  for (const LineOrderRow& row : kLineOrders) {
    if (typed.kwic && row.name == sort) views.lines = row.order;
  }
  if (typed.coverage) views.coverage = CoverageWish::kShown;
  views.similar_to = typed.similar;
  if (!typed.distinctive.empty()) {
    ASSIGN_OR_RETURN(views.distinctive, ReadDistinctive(typed.distinctive));
  }
  if (typed.timeline.empty()) return views;
  TimelineRequest timeline;
  std::string_view size = typed.timeline;
  if (size.starts_with(kMentions)) {
    timeline.dates = TalliedDates::kMentions;
    size.remove_prefix(std::min(size.size(), kMentions.size() + 1));
  }
  for (const TimelineUnitRow& row : kTimelineUnits) {
    if (row.name == size) timeline.unit = row.unit;
  }
  if (typed.relative) timeline.length = BarLength::kShare;
  if (typed.occurrences) timeline.measure = TimelineMeasure::kOccurrences;
  views.timeline = timeline;
  return views;
}

}  // namespace archive
