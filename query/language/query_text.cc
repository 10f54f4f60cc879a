#include "query/language/query_text.h"

#include <iterator>
#include <utility>

#include "query/language/operators.h"
#include "query/language/resolver.h"

namespace archive {

ReadQuery ReadQueryText(std::string_view text, const ReadContext& context) {
  ParsedQuery parsed = Parse(text, {.mixed = context.mixed});
  ResolvedQuery resolved = Resolve(parsed.tree, {.today = context.today});
  std::vector<Diagnostic> errors = std::move(parsed.errors);
  // Of a query that is cut off, the length is the only mistake worth telling.
  if (text.size() <= kMaxQueryBytes)
    std::move(resolved.errors.begin(), resolved.errors.end(),
              std::back_inserter(errors));
  std::vector<Notice> notices = std::move(parsed.notices);
  std::move(resolved.notices.begin(), resolved.notices.end(),
            std::back_inserter(notices));
  return {.tree = std::move(resolved.tree),
          .parsed = std::move(parsed.tree),
          .errors = InOrder(std::move(errors)),
          .notices = std::move(notices)};
}

}  // namespace archive
