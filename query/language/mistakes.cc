#include "query/language/mistakes.h"

#include <algorithm>
#include <utility>

#include "query/language/characters.h"

namespace archive {

void Mistakes::Add(Diagnostic diagnostic) {
  if (!gave_up_) diagnostics_.push_back(std::move(diagnostic));
}

void Mistakes::Add(std::string message, Span span, Repair repair) {
  if (gave_up_) return;
  repaired_.push_back(diagnostics_.size());
  repairs_.push_back(std::move(repair));
  diagnostics_.push_back({std::move(message), span, ""});
}

bool Mistakes::KnowsAny(std::size_t at) const {
  return std::any_of(
      diagnostics_.begin(), diagnostics_.end(),
      [at](const Diagnostic& known) { return known.span.begin >= at; });
}

std::vector<Diagnostic> Mistakes::Finish() {
  if (!repaired_.empty()) {
    const std::string text = Repaired(query_, std::move(repairs_));
    for (const std::size_t index : repaired_) {
      if (HasWordCharacter(text))
        diagnostics_[index].offers = text;
      else
        diagnostics_[index].advice = kSeeSyntax;
    }
  }
  return std::move(diagnostics_);
}

}  // namespace archive
