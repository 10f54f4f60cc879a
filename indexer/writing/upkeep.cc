#include "indexer/writing/upkeep.h"

#include <utility>

#include "indexer/sources/source_walker.h"
#include "indexer/writing/index_writer.h"
#include "indexer/writing/purge.h"

namespace archive {
namespace {

// Rows of files of which articles are missing, made to be read again.
Result<FilesTable> IncompleteFiles(const IndexWriter& writer,
                                   RepairReport& report) {
  FilesTable incomplete;
  for (const FileRow& row : writer.files()) {
    if (row.articles == 0 && row.outcome != FileOutcome::kIndexed) continue;
    const Root& root = writer.generation().roots[row.root];
    ASSIGN_OR_RETURN(const std::uint32_t articles,
                     writer.ArticlesOf(BoundedFileId(
                         IdOf({root.name, root.path}, row.path))));
    if (articles == row.articles) continue;
    if (articles < row.articles)
      report.lost_articles += row.articles - articles;
    FileRow mended = row;
    mended.articles = articles;
    mended.stamp.reading = 0;
    incomplete.push_back(std::move(mended));
  }
  return incomplete;
}

}  // namespace

Result<CompactReport> RunCompact(const std::string& index, Instant now) {
  ASSIGN_OR_RETURN(const Stub stub, ReadStub(index));  // never makes an index
  ASSIGN_OR_RETURN(IndexWriter writer, IndexWriter::Open(index, now));
  ASSIGN_OR_RETURN(const WithholdList withheld, ReadWithholdList(index));
  RETURN_IF_ERROR(DropLeftovers(withheld, writer));
  CompactReport report;
  report.segments_before = writer.generation().segments.size();
  ASSIGN_OR_RETURN(const Purged purged, PurgeWithheld(withheld, writer));
  report.purged = purged.articles;
  ASSIGN_OR_RETURN(const bool is_merged, writer.MergeAll());
  report.published = is_merged || purged.is_any;
  if (report.published) RETURN_IF_ERROR(writer.Publish(now));
  if (purged.is_any) RETURN_IF_ERROR(writer.Publish(now));
  report.generation = writer.generation().number;
  report.segments = writer.generation().segments.size();
  return report;
}

Result<RepairReport> RunRepair(const std::string& index,
                               const std::vector<SegmentNumber>& damaged,
                               Instant now) {
  ASSIGN_OR_RETURN(const Stub stub, ReadStub(index));
  Result<IndexWriter> writer = IndexWriter::Open(
      index, now, IndexWriter::Start::kContinue, WaitNoTime, damaged);
  if (!writer) {
    Error error = writer.error();
    if (error.code == ErrorCode::kIndexDamaged)
      error.hint = "this cannot be repaired: archive-index build --fresh";
    return error;
  }
  RepairReport report;
  report.dropped_segments = damaged.size();
  ASSIGN_OR_RETURN(FilesTable incomplete, IncompleteFiles(*writer, report));
  report.files_to_read = incomplete.size();
  writer->UpdateFiles(std::move(incomplete), {});
  RETURN_IF_ERROR(writer->Publish(now));
  report.generation = writer->generation().number;
  return report;
}

}  // namespace archive
