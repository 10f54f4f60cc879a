// Articles fetched from a server → a segment like those of an index on this
// machine: analysed again from their records, so that the same cursors decide
// about them.  A border to Xapian.
#ifndef ARCHIVE_QUERY_MATCHING_REMOTE_ARTICLES_H_
#define ARCHIVE_QUERY_MATCHING_REMOTE_ARTICLES_H_

#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "common/index/record_analysis.h"
#include "common/index/segment.h"
#include "common/index/side_files.h"
#include "common/index/word_table.h"
#include "common/result.h"

namespace archive {

// The values of one article in a slot, each once.
std::vector<std::string> UnpackValues(std::string_view packed);

// Owns: what was fetched.  Threads: none.
class RemoteArticles {
 public:
  RemoteArticles();

  std::size_t size() const { return articles_.size(); }
  // The article's docid here, which it keeps; nothing: it was not fetched.
  std::optional<DocId> Find(Xapian::docid doc) const;
  // REQUIRES: it was not added before.  What Xapian throws passes through.
  DocId Add(Xapian::docid doc, const std::string& record);

  // All of them, by their docids.  The files of the segment are gone from the
  // disk when this returns.  Fails: kIo, kInternal.
  Result<Segment> MakeSegment() const;

  // The article that has a name's term but does not count as that name; empty:
  // there is none.
  std::string CountedOtherwise(FieldId field, const std::string& folded) const;

 private:
  struct Analysed {
    std::string id;
    std::string language;
    ColumnRow row;
    std::string mentions;
    std::vector<StreamItem> stream;
    std::vector<std::pair<FieldId, std::string>> facets;
  };

  RecordTools tools_;
  WordTable table_;
  Xapian::WritableDatabase database_;
  std::deque<Analysed> articles_;
  std::unordered_map<Xapian::docid, DocId> docs_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_REMOTE_ARTICLES_H_
