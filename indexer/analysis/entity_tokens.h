// Running text → the tokens and sentences that the tagger reads, cut as the
// texts were that it learned from: punctuation and 's stand alone, dots stay
// with abbreviations, hyphens join.
#ifndef ARCHIVE_INDEXER_ANALYSIS_ENTITY_TOKENS_H_
#define ARCHIVE_INDEXER_ANALYSIS_ENTITY_TOKENS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/span.h"

namespace archive {

struct EntityTokens {
  std::vector<std::string_view> texts;
  std::vector<Span> spans;                 // bytes of the text cut
  std::vector<std::size_t> sentence_ends;  // ascending; the last: size()
  void Clear();
};

// Appends the tokens of a paragraph or headline (UTF-8), at whose end a
// sentence ends.  Pure.  Lives: the views as long as `text`.
void CutEntityTokens(std::string_view text, EntityTokens& tokens);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_ENTITY_TOKENS_H_
