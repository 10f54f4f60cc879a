#include "indexer/writing/purge.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "common/index/stored_record.h"
#include "indexer/sources/source_walker.h"

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

}  // namespace

Status DropLeftovers(const WithholdList& withheld, IndexWriter& writer) {
  return withheld.empty() ? Ok() : writer.DropFormerGeneration();
}

Result<std::uint64_t> PurgeWithheld(const WithholdList& withheld,
                                    IndexWriter& writer) {
  std::map<std::string, std::uint32_t> by_file;
  std::uint64_t purged = 0;
  for (std::size_t i = writer.segment_count(); i-- > 0;) {
    ASSIGN_OR_RETURN(const auto docs, withheld.DocsIn(writer.segment(i)));
    bool is_any = false;
    for (const DocId doc : docs) {
      if (!writer.IsLive(i, doc)) continue;
      ASSIGN_OR_RETURN(const std::string bytes,
                       writer.segment(i).RecordBytes(doc));
      ++by_file[DecodeRecord(bytes).file];
      writer.RemoveDoc(i, doc);
      ++purged;
      is_any = true;
    }
    // Stock tools must not see them, and no byte of them may stay.
    if (is_any) RETURN_IF_ERROR(writer.Rewrite(i));
  }
  if (purged != 0) NotePurged(by_file, withheld.Hash(), writer);
  return purged;
}

}  // namespace archive
