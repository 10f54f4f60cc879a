#include "indexer/command_files.h"

#include <fmt/format.h>

#include "common/json_writer.h"
#include "common/text/counts.h"
#include "common/text/printable.h"
#include "indexer/published_files.h"
#include "indexer/sources/source_walker.h"

namespace archive {
namespace {

constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;

bool IsShown(const FileRow& row, FilesShown shown) {
  switch (shown) {
    case FilesShown::kNotIndexed:
      return row.outcome != FileOutcome::kIndexed;
    case FilesShown::kFailed:
      return row.outcome == FileOutcome::kFailed;
    case FilesShown::kSkipped:
      return row.outcome == FileOutcome::kSkipped;
    case FilesShown::kAll:
      return true;
  }
  return true;
}

std::string WhatCameOf(const FileRow& row) {
  std::string articles = Counted(row.articles, "article");
  if (row.outcome == FileOutcome::kIndexed) return articles;
  std::string text = Printable(row.reason);
  // A failure that cost a part of the file alone.
  if (row.articles != 0) text += fmt::format(" ({} indexed)", articles);
  return text;
}

void PrintLine(const PublishedFiles& published, const FileRow& row,
               std::ostream& out) {
  out << fmt::format("{:7}  {}: {}\n", NameOf(row.outcome),
                     FileIdOf(published.generation, row), WhatCameOf(row));
}

void WriteRow(const PublishedFiles& published, const FileRow& row,
              JsonWriter& json) {
  const Root& root = published.generation.roots[row.root];
  json.BeginObject();
  json.Key("id").String(FileIdOf(published.generation, row));
  json.Key("path").String(
      PathForId(FullPath({root.name, root.path}, row.path)));
  json.Key("outcome").String(NameOf(row.outcome));
  json.Key("reason").String(Printable(row.reason));
  json.Key("format").String(row.format);
  json.Key("articles").Int(row.articles);
  json.Key("bytes").Int(static_cast<std::int64_t>(row.stamp.size));
  json.Key("changed");
  if (row.stamp == FileStamp{}) {  // passed over by the walk: nothing is known
    json.Null();
  } else {
    json.String(UtcText(row.stamp.mtime_ns / kNanosecondsPerSecond));
  }
  json.Key("failed_since");
  if (row.failed_since == 0) {
    json.Null();
  } else {
    json.String(UtcText(row.failed_since));
  }
  json.EndObject();
}

void PrintJson(const std::string& index, const PublishedFiles& published,
               FilesShown shown, std::ostream& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Key("format_version").Int(1);
  json.Key("index").String(PathForId(index));
  json.Key("generation").Int(published.generation.number);
  json.Key("files").BeginArray();
  for (const FileRow& row : published.files) {
    if (IsShown(row, shown)) WriteRow(published, row, json);
  }
  json.EndArray();
  json.EndObject();
  out << '\n';
}

}  // namespace

int RunFiles(const std::string& index, const FilesArguments& arguments,
             const Console& console) {
  const Result<PublishedFiles> published = ReadPublishedFiles(index);
  if (!published) return ReportError(published.error(), console.err);
  if (arguments.as_json) {
    PrintJson(index, *published, arguments.shown, console.out);
    return 0;
  }
  for (const FileRow& row : published->files) {
    if (IsShown(row, arguments.shown)) PrintLine(*published, row, console.out);
  }
  return 0;
}

}  // namespace archive
