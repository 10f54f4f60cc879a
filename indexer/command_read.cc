#include "indexer/command_read.h"

#include <utility>
#include <vector>

#include "common/file_system.h"
#include "common/json_writer.h"
#include "common/text/printable.h"
#include "indexer/analysis/article_analyser.h"
#include "indexer/cli_config.h"
#include "indexer/published_files.h"
#include "indexer/readers/article_json.h"
#include "indexer/readers/issue_pages.h"
#include "indexer/readers/numbered_articles.h"
#include "indexer/readers/source_articles.h"
#include "indexer/sources/source_file.h"

namespace archive {
namespace {

class ReadCommand {
 public:
  ReadCommand(const ReaderOptions& options, std::ostream& out,
              std::ostream& err)
      : options_(options), out_(out), err_(err) {}

  void ReadPlace(const PlaceInRoot& place) {
    if (!FileExists(place.path))
      return Fail(PathForId(place.path),
                  {ErrorCode::kNotFound, "no such file or directory"});
    const SourceRoot walked = {place.root.name, place.path};
    const SourceVisitor visitor = {
        .file =
            [&](const SourceFile& file) { ReadFile(place, file.path_in_root); },
        .skipped =
            [&](const PassedOver& entry) {
              PrintSkipped(ShownPath(place, entry.path_in_root),
                           {"", entry.reason});
            },
        .failed =
            [&](const PassedOver& entry) {
              Fail(ShownPath(place, entry.path_in_root),
                   {ErrorCode::kIo, entry.reason});
            }};
    WalkSources({&walked, 1}, {}, visitor);
  }

  int ExitStatus() const { return exit_status_; }

 private:
  static std::string FullPathOf(const PlaceInRoot& place,
                                std::string_view path) {
    return FullPath({place.root.name, place.path}, path);
  }
  static std::string ShownPath(const PlaceInRoot& place,
                               std::string_view path) {
    return PathForId(FullPathOf(place, path));
  }
  static std::string PathInRoot(const PlaceInRoot& place,
                                const std::string& path) {
    if (place.below.empty() || path.empty()) return place.below + path;
    return place.below + '/' + path;
  }

  void ReadFile(const PlaceInRoot& place, const std::string& path) {
    const std::string shown = ShownPath(place, path);
    const auto source = OpenSourceFile(FullPathOf(place, path));
    if (!source) return Fail(shown, source.error());
    const std::string in_root = PathInRoot(place, path);
    const std::string file_id = BoundedFileId(IdOf(place.root, in_root));
    const NumberedSink sink = {.article =
                                   [&](NumberedArticle article) {
                                     PrintArticle(std::move(article), file_id);
                                   },
                               .rejection =
                                   [&](const Rejection& rejection) {
                                     PrintSkipped(shown, rejection);
                                   }};
    const FileNeighbours neighbours(place.root, in_root, issue_pages_);
    const SourceNature nature = ReadSource(
        **source, {file_id, PathForReaders(place.root, in_root), &neighbours},
        options_, sink);
    if (!nature.readable) Fail(shown, nature.readable.error());
    if (!nature.skipped.empty()) PrintSkipped(shown, {"", nature.skipped});
  }

  void PrintArticle(NumberedArticle numbered, const std::string& file_id) {
    WordTable words;
    const AnalysedArticle analysed =
        AnalyseArticle(std::move(numbered.article),
                       {.id = std::move(numbered.id),
                        .file = file_id,
                        .record = numbered.record,
                        .format = numbered.format},
                       tools_, words);
    const StoredRecord& record = analysed.record;
    JsonWriter json(out_);
    WriteArticle(record.article,
                 {.id = record.id,
                  .format = record.format,
                  .language = record.language,
                  .words = record.words,
                  .mentions = analysed.mentions},
                 json);
    out_ << '\n';
  }

  void PrintSkipped(std::string_view path, const Rejection& rejection) {
    JsonWriter json(out_);
    WriteSkipped(path, rejection, json);
    out_ << '\n';
  }

  void Fail(const std::string& path, const Error& error) {
    exit_status_ = ExitStatusFor(error.code);
    err_ << "archive-index: " << path << ": " << Printable(error.message)
         << '\n';
    PrintSkipped(path, {"", error.message});
  }

  const ReaderOptions& options_;
  IssuePages issue_pages_;
  std::ostream& out_;
  std::ostream& err_;
  TextTools tools_;
  int exit_status_ = 0;
};

// None where there is no index: `read` needs none.
std::vector<SourceRoot> RootsOf(const std::string& index) {
  std::vector<SourceRoot> roots;
  const Result<PublishedFiles> published = ReadPublishedFiles(index);
  if (!published) return roots;
  for (const Root& root : published->generation.roots)
    roots.push_back({root.name, root.path});
  return roots;
}

}  // namespace

int RunRead(std::span<const std::string> paths, const ReadOptions& options,
            std::ostream& out, std::ostream& err) {
  ReadCommand command(options.reader, out, err);
  for (const PlaceInRoot& place : PlacesInRoots(paths, options.roots))
    command.ReadPlace(place);
  return command.ExitStatus();
}

int RunReadCommand(const std::string& index, const ReadArguments& arguments,
                   const Console& console) {
  const Result<Configuration> configuration =
      ReadConfiguration(arguments.config, index);
  if (!configuration) return ReportError(configuration.error(), console.err);
  return RunRead(arguments.paths,
                 {.reader = configuration->reader, .roots = RootsOf(index)},
                 console.out, console.err);
}

}  // namespace archive
