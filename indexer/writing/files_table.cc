#include "indexer/writing/files_table.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

namespace archive {
namespace {

// The sections of a stamp's numbers, in the order of NumbersOf.
constexpr std::array kStampTags = {MakeTag("FSIZ"), MakeTag("FMTM"),
                                   MakeTag("FCTM"), MakeTag("FINO"),
                                   MakeTag("FRDG")};
using StampNumbers = std::array<std::uint64_t, kStampTags.size()>;

StampNumbers NumbersOf(const FileStamp& stamp) {
  return {stamp.size, static_cast<std::uint64_t>(stamp.mtime_ns),
          static_cast<std::uint64_t>(stamp.ctime_ns), stamp.inode,
          stamp.reading};
}

FileStamp StampOf(const StampNumbers& numbers) {
  return {numbers[0], static_cast<std::int64_t>(numbers[1]),
          static_cast<std::int64_t>(numbers[2]), numbers[3], numbers[4]};
}

// Programs that do not know the section refuse the file: where it says nothing,
// they need not.
template <typename Number>
void AddUnlessZero(Tag tag, const std::vector<Number>& numbers,
                   SectionFileWriter& writer) {
  if (std::any_of(numbers.begin(), numbers.end(),
                  [](Number number) { return number != 0; }))
    writer.AddPacked(tag, numbers);
}

// Zeros where there is no such section.
template <typename Number>
Result<PackedNumbers<Number>> NumbersOrZero(const SectionFile& file, Tag tag,
                                            std::size_t rows) {
  if (!file.HasSection(tag)) return PackedNumbers<Number>();
  return file.Packed<Number>(tag, rows);
}

}  // namespace

bool ComesBefore(const FileRow& a, const FileRow& b) {
  return std::tie(a.root, a.path) < std::tie(b.root, b.path);
}

FilesTable Updated(FilesTable files, FilesTable changed,
                   const FilesTable& gone) {
  if (changed.empty() && gone.empty()) return files;
  std::sort(changed.begin(), changed.end(), ComesBefore);
  std::erase_if(files, [&](const FileRow& row) {
    return std::binary_search(changed.begin(), changed.end(), row,
                              ComesBefore) ||
           std::binary_search(gone.begin(), gone.end(), row, ComesBefore);
  });
  FilesTable all;
  std::merge(std::make_move_iterator(files.begin()),
             std::make_move_iterator(files.end()),
             std::make_move_iterator(changed.begin()),
             std::make_move_iterator(changed.end()), std::back_inserter(all),
             ComesBefore);
  return all;
}

Status WriteFilesTable(const FilesTable& files, const OwnerId& owner,
                       const std::string& path) {
  StringTable paths;
  StringTable formats;
  StringTable reasons;
  std::vector<std::uint32_t> roots;
  std::array<std::vector<std::uint64_t>, kStampTags.size()> stamps;
  std::vector<std::uint8_t> outcomes;
  std::vector<std::uint32_t> articles;
  std::vector<std::int64_t> since;
  std::vector<std::int64_t> due;
  std::vector<std::uint32_t> withheld;
  for (const FileRow& file : files) {
    paths.Add(file.path);
    formats.Add(file.format);
    reasons.Add(file.reason);
    roots.push_back(file.root);
    const StampNumbers numbers = NumbersOf(file.stamp);
    for (std::size_t i = 0; i < numbers.size(); ++i)
      stamps[i].push_back(numbers[i]);
    outcomes.push_back(static_cast<std::uint8_t>(file.outcome));
    articles.push_back(file.articles);
    since.push_back(file.failed_since);
    due.push_back(file.due);
    withheld.push_back(file.withheld);
  }
  SectionFileWriter writer(kFilesKind, owner);
  writer.Add(MakeTag("FPTB"), MakeTag("FPTO"), paths);
  writer.AddPacked(MakeTag("FROT"), roots);
  for (std::size_t i = 0; i < kStampTags.size(); ++i)
    writer.AddPacked(kStampTags[i], stamps[i]);
  writer.AddPacked(MakeTag("FOUT"), outcomes);
  writer.AddPacked(MakeTag("FART"), articles);
  writer.Add(MakeTag("FFMB"), MakeTag("FFMO"), formats);
  writer.Add(MakeTag("FRSB"), MakeTag("FRSO"), reasons);
  writer.AddPacked(MakeTag("FSIN"), since);
  AddUnlessZero(MakeTag("FDUE"), due, writer);
  AddUnlessZero(MakeTag("FWHD"), withheld, writer);
  return writer.Write(path);
}

Result<FilesTable> ReadFilesTable(const std::string& path) {
  ASSIGN_OR_RETURN(const SectionFile file, SectionFile::Open(path, kFilesKind));
  ASSIGN_OR_RETURN(
      const auto paths,
      StringTableView::Open(file, MakeTag("FPTB"), MakeTag("FPTO")));
  const std::size_t rows = paths.size();
  ASSIGN_OR_RETURN(const auto roots,
                   file.Packed<std::uint32_t>(MakeTag("FROT"), rows));
  std::array<PackedNumbers<std::uint64_t>, kStampTags.size()> stamps;
  for (std::size_t i = 0; i < kStampTags.size(); ++i) {
    ASSIGN_OR_RETURN(stamps[i],
                     file.Packed<std::uint64_t>(kStampTags[i], rows));
  }
  ASSIGN_OR_RETURN(const auto outcomes,
                   file.Packed<std::uint8_t>(MakeTag("FOUT"), rows));
  ASSIGN_OR_RETURN(const auto articles,
                   file.Packed<std::uint32_t>(MakeTag("FART"), rows));
  ASSIGN_OR_RETURN(
      const auto formats,
      StringTableView::Open(file, MakeTag("FFMB"), MakeTag("FFMO")));
  ASSIGN_OR_RETURN(
      const auto reasons,
      StringTableView::Open(file, MakeTag("FRSB"), MakeTag("FRSO")));
  ASSIGN_OR_RETURN(const auto since,
                   file.Packed<std::int64_t>(MakeTag("FSIN"), rows));
  ASSIGN_OR_RETURN(const auto due,
                   NumbersOrZero<std::int64_t>(file, MakeTag("FDUE"), rows));
  ASSIGN_OR_RETURN(const auto withheld,
                   NumbersOrZero<std::uint32_t>(file, MakeTag("FWHD"), rows));
  RETURN_IF_ERROR(file.RefuseUnknown());
  RETURN_IF_ERROR(file.CheckSections());
  FilesTable files(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    StampNumbers stamp = {};
    for (std::size_t number = 0; number < stamp.size(); ++number)
      stamp[number] = stamps[number][i];
    if (outcomes[i] > static_cast<std::uint8_t>(FileOutcome::kFailed))
      return file.Damaged(MakeTag("FOUT"));
    files[i] = {.root = roots[i],
                .path = std::string(paths[i]),
                .stamp = StampOf(stamp),
                .outcome = static_cast<FileOutcome>(outcomes[i]),
                .articles = articles[i],
                .format = std::string(formats[i]),
                .reason = std::string(reasons[i]),
                .failed_since = since[i],
                .due = due[i],
                .withheld = withheld[i]};
  }
  return files;
}

}  // namespace archive
