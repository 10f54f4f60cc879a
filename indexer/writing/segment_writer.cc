#include "indexer/writing/segment_writer.h"

#include <fstream>
#include <random>
#include <utility>

#include "common/index/article_document.h"
#include "common/index/mention_list.h"
#include "common/index/xapian_guard.h"

namespace archive {
namespace {

constexpr int kNewDatabase = Xapian::DB_CREATE | Xapian::DB_NO_SYNC |
                             Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST;

}  // namespace

DatabaseWriter::DatabaseWriter(const std::string& directory)
    : directory_(directory), database_(directory, kNewDatabase) {}

void DatabaseWriter::Add(Xapian::docid doc, const Xapian::Document& document) {
  database_.replace_document(doc, document);
  if (++waiting_ < kArticlesAtOnce) return;
  database_.commit();
  waiting_ = 0;
}

void DatabaseWriter::Close() {
  database_.commit();
  database_.close();
  const std::ofstream empty(directory_ + "/termlist.glass");
}

SegmentPartWriter::SegmentPartWriter(std::string directory,
                                     const WordTable& table,
                                     DatabaseWriter database)
    : directory_(std::move(directory)),
      table_(table),
      database_(std::move(database)),
      side_files_(table) {}

Result<SegmentPartWriter> SegmentPartWriter::Open(const std::string& directory,
                                                  const WordTable& table) {
  ASSIGN_OR_RETURN(DatabaseWriter database,
                   GuardXapian("writing " + directory, [&directory] {
                     return DatabaseWriter(directory);
                   }));
  return SegmentPartWriter(directory, table, std::move(database));
}

Status SegmentPartWriter::Add(std::span<const AnalysedArticle> articles) {
  DocId doc = last_doc_;
  RETURN_IF_ERROR(GuardXapian("writing " + directory_, [&] {
    for (const AnalysedArticle& article : articles) {
      Xapian::Document document = MakeDocument(article, table_);
      document.set_data(packer_.Pack(EncodeRecord(article.record)));
      database_.Add(++doc, document);
    }
  }));
  for (const AnalysedArticle& article : articles)
    AddToSideFiles(++last_doc_, article);
  return Ok();
}

void SegmentPartWriter::AddToSideFiles(DocId doc,
                                       const AnalysedArticle& article) {
  const std::string mentions = EncodeMentions(article.mentions);
  SideRow row = {.id = article.record.id,
                 .language = article.record.language,
                 .row = article.row,
                 .mentions = mentions,
                 .stream = article.stream,
                 .facets = {}};
  for (const FacetValue& facet : article.facets)
    row.facets.push_back({facet.field, facet.value, facet.known_as});
  side_files_.Add(doc, row);
}

Status SegmentPartWriter::Close() {
  RETURN_IF_ERROR(
      GuardXapian("writing " + directory_, [this] { database_.Close(); }));
  const OwnerId owner = MakeOwnerId();
  if (packer_.dictionary()) {
    RecordDictionaries dictionaries;
    dictionaries.Add(packer_.dictionary());
    RETURN_IF_ERROR(dictionaries.Write(
        directory_ + "/" + std::string(kDictionariesName), owner));
  }
  return side_files_.Write(directory_, owner);
}

OwnerId MakeOwnerId() {
  static thread_local std::random_device random;
  OwnerId id = {};
  for (unsigned char& byte : id) byte = static_cast<unsigned char>(random());
  return id;
}

}  // namespace archive
