#include "indexer/entity_tally.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "common/index/schema.h"
#include "common/text/fold.h"

namespace archive {
namespace {

// What a query finds: hidden articles are left out.
template <typename Take>
void EachShown(const OpenIndex& index, std::size_t i, const Take& take) {
  const Segment& segment = index.segments()[i];
  for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
    if (segment.IsLive(doc) && !index.IsHidden(i, doc)) take(doc);
  }
}

// A name as one segment counts it.
struct SegmentName {
  std::uint64_t hash = 0;  // of the folded name
  std::size_t segment = 0;
  Ordinal counted = 0;
  std::uint64_t articles = 0;
};

// A name of a field, over all segments.
struct CountedName {
  std::size_t field = 0;  // its place among those asked for
  std::string_view name;  // as most articles count it
  std::uint64_t articles = 0;
  std::span<const SegmentName> parts;
};

std::vector<SegmentName> NamesOfSegment(const OpenIndex& index,
                                        std::size_t segment, FieldId field,
                                        const NameTest& is_wanted) {
  const CountedNames& names = index.NamesIn(segment, field);
  std::vector<std::uint64_t> articles(names.size());
  EachShown(index, segment, [&](DocId doc) {
    names.EachOf(doc, [&articles](Ordinal counted) { ++articles[counted]; });
  });
  std::vector<SegmentName> found;
  std::string folded;
  for (Ordinal counted = 0; counted < articles.size(); ++counted) {
    if (articles[counted] == 0) continue;
    FoldValueInto(names.NameAt(counted), folded);
    if (is_wanted(folded))
      found.push_back({.hash = std::hash<std::string_view>()(folded),
                       .segment = segment,
                       .counted = counted,
                       .articles = articles[counted]});
  }
  return found;
}

std::vector<SegmentName> NamesOfField(const OpenIndex& index, FieldId field,
                                      const NameTest& is_wanted) {
  std::vector<SegmentName> all;
  for (std::size_t i = 0; i < index.segments().size(); ++i) {
    const std::vector<SegmentName> more =
        NamesOfSegment(index, i, field, is_wanted);
    all.insert(all.end(), more.begin(), more.end());
  }
  std::sort(all.begin(), all.end(),
            [](const SegmentName& a, const SegmentName& b) {
              return std::tie(a.hash, a.segment, a.counted) <
                     std::tie(b.hash, b.segment, b.counted);
            });
  return all;
}

CountedName NameFrom(const OpenIndex& index, FieldId field,
                     std::span<const SegmentName> parts) {
  const auto name_of = [&](const SegmentName& part) {
    return index.NamesIn(part.segment, field).NameAt(part.counted);
  };
  CountedName name = {.name = name_of(parts.front()), .parts = parts};
  for (const SegmentName& part : parts) name.articles += part.articles;
  if (parts.size() == 1) return name;
  std::map<std::string_view, std::uint64_t> spellings;
  for (const SegmentName& part : parts)
    spellings[name_of(part)] += part.articles;
  const auto most = std::max_element(
      spellings.begin(), spellings.end(),
      [](const auto& a, const auto& b) { return a.second < b.second; });
  name.name = most->first;
  return name;
}

// Fills in as what articles have the names, all of one field.
class FormTally {
 public:
  FormTally(const OpenIndex& index, FieldId field)
      : index_(index), field_(field) {}

  void Ask(const CountedName& name, EntityRow& row) {
    for (const SegmentName& part : name.parts)
      rows_[part.segment].emplace(part.counted, &row);
  }

  void Count() {
    for (const auto& [segment, rows] : rows_) CountIn(segment, rows);
    for (auto& [row, forms] : forms_) {
      for (const auto& [text, articles] : forms)
        row->forms.push_back({std::string(text), articles});
      std::stable_sort(row->forms.begin(), row->forms.end(),
                       [](const EntityForm& a, const EntityForm& b) {
                         return a.articles > b.articles;
                       });
    }
  }

 private:
  using Rows = std::unordered_map<Ordinal, EntityRow*>;

