#include "common/index/index_layout.h"

#include <charconv>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "common/file_system.h"

namespace archive {
namespace {

constexpr std::string_view kSegments = "segments";
constexpr std::string_view kGenerations = "generations";
constexpr std::string_view kTrash = "trash";
constexpr std::string_view kWork = "work";
constexpr std::string_view kLock = "lock";
constexpr std::string_view kRulesLock = "names.lock";

constexpr std::string_view kGenerationLine = "auto generations/";
constexpr std::string_view kSegmentLine = "auto segments/";

std::string Environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

Error DamagedStub(const std::string& path) {
  return {ErrorCode::kIndexDamaged,
          path +
              " is damaged: it is no list of segments that archive-index "
              "has written",
          "archive-index check --repair makes it from the newest generation"};
}

std::string Below(const std::string& index, std::string_view name) {
  return fmt::format("{}/{}", index, name);
}

}  // namespace

std::string StubPath(const std::string& index) {
  return Below(index, kStubName);
}
std::string SegmentsPath(const std::string& index) {
  return Below(index, kSegments);
}
std::string GenerationsPath(const std::string& index) {
  return Below(index, kGenerations);
}
std::string SegmentPath(const std::string& index, SegmentNumber segment) {
  return fmt::format("{}/{:06}", SegmentsPath(index), segment);
}
std::string GenerationPath(const std::string& index, GenerationNumber number) {
  return fmt::format("{}/{}", GenerationsPath(index), number);
}
std::string TrashPath(const std::string& index) {
  return Below(index, kTrash);
}
std::string WorkPath(const std::string& index) {
  return Below(index, kWork);
}
std::string LockPath(const std::string& index) {
  return Below(index, kLock);
}
std::string RulesLockPath(const std::string& index) {
  return Below(index, kRulesLock);
}

bool IsPartOfIndex(std::string_view name) {
  // The stub of a first run that was killed while it published.
  constexpr std::string_view kNextStub = "XAPIANDB.new";
  return name == kStubName || name == kNextStub || name == kSegments ||
         name == kGenerations || name == kTrash || name == kWork ||
         name == kLock || name == kRulesLock;
}

std::string FormatStub(const Stub& stub) {
  std::string text = fmt::format("{}{}\n", kGenerationLine, stub.generation);
  for (const SegmentNumber segment : stub.segments)
    text += fmt::format("{}{:06}\n", kSegmentLine, segment);
  return text;
}

std::optional<std::uint32_t> ParseNumber(std::string_view name) {
  std::uint32_t number = 0;
  const char* const end = name.data() + name.size();
  const auto [stop, code] = std::from_chars(name.data(), end, number);
  if (name.empty() || stop != end || code != std::errc()) return std::nullopt;
  return number;
}

Result<Stub> ParseStub(std::string_view text, const std::string& path) {
  Stub stub;
  bool has_generation = false;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return DamagedStub(path);
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    const std::string_view prefix =
        has_generation ? kSegmentLine : kGenerationLine;
    if (!line.starts_with(prefix)) return DamagedStub(path);
    const auto number = ParseNumber(line.substr(prefix.size()));
    if (!number) return DamagedStub(path);
    if (has_generation) {
      stub.segments.push_back(*number);
    } else {
      stub.generation = *number;
    }
    has_generation = true;
  }
  if (!has_generation) return DamagedStub(path);
  return stub;
}

Result<Stub> ReadStub(const std::string& index) {
  const std::string path = StubPath(index);
  if (!FileExists(path)) {
    return Error{ErrorCode::kNotFound, "there is no index in " + index,
                 "build one with: archive-index build DIRECTORY"};
  }
  ASSIGN_OR_RETURN(const std::string text, ReadFile(path));
  return ParseStub(text, path);
}

std::string IndexDirectoryFor(std::string_view option) {
  if (!option.empty()) return std::string(option);
  if (std::string named = Environment("ARCHIVE_INDEX_DB"); !named.empty())
    return named;
  if (const std::string data = Environment("XDG_DATA_HOME"); !data.empty())
    return data + "/archive-index/default";
  const std::string home = Environment("HOME");
  return (home.empty() ? std::string(".") : home) +
         "/.local/share/archive-index/default";
}

}  // namespace archive
