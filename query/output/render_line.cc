// One line an article, for lists that are read by eye or cut by awk.
#include <fmt/format.h>

#include "common/text/printable.h"
#include "query/language/diagnostics.h"
#include "query/output/renderers.h"
#include "query/output/wrap.h"

namespace archive {

Status RenderLine(const ResultPage& page, const RenderStyle& style,
                  std::ostream& out) {
  const auto print = [&style](const Hit& hit, std::ostream& to) {
    const Article& article = hit.record.article;
    const std::string date = article.published
                                 ? ToIsoString(article.published->when.date)
                                 : "undated";
    to << fmt::format("{:10}  ", date);
    PrintMarked(hit.title, {0, hit.title.text.size()}, style.emphasis, to);
    if (!article.source.empty()) to << " · " << Printable(article.source);
    to << "  " << Printable(hit.id) << '\n';
  };
  return page.write_hits(HitDetail::kSnippet, print, out);
}

}  // namespace archive
