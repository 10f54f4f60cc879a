#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/side_files.h"

namespace archive {
namespace {

// Nobody reads what stands where there is no article.  There the number
// behind it is repeated: a mark of absence in [0] alone would make a column of
// days twice as wide.
template <typename Number>
void AddColumn(SectionFileWriter& writer, Tag tag,
               const std::vector<std::uint8_t>& live,
               std::vector<Number>& column) {
  for (std::size_t doc = column.size() - 1; doc-- > 0;) {
    if (live[doc] == 0) column[doc] = column[doc + 1];
  }
  writer.AddPacked(tag, column);
}

// By docid 1 + the ordinal of its value, 0 where there is none; nothing when an
// article has several.
std::optional<std::vector<Ordinal>> SingleOrdinals(
    const std::vector<std::uint32_t>& first,
    const std::vector<Ordinal>& ordinals) {
  std::vector<Ordinal> single(first.size() - 1);
  for (std::size_t doc = 0; doc < single.size(); ++doc) {
    const std::uint32_t count = first[doc + 1] - first[doc];
    if (count > 1) return std::nullopt;
    if (count == 1) single[doc] = ordinals[first[doc]] + 1;
  }
  return single;
}

void AddOrdinals(SectionFileWriter& writer, FieldId field,
                 const std::vector<std::uint32_t>& first,
                 const std::vector<Ordinal>& ordinals) {
  if (const auto single = SingleOrdinals(first, ordinals)) {
    writer.AddPacked(FacetTag('s', field), *single);
    return;
  }
  writer.AddPacked(FacetTag('o', field), first);
  writer.AddPacked(FacetTag('i', field), ordinals);
}

bool HaveOtherNames(const std::vector<Ordinal>& names) {
  for (Ordinal ordinal = 0; ordinal < names.size(); ++ordinal) {
    if (names[ordinal] != ordinal) return true;
  }
  return false;
}

}  // namespace

ColumnsBuilder::ColumnsBuilder() {
  PushScalars({});
  ids_.Add({});
  mentions_.Add({});
}

void ColumnsBuilder::PushScalars(const ColumnRow& row) {
  live_.push_back(row.live ? 1 : 0);
  lengths_.push_back(row.length);
  words_.push_back(row.words);
  first_days_.push_back(row.first_day);
  precisions_.push_back(static_cast<std::uint8_t>(row.precision));
  published_.push_back(row.published);
  confidences_.push_back(row.confidence);
  ocr_.push_back(row.ocr);
  modified_.push_back(row.modified);
  added_.push_back(row.added);
  added_generations_.push_back(row.added_generation);
  fingerprints_.insert(fingerprints_.end(), row.fingerprint.begin(),
                       row.fingerprint.end());
}

Ordinal ColumnsBuilder::Facet::OrdinalOf(std::string_view value,
                                         std::string_view known_as) {
  std::string key(value);
  if (!known_as.empty()) key.append(1, '\0').append(known_as);
  const auto next = static_cast<Ordinal>(values.size());
  const auto [at, is_new] = known.try_emplace(std::move(key), next);
  if (!is_new) return at->second;
  values.Add(value);
  names.push_back(next);
  if (!known_as.empty()) names[next] = OrdinalOf(known_as, {});
  return next;
}

void ColumnsBuilder::PushFacets(const SideRow& row) {
  for (const SideRow::Value& value : row.facets) {
    Facet& facet = facets_[static_cast<std::size_t>(value.field)];
    facet.ordinals.push_back(facet.OrdinalOf(value.value, value.known_as));
  }
}

void ColumnsBuilder::Add(DocId doc, const SideRow& row) {
  const auto close_facets = [this] {
    for (Facet& facet : facets_)
      facet.first.push_back(static_cast<std::uint32_t>(facet.ordinals.size()));
  };
  while (live_.size() < doc) {
    close_facets();
    PushScalars({});
    ids_.Add({});
    mentions_.Add({});
  }
  close_facets();
  PushScalars(row.row);
  ids_.Add(row.id);
  mentions_.Add(row.mentions);
  PushFacets(row);
}

Status ColumnsBuilder::Write(const std::string& path, const OwnerId& owner) {
  SectionFileWriter writer(kColumnsKind, owner);
  writer.AddPacked(MakeTag("LIVE"), live_);
  AddColumn(writer, MakeTag("LENG"), live_, lengths_);
  AddColumn(writer, MakeTag("WRDS"), live_, words_);
  AddColumn(writer, MakeTag("DAYF"), live_, first_days_);
  AddColumn(writer, MakeTag("DAYP"), live_, precisions_);
  AddColumn(writer, MakeTag("INST"), live_, published_);
  AddColumn(writer, MakeTag("DCNF"), live_, confidences_);
  AddColumn(writer, MakeTag("OCRQ"), live_, ocr_);
  AddColumn(writer, MakeTag("MODF"), live_, modified_);
  AddColumn(writer, MakeTag("ADDI"), live_, added_);
  AddColumn(writer, MakeTag("ADDG"), live_, added_generations_);
  writer.Add(MakeTag("FPRT"), fingerprints_);
  writer.Add(MakeTag("IDBY"), MakeTag("IDOF"), ids_);
  writer.Add(MakeTag("MENB"), MakeTag("MENO"), mentions_);
  for (const Field& field : kFields) {
    if (!field.facetable) continue;
    Facet& facet = facets_[static_cast<std::size_t>(field.id)];
    facet.first.push_back(static_cast<std::uint32_t>(facet.ordinals.size()));
    AddOrdinals(writer, field.id, facet.first, facet.ordinals);
    writer.Add(FacetTag('b', field.id), FacetTag('p', field.id), facet.values);
    if (HaveOtherNames(facet.names))
      writer.AddPacked(FacetTag('n', field.id), facet.names);
  }
  return writer.Write(path);
}

}  // namespace archive
