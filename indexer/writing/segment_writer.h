// Analysed articles → the files of a new segment.  A border to Xapian.
#ifndef ARCHIVE_INDEXER_WRITING_SEGMENT_WRITER_H_
#define ARCHIVE_INDEXER_WRITING_SEGMENT_WRITER_H_

#include <string>
#include <string_view>
#include <vector>

#include "common/index/section_file.h"
#include "common/index/token_stream.h"
#include "common/index/word_table.h"
#include "common/result.h"
#include "indexer/analysis/analysed_article.h"

namespace archive {

// Writes a segment into `directory`, which does not exist yet, with docids from
// 1 in the order of `articles`.  What is written is not synced and has no
// MANIFEST: a part is read only by the merge that follows.
// Threads: several at once, each with its own directory.
// Fails: kIo, kInternal (Xapian refused a document).
Status WriteSegmentPart(const std::vector<AnalysedArticle>& articles,
                        const WordTable& table, const std::string& directory);

// The prefix under which the words of a zone are terms, of the field that holds
// them; "" when they are none.  Words of the text are unprefixed terms besides.
std::string_view PrefixOfZone(TokenUnit mark);

// A fresh random id.
OwnerId MakeOwnerId();

// What stock tools sort by: moment of publication, then id.  Undated articles
// sort last when the newest come first.
std::string SortKey(const ColumnRow& row, std::string_view id);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_SEGMENT_WRITER_H_
