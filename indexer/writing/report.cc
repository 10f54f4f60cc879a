#include "indexer/writing/report.h"

#include <cstddef>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "common/text/counts.h"

namespace archive {
namespace {

using Part = std::pair<std::uint64_t, std::string_view>;

std::string Parts(std::initializer_list<Part> parts) {
  std::string text;
  for (const auto& [number, name] : parts) {
    if (number == 0) continue;
    if (!text.empty()) text += ", ";
    text += fmt::format("{} {}", WithCommas(number), name);
  }
  return text;
}

std::string InBrackets(const std::string& parts) {
  return parts.empty() ? "" : " (" + parts + ")";
}

std::string Seconds(double seconds) {
  if (seconds < 10) return fmt::format("{:.2g} s", seconds);
  return fmt::format("{:.0f} s", seconds);
}

}  // namespace

std::string ForPeople(const BuildReport& r) {
  if (!r.published) {
    return fmt::format("nothing new in {}, generation {} ({})",
                       Counted(r.files(), "file"), r.generation,
                       Seconds(r.seconds));
  }
  return fmt::format("{}{} from {}{} in {}, generation {}",
                     Counted(r.touched_articles(), "article"),
                     InBrackets(Parts({{r.new_articles, "new"},
                                       {r.changed_articles, "changed"},
                                       {r.removed_articles, "removed"}})),
                     Counted(r.files(), "file"),
                     InBrackets(Parts({{r.indexed_files, "indexed"},
                                       {r.unchanged_files, "unchanged"},
                                       {r.skipped_files, "skipped"},
                                       {r.failed_files, "failed"},
                                       {r.gone_files, "gone"}})),
                     Seconds(r.seconds), r.generation);
}

std::string SummaryLine(const BuildReport& r) {
  return fmt::format(
      "archive-index: {} ({} new, {} changed, {} removed) from {} "
      "({} indexed, {} unchanged, {} skipped, {} failed) in {:.0f} s, "
      "generation {}",
      Counted(r.touched_articles(), "article"), WithCommas(r.new_articles),
      WithCommas(r.changed_articles), WithCommas(r.removed_articles),
      Counted(r.files(), "file"), WithCommas(r.indexed_files),
      WithCommas(r.unchanged_files), WithCommas(r.skipped_files),
      WithCommas(r.failed_files), r.seconds, r.generation);
}

}  // namespace archive
