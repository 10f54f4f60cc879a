// The day of publication, chosen among all that a source claims.
//
// Each claim has a kind (a row of kClaimKinds: where it stood, how such claims
// are told to people, its weight).  Claims of one day add up; the day with the
// most weight wins, and how far it is ahead says how sure it is.  The weights
// were set by hand while looking at one half of the pages of htmldate; the
// scale from lead to confidence is a table of four values, read from how often
// that half was right (docs/publication-dates.md).  Where nothing speaks, there
// is no date.
//
// For every reader whose sources claim several dates.  Pure functions.
#ifndef ARCHIVE_INDEXER_READERS_PUBLICATION_DATE_H_
#define ARCHIVE_INDEXER_READERS_PUBLICATION_DATE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace archive {

enum class ClaimKind : std::uint8_t {
  kLinkedArticle,
  kMetaPublished,
  kMicrodata,
  kLinkedPage,
  kMetaDate,
  kUrlDay,
  kTimePublished,
  kTextPublished,
  kTimeNear,
  kTextDated,
  kTextNear,
  kTextLead,
  kTextInBody,
  kLinkedCreated,
  kTimeElsewhere,
  kTextElsewhere,
  kPathDay,
  kScript,
  kHttpModified,
};

struct ClaimRow {
  ClaimKind kind;
  DateSource source;
  double weight;
  std::string_view where;  // for people
};

const ClaimRow& RowOf(ClaimKind kind);

struct DateOfClaim {
  Timestamp when;
  ClaimKind kind;
};

struct DateChoice {
  std::optional<Publication> published;
  std::vector<DateClaim> others;  // of other days, the weightiest first
};

DateChoice ChooseDate(const std::vector<DateOfClaim>& claims);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_PUBLICATION_DATE_H_
