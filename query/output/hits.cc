#include "query/output/hits.h"

#include <algorithm>
#include <utility>

#include "common/index/mention_list.h"
#include "common/text/percent_codes.h"
#include "query/matching/versions.h"

namespace archive {
namespace {

bool IsFileOf(std::string_view file, const Root& root) {
  if (!file.starts_with(root.name)) return false;
  return file.size() == root.name.size() || file[root.name.size()] == '/';
}

}  // namespace

std::string_view FileOfId(std::string_view id) {
  return id.substr(0, std::min(id.find('#'), id.find("!/")));
}

std::string PathOfFile(std::string_view file, const std::vector<Root>& roots) {
  const Root* best = nullptr;
  for (const Root& root : roots) {
    if (IsFileOf(file, root) &&
        (best == nullptr || root.name.size() > best->name.size()))
      best = &root;
  }
  if (best == nullptr) return std::string(file);
  std::string path = best->path;
  std::string_view rest = file.substr(best->name.size());
  if (path.ends_with('/') && !rest.empty()) rest.remove_prefix(1);
  return path + WithoutPercentCodes(rest);
}

Result<Hit> HitReader::Read(const Match& match, std::size_t rank,
                            HitDetail detail) {
  Hit hit = {.rank = rank, .score = match.score};
  hit.id = index_.segments()[match.segment].columns().IdOf(match.doc);
  hit.path = PathOfFile(FileOfId(hit.id),
                        index_.PartOf(match.segment).generation.roots);
  hit.copies = CopyCountOf(index_, level_, match);
  hit.versions = CountOtherVersions(index_, match);
  hit.hidden = index_.WhyHiddenNow(match.segment, match.doc);
  if (detail == HitDetail::kIds) return hit;
  ASSIGN_OR_RETURN(hit.record, searcher_.RecordOf(match));
  std::erase_if(hit.record.kept, [&](const KeptVersion& kept) {
    return index_.PartOf(match.segment)
        .withheld.Names(hit.id, DecodeRecord(kept.record).article);
  });
  hit.mentions = DecodeMentions(
      index_.segments()[match.segment].columns().MentionsOf(match.doc));
  if (detail == HitDetail::kSnippets) {
    MarkedArticle marked = snippets_.Make(hit.record);
    hit.title = std::move(marked.title);
    hit.snippet = std::move(marked.snippet);
  } else {
    hit.title.text = DisplayTitleOf(hit.record.article);
  }
  return hit;
}

}  // namespace archive
