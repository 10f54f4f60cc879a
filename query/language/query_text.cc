#include "query/language/query_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "query/language/operators.h"
#include "query/language/resolver.h"

namespace archive {
namespace {

ReadQuery ReadOnce(std::string_view text, const ReadContext& context) {
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

// Whether an offer sets its mistake right and makes no new one.  Others of the
// query may stand in it still: they have offers of their own.
bool IsSound(const Offer& offer, const std::vector<Diagnostic>& errors,
             std::size_t own, const ReadContext& context) {
  const std::vector<Diagnostic> left = ReadOnce(offer.query, context).errors;
  return std::all_of(left.begin(), left.end(), [&](const Diagnostic& mistake) {
    for (std::size_t i = 0; i < errors.size(); ++i) {
      if (i != own && errors[i].message == mistake.message) return true;
    }
    return false;
  });
}

void KeepSoundOffers(std::vector<Diagnostic>& errors,
                     const ReadContext& context) {
  const std::size_t shown = std::min(errors.size(), kMaxDiagnosticsShown);
  for (std::size_t i = 0; i < shown; ++i) {
    std::vector<Offer>& offers = errors[i].offers.all;
    if (offers.empty()) continue;
    std::erase_if(offers, [&](const Offer& offer) {
      return !IsSound(offer, errors, i, context);
    });
    if (offers.empty()) errors[i].advice = kSeeSyntax;
  }
}

}  // namespace

ReadQuery ReadQueryText(std::string_view text, const ReadContext& context) {
  ReadQuery read = ReadOnce(text, context);
  KeepSoundOffers(read.errors, context);
  return read;
}

}  // namespace archive
