#include "indexer/analysis/article_names.h"

#include <unordered_set>
#include <utility>

#include "common/index/article_values.h"
#include "common/text/fold.h"
#include "indexer/analysis/source_codes.h"

namespace archive {
namespace {

// A kind of names, and where an article holds them.
struct NameField {
  EntityKind kind;
  FieldId field;
  std::vector<std::string> Article::*values;
};
constexpr NameField kNameFields[] = {
    {EntityKind::kPerson, FieldId::kPerson, &Article::people},
    {EntityKind::kOrganisation, FieldId::kOrg, &Article::organisations},
    {EntityKind::kPlace, FieldId::kPlace, &Article::places},
};

// Names as facets compare them.
std::unordered_set<std::string> FoldedNames(
    const std::vector<std::string>& names) {
  std::unordered_set<std::string> folded;
  for (const std::string& name : names) folded.insert(FoldValue(name));
  return folded;
}

class NameAdder {
 public:
  NameAdder(Article& article, AddedNames& added)
      : article_(article), added_(added) {}

  void CountNamesOfSource(const FoundNames& found, const EntityModel& model) {
    for (const NameField& names : kNameFields) {
      for (const std::string& name : article_.*names.values) {
        const std::string known = KnownNameOf(names.kind, name, found, model);
        Count(names.field, name, known);
        // usa is found as United States, too.
        if (!known.empty() && FoldValue(known) != FoldValue(name))
          added_.forms.push_back({names.field, known});
      }
    }
  }

  // Whether there were any.
  bool AddFound(const FoundNames& found, NameSources which) {
    bool is_any = false;
    for (const NameField& names : kNameFields) {
      std::vector<std::string>& values = article_.*names.values;
      if (which != NameSources::kBoth && !values.empty()) continue;
      std::unordered_set<std::string> known = FoldedNames(values);
      for (const FoundName& name : found.names) {
        if (name.kind != names.kind) continue;
        is_any = true;
        if (known.insert(FoldValue(name.name)).second)
          values.push_back(name.name);
        for (const std::string& form : name.forms)
          added_.forms.push_back({names.field, form});
        Count(names.field, name.own_name, name.name);
      }
    }
    return is_any;
  }

 private:
  void Count(FieldId field, const std::string& name,
             std::string_view known_as) {
    added_.counted.push_back(
        {field, name, std::string(known_as == name ? "" : known_as)});
  }

  Article& article_;
  AddedNames& added_;
};

}  // namespace

AddedNames AddNames(StoredRecord& record, EntityFinder* finder,
                    NameSources which) {
  AddedNames added;
  if (finder == nullptr) return added;
  const GivenNames given = {
      static_cast<std::uint32_t>(record.article.people.size()),
      static_cast<std::uint32_t>(record.article.organisations.size()),
      static_cast<std::uint32_t>(record.article.places.size())};
  NameAdder adder(record.article, added);
  FoundNames found;
  if (which != NameSources::kSource)
    found = finder->Find(TextsOf(record.article), record.language);
  adder.CountNamesOfSource(found, finder->model());
  if (which == NameSources::kSource) return added;
  // Whoever analyses the record again begins with what the source gave.
  if (adder.AddFound(found, which)) record.given = given;
  added.peoples = std::move(found.peoples);
  return added;
}

}  // namespace archive
