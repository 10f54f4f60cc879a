#include "indexer/entity_request.h"

#include <algorithm>
#include <string_view>

#include "common/text/edit_distance.h"
#include "common/text/printable.h"
#include "common/text/utf8.h"
#include "indexer/entity_tally.h"

namespace archive {
namespace {

Error UsageError(std::string message, std::string hint) {
  return {ErrorCode::kUsage, std::move(message), std::move(hint)};
}

Status CheckText(const std::string& word) {
  if (IsValidUtf8(word)) return Ok();
  return UsageError(Printable(word) + " is no text in UTF-8",
                    "nothing was changed");
}

bool IsNearlyKind(const std::string& word) {
  const bool is_lower = std::all_of(
      word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return is_lower &&
         !NearestNames(word,
                       {"person", "people", "persons", "org", "orgs",
                        "organisation", "organization", "company", "place",
                        "places", "location", "entity"},
                       1)
              .empty();
}

// A word before names that is nearly a kind would become a name.
Status TakeKind(EntityRequest& request, FirstWord may_be) {
  if (request.names.empty()) return Ok();
  const std::string first = request.names.front();
  const NamedKind kind = KindNamed(first);
  if (kind.is_known) {
    request.field = kind.field;
    request.names.erase(request.names.begin());
    return Ok();
  }
  if (may_be == FirstWord::kMayBeAnything || request.names.size() == 1 ||
      !IsNearlyKind(first))
    return Ok();
  return UsageError(first + " is no kind of names",
                    "the kinds are person, org and place; before a name that "
                    "looks like one of them say of which kind it is");
}

}  // namespace

std::vector<FieldId> EntityRequest::Fields() const {
  if (field) return {*field};
  return FieldsOfNames();
}

NameRule EntityRequest::RuleFor(NameRule::Kind kind, const std::string& name,
                                const std::string& known_as) const {
  return {.kind = kind,
          .field = field,
          .name = name,
          .known_as = known_as,
          .scope = scope};
}

Result<EntityRequest> ReadEntityRequest(
    const std::vector<std::string>& words,
    const std::vector<std::pair<FieldId, std::string>>& scopes,
    FirstWord first) {
  EntityRequest request;
  for (const std::string& word : words) {
    RETURN_IF_ERROR(CheckText(word));
    request.names.push_back(CleanValue(word));
  }
  RETURN_IF_ERROR(TakeKind(request, first));
  for (const auto& [field, value] : scopes) {
    RETURN_IF_ERROR(CheckText(value));
    if (value.empty()) continue;
    if (request.scope.field)
      return UsageError("a rule holds for one source, one section or one id",
                        "give one of --source, --section, --id");
    request.scope = {field, value};
  }
  return request;
}

}  // namespace archive
