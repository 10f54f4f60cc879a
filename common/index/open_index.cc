#include "common/index/open_index.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/clock.h"
#include "common/file_system.h"
#include "common/index/index_layout.h"
#include "common/index/manifest.h"

namespace archive {
namespace {

// A writer that publishes while we open may have removed what we are about to
// read.  Twice in a row means two publications within milliseconds.
constexpr int kAttempts = 5;

// Generations of earlier versions have none; nobody may take one away.
Result<Visibility> OpenVisibility(const std::string& generation) {
  const std::string path = generation + "/visibility";
  if (FileExists(path)) return Visibility::Open(path);
  RETURN_IF_ERROR(VerifyManifest(generation));
  return Visibility();
}

}  // namespace

Result<OpenIndex> OpenIndex::Open(const std::string& directory) {
  for (int attempt = 1;; ++attempt) {
    ASSIGN_OR_RETURN(const Stub before, ReadStub(directory));
    OpenIndex index;
    const Status status = index.AddOnce(directory);
    if (status) {
      index.HideArticles();
      return index;
    }
    if (attempt == kAttempts) return status.error();
    ASSIGN_OR_RETURN(const Stub after, ReadStub(directory));
    if (before.generation == after.generation) return status.error();
  }
}

Result<OpenIndex> OpenIndex::OpenAll(
    const std::vector<std::string>& directories) {
  OpenIndex all;
  for (const std::string& directory : directories) {
    ASSIGN_OR_RETURN(OpenIndex one, Open(directory));
    one.parts_.front().first_segment = all.segments_.size();
    all.parts_.push_back(std::move(one.parts_.front()));
    std::move(one.segments_.begin(), one.segments_.end(),
              std::back_inserter(all.segments_));
    all.live_articles_ += one.live_articles_;
    all.live_length_ += one.live_length_;
    all.withholds_ = all.withholds_ || one.withholds_;
  }
  all.HideArticles();
  return all;
}

Status OpenIndex::AddOnce(const std::string& directory) {
  ASSIGN_OR_RETURN(const Stub stub, ReadStub(directory));
  const std::string generation_path =
      GenerationPath(directory, stub.generation);
  ASSIGN_OR_RETURN(Generation generation, ReadGeneration(generation_path));
  if (generation.number != stub.generation ||
      generation.segments != stub.segments) {
    return Error{ErrorCode::kIndexDamaged,
                 StubPath(directory) + " and its generation do not agree",
                 "build the index anew with archive-index build --fresh"};
  }
  ASSIGN_OR_RETURN(Copies copies, Copies::Open(generation_path + "/copies"));
  ASSIGN_OR_RETURN(Visibility visibility, OpenVisibility(generation_path));
  ASSIGN_OR_RETURN(WithholdList withheld, ReadWithholdList(directory));
  for (const SegmentNumber number : stub.segments) {
    RemovedDocs removed;
    const auto found = generation.removed.find(number);
    if (found != generation.removed.end()) removed = found->second;
    ASSIGN_OR_RETURN(Segment segment,
                     Segment::Open(SegmentPath(directory, number), number,
                                   std::move(removed)));
    RETURN_IF_ERROR(TakeOutWithheld(withheld, segment));
    live_articles_ += segment.live_count();
    live_length_ += segment.live_length();
    segments_.push_back(std::move(segment));
  }
  parts_.push_back({directory, std::move(generation), std::move(copies),
                    std::move(visibility), ReadNameRules(directory),
                    std::move(withheld)});
  return Ok();
}

Status OpenIndex::TakeOutWithheld(const WithholdList& list, Segment& segment) {
  if (list.empty()) return Ok();
  ASSIGN_OR_RETURN(const std::vector<DocId> docs, list.DocsIn(segment));
  segment.Remove(docs);
  withholds_ = withholds_ || !docs.empty();
  return Ok();
}

void OpenIndex::HideArticles() {
  now_ = CurrentInstant();
  hidden_.assign(segments_.size(), {});
  hidden_articles_ = 0;
  for (const OpenPart& part : parts_) {
    const Visibility& rows = part.visibility;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const CopyPlace place = rows.PlaceAt(row);
      const std::size_t segment = part.first_segment + place.segment;
      if (segment >= segments_.size() ||
          !segments_[segment].IsLive(place.doc) || !rows.HiddenAt(row, now_))
        continue;
      std::vector<bool>& docs = hidden_[segment];
      docs.resize(std::size_t{segments_[segment].last_doc()} + 1);
      docs[place.doc] = true;
      ++hidden_articles_;
    }
  }
}

