#include "indexer/entity_tally.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "common/index/schema.h"
#include "common/text/fold.h"

namespace archive {
namespace {

struct Tally {
  std::map<std::string, std::uint64_t> spellings;
  std::map<std::string, std::uint64_t> forms;
};
using Tallies = std::unordered_map<std::string, Tally>;  // by folded name

// What a segment says, by ordinals: strings are made once, not once an article.
class SegmentTally {
 public:
  explicit SegmentTally(const CountedNames& names)
      : names_(names), articles_(names.size()) {}

  void Take(DocId doc) {
    names_.EachOf(doc, [this](Ordinal counted) { ++articles_[counted]; });
    for (const Ordinal value : names_.column().Of(doc)) {
      const Ordinal counted = names_.CountedAs(value, doc);
      if (counted != kUncounted) ++forms_[{counted, value}];
    }
  }

  void AddTo(Tallies& all) const {
    for (Ordinal counted = 0; counted < articles_.size(); ++counted) {
      if (articles_[counted] == 0) continue;
      const std::string name(names_.NameAt(counted));
      all[FoldValue(name)].spellings[name] += articles_[counted];
    }
    for (const auto& [pair, articles] : forms_) {
      all[FoldValue(names_.NameAt(pair.first))]
          .forms[std::string(names_.column().ValueAt(pair.second))] += articles;
    }
  }

 private:
  const CountedNames& names_;
  std::vector<std::uint64_t> articles_;  // by what is counted
  std::map<std::pair<Ordinal, Ordinal>, std::uint64_t> forms_;
};

// What a query finds: hidden articles are left out.
template <typename Take>
void EachShown(const OpenIndex& index, std::size_t i, const Take& take) {
  const Segment& segment = index.segments()[i];
  for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
    if (segment.IsLive(doc) && !index.IsHidden(i, doc)) take(doc);
  }
}

EntityRow RowOf(FieldId field, const Tally& tally) {
  EntityRow row = {.field = field, .name = "", .articles = 0, .forms = {}};
  std::uint64_t most = 0;
  for (const auto& [spelling, articles] : tally.spellings) {
    row.articles += articles;
    if (articles > most) row.name = spelling;
    most = std::max(most, articles);
  }
  for (const auto& [text, articles] : tally.forms)
    row.forms.push_back({text, articles});
  std::stable_sort(row.forms.begin(), row.forms.end(),
                   [](const EntityForm& a, const EntityForm& b) {
                     return a.articles > b.articles;
                   });
  return row;
}

}  // namespace

std::vector<FieldId> FieldsOfNames() {
  std::vector<FieldId> fields;
  for (const Field& field : kFields) {
    if (field.type == FieldType::kEntity && field.facetable)
      fields.push_back(field.id);
  }
  return fields;
}

std::vector<EntityRow> TallyEntities(const OpenIndex& index, FieldId field) {
  Tallies tallies;
  for (std::size_t i = 0; i < index.segments().size(); ++i) {
    const CountedNames& names = index.NamesIn(i, field);
    SegmentTally of_segment(names);
    EachShown(index, i, [&of_segment](DocId doc) { of_segment.Take(doc); });
    of_segment.AddTo(tallies);
  }
  std::vector<EntityRow> rows;
  rows.reserve(tallies.size());
  for (const auto& [folded, tally] : tallies)
    rows.push_back(RowOf(field, tally));
  std::sort(rows.begin(), rows.end(),
            [](const EntityRow& a, const EntityRow& b) {
              return a.articles != b.articles ? a.articles > b.articles
                                              : a.name < b.name;
            });
  return rows;
}

std::vector<EntityEvidence> EvidenceOf(const OpenIndex& index, FieldId field,
                                       std::string_view name,
                                       std::size_t most) {
  std::vector<EntityEvidence> all;
  const std::string wanted = FoldValue(name);
  for (std::size_t i = 0; i < index.segments().size(); ++i) {
    const CountedNames& names = index.NamesIn(i, field);
    std::vector<bool> fits(names.size());
    for (Ordinal counted = 0; counted < fits.size(); ++counted)
      fits[counted] = FoldValue(names.NameAt(counted)) == wanted;
    EachShown(index, i, [&](DocId doc) {
      for (const Ordinal value : names.column().Of(doc)) {
        const Ordinal counted = names.CountedAs(value, doc);
        if (all.size() >= most || counted == kUncounted || !fits[counted])
          continue;
        all.push_back({.segment = i,
                       .doc = doc,
                       .form = std::string(names.column().ValueAt(value)),
                       .why = names.WhyOf(value, doc),
                       .is_known = names.column().KnownAs(value) != value});
      }
    });
  }
  return all;
}

}  // namespace archive
