// Mends the tagger's spans where it cuts names of several parts: Bank of
// England, Senate Committee on Armed Services, Moody's, Republic of Korea, the
// House and the Senate.
//
//     tokens ─EntityTagger→ spans ─MendSpans→ spans ─NameResolver→ names
//
// A rule is a function over all spans and a row of kRules in name_spans.cc.
#ifndef ARCHIVE_INDEXER_ANALYSIS_NAME_SPANS_H_
#define ARCHIVE_INDEXER_ANALYSIS_NAME_SPANS_H_

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/analysis/entity_labels.h"
#include "indexer/analysis/entity_model.h"

namespace archive {

// What was cut into words, and where its sentences end (ascending, the last at
// tokens.size()).
struct TaggedTokens {
  std::span<const std::string_view> texts;
  std::span<const std::size_t> sentence_ends;
};

// Before and behind: spans in order, none inside another.
void MendSpans(const EntityModel& model, const TaggedTokens& tokens,
               std::vector<TokenSpan>& spans);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_NAME_SPANS_H_
