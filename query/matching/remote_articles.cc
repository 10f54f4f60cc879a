#include "query/matching/remote_articles.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "common/file_system.h"
#include "common/index/article_document.h"
#include "common/index/mention_list.h"
#include "common/index/schema.h"
#include "common/text/fold.h"

namespace archive {
namespace {

// A directory that nobody else can look into, until destruction.
class PrivateDirectory {
 public:
  static Result<PrivateDirectory> Make() {
    std::error_code code;
    std::string name =
        (std::filesystem::temp_directory_path(code) / "archive-query-XXXXXX")
            .string();
    if (code || mkdtemp(name.data()) == nullptr) {
      Error error = SystemError("make a directory", name);
      error.hint =
          "articles of other machines are kept there while a query "
          "runs; TMPDIR names another place";
      return error;
    }
    return PrivateDirectory(std::move(name));
  }
  PrivateDirectory(PrivateDirectory&& other) noexcept
      : path_(std::move(other.path_)) {
    other.path_.clear();
  }
  PrivateDirectory& operator=(PrivateDirectory&&) = delete;
  ~PrivateDirectory() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  explicit PrivateDirectory(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

// Its facets as a server counts them: each by the name that it is known by, and
// each once.
std::vector<std::pair<FieldId, std::string>> FacetsOf(
    const AnalysedArticle& article) {
  std::vector<std::pair<FieldId, std::string>> facets;
  std::set<std::pair<FieldId, std::string>> seen;
  for (const FacetValue& facet : article.facets) {
    const std::string& value =
        facet.known_as.empty() ? facet.value : facet.known_as;
    if (seen.emplace(facet.field, FoldValue(value)).second)
      facets.emplace_back(facet.field, value);
  }
  return facets;
}

}  // namespace

std::vector<std::string> UnpackValues(std::string_view packed) {
  std::vector<std::string> values;
  std::set<std::string> seen;
  while (!packed.empty()) {
    const std::size_t end =
        std::min(packed.find(kValueSeparator), packed.size());
    const std::string_view value = packed.substr(0, end);
    packed.remove_prefix(std::min(end + 1, packed.size()));
    if (!value.empty() && seen.insert(FoldValue(value)).second)
      values.emplace_back(value);
  }
  return values;
}

RemoteArticles::RemoteArticles() : database_("", Xapian::DB_BACKEND_INMEMORY) {}

std::optional<DocId> RemoteArticles::Find(Xapian::docid doc) const {
  const auto found = docs_.find(doc);
  if (found == docs_.end()) return std::nullopt;
  return found->second;
}

DocId RemoteArticles::Add(Xapian::docid doc, const std::string& record) {
  AnalysedArticle article = AnalyseRecord(DecodeRecord(record), tools_, table_);
  Xapian::Document document = MakeDocument(article, table_);
  document.set_data(record);
  const DocId here = database_.add_document(document);
  articles_.push_back({.id = article.record.id,
                       .language = article.record.language,
                       .row = article.row,
                       .mentions = EncodeMentions(article.mentions),
                       .stream = std::move(article.stream),
                       .facets = FacetsOf(article)});
  docs_.emplace(doc, here);
  return here;
}

Result<Segment> RemoteArticles::MakeSegment() const {
  SideFilesBuilder files(table_);
  DocId doc = 0;
  for (const Analysed& article : articles_) {
    SideRow row = {.id = article.id,
                   .language = article.language,
                   .row = article.row,
                   .mentions = article.mentions,
                   .stream = article.stream,
                   .facets = {}};
    for (const auto& [field, value] : article.facets)
      row.facets.push_back({field, value});
    files.Add(++doc, row);
  }
  ASSIGN_OR_RETURN(const PrivateDirectory directory, PrivateDirectory::Make());
  RETURN_IF_ERROR(files.Write(directory.path(), OwnerId{}));
  return Segment::OpenFetched(directory.path(), database_);
}

std::string RemoteArticles::CountedOtherwise(FieldId field,
                                             const std::string& folded) const {
  const std::string term = std::string(FieldFor(field).whole_prefix) + folded;
  const auto end = database_.postlist_end(term);
  for (auto it = database_.postlist_begin(term); it != end; ++it) {
    const Analysed& article = articles_[*it - 1];
    const bool counts = std::any_of(
        article.facets.begin(), article.facets.end(), [&](const auto& facet) {
          return facet.first == field && FoldValue(facet.second) == folded;
        });
    if (!counts) return article.id;
  }
  return "";
}

}  // namespace archive
