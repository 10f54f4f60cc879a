#include "indexer/writing/index_writer.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "common/failpoint.h"
#include "common/file_system.h"
#include "common/index/copies.h"
#include "common/index/manifest.h"
#include "indexer/sources/source_walker.h"
#include "indexer/writing/copy_finder.h"
#include "indexer/writing/facts_to_serve.h"
#include "indexer/writing/index_sweep.h"
#include "indexer/writing/segment_writer.h"
#include "indexer/writing/served_database.h"
#include "indexer/writing/stub_repair.h"
#include "indexer/writing/version_finder.h"

namespace archive {

Result<IndexWriter> IndexWriter::Open(
    const std::string& directory, Instant now, Start start,
    const KeepWaiting& waits, const std::vector<SegmentNumber>& left_out) {
  RETURN_IF_ERROR(MakeDirectories(directory));
  ASSIGN_OR_RETURN(IndexLock lock, IndexLock::Take(directory, now, waits));
  IndexWriter writer(std::move(lock));
  writer.directory_ = directory;
  for (const std::string& path :
       {SegmentsPath(directory), GenerationsPath(directory)})
    RETURN_IF_ERROR(MakeDirectories(path));
  // The first stub must not outlive a power cut that these do not.
  if (!FileExists(StubPath(directory)))
    RETURN_IF_ERROR(SyncDirectory(directory));
  if (FileExists(StubPath(directory))) {
    if (start == Start::kContinue) {
      RETURN_IF_ERROR(writer.LoadPublished(left_out));
    } else {
      RETURN_IF_ERROR(writer.KeepOfReplaced());
    }
  }
  if (writer.generation_.index_id == OwnerId{})
    writer.generation_.index_id = MakeOwnerId();
  RETURN_IF_ERROR(RemoveTree(WorkPath(directory)));
  RETURN_IF_ERROR(MakeDirectories(WorkPath(directory)));
  RETURN_IF_ERROR(writer.Sweep());
  return writer;
}

// What an index that is built anew takes over; nothing from a ruin.
Status IndexWriter::KeepOfReplaced() {
  const Result<StubRepair> repair = ReadOrRepairStub(directory_);
  if (!repair) {
    const Error& error = repair.error();
    return error.code == ErrorCode::kIndexDamaged ? Ok() : Status(error);
  }
  const Stub& stub = repair->stub;
  last_number_ = stub.generation;
  published_segments_ = stub.segments;
  // A generation of another schema cannot be read: its roots are lost.
  if (const auto old =
          ReadGeneration(GenerationPath(directory_, stub.generation))) {
    generation_.roots = old->roots;
    generation_.shard = old->shard;
    generation_.index_id = old->index_id;
  }
  return Ok();
}

Status IndexWriter::LoadPublished(const std::vector<SegmentNumber>& left_out) {
  ASSIGN_OR_RETURN(const Stub stub, ReadStub(directory_));
  const std::string path = GenerationPath(directory_, stub.generation);
  ASSIGN_OR_RETURN(generation_, ReadGeneration(path));
  ASSIGN_OR_RETURN(files_, ReadFilesTable(path + "/files"));
  last_number_ = stub.generation;
  published_segments_ = stub.segments;
  for (const SegmentNumber number : stub.segments) {
    if (std::find(left_out.begin(), left_out.end(), number) != left_out.end())
      continue;
    RemovedDocs removed = generation_.removed[number];
    ASSIGN_OR_RETURN(
        Segment segment,
        Segment::Open(SegmentPath(directory_, number), number, removed));
    segments_.push_back({number, std::move(segment), std::move(removed)});
  }
  return Ok();
}

Status IndexWriter::Sweep() {
  ASSIGN_OR_RETURN(const SegmentNumber next,
                   SweepIndex(directory_, {last_number_, published_segments_}));
  next_segment_ = std::max(next_segment_, next);
  return Ok();
}

Status IndexWriter::DropFormerGeneration() {
  RETURN_IF_ERROR(SweepIndex(directory_, {last_number_, published_segments_},
                             Former::kRemoved));
  return Ok();
}

std::uint64_t IndexWriter::live_articles() const {
  std::uint64_t articles = 0;
  for (const OpenSegment& open : segments_)
    articles += open.segment.document_count() - open.removed.size();
  return articles;
}

std::uint32_t IndexWriter::AddRoot(const std::string& name,
                                   const std::string& path) {
  const auto known =
      std::find_if(generation_.roots.begin(), generation_.roots.end(),
                   [&name](const Root& root) { return root.name == name; });
  if (known != generation_.roots.end()) {
    return static_cast<std::uint32_t>(
        std::distance(generation_.roots.begin(), known));
  }
  generation_.roots.push_back({name, path});
  return static_cast<std::uint32_t>(generation_.roots.size() - 1);
}

std::string IndexWriter::NewWorkPath() {
  return fmt::format("{}/{}", WorkPath(directory_), next_work_++);
}

Result<SegmentNumber> IndexWriter::MergeToSegment(
    const std::vector<MergeInput>& inputs, const Packing& packing) {
  const std::string work = NewWorkPath();
  const std::string scratch = NewWorkPath();
  RETURN_IF_ERROR(MakeDirectories(scratch));
  ASSIGN_OR_RETURN(const MergeResult merged,
                   MergeSegments(inputs, work, scratch, packing));
  RETURN_IF_ERROR(RemoveTree(scratch));
  if (merged.articles == 0) return SegmentNumber{0};
  Failpoint("segment-written");
  const SegmentNumber number = next_segment_++;
  RETURN_IF_ERROR(Rename(work, SegmentPath(directory_, number)));
  RETURN_IF_ERROR(SyncDirectory(SegmentsPath(directory_)));
  Failpoint("segment-in-place");
  return number;
}

Status IndexWriter::AddParts(const std::vector<std::string>& parts) {
  std::vector<MergeInput> inputs;
  std::uint64_t words = 0;
  const auto flush = [&]() -> Status {
    if (inputs.empty()) return Ok();
    ASSIGN_OR_RETURN(const SegmentNumber number, MergeToSegment(inputs));
    for (const MergeInput& input : inputs)
      RETURN_IF_ERROR(RemoveTree(input.directory));
    inputs.clear();
    words = 0;
    if (number == 0) return Ok();
    ASSIGN_OR_RETURN(
        Segment segment,
        Segment::Open(SegmentPath(directory_, number), number, {}));
    segments_.push_back({number, std::move(segment), {}});
    return Ok();
  };
  for (const std::string& part : parts) {
    ASSIGN_OR_RETURN(const Vocabulary vocabulary,
                     Vocabulary::Open(part + "/vocabulary"));
    if (words + vocabulary.size() > kMaxWordCodes) RETURN_IF_ERROR(flush());
    words += vocabulary.size();
    inputs.push_back({.directory = part, .rule = ManifestRule::kNone});
  }
  return flush();
}

bool IndexWriter::IsLive(std::size_t i, DocId doc) const {
  const RemovedDocs& removed = segments_[i].removed;
  return segments_[i].segment.IsLive(doc) &&
         !std::binary_search(removed.begin(), removed.end(), doc);
}

void IndexWriter::RemoveDoc(std::size_t i, DocId doc) {
  RemovedDocs& removed = segments_[i].removed;
  const auto at = std::lower_bound(removed.begin(), removed.end(), doc);
  if (at == removed.end() || *at != doc) removed.insert(at, doc);
}

Result<std::vector<FormerArticle>> IndexWriter::RemoveArticlesOf(
    std::string_view file_id) {
  std::vector<FormerArticle> former;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    ASSIGN_OR_RETURN(const std::vector<DocId> docs,
                     segment(i).DocsOfFile(file_id));
    for (const DocId doc : docs) {
      if (!IsLive(i, doc)) continue;
      RemoveDoc(i, doc);
      const Columns& columns = segment(i).columns();
      former.push_back({std::string(columns.IdOf(doc)), columns.AddedAt(doc),
                        columns.AddedIn(doc), segments_[i].number, doc});
    }
  }
  return former;
}

