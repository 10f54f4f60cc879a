// An index, or several as one, opened for reading: of each one generation,
// whole, until it is closed.
#ifndef ARCHIVE_COMMON_INDEX_OPEN_INDEX_H_
#define ARCHIVE_COMMON_INDEX_OPEN_INDEX_H_

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/copies.h"
#include "common/index/counted_names.h"
#include "common/index/generation.h"
#include "common/index/name_rules.h"
#include "common/index/segment.h"
#include "common/index/visibility.h"
#include "common/index/withhold_list.h"
#include "common/result.h"

namespace archive {

// Whether what is killed, superseded or embargoed is left out.
enum class Hidden : std::uint8_t { kLeftOut, kShown };

// What is known of an index on another machine; of its articles only those are
// here that were fetched.
struct DistantCounts {
  std::uint64_t articles = 0;  // living ones
  std::uint64_t hidden = 0;    // of these
  std::uint64_t length = 0;  // words of title, body and captions of the living
  // Whether it does not answer any more: then nothing of it counts.
  bool is_left_out = false;
  std::map<DocId, WhyHidden> why_hidden = {};  // of what was fetched
};

// One of the indexes that are open together.
struct OpenPart {
  std::string directory;
  Generation generation;
  Copies copies;                  // places in it count from first_segment
  Visibility visibility;          // as do those in this
  NameRules name_rules;           // as they were when it was opened
  WithholdList withheld;          // the same
  std::size_t first_segment = 0;  // its place in OpenIndex::segments()
  std::optional<DistantCounts> distant = {};
};

// Owns: descriptors and mappings of every segment; what a writer publishes,
//   renames or removes meanwhile changes nothing here.
// Threads: as Segment.
class OpenIndex {
 public:
  // Fails: kNotFound (no index there), kIndexDamaged, kSchemaMismatch, kIo.  A
  // generation that is replaced while it is being opened is no failure: the
  // new one is opened then.  What withhold.txt names counts as removed.
  static Result<OpenIndex> Open(const std::string& directory);
  // Their segments, one index behind the other: counts, weights and order are
  // those of one index.  An id that several have names an article in each.
  // Fails as Open.
  static Result<OpenIndex> OpenAll(const std::vector<std::string>& directories);

  // Joins an index on another machine: one segment that holds what is fetched
  // of it, and its counts.  The place of that segment.
  std::size_t AddDistant(OpenPart part, Segment fetched);
  // Puts another segment in that place; docids of before must mean the same.
  // `why_hidden` says which of its articles are hidden.
  void PutFetched(std::size_t segment, Segment fetched,
                  std::map<DocId, WhyHidden> why_hidden);
  // From now on the part of the segment counts for nothing; what was found in
  // it can still be read.
  void LeaveOut(std::size_t segment);

  // Whether a segment holds what is fetched from another machine.
  bool IsDistant(std::size_t segment) const {
    return PartOf(segment).distant.has_value();
  }
  bool IsLeftOut(std::size_t segment) const {
    const OpenPart& part = PartOf(segment);
    return part.distant && part.distant->is_left_out;
  }

  const std::vector<OpenPart>& parts() const { return parts_; }
  const std::vector<Segment>& segments() const { return segments_; }
  // The index that holds a segment.  REQUIRES: segment < segments().size().
  const OpenPart& PartOf(std::size_t segment) const;
  // What the values of a field count as in one segment; made when it is first
  // asked for.  Lives: as the index.
  const CountedNames& NamesIn(std::size_t segment, FieldId field) const;
  // Where they lie, for messages.
  std::string directory() const;

  std::uint64_t live_articles() const { return live_articles_; }
  // Those of them that are looked at.
  std::uint64_t articles(Hidden hidden) const {
    return live_articles_ - (hidden == Hidden::kLeftOut ? hidden_articles_ : 0);
  }

  // When it was opened: what "now" means for all that is asked of it.
  Instant now() const { return now_; }
  // Whether a living article is hidden now: when the index was opened.
  // REQUIRES: segment < segments().size().
  bool IsHidden(std::size_t segment, DocId doc) const {
    const std::vector<bool>& docs = hidden_[segment];
    return doc < docs.size() && docs[doc];
  }
  // By docid; nullptr: no article of the segment is hidden.
  const std::vector<bool>* HiddenIn(std::size_t segment) const {
    return hidden_[segment].empty() ? nullptr : &hidden_[segment];
  }
  // Whether some article that the generation holds is not shown.
  bool HidesAny() const { return hidden_articles_ != 0 || withholds_; }
  // Why an article is hidden; nothing when it is not.
  std::optional<WhyHidden> WhyHiddenNow(std::size_t segment, DocId doc) const;
  // An article's place as the files of its generation say it.
  CopyPlace PlaceIn(std::size_t segment, DocId doc) const {
    return {static_cast<std::uint32_t>(segment - PartOf(segment).first_segment),
            doc};
  }
  // Words of title, body and captions of all live articles.
  std::uint64_t live_length() const { return live_length_; }
  double average_length() const;

 private:
  struct NamesMade {
    std::mutex mutex;
    std::map<std::pair<std::size_t, FieldId>, CountedNames> by_segment;
  };

  Status AddOnce(const std::string& directory);
  Status TakeOutWithheld(const WithholdList& list, Segment& segment);
  void HideArticles();
  OpenPart& MutablePartOf(std::size_t segment);

  std::vector<OpenPart> parts_;
  std::vector<Segment> segments_;
  std::uint64_t live_articles_ = 0;
  std::uint64_t live_length_ = 0;
  Instant now_ = 0;
  std::vector<std::vector<bool>> hidden_;  // by segment, by docid
  std::uint64_t hidden_articles_ = 0;      // living ones
  bool withholds_ = false;
  std::unique_ptr<NamesMade> names_ = std::make_unique<NamesMade>();
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_OPEN_INDEX_H_
