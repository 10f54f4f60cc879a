#include "indexer/writing/files_table.h"

#include <tuple>

namespace archive {
namespace {

constexpr std::size_t kStampNumbers = 5;

}  // namespace

bool ComesBefore(const FileRow& a, const FileRow& b) {
  return std::tie(a.root, a.path) < std::tie(b.root, b.path);
}

Status WriteFilesTable(const FilesTable& files, const OwnerId& owner,
                       const std::string& path) {
  StringTable paths;
  StringTable formats;
  StringTable reasons;
  std::vector<std::uint32_t> roots;
  std::vector<std::uint64_t> stamps;
  std::vector<std::uint8_t> outcomes;
  std::vector<std::uint32_t> articles;
  std::vector<std::int64_t> since;
  for (const FileRow& file : files) {
    paths.Add(file.path);
    formats.Add(file.format);
    reasons.Add(file.reason);
    roots.push_back(file.root);
    stamps.insert(
        stamps.end(),
        {file.stamp.size, static_cast<std::uint64_t>(file.stamp.mtime_ns),
         static_cast<std::uint64_t>(file.stamp.ctime_ns), file.stamp.inode,
         file.stamp.reading});
    outcomes.push_back(static_cast<std::uint8_t>(file.outcome));
    articles.push_back(file.articles);
    since.push_back(file.failed_since);
  }
  SectionFileWriter writer(kFilesKind, owner);
  writer.Add(MakeTag("FPTB"), paths.bytes);
  writer.Add(MakeTag("FPTO"), paths.offsets);
  writer.Add(MakeTag("FROT"), roots);
  writer.Add(MakeTag("FSTA"), stamps);
  writer.Add(MakeTag("FOUT"), outcomes);
  writer.Add(MakeTag("FART"), articles);
  writer.Add(MakeTag("FFMB"), formats.bytes);
  writer.Add(MakeTag("FFMO"), formats.offsets);
  writer.Add(MakeTag("FRSB"), reasons.bytes);
  writer.Add(MakeTag("FRSO"), reasons.offsets);
  writer.Add(MakeTag("FSIN"), since);
  return writer.Write(path);
}

Result<FilesTable> ReadFilesTable(const std::string& path) {
  ASSIGN_OR_RETURN(const SectionFile file, SectionFile::Open(path, kFilesKind));
  ASSIGN_OR_RETURN(
      const auto paths,
      StringTableView::Open(file, MakeTag("FPTB"), MakeTag("FPTO")));
  const std::size_t rows = paths.size();
  ASSIGN_OR_RETURN(const auto roots,
                   file.Array<std::uint32_t>(MakeTag("FROT"), rows));
  ASSIGN_OR_RETURN(
      const auto stamps,
      file.Array<std::uint64_t>(MakeTag("FSTA"), rows * kStampNumbers));
  ASSIGN_OR_RETURN(const auto outcomes,
                   file.Array<std::uint8_t>(MakeTag("FOUT"), rows));
  ASSIGN_OR_RETURN(const auto articles,
                   file.Array<std::uint32_t>(MakeTag("FART"), rows));
  ASSIGN_OR_RETURN(
      const auto formats,
      StringTableView::Open(file, MakeTag("FFMB"), MakeTag("FFMO")));
  ASSIGN_OR_RETURN(
      const auto reasons,
      StringTableView::Open(file, MakeTag("FRSB"), MakeTag("FRSO")));
  ASSIGN_OR_RETURN(const auto since,
                   file.Array<std::int64_t>(MakeTag("FSIN"), rows));
  RETURN_IF_ERROR(file.RefuseUnknown());
  RETURN_IF_ERROR(file.CheckSections());
  FilesTable files(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    const auto stamp = stamps.subspan(i * kStampNumbers, kStampNumbers);
    if (outcomes[i] > static_cast<std::uint8_t>(FileOutcome::kFailed))
      return file.Damaged(MakeTag("FOUT"));
    files[i] = {
        .root = roots[i],
        .path = std::string(paths[i]),
        .stamp = {stamp[0], static_cast<std::int64_t>(stamp[1]),
                  static_cast<std::int64_t>(stamp[2]), stamp[3], stamp[4]},
        .outcome = static_cast<FileOutcome>(outcomes[i]),
        .articles = articles[i],
        .format = std::string(formats[i]),
        .reason = std::string(reasons[i]),
        .failed_since = since[i]};
  }
  return files;
}

}  // namespace archive
