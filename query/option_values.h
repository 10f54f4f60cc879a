// Values of options, as typed → what they mean.  All fail with kUsage.
#ifndef ARCHIVE_QUERY_OPTION_VALUES_H_
#define ARCHIVE_QUERY_OPTION_VALUES_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/day.h"
#include "common/index/copies.h"
#include "common/result.h"
#include "query/language/parser.h"
#include "query/matching/reranker.h"
#include "query/options.h"

namespace archive {

Result<std::size_t> ReadLimit(std::string_view text);  // "10", "all"
Result<Day> ReadToday(std::string_view text, Day today);

// "place:5,source" and "person:all"; one entry an option given.
Result<std::vector<FacetRequest>> ReadFacets(
    const std::vector<std::string>& texts);

// Names that --facet and --distinctive know.
std::vector<std::string> FacetableNames();

// --rank: what kRankings names, and kUsualRanking, which is feedback for
// questions (--any) and title for all else.
inline constexpr std::string_view kUsualRanking = "auto";
std::vector<std::string> RankingNames();
std::string RankingHelp();  // "plain, title, feedback; auto: ..."
// REQUIRES: `name` is one of RankingNames().
Ranking FindRanking(std::string_view name, SpaceMeans space);

// --group-duplicates: off, and what kCopyLevels names.
inline constexpr std::string_view kNoCopyLevel = "off";
std::vector<std::string> CopyLevelNames();
// Nothing for off.
std::optional<CopyLevel> FindCopyLevel(std::string_view name);

// Names of fields of hits, comma-separated.
Result<std::vector<std::string>> ReadHitFields(
    const std::vector<std::string>& texts);

// The words of a query as the shell handed them over, joined; `remarks` when
// it seems to have eaten quotes.
std::string JoinQuery(const std::vector<std::string>& words,
                      std::vector<std::string>& remarks);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OPTION_VALUES_H_