  void CountIn(std::size_t segment, const Rows& rows) {
    const CountedNames& names = index_.NamesIn(segment, field_);
    std::vector<bool> is_asked(names.size());
    for (const auto& [counted, row] : rows) is_asked[counted] = true;
    std::map<std::pair<Ordinal, Ordinal>, std::uint64_t> forms;
    EachShown(index_, segment, [&](DocId doc) {
      for (const Ordinal value : names.column().Of(doc)) {
        const Ordinal counted = names.CountedAs(value, doc);
        if (counted != kUncounted && is_asked[counted])
          ++forms[{counted, value}];
      }
    });
    for (const auto& [pair, articles] : forms)
      forms_[rows.at(pair.first)][names.column().ValueAt(pair.second)] +=
          articles;
  }

  const OpenIndex& index_;
  FieldId field_;
  std::map<std::size_t, Rows> rows_;  // by segment
  std::unordered_map<EntityRow*, std::map<std::string_view, std::uint64_t>>
      forms_;
};

// The values that are written so, whatever their case.
std::vector<bool> ValuesWritten(const FacetColumn& column,
                                std::string_view name) {
  const std::string wanted = FoldValue(name);
  std::vector<bool> is_written(column.value_count());
  std::string folded;
  for (Ordinal value = 0; value < is_written.size(); ++value) {
    FoldValueInto(column.ValueAt(value), folded);
    is_written[value] = folded == wanted;
  }
  return is_written;
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

std::vector<EntityRow> TallyEntities(const OpenIndex& index,
                                     std::span<const FieldId> fields,
                                     const NameTest& is_wanted,
                                     std::size_t most) {
  std::vector<std::vector<SegmentName>> parts;
  std::vector<CountedName> names;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    parts.push_back(NamesOfField(index, fields[i], is_wanted));
    const std::span<const SegmentName> all = parts.back();
    for (std::size_t begin = 0; begin < all.size();) {
      std::size_t end = begin + 1;
      while (end < all.size() && all[end].hash == all[begin].hash) ++end;
      names.push_back(
          NameFrom(index, fields[i], all.subspan(begin, end - begin)));
      names.back().field = i;
      begin = end;
    }
  }
  const std::size_t shown = std::min(names.size(), most);
  std::partial_sort(
      names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown),
      names.end(), [](const CountedName& a, const CountedName& b) {
        return std::tie(b.articles, a.field, a.name) <
               std::tie(a.articles, b.field, b.name);
      });
  std::vector<EntityRow> rows(shown);
  for (std::size_t field = 0; field < fields.size(); ++field) {
    FormTally forms(index, fields[field]);
    for (std::size_t i = 0; i < shown; ++i) {
      if (names[i].field != field) continue;
      rows[i] = {.field = fields[field],
                 .name = std::string(names[i].name),
                 .articles = names[i].articles,
                 .forms = {}};
      forms.Ask(names[i], rows[i]);
    }
    forms.Count();
  }
  return rows;
}

std::vector<std::string> CountedUnder(const OpenIndex& index, FieldId field,
                                      std::string_view form) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < index.segments().size(); ++i) {
    const CountedNames& names = index.NamesIn(i, field);
    const std::vector<bool> is_written = ValuesWritten(names.column(), form);
    EachShown(index, i, [&](DocId doc) {
      for (const Ordinal value : names.column().Of(doc)) {
        if (value >= is_written.size() || !is_written[value]) continue;
        const Ordinal counted = names.CountedAs(value, doc);
        if (counted == kUncounted) continue;
        const std::string_view name = names.NameAt(counted);
        if (std::find(all.begin(), all.end(), name) == all.end())
          all.emplace_back(name);
      }
    });
  }
  return all;
}

bool IsWritten(const OpenIndex& index, FieldId field, std::string_view name) {
  for (const Segment& segment : index.segments()) {
    const std::vector<bool> is_written =
        ValuesWritten(segment.columns().FacetOf(field), name);
    if (std::find(is_written.begin(), is_written.end(), true) !=
        is_written.end())
      return true;
  }
  return false;
}

std::vector<EntityEvidence> EvidenceOf(const OpenIndex& index, FieldId field,
                                       std::string_view name,
                                       std::size_t most) {
  std::vector<EntityEvidence> all;
  const std::string wanted = FoldValue(name);
  for (std::size_t i = 0; i < index.segments().size(); ++i) {
    const CountedNames& names = index.NamesIn(i, field);
    std::vector<bool> fits(names.size());
    std::string folded;
    for (Ordinal counted = 0; counted < fits.size(); ++counted) {
      FoldValueInto(names.NameAt(counted), folded);
      fits[counted] = folded == wanted;
    }
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
