#include "common/index/generation.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "common/index/schema.h"

namespace archive {
namespace {

constexpr std::size_t kInfoNumbers = 4;
constexpr std::size_t kInfoNumbersOfShard = 6;

Status WriteRemoved(const Generation& generation,
                    const std::string& directory) {
  std::vector<std::uint32_t> segments;
  std::vector<std::uint64_t> begins = {0};
  std::vector<DocId> docs;
  for (const auto& [segment, removed] : generation.removed) {
    if (removed.empty()) continue;
    segments.push_back(segment);
    docs.insert(docs.end(), removed.begin(), removed.end());
    begins.push_back(docs.size());
  }
  SectionFileWriter writer(kRemovedKind, generation.index_id);
  writer.Add(MakeTag("RSEG"), segments);
  writer.Add(MakeTag("RBEG"), begins);
  writer.Add(MakeTag("RDOC"), docs);
  return writer.Write(directory + "/removed");
}

Status ReadRemoved(const std::string& directory, Generation& generation) {
  ASSIGN_OR_RETURN(const SectionFile file,
                   SectionFile::Open(directory + "/removed", kRemovedKind));
  ASSIGN_OR_RETURN(const auto segments,
                   file.Array<std::uint32_t>(MakeTag("RSEG")));
  ASSIGN_OR_RETURN(
      const auto begins,
      file.Array<std::uint64_t>(MakeTag("RBEG"), segments.size() + 1));
  ASSIGN_OR_RETURN(const auto docs, file.Array<DocId>(MakeTag("RDOC")));
  RETURN_IF_ERROR(file.RefuseUnknown());
  RETURN_IF_ERROR(file.CheckSections());
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (begins[i] > begins[i + 1] || begins[i + 1] > docs.size())
      return file.Damaged(MakeTag("RBEG"));
    const auto of_segment = docs.subspan(begins[i], begins[i + 1] - begins[i]);
    if (!std::is_sorted(of_segment.begin(), of_segment.end()))
      return file.Damaged(MakeTag("RDOC"));
    generation.removed[segments[i]].assign(of_segment.begin(),
                                           of_segment.end());
  }
  return Ok();
}

}  // namespace

Status WriteGeneration(const Generation& generation,
                       const std::string& directory) {
  std::vector<std::uint64_t> numbers = {
      generation.number, static_cast<std::uint64_t>(generation.created),
      static_cast<std::uint64_t>(kSchemaVersion), generation.articles};
  if (generation.shard != Shard{}) {
    numbers.push_back(generation.shard.number);
    numbers.push_back(generation.shard.of);
  }
  StringTable names;
  StringTable paths;
  for (const Root& root : generation.roots) {
    names.Add(root.name);
    paths.Add(root.path);
  }
  SectionFileWriter writer(kGenerationKind, generation.index_id);
  writer.Add(MakeTag("INFO"), numbers);
  writer.Add(MakeTag("SEGS"), generation.segments);
  writer.Add(MakeTag("ROTB"), MakeTag("ROTO"), names);
  writer.Add(MakeTag("ROPB"), MakeTag("ROPO"), paths);
  RETURN_IF_ERROR(writer.Write(directory + "/generation"));
  return WriteRemoved(generation, directory);
}

Result<Generation> ReadGeneration(const std::string& directory) {
  Generation generation;
  ASSIGN_OR_RETURN(
      const SectionFile file,
      SectionFile::Open(directory + "/generation", kGenerationKind));
  ASSIGN_OR_RETURN(const auto numbers,
                   file.Array<std::uint64_t>(MakeTag("INFO")));
  RETURN_IF_ERROR(file.CheckSection(MakeTag("INFO")));
  if (numbers.size() != kInfoNumbers && numbers.size() != kInfoNumbersOfShard)
    return file.Damaged(MakeTag("INFO"));
  if (numbers[2] != static_cast<std::uint64_t>(kSchemaVersion)) {
    return Error{ErrorCode::kSchemaMismatch,
                 fmt::format("{} has schema {}, this archive-index writes {}",
                             directory, numbers[2], kSchemaVersion),
                 "build the index anew with archive-index build --fresh"};
  }
  generation.number = static_cast<GenerationNumber>(numbers[0]);
  generation.created = static_cast<Instant>(numbers[1]);
  generation.articles = numbers[3];
  if (numbers.size() == kInfoNumbersOfShard)
    generation.shard = {static_cast<std::uint32_t>(numbers[4]),
                        static_cast<std::uint32_t>(numbers[5])};
  generation.index_id = file.owner();
  ASSIGN_OR_RETURN(const auto segments,
                   file.Array<SegmentNumber>(MakeTag("SEGS")));
  generation.segments.assign(segments.begin(), segments.end());
  ASSIGN_OR_RETURN(
      const auto names,
      StringTableView::Open(file, MakeTag("ROTB"), MakeTag("ROTO")));
  ASSIGN_OR_RETURN(
      const auto paths,
      StringTableView::Open(file, MakeTag("ROPB"), MakeTag("ROPO")));
  for (std::size_t i = 0; i < names.size(); ++i)
    generation.roots.push_back({std::string(names[i]), std::string(paths[i])});
  RETURN_IF_ERROR(file.RefuseUnknown());
  RETURN_IF_ERROR(file.CheckSections());
  RETURN_IF_ERROR(ReadRemoved(directory, generation));
  return generation;
}

std::optional<Shard> ParseShard(std::string_view text) {
  Shard shard;
  const char* const end = text.data() + text.size();
  const auto number = std::from_chars(text.data(), end, shard.number);
  if (number.ec != std::errc() || number.ptr == end || *number.ptr != '/')
    return std::nullopt;
  const auto of = std::from_chars(number.ptr + 1, end, shard.of);
  const bool is_one = of.ec == std::errc() && of.ptr == end &&
                      shard.number >= 1 && shard.number <= shard.of &&
                      shard.of <= kMaxShards;
  return is_one ? std::optional(shard) : std::nullopt;
}

std::string ToString(const Shard& shard) {
  return fmt::format("{}/{}", shard.number, shard.of);
}

std::string ToString(const OwnerId& id) {
  std::string text;
  for (const unsigned char byte : id) text += fmt::format("{:02x}", byte);
  return text;
}

}  // namespace archive
