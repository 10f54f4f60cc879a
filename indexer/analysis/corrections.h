// What the librarian puts right in articles: corrections.tsv, which lies in the
// index directory.  A line is an article's id, a field and its value, with a
// tab between:
//
//     news/2021/03/hotline.txt	date	2021-03-02
//     news/2021/03/hotline.txt	byline	Jane Doe; John Roe
//     news/wire.sgm#17	section	(nothing: the article has none)
//
// Fields are title, source, section, byline and date.  Several authors are
// parted by semicolons; a date is written as 2021-03-02, 2021-03 or 2021, or
// with a time as sources print it.  An empty value takes away what the source
// says.  Blank lines and lines that begin with "# " say nothing.
//
// Of two lines about one field of one article the later holds.  A line that
// makes no sense is left out and named in faults().
#ifndef ARCHIVE_INDEXER_ANALYSIS_CORRECTIONS_H_
#define ARCHIVE_INDEXER_ANALYSIS_CORRECTIONS_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/index/field.h"
#include "common/index/stored_record.h"
#include "common/result.h"
#include "common/text/rule_lines.h"

namespace archive {

inline constexpr std::string_view kCorrectionsName = "corrections.tsv";

struct Correction {
  FieldId field = FieldId::kTitle;
  std::string value;  // clean UTF-8; empty: the article has none

  friend bool operator==(const Correction&, const Correction&) = default;
};
// By field, each once.
using Corrections = std::vector<Correction>;

// What a line says of which article.
struct CorrectionLine {
  std::string id;  // empty: nothing, or it makes no sense
  Correction correction;
  std::optional<LineFault> fault;  // its `line` is not set
};
CorrectionLine ReadCorrectionLine(std::string_view line);
std::string WrittenLine(const std::string& id, const Correction& correction);

class CorrectionList {
 public:
  CorrectionList() = default;
  // Never fails: see faults().
  static CorrectionList Parse(std::string_view text);

  // Of an article; none when nothing is put right.
  const Corrections& Of(const std::string& id) const;
  const std::map<std::string, Corrections>& all() const { return all_; }
  const std::vector<LineFault>& faults() const { return faults_; }

 private:
  std::map<std::string, Corrections> all_;
  std::vector<LineFault> faults_;
};

// Those of an index; none where it has no such file.  Fails (kConfiguration)
// when the file cannot be read.
Result<CorrectionList> ReadCorrections(const std::string& index);

// Puts an article right; what it said before.
CorrectedValues Correct(const Corrections& corrections, Article& article);
// The article as its source gave it, as far as its record tells: without
// corrections and without names that were found in the text.
Article UncorrectedArticle(StoredRecord record);
// Whether the record is what these corrections make of its article.
bool AreIn(const Corrections& corrections, const StoredRecord& record);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_CORRECTIONS_H_
