#include "query/output/hits.h"

#include <algorithm>
#include <utility>

#include "common/index/mention_list.h"
#include "common/text/percent_codes.h"
#include "query/matching/record_runs.h"
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

Status HitReader::Read(std::span<const Match> matches, std::size_t rank,
                       HitDetail detail, const HitSink& sink) {
  RecordRuns records(index_, matches);
  for (const Match& match : matches) {
    Hit hit = WithoutRecord(match, rank++);
    if (detail != HitDetail::kIds) {
      ASSIGN_OR_RETURN(const std::string_view bytes, records.Next());
      AddRecord(match, bytes, detail, hit);
    }
    sink(hit);
  }
  return Ok();
}

Result<Hit> HitReader::Read(const Match& match, std::size_t rank,
                            HitDetail detail) {
  Hit only;
  RETURN_IF_ERROR(Read(std::span(&match, 1), rank, detail,
                       [&only](const Hit& hit) { only = hit; }));
  return only;
}

Hit HitReader::WithoutRecord(const Match& match, std::size_t rank) const {
  Hit hit = {.rank = rank, .score = match.score};
  hit.id = index_.segments()[match.segment].columns().IdOf(match.doc);
  hit.path = PathOfFile(FileOfId(hit.id),
                        index_.PartOf(match.segment).generation.roots);
  hit.copies = CopyCountOf(index_, level_, match);
  hit.versions = CountOtherVersions(index_, match);
  hit.hidden = index_.WhyHiddenNow(match.segment, match.doc);
  return hit;
}

void HitReader::AddRecord(const Match& match, std::string_view bytes,
                          HitDetail detail, Hit& hit) {
  hit.record = searcher_.RecordOf(match, bytes);
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
}

}  // namespace archive
