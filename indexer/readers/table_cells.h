// Cells of tables → values of JSON, which is how a row's article is made
// (reader_csv.cc).
//
// A cell is a text.  What says that there is no value, lists as programs print
// them, numbers where a date or a share is meant, and days whose order the
// other rows tell are known here.  Pure.
#ifndef ARCHIVE_INDEXER_READERS_TABLE_CELLS_H_
#define ARCHIVE_INDEXER_READERS_TABLE_CELLS_H_

#include <string_view>

#include "common/json_writer.h"
#include "indexer/readers/date_text.h"
#include "indexer/readers/json_fields.h"

namespace archive {

// "NULL", "nan", "\N": what programs write for no value.
bool SaysNoValue(std::string_view cell);

// Which of 3/4/2020 is the month: the cells of a column show it by a number
// above 12.
class OrderOfDates {
 public:
  void Look(std::string_view cell);
  DateOrder Found() const;

 private:
  bool day_first_ = false;
  bool month_first_ = false;
};

// REQUIRES: cell is UTF-8.
void WriteCell(std::string_view cell, JsonField field, DateOrder order,
               JsonWriter& json);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_TABLE_CELLS_H_
