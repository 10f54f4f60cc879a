// One line an article, for lists that are read by eye or cut by awk.
#include <fmt/format.h>

#include "common/text/printable.h"
#include "query/language/diagnostics.h"
#include "query/output/renderers.h"
#include "query/output/wrap.h"

namespace archive {

Status RenderLine(const ResultPage& page, const RenderStyle& style,
                  std::ostream& out) {
  return page.each_hit(HitDetail::kSnippets, [&](const Hit& hit) {
    const Article& article = hit.record.article;
    const std::string date = article.published
                                 ? ToIsoString(article.published->when.date)
                                 : "undated";
    out << fmt::format("{:10}  ", date);
    PrintMarked(hit.title, {0, hit.title.text.size()}, style.emphasis, out);
    if (!article.source.empty()) out << " · " << Printable(article.source);
    out << "  " << Printable(hit.id) << '\n';
  });
}

}  // namespace archive
