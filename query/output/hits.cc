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

// Puts the names that facets count in the place of those that are stored.
void CountNames(const OpenIndex& index, const Match& match, Article& article) {
  const std::pair<FieldId, std::vector<std::string>*> lists[] = {
      {FieldId::kPerson, &article.people},
      {FieldId::kOrg, &article.organisations},
      {FieldId::kPlace, &article.places}};
  for (const auto& [field, values] : lists) {
    const CountedNames& names = index.NamesIn(match.segment, field);
    values->clear();
    names.EachOf(match.doc, [&names, to = values](Ordinal counted) {
      to->emplace_back(names.NameAt(counted));
    });
  }
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

Result<Hit> HitReader::Read(const Match& match, std::size_t rank) {
  if (source_.detail == HitDetail::kId) return WithoutRecord(match, rank);
  ASSIGN_OR_RETURN(
      std::string packed,
      source_.index.segments()[match.segment].PackedRecord(match.doc));
  return Make(match, rank, std::move(packed));
}

Result<Hit> HitReader::Make(const Match& match, std::size_t rank,
                            std::string packed) {
  Hit hit = WithoutRecord(match, rank);
  if (source_.detail == HitDetail::kId) return hit;
  ASSIGN_OR_RETURN(
      const std::string record,
      source_.index.segments()[match.segment].Unpack(std::move(packed)));
  AddRecord(match, record, hit);
  return hit;
}

Hit HitReader::WithoutRecord(const Match& match, std::size_t rank) const {
  Hit hit = {.rank = rank, .score = match.score};
  hit.id = source_.index.segments()[match.segment].columns().IdOf(match.doc);
  hit.path = PathOfFile(FileOfId(hit.id),
                        source_.index.PartOf(match.segment).generation.roots);
  hit.copies = CopyCountOf(source_.index, source_.copies, match);
  hit.versions = CountOtherVersions(source_.index, match);
  hit.hidden = source_.index.WhyHiddenNow(match.segment, match.doc);
  return hit;
}

void HitReader::AddRecord(const Match& match, std::string_view bytes,
                          Hit& hit) {
  hit.record = DecodeRecord(bytes);
  std::erase_if(hit.record.kept, [&](const KeptVersion& kept) {
    return source_.index.PartOf(match.segment)
        .withheld.Names(hit.id, DecodeRecord(kept.record).article);
  });
  if (Holds(source_.detail, HitDetail::kNames))
    CountNames(source_.index, match, hit.record.article);
  if (Holds(source_.detail, HitDetail::kMentions))
    hit.mentions = DecodeMentions(
        source_.index.segments()[match.segment].columns().MentionsOf(
            match.doc));
  if (Holds(source_.detail, HitDetail::kSnippet)) {
    MarkedArticle marked = snippets_.Make(hit.record);
    hit.title = std::move(marked.title);
    hit.snippet = std::move(marked.snippet);
  } else {
    hit.title.text = DisplayTitleOf(hit.record.article);
  }
}

}  // namespace archive
