#include "indexer/writing/settling.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>

#include <sys/stat.h>

namespace archive {
namespace {

constexpr double kNanoseconds = 1e9;
constexpr std::chrono::milliseconds kBetweenLooks{50};

std::int64_t Nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

// How long ago the content was written; negative for the future.
double AgeOf(const FileStamp& stamp) {
  const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(
      std::chrono::system_clock::now().time_since_epoch());
  return static_cast<double>(now.count() - stamp.mtime_ns) / kNanoseconds;
}

// Size, times and inode of the file as it is now, without `reading`; nothing
// when it is not there.
std::optional<FileStamp> StampOf(const std::string& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return FileStamp{.size = static_cast<std::uint64_t>(status.st_size),
                   .mtime_ns = Nanoseconds(status.st_mtim),
                   .ctime_ns = Nanoseconds(status.st_ctim),
                   .inode = status.st_ino};
}

bool SameContent(const FileStamp& a, const FileStamp& b) {
  return a.size == b.size && a.mtime_ns == b.mtime_ns && a.inode == b.inode;
}

}  // namespace

bool RenewStamp(const std::string& path, double seconds, FileStamp& stamp) {
  if (seconds <= 0) return false;
  const std::optional<FileStamp> now = StampOf(path);
  if (!now || SameContent(*now, stamp)) return false;
  stamp = *now;
  return IsFresh(stamp, seconds);
}

bool HasChanged(const std::string& path, const FileStamp& stamp) {
  const std::optional<FileStamp> now = StampOf(path);
  return !now || !SameContent(*now, stamp);
}

bool IsFresh(const FileStamp& stamp, double seconds) {
  const double age = AgeOf(stamp);
  return age < seconds && age > -seconds;
}

std::size_t PutFreshLast(std::vector<FileToRead>& files, double seconds) {
  if (seconds <= 0) return files.size();
  const auto fresh = std::stable_partition(
      files.begin(), files.end(), [seconds](const FileToRead& file) {
        return !IsFresh(file.row.stamp, seconds);
      });
  return static_cast<std::size_t>(fresh - files.begin());
}

void WaitUntilSettled(const std::vector<FileToRead>& files, std::size_t first,
                      double seconds,
                      const std::function<bool()>& interrupted) {
  double longest = 0;
  for (std::size_t i = first; i < files.size(); ++i)
    longest = std::max(longest, seconds - AgeOf(files[i].row.stamp));
  using Clock = std::chrono::steady_clock;
  const auto end =
      Clock::now() +
      std::chrono::duration_cast<Clock::duration>(
          std::chrono::duration<double>(std::min(longest, seconds)));
  while (Clock::now() < end && !interrupted())
    std::this_thread::sleep_for(
        std::min<Clock::duration>(kBetweenLooks, end - Clock::now()));
}

}  // namespace archive
