#include "common/index/counted_names.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/text/fold.h"

namespace archive {

CountedNames::CountedNames(const Columns& columns, FieldId field,
                           const NameRules& rules)
    : columns_(columns),
      column_(&columns.FacetOf(field)),
      field_(field),
      rules_(rules) {
  const bool is_ruled =
      !rules.empty() && FieldFor(field).type == FieldType::kEntity;
  is_plain_ = !is_ruled && !column_->HasNames();
  if (is_ruled) ApplyRules();
}

Ordinal CountedNames::CountedAs(Ordinal value, DocId doc) const {
  // A damaged file may hold any ordinal.
  if (value >= column_->value_count()) return kUncounted;
  if (is_plain_) return value;
  if (counted_.empty()) return column_->KnownAs(value);
  if (!is_scoped_[value]) return counted_[value];
  const Folded names = FoldedOf(value);
  const RuledName ruled =
      rules_.Of(field_, names.own, names.known,
                [&](const NameScope& scope) { return Fits(scope, doc); });
  return FindCounted(ruled, names, value);
}

const NameRule* CountedNames::WhyOf(Ordinal value, DocId doc) const {
  if (counted_.empty() || value >= column_->value_count()) return nullptr;
  const Folded names = FoldedOf(value);
  return rules_
      .Of(field_, names.own, names.known,
          [&](const NameScope& scope) { return Fits(scope, doc); })
      .why;
}

CountedNames::Folded CountedNames::FoldedOf(Ordinal value) const {
  Folded names;
  names.own = FoldValue(column_->ValueAt(value));
  const Ordinal known = column_->KnownAs(value);
  names.known = known == value ? names.own : FoldValue(column_->ValueAt(known));
  return names;
}

bool CountedNames::Fits(const NameScope& scope, DocId doc) const {
  if (scope.field == FieldId::kId) return columns_.IdOf(doc) == scope.value;
  if (!scope.field) return true;
  const FacetColumn& column = columns_.FacetOf(*scope.field);
  const std::string wanted = FoldValue(scope.value);
  const Ordinals values = column.Of(doc);
  return std::any_of(values.begin(), values.end(), [&](Ordinal value) {
    return value < column.value_count() &&
           FoldValue(column.ValueAt(value)) == wanted;
  });
}

// Names that others are known by are spelt as the librarian spells them, and
// all of one spelling: that is what makes them one.
void CountedNames::ApplyRules() {
  const auto values = static_cast<Ordinal>(column_->value_count());
  for (const NameRule& rule : rules_.rules()) {
    if (rule.kind == NameRule::Kind::kKnownAs &&
        rule.field.value_or(field_) == field_)
      RuledOrdinal(rule.known_as);
  }
  counted_.resize(values);
  is_scoped_.resize(values);
  for (Ordinal value = 0; value < values; ++value) {
    const Folded names = FoldedOf(value);
    bool is_scoped = false;
    const RuledName ruled = rules_.Of(field_, names.own, names.known,
                                      [&is_scoped](const NameScope&) {
                                        is_scoped = true;
                                        return false;
                                      });
    is_scoped_[value] = is_scoped;
    counted_[value] = FindCounted(ruled, names, value);
  }
}

Ordinal CountedNames::RuledOrdinal(const std::string& name) {
  const auto next =
      static_cast<Ordinal>(column_->value_count() + ruled_.size());
  const auto [at, is_new] = ruled_ordinals_.try_emplace(FoldValue(name), next);
  if (is_new) ruled_.push_back(name);
  return at->second;
}

Ordinal CountedNames::FindCounted(const RuledName& ruled, const Folded& names,
                                  Ordinal value) const {
  const auto spelt = [this](const std::string& folded, Ordinal otherwise) {
    const auto at = ruled_ordinals_.find(folded);
    return at == ruled_ordinals_.end() ? otherwise : at->second;
  };
  switch (ruled.as) {
    case RuledName::As::kNotCounted:
      return kUncounted;
    case RuledName::As::kItself:
      return spelt(names.own, value);
    case RuledName::As::kKnown:
      return spelt(names.known, column_->KnownAs(value));
    case RuledName::As::kRuled:
      return spelt(FoldValue(*ruled.known_as), value);
  }
  return value;
}

}  // namespace archive
