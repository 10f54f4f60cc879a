#include "indexer/writing/purge.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/index/stored_record.h"
#include "indexer/sources/source_walker.h"
#include "indexer/writing/record_packing.h"

namespace archive {
namespace {

// Notes in the list of files that articles of them are gone.
void NotePurged(const std::map<std::string, std::uint32_t>& by_file,
                std::uint64_t hash, IndexWriter& writer) {
  FilesTable changed;
  for (const FileRow& row : writer.files()) {
    if (row.articles == 0) continue;
    const Root& root = writer.generation().roots[row.root];
    const auto purged =
        by_file.find(BoundedFileId(IdOf({root.name, root.path}, row.path)));
    if (purged == by_file.end()) continue;
    FileRow noted = row;
    noted.articles -= std::min(noted.articles, purged->second);
    // One that is to be read again anyway stays so: its number is wrong without
    // the hash, and so it is with it.
    if (row.withheld == 0) noted.stamp.reading ^= hash;
    noted.withheld += purged->second;
    changed.push_back(std::move(noted));
  }
  writer.UpdateFiles(std::move(changed), {});
}

// How records are packed whose dictionary holds pieces of what is withheld.
Result<Packing> PackingWithout(const WithholdList& withheld,
                               const IndexWriter& writer) {
  Packing packing = {.is_anew = true,
                     .dictionary = UsableDictionary(writer, withheld)};
  bool is_needed = false;
  for (std::size_t i = 0; i < writer.segment_count(); ++i)
    is_needed = is_needed || HoldsPiecesOfWithheld(writer.segment(i), withheld);
  if (is_needed && !packing.dictionary) {
    ASSIGN_OR_RETURN(packing.dictionary, TrainOnLiving(writer));
  }
  return packing;
}

}  // namespace

Status DropLeftovers(const WithholdList& withheld, IndexWriter& writer) {
  return withheld.empty() ? Ok() : writer.DropFormerGeneration();
}

Result<Purged> PurgeWithheld(const WithholdList& withheld,
                             IndexWriter& writer) {
  if (withheld.empty()) return Purged{};
  std::map<std::string, std::uint32_t> by_file;
  Purged purged;
  std::vector<bool> has_some(writer.segment_count());
  for (std::size_t i = 0; i < writer.segment_count(); ++i) {
    ASSIGN_OR_RETURN(const auto docs, withheld.DocsIn(writer.segment(i)));
    for (const DocId doc : docs) {
      if (!writer.IsLive(i, doc)) continue;
      ASSIGN_OR_RETURN(const std::string bytes,
                       writer.segment(i).RecordBytes(doc));
      ++by_file[DecodeRecord(bytes).file];
      writer.RemoveDoc(i, doc);
      ++purged.articles;
      has_some[i] = true;
    }
  }
  ASSIGN_OR_RETURN(const Packing anew, PackingWithout(withheld, writer));
  // Stock tools must not see them, and no byte of them may stay.
  for (std::size_t i = writer.segment_count(); i-- > 0;) {
    const bool has_pieces = HoldsPiecesOfWithheld(writer.segment(i), withheld);
    if (!has_some[i] && !has_pieces) continue;
    RETURN_IF_ERROR(writer.Rewrite(i, has_pieces ? anew : Packing{}));
    purged.is_any = true;
  }
  if (purged.articles != 0) NotePurged(by_file, withheld.Hash(), writer);
  return purged;
}

}  // namespace archive
