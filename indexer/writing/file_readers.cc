#include "indexer/writing/file_readers.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "indexer/readers/source_articles.h"
#include "indexer/sources/source_file.h"
#include "indexer/sources/source_walker.h"
#include "indexer/writing/settling.h"

namespace archive {
namespace {

// A file that ends when nobody wants it any more.
class WantedSource final : public ByteSource {
 public:
  WantedSource(ByteSource& source, const ReadingQueue& queue)
      : source_(source), queue_(queue) {}

  Result<std::size_t> Read(std::span<char> to) override {
    if (queue_.IsStopped())
      return Error{ErrorCode::kInterrupted, "nobody wants it any more"};
    return source_.Read(to);
  }
  std::optional<std::uint64_t> SeekableSize() const override {
    return source_.SeekableSize();
  }
  Status SeekTo(std::uint64_t offset) override {
    return source_.SeekTo(offset);
  }

 private:
  ByteSource& source_;
  const ReadingQueue& queue_;
};

// What is found in one file → pieces of the queue.
class FoundInFile {
 public:
  FoundInFile(ReadingQueue& queue, std::size_t file)
      : queue_(queue), file_(file), keep_(found_.Sink()) {}

  NumberedSink Sink() {
    return {.article =
                [this](NumberedArticle numbered) {
                  keep_.article(std::move(numbered));
                  FlushIfFull();
                },
            .rejection =
                [this](Rejection rejection) {
                  keep_.rejection(std::move(rejection));
                  FlushIfFull();
                },
            .later =
                [this](LaterReading later) {
                  Flush();
                  queue_.AddLater(file_, std::move(later));
                }};
  }

  void Flush() {
    if (!found_.empty()) queue_.Add(file_, std::exchange(found_, {}).AsPiece());
  }

 private:
  void FlushIfFull() {
    constexpr std::uint64_t kFull = std::uint64_t{256} << 10;
    if (found_.bytes() >= kFull) Flush();
  }

  ReadingQueue& queue_;
  const std::size_t file_;
  FoundArticles found_;
  const NumberedSink keep_;
};

Status Open(const std::string& path, std::unique_ptr<FileSource>& source) {
  ASSIGN_OR_RETURN(source, OpenSourceFile(path));
  return Ok();
}

}  // namespace

FileReaders::FileReaders(std::span<const FileToRead> files,
                         const std::vector<RunRoot>& roots,
                         const BuildOptions& options, IssuePages& issue_pages,
                         ReadAhead ahead)
    : files_(files),
      roots_(roots),
      options_(options),
      issue_pages_(issue_pages),
      queue_(files.size(), ahead) {
  const std::size_t wanted = std::max(1U, options.threads);
  // A single file may hold work for all.
  for (std::size_t i = 0; i < wanted && !files.empty(); ++i)
    threads_.emplace_back([this] { Work(); });
}

FileReaders::~FileReaders() {
  queue_.Stop();
  for (std::thread& thread : threads_) thread.join();
}

FileEnding FileReaders::Finish(const NumberedSink& sink) {
  while (std::optional<ReadPiece> piece = queue_.TakePiece()) piece->tell(sink);
  return queue_.TakeEnding();
}

void FileReaders::Work() {
  while (const std::optional<std::size_t> file = queue_.NextFile()) Read(*file);
}

void FileReaders::Read(std::size_t file) {
  const FileRow& row = files_[file].row;
  const SourceRoot& root = RootOf(roots_, row);
  // Once it is open, the row is the taker's.
  const std::string path = FullPath(root, row.path);
  const SourceName name = {.id = FileIdOf(roots_, row),
                           .path = PathForReaders(root, row.path)};
  const FileNeighbours beside(root, row.path, issue_pages_);
  FileOpening opening = {.stamp = row.stamp};
  opening.is_fresh = RenewStamp(path, options_.settle_seconds, opening.stamp);
  std::unique_ptr<FileSource> source;
  if (!opening.is_fresh) opening.opened = Open(path, source);
  queue_.Open(file, opening);
  if (!opening.IsRead()) return;
  FoundInFile found(queue_, file);
  WantedSource wanted(*source, queue_);
  NumberedSink sink = found.Sink();
  // One thread alone would come to them at the end of the file.
  if (options_.threads <= 1) sink.later = nullptr;
  FileEnding ending;
  ending.nature = ReadSource(
      wanted, {name.id, name.path, &beside, [&] { queue_.WaitForTurn(file); }},
      options_.configuration.reader, sink);
  found.Flush();
  ending.beside = Stamped(beside.files_read());
  queue_.End(file, std::move(ending));
}

std::vector<FileBeside> FileReaders::Stamped(
    const std::vector<std::string>& paths) const {
  std::vector<FileBeside> files;
  if (options_.settle_seconds <= 0) return files;
  for (const std::string& path : paths) {
    FileBeside file = {.path = path, .stamp = {}};
    file.is_fresh = RenewStamp(path, options_.settle_seconds, file.stamp);
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace archive
