#include "indexer/writing/librarian.h"

#include <algorithm>
#include <utility>

#include <sys/stat.h>

#include "common/index/stored_record.h"
#include "indexer/readers/source_articles.h"
#include "indexer/writing/kept_versions.h"
#include "indexer/writing/purge.h"

namespace archive {
Result<Librarian> Librarian::Read(const std::string& index,
                                  const Configuration& configuration,
                                  Instant now) {
  Librarian librarian(index, configuration, now);
  ASSIGN_OR_RETURN(librarian.withheld_, ReadWithholdList(index));
  ASSIGN_OR_RETURN(librarian.corrections_, ReadCorrections(index));
  return librarian;
}

std::vector<std::string> Librarian::FaultsSince(Instant published) const {
  std::vector<std::string> faults;
  const auto add = [&](const std::vector<LineFault>& of,
                       std::string_view name) {
    struct stat status = {};
    const std::string path = index_ + '/' + std::string(name);
    const bool is_known =
        ::stat(path.c_str(), &status) == 0 && status.st_mtim.tv_sec < published;
    for (const LineFault& fault : of) {
      if (!is_known) faults.push_back(TextOf(fault, name));
    }
  };
  add(withheld_.faults(), kWithholdName);
  add(corrections_.faults(), kCorrectionsName);
  return faults;
}

bool Librarian::Admits(const std::string& id, const Article& article,
                       FileRow& row) const {
  if (withheld_.Names(id, article)) {
    ++row.withheld;
    return false;
  }
  if (configuration_->embargo != EmbargoRule::kStrict) return true;
  // It is read again when the file says something else.
  if (!article.unread_embargo.empty()) return false;
  if (!article.embargoed_until) return true;
  const Instant hour = InstantOf(*article.embargoed_until);
  if (hour <= now_) return true;
  row.due = row.due == 0 ? hour : std::min(row.due, hour);
  return false;
}

// Articles whose record says other than the list.
Result<std::vector<DocId>> Librarian::DocsToCorrect(const IndexWriter& writer,
                                                    std::size_t segment) const {
  const Segment& in = writer.segment(segment);
  ASSIGN_OR_RETURN(std::vector<DocId> docs,
                   in.DocsWith(std::string(kCorrectionTerm)));
  for (const auto& [id, corrections] : corrections_.all()) {
    ASSIGN_OR_RETURN(const auto some, in.DocsWith(IdTerm(id)));
    docs.insert(docs.end(), some.begin(), some.end());
  }
  std::sort(docs.begin(), docs.end());
  docs.erase(std::unique(docs.begin(), docs.end()), docs.end());
  std::erase_if(docs, [&](DocId doc) { return !writer.IsLive(segment, doc); });
  return docs;
}

namespace {

// An article of a segment, to be written once more.
ArrivedArticle Again(StoredRecord record, const Segment& segment, DocId doc,
                     Corrections corrections) {
  const Format* const format = FindFormat(record.format);
  Arrival arrival = {.id = record.id,
                     .file = record.file,
                     .record = record.record,
                     .format = format == nullptr ? "" : format->name,
                     .added = segment.columns().AddedAt(doc),
                     .generation = segment.columns().AddedIn(doc),
                     .corrections = std::move(corrections),
                     .kept = std::move(record.kept)};
  return {UncorrectedArticle(std::move(record)), std::move(arrival)};
}

}  // namespace

// Earlier texts that are withheld though their articles are not.
Result<std::uint64_t> Librarian::PurgeKept(
    IndexWriter& writer,
    const std::function<void(ArrivedArticle)>& again) const {
  std::uint64_t purged = 0;
  if (withheld_.empty()) return purged;
  for (std::size_t i = writer.segment_count(); i-- > 0;) {
    const Segment& segment = writer.segment(i);
    ASSIGN_OR_RETURN(const auto docs, segment.DocsWith(kKeptTerm));
    bool is_any = false;
    for (const DocId doc : docs) {
      if (!writer.IsLive(i, doc)) continue;
      ASSIGN_OR_RETURN(const std::string bytes, segment.RecordBytes(doc));
      StoredRecord record = DecodeRecord(bytes);
      if (!DropWithheld(withheld_, record.id, record.kept)) continue;
      Corrections corrections = corrections_.Of(record.id);
      again(Again(std::move(record), segment, doc, std::move(corrections)));
      writer.RemoveDoc(i, doc);
      ++purged;
      is_any = true;
    }
    if (is_any) RETURN_IF_ERROR(writer.Rewrite(i));
  }
  return purged;
}

Result<LibrarianChanges> Librarian::Apply(
    IndexWriter& writer,
    const std::function<void(ArrivedArticle)>& again) const {
  LibrarianChanges changes;
  ASSIGN_OR_RETURN(const Purged purged, PurgeWithheld(withheld_, writer));
  changes.purged = purged.articles;
  changes.is_rewritten = purged.is_any;
  ASSIGN_OR_RETURN(changes.purged_texts, PurgeKept(writer, again));
  for (std::size_t i = 0; i < writer.segment_count(); ++i) {
    ASSIGN_OR_RETURN(const auto docs, DocsToCorrect(writer, i));
    const Segment& segment = writer.segment(i);
    for (const DocId doc : docs) {
      ASSIGN_OR_RETURN(const std::string bytes, segment.RecordBytes(doc));
      StoredRecord record = DecodeRecord(bytes);
      const Corrections& corrections = corrections_.Of(record.id);
      if (AreIn(corrections, record)) continue;
      again(Again(std::move(record), segment, doc, corrections));
      writer.RemoveDoc(i, doc);
      ++changes.corrected;
    }
  }
  return changes;
}

}  // namespace archive
