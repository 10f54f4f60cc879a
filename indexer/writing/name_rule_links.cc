#include "indexer/writing/name_rule_links.h"

#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "common/index/index_layout.h"

namespace archive {
namespace {

namespace fs = std::filesystem;

struct Linked {
  bool is_new = false;
  std::string fault;  // "" when all is well
};

Linked Link(const fs::path& link, const fs::path& target) {
  std::error_code code;
  const fs::file_status there = fs::symlink_status(link, code);
  if (fs::is_symlink(there) && fs::read_symlink(link, code) == target)
    return {};
  if (fs::exists(there) && !fs::is_symlink(there))
    return {.fault = fmt::format(
                "{} counts, not that of name-rules: put what it says into {} "
                "and take it away",
                link.string(), target.string())};
  // Named as what a killed ReplaceFile leaves, which no command minds.
  const fs::path made =
      link.parent_path() / fmt::format(".{}.1", link.filename().string());
  fs::remove(made, code);
  fs::create_symlink(target, made, code);
  if (!code) fs::rename(made, link, code);
  if (code)
    return {.fault = fmt::format("cannot link {} to {}: {}", link.string(),
                                 target.string(), code.message())};
  return {.is_new = true};
}

}  // namespace

std::vector<std::string> LinkNameRules(const std::string& index,
                                       const std::string& directory) {
  std::vector<std::string> faults;
  bool has_new = false;
  for (const std::string_view name : {kAliasesName, kStopsName}) {
    Linked linked = Link(fs::path(index) / name, fs::path(directory) / name);
    has_new = has_new || linked.is_new;
    if (!linked.fault.empty()) faults.push_back(std::move(linked.fault));
  }
  // Told once, with the links: one that is away for a night is no news.
  std::error_code code;
  if (has_new && !fs::is_directory(directory, code))
    faults.push_back(
        fmt::format("name-rules: there is no directory {}", directory));
  return faults;
}

}  // namespace archive
