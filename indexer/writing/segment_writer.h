// Analysed articles → the files of a new segment.  A border to Xapian.
#ifndef ARCHIVE_INDEXER_WRITING_SEGMENT_WRITER_H_
#define ARCHIVE_INDEXER_WRITING_SEGMENT_WRITER_H_

#include <cstddef>
#include <span>
#include <string>
#include <utility>

#include <xapian.h>

#include "common/index/analysed_article.h"
#include "common/index/packed_record.h"
#include "common/index/section_file.h"
#include "common/index/side_files.h"
#include "common/index/word_table.h"
#include "common/result.h"

namespace archive {

// Xapian gathers the postings of so many articles before it writes them.  Few
// fit into the processor's caches; what is written later joins the lists that
// are there.
inline constexpr std::size_t kArticlesAtOnce = 250;

// A database that is written once, by rising docids, and read by the merge that
// follows.  Nothing is synced.
//
// It has no lists of the terms of each article: these would take a quarter of
// the index, and the article's record tells the same (record_analysis.h).  The
// table that would hold them is there, and empty, since Xapian's server hands
// out no document of a database without one.
// Threads: none.  What Xapian throws passes through.
class DatabaseWriter {
 public:
  // `directory` does not exist yet.
  explicit DatabaseWriter(const std::string& directory);

  // REQUIRES: docids rise.
  void Add(Xapian::docid doc, const Xapian::Document& document);
  void Close();

 private:
  std::string directory_;
  Xapian::WritableDatabase database_;
  std::size_t waiting_ = 0;
};

// One part of a segment: docids from 1 in the order of the articles.  It has no
// MANIFEST.
// Threads: none; several at once, each with its own directory.
class SegmentPartWriter {
 public:
  // `directory` does not exist yet.  `table` gives the words of the articles'
  // streams; it may grow meanwhile and must outlive this.
  // Fails: kIo, kInternal (Xapian refused a document), as all the others.
  static Result<SegmentPartWriter> Open(const std::string& directory,
                                        const WordTable& table);

  // Packs the records of the articles that are added from here on.
  // REQUIRES: none was added.
  void PackWith(DictionaryPtr dictionary) {
    packer_ = RecordPacker(std::move(dictionary));
  }

  // Quickest by kArticlesAtOnce, analysed together and written together: each
  // of the two fills the processor's caches with what the other has no use for.
  Status Add(std::span<const AnalysedArticle> articles);
  Status Close();

 private:
  SegmentPartWriter(std::string directory, const WordTable& table,
                    DatabaseWriter database);
  void AddToSideFiles(DocId doc, const AnalysedArticle& article);

  std::string directory_;
  const WordTable& table_;
  RecordPacker packer_{nullptr};
  DatabaseWriter database_;
  SideFilesBuilder side_files_;
  DocId last_doc_ = 0;
};

// A fresh random id.
OwnerId MakeOwnerId();

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_SEGMENT_WRITER_H_
