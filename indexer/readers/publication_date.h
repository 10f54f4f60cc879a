// The day of publication, chosen among all that a source claims.
//
// Each claim has a kind (a row of kClaimKinds: where it stood, how such claims
// are told to people, its weight).  Claims of one day add up; the day with the
// most weight wins, and how far it is ahead says how sure it is.  The weights
// were set by hand while looking at two thirds of the pages of htmldate; the
// scale from lead to confidence is a table of a few values, read from how often
// those were right (docs/publication-dates.md).  Where nothing speaks, there
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
  kItemCreated,
  kTimeElsewhere,
  kTextElsewhere,
  kPathDay,
  kScript,
  kHttpModified,
  kTextChanged,
};

// Who sees a claim.
enum class ClaimReach : std::uint8_t {
  kMachines,  // metadata that no visitor of the page sees
  kReaders,   // the page shows it where the article stands
  kAddress,   // its address or path: in the place's own days
  kAside,     // shown elsewhere
};

struct ClaimRow {
  ClaimKind kind;
  DateSource source;
  double weight;
  ClaimReach reach;
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

// `modified` is the day of the last change, where there is one.
//
// - A moment in UTC whose day no reader sees, beside the day before or after in
//   the page's text or address, is that day: it is the one of the place.
// - A page that shows another day, long after the one that only machines see,
//   and says that it was changed, was published anew: the day it shows wins.
DateChoice ChooseDate(const std::vector<DateOfClaim>& claims,
                      const std::optional<Timestamp>& modified = std::nullopt);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_PUBLICATION_DATE_H_