Result<std::string> IndexWriter::RecordOf(const FormerArticle& former) const {
  const auto open = std::find_if(segments_.begin(), segments_.end(),
                                 [&former](const OpenSegment& segment) {
                                   return segment.number == former.segment;
                                 });
  return open->segment.RecordBytes(former.doc);
}

void IndexWriter::PutBack(const std::vector<FormerArticle>& former) {
  for (const FormerArticle& article : former) {
    for (OpenSegment& open : segments_) {
      if (open.number != article.segment) continue;
      const auto at = std::lower_bound(open.removed.begin(), open.removed.end(),
                                       article.doc);
      if (at != open.removed.end() && *at == article.doc)
        open.removed.erase(at);
    }
  }
}

Result<std::uint32_t> IndexWriter::ArticlesOf(std::string_view file_id) const {
  std::uint32_t articles = 0;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    ASSIGN_OR_RETURN(const std::vector<DocId> docs,
                     segment(i).DocsOfFile(file_id));
    for (const DocId doc : docs) articles += IsLive(i, doc) ? 1 : 0;
  }
  return articles;
}

void IndexWriter::UpdateFiles(FilesTable changed, const FilesTable& gone) {
  files_ = Updated(std::move(files_), std::move(changed), gone);
}

Result<std::uint64_t> IndexWriter::ForgetRoot(const std::string& name_or_path) {
  const auto root =
      std::find_if(generation_.roots.begin(), generation_.roots.end(),
                   [&name_or_path](const Root& r) {
                     return r.name == name_or_path || r.path == name_or_path;
                   });
  if (root == generation_.roots.end()) {
    return Error{ErrorCode::kUsage, "the index has no root " + name_or_path,
                 "archive-index status lists the roots"};
  }
  const auto place =
      static_cast<std::uint32_t>(root - generation_.roots.begin());
  std::uint64_t articles = 0;
  FilesTable kept;
  for (FileRow& row : files_) {
    if (row.root == place) {
      const SourceRoot source = {root->name, root->path};
      ASSIGN_OR_RETURN(const auto former,
                       RemoveArticlesOf(BoundedFileId(IdOf(source, row.path))));
      articles += former.size();
      continue;
    }
    if (row.root > place) --row.root;
    kept.push_back(std::move(row));
  }
  files_ = std::move(kept);
  generation_.roots.erase(root);
  return articles;
}

