// Taking a root out of an index: a run that reads nothing.
#include <chrono>

#include "common/index/index_layout.h"
#include "indexer/writing/build.h"
#include "indexer/writing/index_writer.h"
#include "indexer/writing/purge.h"

namespace archive {

Result<BuildReport> RunForget(const std::string& index, const std::string& root,
                              Instant now) {
  const auto begin = std::chrono::steady_clock::now();
  RETURN_IF_ERROR(ReadStub(index));  // never makes an index
  ASSIGN_OR_RETURN(IndexWriter writer, IndexWriter::Open(index, now));
  ASSIGN_OR_RETURN(const WithholdList withheld, ReadWithholdList(index));
  RETURN_IF_ERROR(DropLeftovers(withheld, writer));
  BuildReport report;
  ASSIGN_OR_RETURN(report.removed_articles, writer.ForgetRoot(root));
  ASSIGN_OR_RETURN(const Purged purged, PurgeWithheld(withheld, writer));
  report.removed_articles += purged.articles;
  RETURN_IF_ERROR(writer.MergeWhereDue());
  RETURN_IF_ERROR(writer.Publish(now));
  if (purged.is_any) RETURN_IF_ERROR(writer.Publish(now));
  report.published = true;
  report.generation = writer.generation().number;
  report.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - begin)
          .count();
  return report;
}

}  // namespace archive
