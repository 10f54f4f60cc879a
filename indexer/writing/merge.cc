#include "indexer/writing/merge.h"

#include <algorithm>
#include <future>
#include <utility>

#include <xapian.h>

#include "common/file_system.h"
#include "common/index/manifest.h"
#include "common/index/side_files.h"
#include "common/index/xapian_guard.h"
#include "indexer/writing/living_copy.h"
#include "indexer/writing/segment_writer.h"

namespace archive {
namespace {

// An input, opened, and where its docids go.
struct Source {
  Segment segment;
  std::string directory;  // of the database to compact: a copy where needed
  DocId first = 0;        // first and last living article
  DocId last = 0;
};

void FindLiving(Source& source) {
  for (DocId doc = 1; doc <= source.segment.last_doc(); ++doc) {
    if (!source.segment.IsLive(doc)) continue;
    if (source.first == 0) source.first = doc;
    source.last = doc;
  }
}

Status CompactInto(const std::vector<Source>& sources,
                   const std::string& directory) {
  return GuardXapian("merging into " + directory, [&] {
    Xapian::Database all;
    for (const Source& source : sources)
      all.add_database(Xapian::Database(source.directory));
    // No other flag: DB_NO_SYNC is the bit of DBCOMPACT_NO_RENUMBER.
    all.compact(directory, 0U, 0);
  });
}

// Gives the streams of one source the word ids of the merged table.
class StreamTranslator {
 public:
  StreamTranslator(const Vocabulary& vocabulary, WordTable& table)
      : vocabulary_(vocabulary),
        table_(table),
        ids_(vocabulary.size(), kUnknown) {}

  Result<std::vector<StreamItem>> Translate(TokenReader reader) {
    std::vector<StreamItem> items;
    while (!reader.AtEnd()) {
      if (reader.AtMark()) {
        items.push_back(MarkItem(reader.TakeMark()));
        continue;
      }
      const WordRank rank = vocabulary_.RankOf(reader.TakeWord());
      if (rank >= ids_.size())
        return vocabulary_.file().Damaged(MakeTag("RANK"));
      if (ids_[rank] == kUnknown)
        ids_[rank] = table_.Add(vocabulary_.WordAt(rank));
      items.push_back(WordItem(ids_[rank], reader.letter_case()));
    }
    return items;
  }

 private:
  static constexpr WordId kUnknown = 0xffffffff;

  const Vocabulary& vocabulary_;
  WordTable& table_;
  std::vector<WordId> ids_;  // by rank
};

SideRow RowOf(const Segment& segment, DocId doc) {
  const Columns& columns = segment.columns();
  SideRow row = {.id = columns.IdOf(doc),
                 .language = {},
                 .row = columns.RowOf(doc),
                 .mentions = columns.MentionsOf(doc),
                 .stream = {},
                 .facets = {}};
  for (const Field& field : kFields) {
    if (!field.facetable) continue;
    const FacetColumn& facet = columns.FacetOf(field.id);
    for (const Ordinal ordinal : facet.Of(doc)) {
      const Ordinal name = facet.KnownAs(ordinal);
      row.facets.push_back(
          {field.id, facet.ValueAt(ordinal),
           name == ordinal ? std::string_view() : facet.ValueAt(name)});
    }
    if (field.id == FieldId::kLang && !facet.Of(doc).empty())
      row.language = facet.ValueAt(facet.Of(doc).front());
  }
  return row;
}

Result<MergeResult> MergeSideFiles(const std::vector<Source>& sources,
                                   const std::string& directory,
                                   const OwnerId& owner) {
  WordTable table;
  SideFilesBuilder builder(table);
  MergeResult result;
  DocId base = 0;
  for (const Source& source : sources) {
    const Segment& segment = source.segment;
    StreamTranslator translator(segment.vocabulary(), table);
    for (DocId doc = source.first; doc <= source.last; ++doc) {
      if (!segment.IsLive(doc)) continue;
      ASSIGN_OR_RETURN(const std::vector<StreamItem> stream,
                       translator.Translate(segment.tokens().Read(doc)));
      SideRow row = RowOf(segment, doc);
      row.stream = stream;
      builder.Add(doc - source.first + 1 + base, row);
      ++result.articles;
    }
    base += source.last - source.first + 1;
  }
  RETURN_IF_ERROR(builder.Write(directory, owner));
  return result;
}

Result<std::vector<Source>> OpenSources(const std::vector<MergeInput>& inputs,
                                        const std::string& scratch,
                                        const Packing& packing) {
  std::vector<Source> sources;
  RecordPacker packer(packing.dictionary);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    ASSIGN_OR_RETURN(Segment segment,
                     Segment::Open(inputs[i].directory, 0, inputs[i].removed,
                                   inputs[i].rule));
    Source source = {.segment = std::move(segment),
                     .directory = inputs[i].directory};
    FindLiving(source);
    if (source.first == 0) continue;
    if (packing.is_anew ||
        source.segment.live_count() != source.segment.document_count()) {
      const std::string copy = scratch + "/copy-" + std::to_string(i);
      RETURN_IF_ERROR(CopyLiving(source.segment, source.first, source.last,
                                 copy, packing.is_anew ? &packer : nullptr));
      source.directory = copy;
    }
    sources.push_back(std::move(source));
  }
  return sources;
}

// What the merged records are packed with.
Status WriteDictionaries(const std::vector<Source>& sources,
                         const Packing& packing, const std::string& directory,
                         const OwnerId& owner) {
  RecordDictionaries dictionaries;
  if (packing.dictionary) dictionaries.Add(packing.dictionary);
  for (const Source& source : sources) {
    if (packing.is_anew) break;
    for (const DictionaryPtr& dictionary : source.segment.dictionaries().all())
      dictionaries.Add(dictionary);
  }
  if (dictionaries.all().empty()) return Ok();
  return dictionaries.Write(directory + "/" + std::string(kDictionariesName),
                            owner);
}

}  // namespace

Result<MergeResult> MergeSegments(const std::vector<MergeInput>& inputs,
                                  const std::string& directory,
                                  const std::string& scratch,
                                  const Packing& packing) {
  ASSIGN_OR_RETURN(const std::vector<Source> sources,
                   OpenSources(inputs, scratch, packing));
  if (sources.empty()) return MergeResult{};
  RETURN_IF_ERROR(MakeDirectories(directory));
  const OwnerId owner = MakeOwnerId();
  std::future<Status> compaction = std::async(
      std::launch::async,
      [&sources, &directory] { return CompactInto(sources, directory); });
  Result<MergeResult> merged = MergeSideFiles(sources, directory, owner);
  RETURN_IF_ERROR(compaction.get());
  if (!merged) return merged;
  RETURN_IF_ERROR(WriteDictionaries(sources, packing, directory, owner));
  RETURN_IF_ERROR(WriteManifest(directory, owner));
  return merged;
}

}  // namespace archive
