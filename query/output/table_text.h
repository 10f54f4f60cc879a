// Tables as people see them: captions, rows, notes, and what to ask next.
#ifndef ARCHIVE_QUERY_OUTPUT_TABLE_TEXT_H_
#define ARCHIVE_QUERY_OUTPUT_TABLE_TEXT_H_

#include <ostream>
#include <string>

#include "query/output/render_style.h"
#include "query/output/result_page.h"

namespace archive {

// Fails as ForEachRow.
Status PrintTables(const ResultPage& page, const RenderStyle& style,
                   std::ostream& out);

// What stands behind the number of articles: the caption of the first table.
std::string CaptionOf(const ResultPage& page);

// The page's query together with the most frequent value of its facets that
// leaves some articles out; empty when there is none.
std::string NarrowerQuery(const ResultPage& page);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_TABLE_TEXT_H_
