// All versions of an article and how they differ, for people and for programs.
#ifndef ARCHIVE_QUERY_OUTPUT_HISTORY_PAGE_H_
#define ARCHIVE_QUERY_OUTPUT_HISTORY_PAGE_H_

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/day.h"
#include "common/index/generation.h"
#include "query/output/render_style.h"
#include "query/output/result_page.h"
#include "query/output/word_diff.h"

namespace archive {

// A field in which a version differs from the one before.
struct FieldDifference {
  std::string_view field;
  std::vector<DiffPart> parts;
};

struct ShownVersion {
  Hit hit;  // with its record
  Instant added = 0;
  // Of an earlier text that the index keeps: when another took its place.
  std::optional<Instant> kept_until = {};
  std::vector<FieldDifference> differences =
      {};  // none: the first, or the same
};

// A version, behind the earlier texts that its record keeps, the oldest first.
std::vector<ShownVersion> WithEarlierTexts(Hit hit, Instant added);

// The oldest first, as they come; what each changes is found here.
std::vector<ShownVersion> CompareVersions(std::vector<ShownVersion> versions);

void PrintHistory(const std::vector<ShownVersion>& versions,
                  const RenderStyle& style, std::ostream& out);
void WriteHistoryJson(std::string_view id,
                      const std::vector<ShownVersion>& versions,
                      const Generation& generation, std::ostream& out);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_HISTORY_PAGE_H_
