// One article, whole: `--show`.
#ifndef ARCHIVE_QUERY_OUTPUT_ARTICLE_PAGE_H_
#define ARCHIVE_QUERY_OUTPUT_ARTICLE_PAGE_H_

#include <ostream>

#include "common/index/generation.h"
#include "query/output/name_marks.h"
#include "query/output/render_style.h"
#include "query/output/result_page.h"

namespace archive {

// `hit` was read with kRecords; `names` are marked where there is bold type.
void PrintArticle(const Hit& hit, NameMarks& names,
                  const Generation& generation, const RenderStyle& style,
                  std::ostream& out);
void WriteArticleJson(const Hit& hit, const Generation& generation,
                      std::ostream& out);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_ARTICLE_PAGE_H_
