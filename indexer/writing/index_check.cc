#include "indexer/writing/index_check.h"

#include <utility>

#include <fmt/format.h>

#include "common/file_system.h"
#include "common/index/copies.h"
#include "common/index/generation.h"
#include "common/index/manifest.h"
#include "common/index/visibility.h"
#include "indexer/writing/files_table.h"
#include "indexer/writing/segment_check.h"

namespace archive {
namespace {

// A run may publish while we read; so often we begin again.
constexpr int kMostTries = 5;

class Check {
 public:
  Check(const std::string& index, const Stub& stub)
      : index_(index),
        stub_(stub),
        directory_(GenerationPath(index, stub.generation)) {
    check_.generation = stub.generation;
    check_.segments = stub.segments.size();
  }

  IndexCheck Run() {
    CheckGeneration();
    for (const SegmentNumber number : stub_.segments) {
      SegmentCheck segment = CheckSegment(SegmentPath(index_, number), number,
                                          generation_.removed[number]);
      check_.articles += segment.live_articles;
      for (std::string& fault : segment.faults)
        check_.faults.push_back({std::move(fault), number});
    }
    // Only what is whole by itself can be held against the rest.
    if (check_.faults.empty()) CheckCounts();
    return std::move(check_);
  }

 private:
  void Tell(std::string what) {
    check_.faults.push_back({std::move(what), std::nullopt});
  }

  void CheckGeneration() {
    if (const auto owner = CheckManifest(directory_); !owner)
      return Tell(owner.error().message);
    Result<Generation> generation = ReadGeneration(directory_);
    if (!generation) return Tell(generation.error().message);
    generation_ = std::move(*generation);
    if (generation_.number != stub_.generation ||
        generation_.segments != stub_.segments)
      Tell(index_ + ": XAPIANDB names other segments than the generation");
    Result<FilesTable> files = ReadFilesTable(directory_ + "/files");
    if (!files) return Tell(files.error().message);
    files_ = std::move(*files);
    if (const auto copies = Copies::Open(directory_ + "/copies"); !copies)
      Tell(copies.error().message);
    const std::string visibility = directory_ + "/visibility";
    if (!FileExists(visibility)) return;  // of an earlier version
    if (const auto rows = Visibility::Open(visibility); !rows)
      Tell(rows.error().message);
  }

  void CheckCounts() {
    std::uint64_t promised = 0;
    for (const FileRow& row : files_) promised += row.articles;
    if (promised != check_.articles || generation_.articles != check_.articles)
      Tell(
          fmt::format("the segments hold {} articles, the list of files {}, "
                      "the generation {}",
                      check_.articles, promised, generation_.articles));
  }

  const std::string& index_;
  const Stub& stub_;
  std::string directory_;
  Generation generation_;
  FilesTable files_;
  IndexCheck check_;
};

}  // namespace

Result<IndexCheck> CheckIndex(const std::string& index) {
  for (int i = 0; i < kMostTries; ++i) {
    ASSIGN_OR_RETURN(const Stub stub, ReadStub(index));
    IndexCheck check = Check(index, stub).Run();
    if (check.faults.empty()) return check;
    ASSIGN_OR_RETURN(const Stub after, ReadStub(index));
    if (after.generation == stub.generation) return check;
  }
  return Error{ErrorCode::kIndexLocked,
               "a run publishes faster than the index can be read",
               "check again when it is done"};
}

}  // namespace archive
