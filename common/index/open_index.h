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

// One of the indexes that are open together.
struct OpenPart {
  std::string directory;
  Generation generation;
  Copies copies;                  // places in it count from first_segment
  Visibility visibility;          // as do those in this
  NameRules name_rules;           // as they were when it was opened
  WithholdList withheld;          // the same
  std::size_t first_segment = 0;  // its place in OpenIndex::segments()
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
  // REQUIRES: there is one at least.  Fails as Open.
  static Result<OpenIndex> OpenAll(const std::vector<std::string>& directories);

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
