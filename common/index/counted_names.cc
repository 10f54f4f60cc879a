#include "common/index/counted_names.h"

#include <utility>

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
  const Folded& names = scoped_.at(value);
  return FindCounted(rules_.Of(field_, names.own, names.known, ScopesOf(doc)),
                     names, value);
}

const NameRule* CountedNames::WhyOf(Ordinal value, DocId doc) const {
  if (counted_.empty() || value >= column_->value_count()) return nullptr;
  const Folded names = FoldedOf(value);
  return rules_.Of(field_, names.own, names.known, ScopesOf(doc)).why;
}

CountedNames::Folded CountedNames::FoldedOf(Ordinal value) const {
  Folded names;
  names.own = FoldValue(column_->ValueAt(value));
  const Ordinal known = column_->KnownAs(value);
  names.known = known == value ? names.own : FoldValue(column_->ValueAt(known));
  return names;
}

CountedNames::Scopes CountedNames::ScopesOf(DocId doc) const {
  Scopes scopes;
  if (!rules_.HasScopes()) return scopes;
  if (const auto id = rules_.FindScope(FieldId::kId, columns_.IdOf(doc)))
    scopes.push_back(*id);
  const std::pair<FieldId, const Scopes*> wider[] = {
      {FieldId::kSection, &sections_}, {FieldId::kSource, &sources_}};
  for (const auto& [field, by_value] : wider) {
    for (const Ordinal value : columns_.FacetOf(field).Of(doc)) {
      if (value < by_value->size() && (*by_value)[value] != kEverywhere)
        scopes.push_back((*by_value)[value]);
    }
  }
  return scopes;
}

CountedNames::Scopes CountedNames::ScopesByValue(FieldId field) const {
  const FacetColumn& column = columns_.FacetOf(field);
  Scopes scopes(column.value_count(), kEverywhere);
  for (Ordinal value = 0; value < scopes.size(); ++value)
    scopes[value] =
        rules_.FindScope(field, column.ValueAt(value)).value_or(kEverywhere);
  return scopes;
}

// Values that rules speak of, or of what they are known as.
std::vector<Ordinal> CountedNames::RuledValues() const {
  const auto values = static_cast<Ordinal>(column_->value_count());
  std::vector<bool> is_ruled(values);
  std::string folded;
  for (Ordinal value = 0; value < values; ++value) {
    FoldValueInto(column_->ValueAt(value), folded);
    is_ruled[value] = rules_.Mention(folded);
  }
  std::vector<Ordinal> ruled;
  const bool has_names = column_->HasNames();
  for (Ordinal value = 0; value < values; ++value) {
    if (is_ruled[value] || (has_names && is_ruled[column_->KnownAs(value)]))
      ruled.push_back(value);
  }
  return ruled;
}

// Names that others are known by are spelt as the librarian spells them, and
// all of one spelling: that is what makes them one.
void CountedNames::ApplyRules() {
  for (const NameRule& rule : rules_.rules()) {
    if (rule.kind == NameRule::Kind::kKnownAs &&
        rule.field.value_or(field_) == field_)
      RuledOrdinal(rule.known_as);
  }
  const auto values = static_cast<Ordinal>(column_->value_count());
  counted_.resize(values);
  is_scoped_.resize(values);
  for (Ordinal value = 0; value < values; ++value)
    counted_[value] = column_->KnownAs(value);
  for (const Ordinal value : RuledValues()) {
    Folded names = FoldedOf(value);
    counted_[value] = FindCounted(rules_.Of(field_, names.own, names.known, {}),
                                  names, value);
    if (!rules_.DependsOnArticle(field_, names.own, names.known)) continue;
    is_scoped_[value] = true;
    scoped_.emplace(value, std::move(names));
  }
  if (scoped_.empty()) return;
  sections_ = ScopesByValue(FieldId::kSection);
  sources_ = ScopesByValue(FieldId::kSource);
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
