#include "indexer/analysis/article_names.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text/fold.h"

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

// Names are compared as facets compare them.
bool HoldsName(const std::vector<std::string>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(),
                     [folded = FoldValue(name)](const std::string& other) {
                       return FoldValue(other) == folded;
                     });
}

}  // namespace

std::vector<std::string_view> TextsOf(const Article& article) {
  std::vector<std::string_view> texts = {article.title};
  for (const Block& block : article.blocks)
    texts.push_back(block.kind == BlockKind::kCredit ? std::string_view()
                                                     : block.text);
  return texts;
}

bool NamesEntities(const Article& article) {
  return std::any_of(std::begin(kNameFields), std::end(kNameFields),
                     [&article](const NameField& names) {
                       return !(article.*names.values).empty();
                     });
}

AddedNames AddNames(StoredRecord& record, EntityFinder* finder,
                    NameSources which) {
  AddedNames added;
  Article& article = record.article;
  if (NamesEntities(article)) added.sources.emplace_back("source");
  const bool may_find = finder != nullptr && which != NameSources::kSource;
  if (!may_find || record.language != "en") return added;
  FoundNames found = finder->Find(TextsOf(article));
  bool is_any = false;
  for (const NameField& names : kNameFields) {
    std::vector<std::string>& values = article.*names.values;
    if (which != NameSources::kBoth && !values.empty()) continue;
    for (FoundName& name : found.names) {
      if (name.kind != names.kind) continue;
      is_any = true;
      if (!HoldsName(values, name.name)) values.push_back(std::move(name.name));
      for (std::string& form : name.forms)
        added.forms.push_back({names.field, std::move(form)});
    }
  }
  if (is_any) added.sources.emplace_back("found");
  return added;
}

}  // namespace archive
