// The names in an article: texts → mentions, and the people, organisations and
// places that they mean.
//
//     texts ─CutEntityTokens→ tokens ─EntityTagger, MendSpans→ spans
//     ─NameResolver→ names
//
// The tagger reads English; in other languages a table is looked up
// (foreign_name_finder.h).  What language a text is in, the caller knows.
#ifndef ARCHIVE_INDEXER_ANALYSIS_ENTITY_FINDER_H_
#define ARCHIVE_INDEXER_ANALYSIS_ENTITY_FINDER_H_

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/analysis/entity_model.h"
#include "indexer/analysis/entity_tagger.h"
#include "indexer/analysis/entity_tokens.h"
#include "indexer/analysis/foreign_name_finder.h"
#include "indexer/analysis/name_resolver.h"

namespace archive {

// Owns: room, used again.  Threads: one a finder.  Lives: the model as long.
class EntityFinder {
 public:
  explicit EntityFinder(const EntityModel& model)
      : model_(model), tagger_(model), resolver_(model), foreign_(model) {}

  // Texts that belong together, the headline and the paragraphs of an article,
  // in UTF-8; mentions in their order.
  FoundNames Find(std::span<const std::string_view> texts,
                  std::string_view language = "en");

  const EntityModel& model() const { return model_; }

 private:
  // Outside of names: American Airlines is no people.
  std::vector<std::string> PeoplesAround(
      const std::vector<TokenSpan>& spans) const;

  const EntityModel& model_;
  EntityTagger tagger_;
  NameResolver resolver_;
  ForeignNameFinder foreign_;
  EntityTokens tokens_;
  std::vector<std::size_t> parts_;  // the first token of each text
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_ENTITY_FINDER_H_
