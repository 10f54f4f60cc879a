#include "common/index/columns.h"

namespace archive {

DatePrecision PrecisionOf(const Date& date) {
  if (date.month == 0) return DatePrecision::kYear;
  return date.day == 0 ? DatePrecision::kMonth : DatePrecision::kDay;
}

Result<FacetColumn> FacetColumn::Open(const SectionFile& file, FieldId field,
                                      std::size_t rows) {
  FacetColumn column;
  RETURN_IF_ERROR(column.OpenOrdinals(file, field, rows));
  ASSIGN_OR_RETURN(
      column.values_,
      StringTableView::Open(file, FacetTag('b', field), FacetTag('p', field)));
  if (file.HasSection(FacetTag('n', field))) {
    ASSIGN_OR_RETURN(
        column.names_,
        file.Packed<Ordinal>(FacetTag('n', field), column.values_.size()));
  }
  return column;
}

Status FacetColumn::OpenOrdinals(const SectionFile& file, FieldId field,
                                 std::size_t rows) {
  has_several_ = !file.HasSection(FacetTag('s', field));
  if (!has_several_) {
    ASSIGN_OR_RETURN(single_, file.Packed<Ordinal>(FacetTag('s', field), rows));
    ordinals_ = single_.Less(1);
    return Ok();
  }
  ASSIGN_OR_RETURN(first_,
                   file.Packed<std::uint32_t>(FacetTag('o', field), rows + 1));
  ASSIGN_OR_RETURN(ordinals_, file.Packed<Ordinal>(FacetTag('i', field)));
  return Ok();
}

Result<Columns> Columns::Open(const std::string& path) {
  Columns columns;
  ASSIGN_OR_RETURN(columns.file_, SectionFile::Open(path, kColumnsKind));
  RETURN_IF_ERROR(columns.ReadSections());
  return columns;
}

Status Columns::ReadSections() {
  ASSIGN_OR_RETURN(live_, file_.Packed<std::uint8_t>(MakeTag("LIVE"), 1));
  const std::size_t rows = live_.size();
  ASSIGN_OR_RETURN(lengths_,
                   file_.Packed<std::uint32_t>(MakeTag("LENG"), rows));
  ASSIGN_OR_RETURN(words_, file_.Packed<std::uint32_t>(MakeTag("WRDS"), rows));
  ASSIGN_OR_RETURN(first_days_, file_.Packed<Day>(MakeTag("DAYF"), rows));
  ASSIGN_OR_RETURN(precisions_,
                   file_.Packed<std::uint8_t>(MakeTag("DAYP"), rows));
  ASSIGN_OR_RETURN(published_, file_.Packed<Instant>(MakeTag("INST"), rows));
  ASSIGN_OR_RETURN(confidences_,
                   file_.Packed<std::uint16_t>(MakeTag("DCNF"), rows));
  ASSIGN_OR_RETURN(ocr_, file_.Packed<std::uint16_t>(MakeTag("OCRQ"), rows));
  ASSIGN_OR_RETURN(modified_, file_.Packed<Day>(MakeTag("MODF"), rows));
  ASSIGN_OR_RETURN(added_, file_.Packed<Instant>(MakeTag("ADDI"), rows));
  ASSIGN_OR_RETURN(added_generations_,
                   file_.Packed<std::uint32_t>(MakeTag("ADDG"), rows));
  ASSIGN_OR_RETURN(fingerprints_,
                   file_.Array<Fingerprint>(MakeTag("FPRT"), rows));
  ASSIGN_OR_RETURN(
      ids_, StringTableView::Open(file_, MakeTag("IDBY"), MakeTag("IDOF")));
  ASSIGN_OR_RETURN(mentions_, StringTableView::Open(file_, MakeTag("MENB"),
                                                    MakeTag("MENO")));
  for (const Field& field : kFields) {
    if (!field.facetable) continue;
    ASSIGN_OR_RETURN(facets_[static_cast<std::size_t>(field.id)],
                     FacetColumn::Open(file_, field.id, rows));
  }
  return file_.RefuseUnknown();
}

DayRange Columns::DaysOf(DocId doc) const {
  const Day first = FirstDayOf(doc);
  const auto precision = PrecisionAt(doc);
  if (first == kNoDay || precision == DatePrecision::kDay)
    return {first, first};
  Date date = DateFrom(first);
  date.day = 0;
  if (precision == DatePrecision::kYear) date.month = 0;
  return RangeOf(date);
}

ColumnRow Columns::RowOf(DocId doc) const {
  return {.live = Holds(doc),
          .length = LengthOf(doc),
          .words = WordsOf(doc),
          .first_day = FirstDayOf(doc),
          .precision = PrecisionAt(doc),
          .published = PublishedAt(doc),
          .confidence = ConfidenceOf(doc),
          .ocr = OcrOf(doc),
          .modified = ModifiedOf(doc),
          .added = AddedAt(doc),
          .added_generation = AddedIn(doc),
          .fingerprint = FingerprintOf(doc)};
}

}  // namespace archive
