#include "indexer/writing/report.h"

#include <cstddef>
#include <string_view>
#include <utility>

#include <fmt/format.h>

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

std::string Counted(std::uint64_t number, std::string_view one,
                    std::string_view many) {
  return fmt::format("{} {}", WithCommas(number), number == 1 ? one : many);
}

std::string InBrackets(const std::string& parts) {
  return parts.empty() ? "" : " (" + parts + ")";
}

std::string Seconds(double seconds) {
  if (seconds < 10) return fmt::format("{:.2g} s", seconds);
  return fmt::format("{:.0f} s", seconds);
}

}  // namespace

std::string WithCommas(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3)
    digits.insert(at - 3, ",");
  return digits;
}

std::string ForPeople(const BuildReport& r) {
  if (!r.published) {
    return fmt::format("nothing new in {}, generation {} ({})",
                       Counted(r.files(), "file", "files"), r.generation,
                       Seconds(r.seconds));
  }
  return fmt::format("{}{} from {}{} in {}, generation {}",
                     Counted(r.touched_articles(), "article", "articles"),
                     InBrackets(Parts({{r.new_articles, "new"},
                                       {r.changed_articles, "changed"},
                                       {r.removed_articles, "removed"}})),
                     Counted(r.files(), "file", "files"),
                     InBrackets(Parts({{r.indexed_files, "indexed"},
                                       {r.unchanged_files, "unchanged"},
                                       {r.skipped_files, "skipped"},
                                       {r.failed_files, "failed"},
                                       {r.gone_files, "gone"}})),
                     Seconds(r.seconds), r.generation);
}

std::string SummaryLine(const BuildReport& r) {
  return fmt::format(
      "archive-index: {} articles ({} new, {} changed, {} removed) from {} "
      "files ({} indexed, {} unchanged, {} skipped, {} failed) in {:.0f} s, "
      "generation {}",
      WithCommas(r.touched_articles()), WithCommas(r.new_articles),
      WithCommas(r.changed_articles), WithCommas(r.removed_articles),
      WithCommas(r.files()), WithCommas(r.indexed_files),
      WithCommas(r.unchanged_files), WithCommas(r.skipped_files),
      WithCommas(r.failed_files), r.seconds, r.generation);
}

}  // namespace archive
