// What a server counts of a query, so that its articles need not be fetched.
#ifndef ARCHIVE_QUERY_MATCHING_REMOTE_SHARE_H_
#define ARCHIVE_QUERY_MATCHING_REMOTE_SHARE_H_

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "query/matching/collector.h"
#include "query/matching/remote_counts.h"
#include "query/matching/remote_parts.h"
#include "query/matching/remote_query.h"
#include "query/matching/remote_server.h"

namespace archive {

using RemotePage = std::vector<Xapian::docid>;

// Whether the server can tell everything that is wanted, with `limit` articles
// fetched at most.
bool CanBeCounted(const RemoteQuery& made, const RemoteWish& wish,
                  const RemoteServer& server, std::size_t limit);

// The articles of the page, in no order that matters.
// REQUIRES: CanBeCounted, as for the next.  Throws RemoteFailure.
RemotePage PageOf(const Xapian::Query& query, const RemoteWish& wish,
                  const RemoteServer& server);

// All but segment and page.
CountedShare CountShare(const Xapian::Query& query, const RemoteWish& wish,
                        RemoteCounts& counts);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_REMOTE_SHARE_H_
