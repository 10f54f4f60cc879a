// Text in lines of a terminal's width, with its marks.
#ifndef ARCHIVE_QUERY_OUTPUT_WRAP_H_
#define ARCHIVE_QUERY_OUTPUT_WRAP_H_

#include <cstddef>
#include <ostream>
#include <string_view>
#include <vector>

#include "common/span.h"
#include "common/text/column_width.h"
#include "query/output/render_style.h"
#include "query/output/result_page.h"

namespace archive {

// The lines of `text`, broken at spaces and between Chinese or Japanese
// characters (Korean has spaces); a word that is longer than a line is cut.  At
// least one line unless the text is empty.
std::vector<Span> WrapLines(std::string_view text, std::size_t width);

// `text` in lines behind `indent`, each ended, with its marks emphasised.
void PrintWrapped(const Highlighted& text, std::string_view indent,
                  const RenderStyle& style, std::ostream& out);

// A part of `text` with its marks emphasised.  Control characters never reach
// `out`, whatever the text holds.
void PrintMarked(const Highlighted& text, Span part, Emphasis emphasis,
                 std::ostream& out);

// `text` as a headline, in lines, each ended: emphasised as a whole where there
// is bold type, marks underlined then.
void PrintHeadline(const Highlighted& text, const RenderStyle& style,
                   std::ostream& out);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_WRAP_H_
