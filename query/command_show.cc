// One article by its id.
#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "common/text/edit_distance.h"
#include "common/text/printable.h"
#include "common/text/shell_words.h"
#include "query/commands.h"
#include "query/output/article_page.h"
#include "query/output/hits.h"
#include "query/output/name_marks.h"
#include "query/output/terminal.h"

namespace archive {
namespace {

constexpr std::size_t kMostIds = 5;

// Whether people who type `typed` may mean the article `id`: a part of its
// path, or a file that holds several.
bool IsPartOf(std::string_view typed, std::string_view id) {
  return id.ends_with(typed) || id.starts_with(typed) ||
         FileOfId(id).ends_with(typed);
}

std::vector<std::string_view> LikelyIds(const OpenIndex& index,
                                        std::string_view typed) {
  std::vector<std::string_view> parts;
  std::vector<std::string_view> all;
  for (const Segment& segment : index.segments()) {
    for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
      if (!segment.IsLive(doc)) continue;
      const std::string_view id = segment.columns().IdOf(doc);
      if (parts.size() < kMostIds && IsPartOf(typed, id)) parts.push_back(id);
      all.push_back(id);
    }
  }
  if (!parts.empty()) return parts;
  return NearestNames(typed, all, kMostIds);
}

}  // namespace

int TellUnknownArticle(std::string_view option, std::string_view id,
                       const OpenIndex& index, std::ostream& err) {
  err << "archive-query: there is no article " << Printable(id) << '\n';
  const auto likely = LikelyIds(index, id);
  for (const std::string_view other : likely)
    err << "  try: archive-query " << option << ' '
        << ShellQuoted(Printable(other)) << '\n';
  if (likely.empty()) err << "  archive-query --format=ids QUERY prints ids\n";
  return kNothingFound;
}

int RunShow(const ShowMode& mode, Session& session, const Streams& streams) {
  const auto match = session.searcher().FindById(mode.id);
  if (!match) return TellError(match.error(), streams.err);
  if (!*match)
    return TellUnknownArticle("--show", mode.id, session.index(), streams.err);
  HitReader reader({session.index()});
  const auto hit = reader.Read(**match, 1);
  if (!hit) return TellError(hit.error(), streams.err);
  const QueryOptions& options = session.options();
  const Generation& generation =
      session.index().PartOf((*match)->segment).generation;
  if (options.format->name == "json") {
    WriteArticleJson(*hit, generation, streams.out);
    return kFound;
  }
  std::optional<Pager> pager;
  if (options.may_page) pager.emplace();
  NameMarks names = NameMarks::Of(session.index(), **match);
  PrintArticle(*hit, names, generation, options.style, streams.out);
  return kFound;
}

}  // namespace archive
