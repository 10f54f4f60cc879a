// A stored record → what the files beside the database hold of an article: its
// words in order, the row of its columns, the times that it speaks of.
//
// Who writes a segment begins here, and so does who has nothing of an article
// but its record, fetched from another machine.  What it leaves to others:
// language, agency and names, which the record has; terms and facets
// (indexer/analysis/article_analyser.h); the files (side_files.h).
#ifndef ARCHIVE_COMMON_INDEX_ARTICLE_ROW_H_
#define ARCHIVE_COMMON_INDEX_ARTICLE_ROW_H_

#include <cstdint>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/dates/date_mention.h"
#include "common/dates/date_mentions.h"
#include "common/index/columns.h"
#include "common/index/field.h"
#include "common/index/stored_record.h"
#include "common/index/stream_item.h"
#include "common/index/word_table.h"
#include "common/text/analyser.h"
#include "common/text/sentences.h"

namespace archive {

struct ArticleWords {
  std::vector<StreamItem> stream;  // words and marks of every zone, in order
  // Neighbouring ideographs, as one: terms.
  std::vector<std::string> pairs;
  std::uint32_t length = 0;      // words of title, body and captions
  std::uint32_t body_words = 0;  // of the body
};

// Pure but for the table.  Forms of names are written behind the values of
// their fields.
ArticleWords CutArticle(const StoredRecord& record, Analyser& analyser,
                        SentenceCutter& sentences, WordTable& table);

// Fills in what an article itself says; arrival, words and fingerprint are left
// as they are.
void FillColumns(const Article& article, ColumnRow& row);

// "Tuesday" needs the very day of publication.
std::vector<DateMention> MentionsOf(const Article& article,
                                    DateMentionFinder& finder);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_ARTICLE_ROW_H_
