#include "indexer/writing/living_copy.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/index/schema.h"
#include "common/index/xapian_guard.h"
#include "indexer/writing/segment_writer.h"

namespace archive {
namespace {

// Postings that are held at once, about: the words of the articles and some
// terms of their fields.
constexpr std::uint64_t kPostingsAtOnce = 8'000'000;
constexpr std::uint64_t kFieldTermsOfArticle = 100;

// Neighbouring articles, whose postings are gathered.
class Window {
 public:
  Window(const Segment& segment, DocId first, DocId last)
      : segment_(segment), first_(first), last_(last) {
    const auto articles = static_cast<std::size_t>(last - first) + 1;
    postings_.resize(articles);
    values_.resize(articles);
  }

  void Gather() {
    const Xapian::Database& database = segment_.database();
    const auto end = database.allterms_end();
    for (auto term = database.allterms_begin(); term != end; ++term)
      GatherTerm(*term);
    for (const Field& field : kFields) {
      if (field.slot != kNoSlot) GatherValues(field.slot);
    }
    GatherValues(kSortSlot);
  }

  Status WriteTo(DatabaseWriter& writer, RecordPacker* packer) const {
    for (DocId doc = first_; doc <= last_; ++doc) {
      if (!segment_.IsLive(doc)) continue;
      Xapian::Document document;
      for (const Posting& posting : postings_[doc - first_])
        document.add_term(terms_[posting.term], posting.occurrences);
      for (const auto& [slot, value] : values_[doc - first_])
        document.add_value(slot, value);
      ASSIGN_OR_RETURN(const std::string data, DataFor(doc, packer));
      document.set_data(data);
      writer.Add(doc, document);
    }
    return Ok();
  }

 private:
  struct Posting {
    std::uint32_t term;
    Xapian::termcount occurrences;
  };

  Result<std::string> DataFor(DocId doc, RecordPacker* packer) const {
    if (packer == nullptr)
      return segment_.database().get_document(doc).get_data();
    ASSIGN_OR_RETURN(const std::string record, segment_.RecordBytes(doc));
    return packer->Pack(record);
  }

  void GatherTerm(const std::string& term) {
    const auto number = static_cast<std::uint32_t>(terms_.size());
    bool is_any = false;
    auto at = segment_.database().postlist_begin(term);
    const auto end = segment_.database().postlist_end(term);
    for (at.skip_to(first_); at != end && *at <= last_; ++at) {
      if (!segment_.IsLive(*at)) continue;
      postings_[*at - first_].push_back({number, at.get_wdf()});
      is_any = true;
    }
    if (is_any) terms_.push_back(term);
  }

  void GatherValues(Slot slot) {
    auto at = segment_.database().valuestream_begin(slot);
    const auto end = segment_.database().valuestream_end(slot);
    for (at.skip_to(first_); at != end && at.get_docid() <= last_; ++at)
      values_[at.get_docid() - first_].emplace_back(slot, *at);
  }

  const Segment& segment_;
  DocId first_;
  DocId last_;
  std::vector<std::string> terms_;
  std::vector<std::vector<Posting>> postings_;  // by article
  std::vector<std::vector<std::pair<Slot, std::string>>> values_;
};

// The last article that is gathered together with `first`.
DocId EndOfWindow(const Segment& segment, DocId first, DocId last) {
  std::uint64_t postings = 0;
  for (DocId doc = first; doc < last; ++doc) {
    if (segment.IsLive(doc))
      postings += segment.columns().LengthOf(doc) + kFieldTermsOfArticle;
    if (postings >= kPostingsAtOnce) return doc;
  }
  return last;
}

}  // namespace

Status CopyLiving(const Segment& segment, DocId first, DocId last,
                  const std::string& directory, RecordPacker* packer) {
  const Result<Status> written =
      GuardXapian("rewriting into " + directory, [&]() -> Status {
        DatabaseWriter writer(directory);
        while (first <= last) {
          const DocId end = EndOfWindow(segment, first, last);
          Window window(segment, first, end);
          window.Gather();
          RETURN_IF_ERROR(window.WriteTo(writer, packer));
          first = end + 1;
        }
        writer.Close();
        return Ok();
      });
  return written ? *written : written.error();
}

}  // namespace archive
