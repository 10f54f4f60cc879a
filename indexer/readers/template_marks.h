// What the makers of static sites write between the words of a text in
// Markdown: "{{< figure … >}}" (Hugo), "{% include … %}" (Liquid, Nunjucks),
// "{: .lead}" (kramdown), tables and footnotes (GitHub) → text in CommonMark.
// Pure and linear.
#ifndef ARCHIVE_INDEXER_READERS_TEMPLATE_MARKS_H_
#define ARCHIVE_INDEXER_READERS_TEMPLATE_MARKS_H_

#include <string>
#include <string_view>

namespace archive {

// The text without them; of pictures the caption stays, as a <figcaption>.
// Code between fences is left as it is.
std::string WithoutTemplateMarks(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_TEMPLATE_MARKS_H_
