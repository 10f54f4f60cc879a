// What was typed behind `archive-index entities`, understood: a kind, names,
// and where a rule is to hold.
#ifndef ARCHIVE_INDEXER_ENTITY_REQUEST_H_
#define ARCHIVE_INDEXER_ENTITY_REQUEST_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/name_rule_lines.h"
#include "common/result.h"

namespace archive {

struct EntityRequest {
  std::optional<FieldId> field = {};  // of the kind that was named
  std::vector<std::string> names = {};
  NameScope scope = {};

  // That of the kind, or all that hold names.
  std::vector<FieldId> Fields() const;
  NameRule RuleFor(NameRule::Kind kind, const std::string& name,
                   const std::string& known_as) const;
};

// What the first word may be, besides a kind or a name.
enum class FirstWord : std::uint8_t { kMayBeAnything, kIsNoTypo };

// `scopes`: values of which at most one is not empty.
// Fails: kUsage; also for a word before names that is nearly a kind.
Result<EntityRequest> ReadEntityRequest(
    const std::vector<std::string>& words,
    const std::vector<std::pair<FieldId, std::string>>& scopes,
    FirstWord first);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ENTITY_REQUEST_H_