std::size_t OpenIndex::AddDistant(OpenPart part, Segment fetched) {
  const std::size_t segment = segments_.size();
  part.first_segment = segment;
  live_articles_ += part.distant->articles;
  live_length_ += part.distant->length;
  hidden_articles_ += part.distant->hidden;
  parts_.push_back(std::move(part));
  segments_.push_back(std::move(fetched));
  hidden_.emplace_back();
  return segment;
}

void OpenIndex::PutFetched(std::size_t segment, Segment fetched,
                           std::map<DocId, WhyHidden> why_hidden) {
  const std::scoped_lock lock(names_->mutex);
  std::erase_if(names_->by_segment, [segment](const auto& made) {
    return made.first.first == segment;
  });
  segments_[segment] = std::move(fetched);
  std::vector<bool>& docs = hidden_[segment];
  docs.clear();
  if (!why_hidden.empty())
    docs.resize(std::size_t{segments_[segment].last_doc()} + 1);
  for (const auto& [doc, why] : why_hidden) docs[doc] = true;
  MutablePartOf(segment).distant->why_hidden = std::move(why_hidden);
}

void OpenIndex::LeaveOut(std::size_t segment) {
  DistantCounts& distant = *MutablePartOf(segment).distant;
  if (distant.is_left_out) return;
  distant.is_left_out = true;
  live_articles_ -= distant.articles;
  live_length_ -= distant.length;
  hidden_articles_ -= distant.hidden;
}

std::optional<WhyHidden> OpenIndex::WhyHiddenNow(std::size_t segment,
                                                 DocId doc) const {
  if (const auto& distant = PartOf(segment).distant) {
    const auto why = distant->why_hidden.find(doc);
    if (why == distant->why_hidden.end()) return std::nullopt;
    return why->second;
  }
  const Visibility& rows = PartOf(segment).visibility;
  const auto row = rows.FindRow(PlaceIn(segment, doc));
  return row ? rows.HiddenAt(*row, now_) : std::nullopt;
}

const OpenPart& OpenIndex::PartOf(std::size_t segment) const {
  const auto behind = std::find_if(
      parts_.begin(), parts_.end(),
      [segment](const OpenPart& part) { return part.first_segment > segment; });
  return *std::prev(behind);
}

OpenPart& OpenIndex::MutablePartOf(std::size_t segment) {
  return parts_[static_cast<std::size_t>(&PartOf(segment) - parts_.data())];
}

const CountedNames& OpenIndex::NamesIn(std::size_t segment,
                                       FieldId field) const {
  const std::scoped_lock lock(names_->mutex);
  const std::pair key(segment, field);
  const auto made = names_->by_segment.find(key);
  if (made != names_->by_segment.end()) return made->second;
  return names_->by_segment
      .try_emplace(key, segments_[segment].columns(), field,
                   PartOf(segment).name_rules)
      .first->second;
}

std::string OpenIndex::directory() const {
  std::string names;
  for (const OpenPart& part : parts_)
    names += (names.empty() ? "" : ", ") + part.directory;
  return names;
}

double OpenIndex::average_length() const {
  if (live_articles_ == 0) return 0;
  return static_cast<double>(live_length_) /
         static_cast<double>(live_articles_);
}

}  // namespace archive
