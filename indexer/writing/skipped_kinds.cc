#include "indexer/writing/skipped_kinds.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/text/counts.h"

namespace archive {
namespace {

struct Kind {
  std::string_view reason;
  std::string_view one;
  std::string_view many;
};

// Reasons that are not simply the name of a thing ("a picture").
constexpr std::array<Kind, 19> kKinds = {{
    {"empty", "empty file", "empty files"},
    {"hidden", "hidden file or directory", "hidden files and directories"},
    {"the index", "index", "indexes"},
    {"not a file", "pipe, socket or device", "pipes, sockets and devices"},
    {"binary data", "file of binary data", "files of binary data"},
    {"of no known format", "file of no known format",
     "files of no known format"},
    {"a page of several articles", "page of several articles",
     "pages of several articles"},
    {"still being written", "file that is still being written",
     "files that are still being written"},
    {"gone since the run looked for files", "file that has just gone",
     "files that have just gone"},
    {"there is no article on the page", "page without an article",
     "pages without an article"},
    {"a page of an issue", "page of an issue", "pages of issues"},
    {"a list of pages without articles", "list of pages without articles",
     "lists of pages without articles"},
    {"an issue in an archive, whose pages are read one by one",
     "issue in an archive (read page by page)",
     "issues in archives (read page by page)"},
    {"there is no text in it", "page without text", "pages without text"},
    {"an archive without articles", "archive without an article",
     "archives without articles"},
    {"a table without a column of text", "table without a column of text",
     "tables without a column of text"},
    {"a link to nothing", "link to nothing", "links to nothing"},
    {"a link that leaves the directory", "link that leaves the directory",
     "links that leave the directory"},
    {"a link to its own directory", "link to its own directory",
     "links to their own directory"},
}};

constexpr std::string_view kNotRead = " is not read by this version";
constexpr std::string_view kOtherName = "another name of ";

bool TakePrefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// "picture", "pictures"; "web archives (WARC)".
std::string Thing(std::string_view name, std::uint64_t count) {
  if (count == 1) return std::string(name);
  const std::size_t noun_end = std::min(name.find(" ("), name.size());
  return fmt::format("{}s{}", name.substr(0, noun_end), name.substr(noun_end));
}

std::string KindText(std::string_view reason, std::uint64_t count) {
  const std::string number = WithCommas(count);
  for (const Kind& kind : kKinds) {
    if (kind.reason == reason)
      return fmt::format("{} {}", number, count == 1 ? kind.one : kind.many);
  }
  if (reason == kOtherName) return Counted(count, "other name") + " of files";
  const bool not_read = reason.ends_with(kNotRead);
  if (not_read) reason.remove_suffix(kNotRead.size());
  const std::string_view note =
      not_read ? " (not read by this version)" : std::string_view();
  if (TakePrefix(reason, "a ") || TakePrefix(reason, "an "))
    return fmt::format("{} {}{}", number, Thing(reason, count), note);
  const std::string_view file = count == 1 ? "file" : "files";
  if (not_read) return fmt::format("{} {} {}{}", number, reason, file, note);
  return fmt::format("{} {} ({})", number, file, reason);
}

}  // namespace

std::string SkippedKindsText(
    const std::map<std::string, std::uint64_t>& reasons) {
  std::map<std::string, std::uint64_t> kinds;
  for (const auto& [reason, count] : reasons) {
    const bool names_a_file = reason.starts_with(kOtherName);
    kinds[names_a_file ? std::string(kOtherName) : reason] += count;
  }
  std::vector<std::pair<std::string, std::uint64_t>> sorted(kinds.begin(),
                                                            kinds.end());
  std::stable_sort(
      sorted.begin(), sorted.end(),
      [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (const auto& [reason, count] : sorted) {
    if (!text.empty()) text += ", ";
    text += KindText(reason, count);
  }
  return text;
}

}  // namespace archive
