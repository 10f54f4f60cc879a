// What the librarian says of articles, and what their sources say of their use,
// as far as a run obeys it: withhold.txt, corrections.tsv, strict embargoes.
#ifndef ARCHIVE_INDEXER_WRITING_LIBRARIAN_H_
#define ARCHIVE_INDEXER_WRITING_LIBRARIAN_H_

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/withhold_list.h"
#include "indexer/analysis/configuration.h"
#include "indexer/analysis/corrections.h"
#include "indexer/writing/files_table.h"
#include "indexer/writing/index_writer.h"
#include "indexer/writing/part_writers.h"

namespace archive {

// What was changed in segments that were there before.
struct LibrarianChanges {
  std::uint64_t purged = 0;        // articles that are withheld
  std::uint64_t purged_texts = 0;  // articles of which an earlier text is
  std::uint64_t corrected = 0;     // articles that say something else now

  bool is_rewritten = false;  // segments were, to take something withheld out

  bool any() const { return has_purged() || corrected != 0; }
  bool has_purged() const { return is_rewritten || purged_texts != 0; }
};

// Threads: none.
class Librarian {
 public:
  // Fails: kConfiguration, a file cannot be read.
  static Result<Librarian> Read(const std::string& index,
                                const Configuration& configuration,
                                Instant now);

  const WithholdList& list() const { return withheld_; }
  // What has changed since files were read: see Walked::withheld.
  std::uint64_t withheld() const { return withheld_.Hash(); }
  // What is wrong with the lines of files that were changed since then, for the
  // error stream: cron mails it once, not with every run.
  std::vector<std::string> FaultsSince(Instant published) const;

  // Whether an article may enter the index.  If not, `row` says that the file
  // is to be read again, and when.
  bool Admits(const std::string& id, const Article& article,
              FileRow& row) const;
  const Corrections& CorrectionsOf(const std::string& id) const {
    return corrections_.Of(id);
  }
  // How a file that was read is stamped.
  std::uint64_t ReadingOf(const FileRow& row, std::uint64_t hash) const {
    return row.withheld == 0 ? hash : hash ^ withheld();
  }

  // Takes withheld articles out of the segments and hands over those that are
  // to be written anew, with the corrections of today; they are removed.
  // REQUIRES: no article is in a part that the writer has not been given.
  Result<LibrarianChanges> Apply(
      IndexWriter& writer,
      const std::function<void(ArrivedArticle)>& again) const;

 private:
  Librarian(std::string index, const Configuration& configuration, Instant now)
      : index_(std::move(index)), configuration_(&configuration), now_(now) {}
  Result<std::uint64_t> PurgeKept(
      IndexWriter& writer,
      const std::function<void(ArrivedArticle)>& again) const;
  Result<std::vector<DocId>> DocsToCorrect(const IndexWriter& writer,
                                           std::size_t segment) const;

  std::string index_;
  const Configuration* configuration_;
  Instant now_;
  WithholdList withheld_;
  CorrectionList corrections_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_LIBRARIAN_H_
