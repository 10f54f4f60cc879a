// Tables as people see them: values, right-aligned counts, bars.
#ifndef ARCHIVE_QUERY_OUTPUT_TABLE_TEXT_H_
#define ARCHIVE_QUERY_OUTPUT_TABLE_TEXT_H_

#include <ostream>
#include <string>

#include "query/output/render_style.h"
#include "query/output/result_page.h"

namespace archive {

void PrintTable(const Table& table, const RenderStyle& style,
                std::ostream& out);

// The page's query together with the most frequent value of its tables that
// leaves some articles out; empty when there is none.
std::string NarrowerQuery(const ResultPage& page);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_TABLE_TEXT_H_
