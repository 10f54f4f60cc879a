// A query, asked together with everything that the options want to see of all
// it finds: facets, timelines, and a second query beside it.
//
// To add a view: its request in view_options.h, its visitor in CountedQuery and
// its table in TablesOf (views.cc); its options in cli_views.cc.
#ifndef ARCHIVE_QUERY_VIEWS_H_
#define ARCHIVE_QUERY_VIEWS_H_

#include <string>
#include <string_view>

#include "common/result.h"
#include "query/session.h"

namespace archive {

// The answer with its tables.  A mistake in the second query is told as its
// own: then the text is that one's.  Fails: kIo, kIndexDamaged, kUsage (a
// timeline that is too fine).
Result<Asked> AskWithViews(Session& session, std::string_view text);

// The query for articles like this one; `query`, when it is not blank, must
// hold as well.  Fails: kUsage (an article that tells nothing).
Result<std::string> QueryForSimilar(const OpenIndex& index,
                                    const Match& article,
                                    std::string_view query);

}  // namespace archive

#endif  // ARCHIVE_QUERY_VIEWS_H_
