// Ids and paths: what other programs are fed with.
#include "common/text/printable.h"
#include "query/language/diagnostics.h"
#include "query/output/renderers.h"

namespace archive {
namespace {

char EndOf(const RenderStyle& style) {
  return style.line_end == LineEnd::kNul ? '\0' : '\n';
}

}  // namespace

Status RenderIds(const ResultPage& page, const RenderStyle& style,
                 std::ostream& out) {
  return page.each_hit(HitDetail::kIds,
                       [&](const Hit& hit) { out << hit.id << EndOf(style); });
}

Status RenderPaths(const ResultPage& page, const RenderStyle& style,
                   std::ostream& out) {
  return page.each_hit(HitDetail::kIds, [&](const Hit& hit) {
    out << (style.target == Target::kTerminal ? Printable(hit.path) : hit.path)
        << EndOf(style);
  });
}

}  // namespace archive
