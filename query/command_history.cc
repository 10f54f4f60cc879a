// --history: all versions of one article.
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "query/commands.h"
#include "query/matching/versions.h"
#include "query/output/history_page.h"
#include "query/output/hits.h"
#include "query/output/terminal.h"

namespace archive {

int RunHistory(const HistoryMode& mode, Session& session,
               const Streams& streams) {
  const OpenIndex& index = session.index();
  const auto match = session.searcher().FindById(mode.id);
  if (!match) return TellError(match.error(), streams.err);
  if (!*match)
    return TellUnknownArticle("--history", mode.id, index, streams.err);
  HitReader reader({index});
  std::vector<ShownVersion> versions;
  for (const Match& version : VersionsOf(index, **match)) {
    Result<Hit> hit = reader.Read(version, versions.size() + 1);
    if (!hit) return TellError(hit.error(), streams.err);
    const Columns& columns = index.segments()[version.segment].columns();
    auto with_earlier =
        WithEarlierTexts(*std::move(hit), columns.AddedAt(version.doc));
    std::move(with_earlier.begin(), with_earlier.end(),
              std::back_inserter(versions));
  }
  versions = CompareVersions(std::move(versions));
  const QueryOptions& options = session.options();
  if (options.format->name == "json") {
    WriteHistoryJson(mode.id, versions,
                     index.PartOf((*match)->segment).generation, streams.out);
    return kFound;
  }
  std::optional<Pager> pager;
  if (options.may_page) pager.emplace();
  PrintHistory(versions, options.style, streams.out);
  return kFound;
}

}  // namespace archive
