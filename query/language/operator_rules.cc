#include "query/language/operator_rules.h"

#include <string>

#include <fmt/format.h>

#include "query/language/repairs.h"

namespace archive {

void CheckSides(const QueryToken& op, bool has_left, bool has_right,
                Mistakes& mistakes) {
  if (has_left && has_right) return;
  const std::string& name = op.text;
  const Repair repair = Removing(op.span);
  // `a AND ()`: what is wrong there was said.
  if (mistakes.KnowsAny(op.span.begin)) {
    mistakes.AddRepair(repair);
    return;
  }
  if (has_left || has_right) {
    mistakes.Add(fmt::format("{} has nothing on its {}", name,
                             has_left ? "right" : "left"),
                 op.span, repair);
  } else {
    mistakes.Add(fmt::format("{} has nothing on either side", name), op.span,
                 Replacing(op.span, '"' + name + '"'));
  }
}

}  // namespace archive
