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
  const auto write = [&style](const Hit& hit, std::ostream& to) {
    to << hit.id << EndOf(style);
  };
  return page.write_hits(HitDetail::kId, write, out);
}

Status RenderPaths(const ResultPage& page, const RenderStyle& style,
                   std::ostream& out) {
  const auto write = [&style](const Hit& hit, std::ostream& to) {
    to << (style.target == Target::kTerminal ? Printable(hit.path) : hit.path)
       << EndOf(style);
  };
  return page.write_hits(HitDetail::kId, write, out);
}

}  // namespace archive
