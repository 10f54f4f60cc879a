// Whose text an article is, where the source does not say it: "(AP)" in the
// dateline, before the first words or at the end; an agency in the byline.
//
// Better none than a wrong one: a mention of an agency in the text is no sign.
// To add an agency: a row of kAgencies in agency.cc.  A pure function.
#ifndef ARCHIVE_INDEXER_ANALYSIS_AGENCY_H_
#define ARCHIVE_INDEXER_ANALYSIS_AGENCY_H_

#include <string_view>

#include "common/article.h"

namespace archive {

// The agency's name; empty when there is no sign of one.
std::string_view AgencyOf(const Article& article);

// The agency that signs with exactly this text; empty when none does.
std::string_view AgencyCalled(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_AGENCY_H_
