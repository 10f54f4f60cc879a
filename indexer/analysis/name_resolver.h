// Mentions → names: within an article `Tan`, `Tan Kefei` and `Senior Colonel
// Tan Kefei` are one person, known by the longest full name without its title;
// U.S. and United States are one place, since the model's table of aliases says
// so; IMF is what the article itself calls International Monetary Fund.
//
// Two people of one surname are not merged, nor is the bare surname then given
// to either.  What is doubtful becomes no name: a facet of junk is worse than
// one that is missing.
#ifndef ARCHIVE_INDEXER_ANALYSIS_NAME_RESOLVER_H_
#define ARCHIVE_INDEXER_ANALYSIS_NAME_RESOLVER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/span.h"
#include "indexer/analysis/entity_labels.h"
#include "indexer/analysis/entity_model.h"

namespace archive {

inline constexpr std::size_t kNoName = static_cast<std::size_t>(-1);

// Lives: `text` as long as the texts it was found in.
struct NameMention {
  std::size_t part = 0;  // of the texts
  Span bytes;
  EntityKind kind = EntityKind::kPerson;
  float probability = 0;
  std::string_view text;
  std::size_t name = kNoName;  // among FoundNames::names
};

struct FoundName {
  EntityKind kind;
  std::string name;                // the one it is known by
  std::string own_name;            // the article's, without what aliases say
  std::vector<std::string> forms;  // as the article writes it, each once
};

struct FoundNames {
  std::vector<NameMention> mentions;  // in order
  std::vector<FoundName> names;       // by their first mention
  // Countries of whose people the texts speak (the Dutch minister), each once:
  // a weaker sign than their names.
  std::vector<std::string> peoples;
};

// Threads: any.  Lives: the model as long.
class NameResolver {
 public:
  explicit NameResolver(const EntityModel& model) : model_(model) {}

  FoundNames Resolve(std::vector<NameMention> mentions) const;

 private:
  const EntityModel& model_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_NAME_RESOLVER_H_
