#include "common/index/open_index.h"

#include <utility>

#include "common/index/index_layout.h"

namespace archive {
namespace {

// A writer that publishes while we open may have removed what we are about to
// read.  Twice in a row means two publications within milliseconds.
constexpr int kAttempts = 5;

}  // namespace

Result<OpenIndex> OpenIndex::Open(const std::string& directory) {
  for (int attempt = 1;; ++attempt) {
    ASSIGN_OR_RETURN(const Stub before, ReadStub(directory));
    Result<OpenIndex> index = OpenOnce(directory);
    if (index || attempt == kAttempts) return index;
    ASSIGN_OR_RETURN(const Stub after, ReadStub(directory));
    if (before.generation == after.generation) return index;
  }
}

Result<OpenIndex> OpenIndex::OpenOnce(const std::string& directory) {
  OpenIndex index;
  index.directory_ = directory;
  ASSIGN_OR_RETURN(const Stub stub, ReadStub(directory));
  ASSIGN_OR_RETURN(index.generation_,
                   ReadGeneration(GenerationPath(directory, stub.generation)));
  if (index.generation_.number != stub.generation ||
      index.generation_.segments != stub.segments) {
    return Error{ErrorCode::kIndexDamaged,
                 StubPath(directory) + " and its generation do not agree",
                 "build the index anew with archive-index build --fresh"};
  }
  ASSIGN_OR_RETURN(
      index.copies_,
      Copies::Open(GenerationPath(directory, stub.generation) + "/copies"));
  for (const SegmentNumber number : stub.segments) {
    RemovedDocs removed;
    const auto found = index.generation_.removed.find(number);
    if (found != index.generation_.removed.end()) removed = found->second;
    ASSIGN_OR_RETURN(Segment segment,
                     Segment::Open(SegmentPath(directory, number), number,
                                   std::move(removed)));
    index.live_articles_ += segment.live_count();
    index.live_length_ += segment.live_length();
    index.segments_.push_back(std::move(segment));
  }
  return index;
}

double OpenIndex::average_length() const {
  if (live_articles_ == 0) return 0;
  return static_cast<double>(live_length_) /
         static_cast<double>(live_articles_);
}

}  // namespace archive
