#include "common/index/schema.h"

namespace archive {
namespace {

constexpr bool IdsAreIndices() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (kFields[i].id != static_cast<FieldId>(i)) return false;
  }
  return true;
}

constexpr bool NamesAreUnique() {
  for (const Field& a : kFields) {
    if (FindField(a.name) != &a) return false;
    for (const Field& b : kFields) {
      std::string_view names = a.aliases;
      while (a.id != b.id && !names.empty()) {
        const std::size_t end = std::min(names.find(' '), names.size());
        const std::string_view alias = names.substr(0, end);
        if (alias == b.name || IsAmong(alias, b.aliases)) return false;
        names.remove_prefix(std::min(end + 1, names.size()));
      }
    }
  }
  return true;
}

constexpr bool Begins(std::string_view text, std::string_view prefix) {
  return !text.empty() && !prefix.empty() && text.starts_with(prefix);
}

// No prefix may be the beginning of another one, and Z is Xapian's own mark
// for stemmed terms.
constexpr bool PrefixesAreDistinct() {
  for (const Field& a : kFields) {
    if (a.prefix.starts_with('Z') || a.whole_prefix.starts_with('Z'))
      return false;
    if (Begins(a.prefix, a.whole_prefix) || Begins(a.whole_prefix, a.prefix))
      return false;
    for (const Field& b : kFields) {
      if (a.id == b.id) continue;
      if (Begins(b.prefix, a.prefix) || Begins(b.whole_prefix, a.prefix) ||
          Begins(b.prefix, a.whole_prefix) ||
          Begins(b.whole_prefix, a.whole_prefix))
        return false;
    }
  }
  return true;
}

constexpr bool SlotsAreDistinct() {
  for (const Field& a : kFields) {
    if (a.slot == kSortSlot) return false;
    if (a.facetable && a.slot == kNoSlot) return false;
    for (const Field& b : kFields) {
      if (a.id != b.id && a.slot != kNoSlot && a.slot == b.slot) return false;
    }
  }
  return true;
}

constexpr bool RowsAreComplete() {
  for (const Field& field : kFields) {
    if (field.help.empty() || field.example.empty()) return false;
    if (field.type == FieldType::kPhrase && field.zone == Zone::kNone)
      return false;
    if (field.type == FieldType::kValue && field.prefix.empty()) return false;
  }
  return true;
}

static_assert(IdsAreIndices(), "kFields must list the FieldIds in order");
static_assert(NamesAreUnique(), "two fields answer to one name");
static_assert(PrefixesAreDistinct(), "one term prefix begins another");
static_assert(SlotsAreDistinct(), "a slot is missing or used twice");
static_assert(RowsAreComplete(), "a row lacks something its type needs");

}  // namespace

std::string PresenceTermOf(const Field& field) {
  const FieldId kind = field.presence == PresenceTerm::kWhenThere
                           ? FieldId::kHas
                           : FieldId::kMissing;
  return std::string(FieldFor(kind).prefix) + std::string(field.name);
}

std::string_view NameOf(FieldType type) {
  switch (type) {
    case FieldType::kText:
      return "text";
    case FieldType::kPhrase:
      return "words of a value";
    case FieldType::kValue:
      return "whole value";
    case FieldType::kEntity:
      return "name";
    case FieldType::kDay:
      return "date";
    case FieldType::kNumber:
      return "number";
    case FieldType::kPresence:
      return "name of a field";
    case FieldType::kArticle:
      return "id of an article";
  }
  return {};
}

}  // namespace archive
