// Dates of publication in a page's scripts, outside of JSON-LD: the state that
// pages built in the browser carry ("publishedAt":"2021-03-02T09:00:00Z").
//
// Not parsed: searched for the usual keys with a day behind them.  Such a state
// tells of other articles, too, so that the first one is taken and is worth
// little by itself.
#ifndef ARCHIVE_INDEXER_READERS_SCRIPT_DATES_H_
#define ARCHIVE_INDEXER_READERS_SCRIPT_DATES_H_

#include <optional>
#include <string_view>

#include "common/dates/day.h"

namespace archive {

// The first date under a key that means the publication.
std::optional<Timestamp> PublishedInScript(std::string_view script);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_SCRIPT_DATES_H_
