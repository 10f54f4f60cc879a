// A stored record → the analysed article: its words, terms, facets, times and
// row of columns.
//
// Who writes a segment ends here, behind what finds the language, the agency
// and the names (indexer/analysis/article_analyser.h).  Who has nothing of an
// article but its record, fetched from another machine, begins here, and gets
// the same.
#ifndef ARCHIVE_COMMON_INDEX_RECORD_ANALYSIS_H_
#define ARCHIVE_COMMON_INDEX_RECORD_ANALYSIS_H_

#include "common/dates/date_mentions.h"
#include "common/index/analysed_article.h"
#include "common/index/stored_record.h"
#include "common/index/word_table.h"
#include "common/text/analyser.h"
#include "common/text/sentences.h"

namespace archive {

// What cuts texts.  Threads: none; every thread has its own.
struct RecordTools {
  Analyser analyser;
  SentenceCutter sentences;
  DateMentionFinder dates;
};

// Pure but for the table.  The record's number of words is set; arrival and
// fingerprint are left empty.
AnalysedArticle AnalyseRecord(StoredRecord record, RecordTools& tools,
                              WordTable& table);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_RECORD_ANALYSIS_H_