std::vector<SegmentSize> IndexWriter::Sizes() const {
  std::vector<SegmentSize> sizes;
  for (const OpenSegment& open : segments_) {
    sizes.push_back({.articles = open.segment.document_count(),
                     .removed = static_cast<std::uint32_t>(open.removed.size()),
                     .words = open.segment.vocabulary().size(),
                     .length = open.segment.total_length()});
  }
  return sizes;
}

Status IndexWriter::MergeWhereDue() {
  while (const std::optional<MergeRange> due = DueMerge())
    RETURN_IF_ERROR(ReplaceSegments(*due));
  return Ok();
}

Result<bool> IndexWriter::MergeAll() {
  bool is_any = false;
  while (const std::optional<MergeRange> next = NextCompaction(Sizes())) {
    RETURN_IF_ERROR(ReplaceSegments(*next));
    is_any = true;
  }
  return is_any;
}

// Segments of the range by one that holds what is left of them.
Status IndexWriter::ReplaceSegments(MergeRange range, const Packing& packing) {
  std::vector<MergeInput> inputs;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    inputs.push_back({.directory = SegmentPath(directory_, segments_[i].number),
                      .removed = segments_[i].removed});
  }
  ASSIGN_OR_RETURN(const SegmentNumber number, MergeToSegment(inputs, packing));
  Failpoint("merged");
  const auto first =
      segments_.begin() + static_cast<std::ptrdiff_t>(range.begin);
  const auto last = segments_.begin() + static_cast<std::ptrdiff_t>(range.end);
  const auto at = segments_.erase(first, last);
  if (number == 0) return Ok();
  ASSIGN_OR_RETURN(Segment segment,
                   Segment::Open(SegmentPath(directory_, number), number, {}));
  segments_.insert(at, {number, std::move(segment), {}});
  return Ok();
}

