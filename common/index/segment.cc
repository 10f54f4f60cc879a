#include "common/index/segment.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/file_system.h"
#include "common/index/manifest.h"
#include "common/index/xapian_guard.h"
#include "common/text/fold.h"

namespace archive {
namespace {

std::string ReadingAnArticleOf(const std::string& directory) {
  return "reading an article of " + directory;
}

}  // namespace

Result<Segment> Segment::Open(const std::string& directory,
                              SegmentNumber number, RemovedDocs removed,
                              ManifestRule rule) {
  Segment segment;
  segment.number_ = number;
  segment.directory_ = directory;
  std::optional<OwnerId> owner;
  if (rule == ManifestRule::kVerify) {
    ASSIGN_OR_RETURN(owner, VerifyManifest(directory));
  }
  ASSIGN_OR_RETURN(segment.database_,
                   GuardXapian("opening " + directory, [&directory] {
                     return Xapian::Database(directory);
                   }));
  RETURN_IF_ERROR(segment.OpenSideFiles(owner));
  RETURN_IF_ERROR(segment.CountStored());
  segment.Remove(removed);
  return segment;
}

Result<Segment> Segment::OpenFetched(const std::string& directory,
                                     const Xapian::Database& database) {
  Segment segment;
  segment.directory_ = directory;
  segment.database_ = database;
  RETURN_IF_ERROR(segment.OpenSideFiles({}));
  segment.CountFetched();
  return segment;
}

Status Segment::OpenSideFiles(std::optional<OwnerId> owner) {
  ASSIGN_OR_RETURN(vocabulary_, Vocabulary::Open(directory_ + "/vocabulary"));
  ASSIGN_OR_RETURN(tokens_, TokenStreams::Open(directory_ + "/tokens"));
  ASSIGN_OR_RETURN(columns_, Columns::Open(directory_ + "/columns"));
  ASSIGN_OR_RETURN(postings_, PostingLists::Open(directory_ + "/postings"));
  // Only where something is packed; MANIFEST says whether it must be there.
  const std::string dictionaries =
      directory_ + "/" + std::string(kDictionariesName);
  if (FileExists(dictionaries)) {
    ASSIGN_OR_RETURN(dictionaries_, RecordDictionaries::Open(dictionaries));
  }
  if (!owner) owner = columns_.file().owner();
  for (const SectionFile* file :
       {&vocabulary_.file(), &tokens_.file(), &columns_.file(),
        &postings_.file(), dictionaries_.file()}) {
    if (file != nullptr && file->owner() != *owner) {
      return Error{ErrorCode::kIndexDamaged,
                   file->path() + " belongs to another segment",
                   "build the index anew with archive-index build --fresh"};
    }
  }
  if (tokens_.last_doc() != columns_.last_doc() ||
      database_.get_lastdocid() > columns_.last_doc()) {
    return Error{ErrorCode::kIndexDamaged,
                 directory_ +
                     " is damaged: its files do not hold the same "
                     "articles",
                 "build the index anew with archive-index build --fresh"};
  }
  return Ok();
}

// Each query opens each segment, and most have no hole: of what Xapian has
// indexed it knows the sums.
Status Segment::CountStored() {
  RETURN_IF_ERROR(GuardXapian("opening " + directory_, [this] {
    document_count_ = database_.get_doccount();
    total_length_ = database_.get_total_length();
  }));
  live_count_ = document_count_;
  live_length_ = total_length_;
  MarkLive();
  return Ok();
}

// Of fetched articles there is no more than their records in the database.
void Segment::CountFetched() {
  MarkLive();
  for (DocId doc = 1; doc <= last_doc(); ++doc) {
    if (!columns_.Holds(doc)) continue;
    ++document_count_;
    total_length_ += columns_.LengthOf(doc);
  }
  live_count_ = document_count_;
  live_length_ = total_length_;
}

void Segment::MarkLive() {
  live_.assign(std::size_t{last_doc()} + 1, true);
  live_[0] = false;
  if (document_count_ == last_doc()) return;
  for (DocId doc = 1; doc <= last_doc(); ++doc) {
    if (!columns_.Holds(doc)) live_[doc] = false;
  }
}

void Segment::Remove(std::span<const DocId> docs) {
  for (const DocId doc : docs) {
    if (!IsLive(doc)) continue;
    live_[doc] = false;
    --live_count_;
    live_length_ -= columns_.LengthOf(doc);
  }
  RemovedDocs all;
  std::set_union(removed_.begin(), removed_.end(), docs.begin(), docs.end(),
                 std::back_inserter(all));
  removed_ = std::move(all);
}

Status Segment::EachTerm(
    std::string_view prefix,
    const std::function<void(std::string_view, std::uint32_t)>& take) const {
  return GuardXapian("reading the terms of " + directory_, [&] {
    const std::string begin(prefix);
    const auto end = database_.allterms_end(begin);
    for (auto it = database_.allterms_begin(begin); it != end; ++it)
      take(*it, it.get_termfreq());
  });
}

Result<std::string> Segment::RecordBytes(DocId doc) const {
  ASSIGN_OR_RETURN(std::string packed, PackedRecord(doc));
  return Unpack(std::move(packed));
}

Result<std::string> Segment::PackedRecord(DocId doc) const {
  return GuardXapian(ReadingAnArticleOf(directory_), [this, doc] {
    return database_.get_document(doc, Xapian::DOC_ASSUME_VALID).get_data();
  });
}

Result<std::string> Segment::Unpack(std::string packed) const {
  Result<std::string> record = dictionaries_.Unpack(std::move(packed));
  if (record) return record;
  Error error = std::move(record).error();
  error.message = ReadingAnArticleOf(directory_) + ": " + error.message;
  return error;
}

Result<std::vector<DocId>> Segment::DocsWith(std::string_view term) const {
  return GuardXapian("looking for an article in " + directory_, [this, term] {
    const std::string name(term);
    std::vector<DocId> docs;
    const auto end = database_.postlist_end(name);
    for (auto it = database_.postlist_begin(name); it != end; ++it) {
      if (IsLive(*it)) docs.push_back(*it);
    }
    return docs;
  });
}

Result<std::vector<DocId>> Segment::DocsOfFile(std::string_view file_id) const {
  const std::string prefix = IdTerm(file_id);
  ASSIGN_OR_RETURN(
      const auto terms,
      GuardXapian("looking for a file in " + directory_, [this, &prefix] {
        std::vector<std::string> found;
        const auto end = database_.allterms_end(prefix);
        for (auto it = database_.allterms_begin(prefix); it != end; ++it) {
          const std::string term = *it;
          const char next =
              term.size() == prefix.size() ? '#' : term[prefix.size()];
          if (next == '#' || next == '!') found.push_back(term);
        }
        return found;
      }));
  std::vector<DocId> docs;
  for (const std::string& term : terms) {
    ASSIGN_OR_RETURN(const auto some, DocsWith(term));
    docs.insert(docs.end(), some.begin(), some.end());
  }
  return docs;
}

std::string IdTerm(std::string_view id) {
  return std::string(FieldFor(FieldId::kId).prefix) + std::string(id);
}

}  // namespace archive
