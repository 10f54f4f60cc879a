#include "indexer/writing/side_files.h"

namespace archive {

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

void ColumnsBuilder::PushFacets(const SideRow& row) {
  for (const SideRow::Value& value : row.facets) {
    Facet& facet = facets_[static_cast<std::size_t>(value.field)];
    const auto next = static_cast<Ordinal>(facet.values.size());
    const auto [at, is_new] =
        facet.known.try_emplace(std::string(value.value), next);
    if (is_new) facet.values.Add(value.value);
    facet.ordinals.push_back(at->second);
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
  writer.Add(MakeTag("LIVE"), live_);
  writer.Add(MakeTag("LENG"), lengths_);
  writer.Add(MakeTag("WRDS"), words_);
  writer.Add(MakeTag("DAYF"), first_days_);
  writer.Add(MakeTag("DAYP"), precisions_);
  writer.Add(MakeTag("INST"), published_);
  writer.Add(MakeTag("DCNF"), confidences_);
  writer.Add(MakeTag("OCRQ"), ocr_);
  writer.Add(MakeTag("MODF"), modified_);
  writer.Add(MakeTag("ADDI"), added_);
  writer.Add(MakeTag("ADDG"), added_generations_);
  writer.Add(MakeTag("FPRT"), fingerprints_);
  writer.Add(MakeTag("IDBY"), ids_.bytes);
  writer.Add(MakeTag("IDOF"), ids_.offsets);
  writer.Add(MakeTag("MENB"), mentions_.bytes);
  writer.Add(MakeTag("MENO"), mentions_.offsets);
  for (const Field& field : kFields) {
    if (!field.facetable) continue;
    Facet& facet = facets_[static_cast<std::size_t>(field.id)];
    facet.first.push_back(static_cast<std::uint32_t>(facet.ordinals.size()));
    writer.Add(FacetTag('o', field.id), facet.first);
    writer.Add(FacetTag('i', field.id), facet.ordinals);
    writer.Add(FacetTag('b', field.id), facet.values.bytes);
    writer.Add(FacetTag('p', field.id), facet.values.offsets);
  }
  return writer.Write(path);
}

}  // namespace archive