std::vector<LivingSegment> IndexWriter::Living() const {
  std::vector<LivingSegment> living;
  living.reserve(segments_.size());
  for (const OpenSegment& open : segments_)
    living.push_back({&open.segment, &open.removed});
  return living;
}

// Found anew in each generation: what was published is what a fresh index of
// the same articles would say.
Status IndexWriter::WriteRelations(const Generation& next,
                                   const VisibilityTable& versions,
                                   const std::string& path) const {
  RETURN_IF_ERROR(
      WriteCopies(FindCopies(Living()), next.index_id, path + "/copies"));
  return WriteVisibility(versions, next.index_id, path + "/visibility");
}

Status IndexWriter::WriteGenerationDirectory(const Generation& next) {
  const std::string work = NewWorkPath();
  ASSIGN_OR_RETURN(const VisibilityTable versions, FindVersions(Living()));
  const std::vector<LivingSegment> living = Living();
  RETURN_IF_ERROR(
      WriteServedDatabase(work, next, FactsToServe(living, versions), living));
  RETURN_IF_ERROR(WriteGeneration(next, work));
  RETURN_IF_ERROR(WriteFilesTable(files_, next.index_id, work + "/files"));
  RETURN_IF_ERROR(WriteRelations(next, versions, work));
  RETURN_IF_ERROR(WriteManifest(work, next.index_id));
  Failpoint("generation-written");
  const std::string path = GenerationPath(directory_, next.number);
  RETURN_IF_ERROR(Rename(work, path));
  return SyncDirectory(GenerationsPath(directory_));
}

Status IndexWriter::ReplaceStub(const Generation& next) {
  const std::string fresh = StubPath(directory_) + ".new";
  RETURN_IF_ERROR(WriteFile(fresh, FormatStub({next.number, next.segments})));
  Failpoint("before-publish");
  RETURN_IF_ERROR(Rename(fresh, StubPath(directory_)));
  Failpoint("after-publish");
  return SyncDirectory(directory_);
}

// Xapian numbers the articles of several databases through; its numbers wrap
// silently.
Status IndexWriter::CheckDocIds() const {
  std::uint64_t last = 0;
  for (const OpenSegment& open : segments_)
    last = std::max<std::uint64_t>(last, open.segment.last_doc());
  if (last * (segments_.size() + 1) < std::numeric_limits<DocId>::max())
    return Ok();
  return Error{ErrorCode::kUsage,
               "the index would hold more articles than Xapian can number",
               "build several indexes, for example one for each decade"};
}

Status IndexWriter::Publish(Instant now) {
  RETURN_IF_ERROR(CheckDocIds());
  Generation next = generation_;
  next.number = next_number();
  next.created = now;
  next.articles = live_articles();
  next.segments.clear();
  next.removed.clear();
  for (const OpenSegment& open : segments_) {
    next.segments.push_back(open.number);
    if (!open.removed.empty()) next.removed[open.number] = open.removed;
  }
  RETURN_IF_ERROR(WriteGenerationDirectory(next));
  Failpoint("generation-in-place");
  RETURN_IF_ERROR(ReplaceStub(next));
  generation_ = std::move(next);
  last_number_ = generation_.number;
  published_segments_ = generation_.segments;
  return Sweep();
}

}  // namespace archive
