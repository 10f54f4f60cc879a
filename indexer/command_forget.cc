#include "indexer/command_forget.h"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "common/clock.h"
#include "common/text/counts.h"
#include "indexer/published_files.h"
#include "indexer/sources/places.h"
#include "indexer/writing/build.h"
#include "indexer/writing/report.h"

namespace archive {
namespace {

// The index knows roots by name and by absolute path; people type "corpus/".
std::string NamedRoot(const std::string& index, const std::string& typed) {
  const Result<PublishedFiles> published = ReadPublishedFiles(index);
  if (!published) return typed;
  std::error_code code;
  const std::string path =
      std::filesystem::weakly_canonical(typed, code).string();
  std::string name = typed;
  while (name.size() > 1 && name.ends_with('/')) name.pop_back();
  const Place place = PlaceOf(typed);
  for (const Root& root : published->generation.roots) {
    if (root.path == path || root.path == name || PlaceOf(root.path) == place)
      return root.path;
  }
  return name;
}

}  // namespace

int RunForgetCommand(const std::string& index, const ForgetArguments& arguments,
                     const Console& console) {
  const Result<BuildReport> report =
      RunForget(index, NamedRoot(index, arguments.root), CurrentInstant());
  if (!report) return ReportError(report.error(), console.err);
  if (console.out_is_terminal) {
    console.out << fmt::format("{} removed, generation {}\n",
                               Counted(report->removed_articles, "article"),
                               report->generation);
  }
  return 0;
}

}  // namespace archive
