// The modes of archive-query, one function each: options → output, the exit
// status.
//
// The answer goes to `out`, everything else to `err`; when a command fails
// before it has answered, nothing is on `out`.
#ifndef ARCHIVE_QUERY_COMMANDS_H_
#define ARCHIVE_QUERY_COMMANDS_H_

#include <istream>
#include <ostream>
#include <string_view>

#include "query/options.h"
#include "query/session.h"

namespace archive {

struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

// Runs the mode of the options.
int RunMode(const QueryOptions& options, const Streams& streams);

// How a search ended, and whether every article that it found was shown.
struct Searched {
  int status = 0;
  bool shows_all = false;
};
Searched RunSearch(const SearchMode& mode, Session& session,
                   const Streams& streams);
int RunCount(const CountMode& mode, Session& session, const Streams& streams);
int RunExplain(const ExplainMode& mode, Session& session,
               const Streams& streams);
int RunBatch(const BatchMode& mode, Session& session, const Streams& streams);
int RunShow(const ShowMode& mode, Session& session, const Streams& streams);
int RunHistory(const HistoryMode& mode, Session& session,
               const Streams& streams);

// There is no article with this id; `option` named it.  Tells which ids may
// have been meant.
int TellUnknownArticle(std::string_view option, std::string_view id,
                       const OpenIndex& index, std::ostream& err);

// The two that need no index but the saved searches.
int RunSave(const SaveMode& mode, const QueryOptions& options,
            const Streams& streams);
int RunListSaved(const QueryOptions& options, const Streams& streams);

int RunAlerts(const AlertsMode& mode, Session& session, const Streams& streams);

int RunList(const ListMode& mode, const Streams& streams);
// Opens an index when its values are asked for; without one finds nothing.
int RunCompletion(const CompletionMode& mode, const QueryOptions& options,
                  const Streams& streams);

}  // namespace archive

#endif  // ARCHIVE_QUERY_COMMANDS_H_
