#include "indexer/command_read.h"

#include <utility>
#include <vector>

#include "common/json_writer.h"
#include "common/text/analyser.h"
#include "common/text/utf8.h"
#include "indexer/cli_config.h"
#include "indexer/readers/article_json.h"
#include "indexer/sources/source_file.h"
#include "indexer/sources/source_walker.h"

namespace archive {
namespace {

std::size_t CountByWhiteSpace(const Article& article) {
  std::size_t words = 0;
  const auto count = [&words](std::string_view text) {
    if (text.empty()) return;
    ++words;
    for (const char c : text) words += c == ' ' ? 1 : 0;
  };
  count(article.title);
  for (const Block& block : article.blocks) {
    if (block.kind == BlockKind::kParagraph) count(block.text);
  }
  return words;
}

class ReadCommand {
 public:
  ReadCommand(const ReadOptions& options, std::ostream& out, std::ostream& err)
      : options_(options), out_(out), err_(err) {}

  void ReadRoot(const SourceRoot& root) {
    const SourceVisitor visitor = {
        .file =
            [&](const SourceFile& file) { ReadFile(root, file.path_in_root); },
        .skipped =
            [&](const PassedOver& entry) {
              PrintSkipped(PathOf(root, entry.path_in_root),
                           {"", entry.reason});
            },
        .failed =
            [&](const PassedOver& entry) {
              const std::string path = PathOf(root, entry.path_in_root);
              Fail(path, {ErrorCode::kIo, path + ": " + entry.reason});
            }};
    const Status status = WalkSources({&root, 1}, {}, visitor);
    if (!status) Fail(PathForId(root.path), status.error());
  }

  int ExitStatus() const { return exit_status_; }

 private:
  static std::string PathOf(const SourceRoot& root, std::string_view path) {
    return PathForId(FullPath(root, path));
  }

  void ReadFile(const SourceRoot& root, const std::string& path_in_root) {
    const std::string path = PathOf(root, path_in_root);
    const Result<std::string> bytes =
        ReadSourceFile(FullPath(root, path_in_root));
    if (!bytes) return Fail(path, bytes.error());
    const std::string name = PathForReaders(root, path_in_root);
    const Detection detection = DetectFormat(name, *bytes);
    if (detection.format == nullptr)
      return PrintSkipped(path, {"", detection.skipped});
    const Format& format = *detection.format;
    const std::string file_id = IdOf(root, path_in_root);
    std::size_t number = 0;
    const ArticleSink sink = {
        .article =
            [&](const Article& article) {
              ++number;
              PrintArticle(article, format,
                           format.holds == FileHolds::kOneArticle
                               ? file_id
                               : RecordId(file_id, number));
            },
        .rejection =
            [&](const Rejection& rejection) { PrintSkipped(path, rejection); }};
    const Status status = format.read({name, *bytes}, options_.reader, sink);
    if (!status) Fail(path, status.error());
  }

  void PrintArticle(const Article& article, const Format& format,
                    std::string id) {
    JsonWriter json(out_);
    WriteArticle(article,
                 {.id = std::move(id),
                  .format = std::string(format.name),
                  .words = options_.count_words ? options_.count_words(article)
                                                : CountByWhiteSpace(article)},
                 json);
    out_ << '\n';
  }

  void PrintSkipped(std::string_view path, const Rejection& rejection) {
    JsonWriter json(out_);
    WriteSkipped(path, rejection, json);
    out_ << '\n';
  }

  void Fail(std::string_view path, const Error& error) {
    exit_status_ = ExitStatusFor(error.code);
    err_ << "archive-index: " << CleanValue(error.message) << '\n';
    PrintSkipped(path, {"", error.message});
  }

  const ReadOptions& options_;
  std::ostream& out_;
  std::ostream& err_;
  int exit_status_ = 0;
};

}  // namespace

int RunRead(std::span<const std::string> paths, const ReadOptions& options,
            std::ostream& out, std::ostream& err) {
  ReadCommand command(options, out, err);
  for (const SourceRoot& root : NameRoots(paths)) command.ReadRoot(root);
  return command.ExitStatus();
}

int RunReadCommand(const std::string& index, const ReadArguments& arguments,
                   const Console& console) {
  const Result<ReaderOptions> reader =
      ReadConfiguration(arguments.config, index);
  if (!reader) return ReportError(reader.error(), console.err);
  Analyser analyser;
  std::vector<Word> words;
  const auto count = [&](const Article& article) {
    std::size_t sum = 0;
    for (const Block& block : article.blocks) {
      if (block.kind != BlockKind::kParagraph) continue;
      analyser.Words(block.text, words);
      sum += words.size();
    }
    return sum;
  };
  return RunRead(arguments.paths, {.reader = *reader, .count_words = count},
                 console.out, console.err);
}

}  // namespace archive
