#include "indexer/source_check.h"

#include <functional>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <sys/stat.h>

#include "common/index/open_index.h"
#include "common/index/stored_record.h"
#include "indexer/analysis/corrections.h"
#include "indexer/published_files.h"
#include "indexer/readers/issue_pages.h"
#include "indexer/readers/source_articles.h"
#include "indexer/sources/source_file.h"
#include "indexer/sources/source_walker.h"

namespace archive {
namespace {

constexpr std::int64_t kNanoseconds = 1'000'000'000;

enum class OnDisk : std::uint8_t { kAsBefore, kChanged, kGone };

OnDisk StateOf(const std::string& path, const FileStamp& stamp) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) return OnDisk::kGone;
  const std::int64_t mtime =
      status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec;
  const bool is_same =
      static_cast<std::uint64_t>(status.st_size) == stamp.size &&
      mtime == stamp.mtime_ns;
  return is_same ? OnDisk::kAsBefore : OnDisk::kChanged;
}

// Of what must be the same in a file and in the index: the text as it is shown.
std::size_t HashOf(const Article& article) {
  std::string text = article.title + '\n';
  for (const Block& block : article.blocks)
    text += fmt::format("{} {}\n", static_cast<int>(block.kind), block.text);
  return std::hash<std::string>()(text);
}

// An archive may hold more articles than memory their texts.
using HashesById = std::map<std::string, std::size_t>;

class Comparison {
 public:
  Comparison(const OpenIndex& index, const PublishedFiles& published,
             const Configuration& configuration)
      : index_(index),
        withheld_(index.parts().front().withheld),
        published_(published),
        configuration_(configuration) {}

  Result<SourceCheck> Run() {
    for (const FileRow& row : published_.files) {
      if (row.articles == 0) continue;
      const Root& root = published_.generation.roots[row.root];
      RETURN_IF_ERROR(Compare(row, {root.name, root.path}));
    }
    return std::move(check_);
  }

 private:
  Status Compare(const FileRow& row, const SourceRoot& root) {
    const std::string path = FullPath(root, row.path);
    switch (StateOf(path, row.stamp)) {
      case OnDisk::kGone:
        ++check_.gone_files;
        return Ok();
      case OnDisk::kChanged:
        ++check_.changed_files;
        return Ok();
      case OnDisk::kAsBefore:
        break;
    }
    const std::string file_id = BoundedFileId(IdOf(root, row.path));
    ASSIGN_OR_RETURN(const HashesById stored, StoredHashes(file_id));
    const Result<HashesById> read = ReadHashes(path, file_id, row, root);
    if (!read) {
      check_.faults.push_back(
          fmt::format("{}: {}", file_id, read.error().message));
    } else if (const std::string id =
                   FirstDifference(stored, *read, row.due != 0);
               !id.empty()) {
      check_.faults.push_back(
          id + ": what the index holds is not what the file says");
    } else {
      ++check_.agreeing_files;
    }
    return Ok();
  }

  Result<HashesById> StoredHashes(const std::string& file_id) const {
    HashesById texts;
    for (const Segment& segment : index_.segments()) {
      ASSIGN_OR_RETURN(const auto docs, segment.DocsOfFile(file_id));
      for (const DocId doc : docs) {
        ASSIGN_OR_RETURN(const std::string bytes, segment.RecordBytes(doc));
        const StoredRecord record = DecodeRecord(bytes);
        texts[record.id] = HashOf(UncorrectedArticle(record));
      }
    }
    return texts;
  }

  Result<HashesById> ReadHashes(const std::string& path,
                                const std::string& file_id, const FileRow& row,
                                const SourceRoot& root) const {
    ASSIGN_OR_RETURN(const auto source, OpenSourceFile(path));
    HashesById texts;
    const NumberedSink sink = {
        .article =
            [&texts, this](const NumberedArticle& article) {
              if (!withheld_.Names(article.id, article.article))
                texts[article.id] = HashOf(article.article);
            },
        .rejection = [](const Rejection& /*rejection*/) {}};
    const FileNeighbours neighbours(root, row.path, issue_pages_);
    const SourceNature nature = ReadSource(
        *source, {file_id, PathForReaders(root, row.path), &neighbours},
        configuration_.reader, sink);
    if (!nature.readable) return nature.readable.error();
    return texts;
  }

  static std::string FirstDifference(const HashesById& stored,
                                     const HashesById& read,
                                     bool may_be_embargoed) {
    for (const auto& [id, text] : stored) {
      const auto found = read.find(id);
      if (found == read.end() || found->second != text) return id;
    }
    for (const auto& [id, text] : read) {
      if (!may_be_embargoed && !stored.contains(id)) return id;
    }
    return "";
  }

  const OpenIndex& index_;
  const WithholdList& withheld_;
  const PublishedFiles& published_;
  const Configuration& configuration_;
  // Asked in turn, file by file.
  mutable IssuePages issue_pages_;
  SourceCheck check_;
};

}  // namespace

Result<SourceCheck> CheckSources(const std::string& index,
                                 const Configuration& configuration) {
  ASSIGN_OR_RETURN(const OpenIndex open, OpenIndex::Open(index));
  ASSIGN_OR_RETURN(const PublishedFiles published, ReadPublishedFiles(index));
  return Comparison(open, published, configuration).Run();
}

}  // namespace archive
