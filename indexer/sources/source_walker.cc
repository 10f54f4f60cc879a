#include "indexer/sources/source_walker.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "common/file_descriptor.h"
#include "common/text/shell_words.h"
#include "indexer/sources/source_file.h"

namespace archive {
namespace {

// What makes two names one file.
using Identity = std::pair<dev_t, ino_t>;

Identity IdentityOf(const struct stat& status) {
  return {status.st_dev, status.st_ino};
}

std::int64_t Nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

struct CloseDirectory {
  void operator()(DIR* directory) const { closedir(directory); }
};
using OpenedDirectory = std::unique_ptr<DIR, CloseDirectory>;

// How many directories are held open, one within the other.
constexpr std::size_t kMostOpen = 64;

// A directory on the way, and how far its names are done.
struct Frame {
  OpenedDirectory directory;  // nothing where kMostOpen lie above it
  std::string path_in_root;  // "" for the root, else with a '/' at the end
  // Directories have a '/' at the end, as their paths go on with one: so that
  // sorting the names sorts the whole paths of the files.
  std::vector<std::string> names;
  std::size_t next = 0;
};

class RootWalk {
 public:
  RootWalk(std::size_t number, const SourceRoot& root,
           const std::set<Identity>& excluded, const SourceVisitor& visitor)
      : number_(number), root_(root), excluded_(excluded), visitor_(visitor) {}

  void Walk() {
    struct stat status = {};
    if (stat(root_.path.c_str(), &status) != 0) return FailRoot(errno);
    if (S_ISREG(status.st_mode)) return VisitFile("", status);
    if (!S_ISDIR(status.st_mode)) return Skip("", "not a file");
    real_root_ = RealPathOf("").value_or(root_.path);
    Enter("", status);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      if (frame.next == frame.names.size()) {
        frames_.pop_back();
        continue;
      }
      std::string path = frame.path_in_root + frame.names[frame.next++];
      if (path.ends_with('/')) path.pop_back();
      VisitName(path);
    }
  }

 private:
  void Skip(std::string_view path, std::string reason) {
    visitor_.skipped({number_, std::string(path), std::move(reason)});
  }
  void FailRoot(int error_number) {
    if (error_number != ENOENT && error_number != ENOTDIR)
      return Fail("", error_number);
    visitor_.failed(
        {number_, "",
         "no longer there; its articles stay until you take them out: "
         "archive-index forget " +
             ShellWord(root_.name)});
  }
  void Fail(std::string_view path, int error_number) {
    // Gone since its directory was listed.
    if (error_number == ENOENT) return;
    visitor_.failed({number_, std::string(path), SystemMessage(error_number)});
  }

  std::optional<std::string> RealPathOf(std::string_view path) const {
    const std::unique_ptr<char, decltype(&std::free)> real(
        realpath(FullPath(root_, path).c_str(), nullptr), std::free);
    if (real == nullptr) return std::nullopt;
    return std::string(real.get());
  }

  void VisitName(const std::string& path) {
    if (path[path.rfind('/') + 1] == '.') return Skip(path, "hidden");
    struct stat status = {};
    if (ReadStatus(path, status) != 0) return Fail(path, errno);
    if (S_ISLNK(status.st_mode)) return FollowLink(path);
    if (S_ISDIR(status.st_mode)) return Enter(path, status);
    if (!S_ISREG(status.st_mode)) return Skip(path, "not a file");
    VisitFile(path, status);
  }

  // Of a name in the innermost directory: the system need not look for that
  // again.
  int ReadStatus(const std::string& path, struct stat& status) const {
    const Frame& frame = frames_.back();
    if (frame.directory == nullptr)
      return lstat(FullPath(root_, path).c_str(), &status);
    return fstatat(dirfd(frame.directory.get()),
                   path.c_str() + frame.path_in_root.size(), &status,
                   AT_SYMLINK_NOFOLLOW);
  }

  // Whether the walk comes to a place (as its path in the root) by itself.
  static bool IsReadByItself(std::string_view path) {
    return !path.starts_with('.') && path.find("/.") == std::string_view::npos;
  }

  void FollowLink(const std::string& path) {
    const std::optional<std::string> real = RealPathOf(path);
    if (!real) {
      if (errno == ENOENT || errno == ELOOP || errno == ENOTDIR)
        return Skip(path, "a link to nothing");
      return Fail(path, errno);
    }
    const std::string inside = real_root_ == "/" ? "/" : real_root_ + '/';
    if (!real->starts_with(inside))
      return Skip(path, *real == real_root_ ? "a link to its own directory"
                                            : "a link that leaves the "
                                              "directory");
    struct stat status = {};
    if (stat(real->c_str(), &status) != 0) return Fail(path, errno);
    if (!S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode))
      return Skip(path, "not a file");
    const std::string target = real->substr(inside.size());
    if (IsReadByItself(target))
      return Skip(path, "another name of " + IdOf(root_, target));
    if (S_ISDIR(status.st_mode)) return Enter(path, status);
    // Behind a link each file has two names at least.
    status.st_nlink = 2;
    VisitFile(path, status);
  }

  void VisitFile(std::string_view path, const struct stat& status) {
    if (status.st_nlink > 1) {
      const auto [first, is_new] =
          names_.emplace(IdentityOf(status), std::string(path));
      if (!is_new)
        return Skip(path, "another name of " + IdOf(root_, first->second));
    }
    visitor_.file({.root = number_,
                   .path_in_root = std::string(path),
                   .size = static_cast<std::uint64_t>(status.st_size),
                   .mtime_ns = Nanoseconds(status.st_mtim),
                   .ctime_ns = Nanoseconds(status.st_ctim),
                   .inode = status.st_ino});
  }

  void Enter(std::string_view path, const struct stat& status) {
    if (excluded_.contains(IdentityOf(status))) return Skip(path, "the index");
    // Only links can lead to a directory again.
    const auto [first, is_new] =
        directories_.emplace(IdentityOf(status), std::string(path));
    if (!is_new)
      return Skip(path, "another name of " + IdOf(root_, first->second));
    OpenedDirectory directory = OpenDirectory(path);
    if (directory == nullptr) return Fail(path, errno);
    Frame frame;
    frame.path_in_root = path;
    if (!path.empty()) frame.path_in_root += '/';
    errno = 0;
    while (const dirent* entry = readdir(directory.get())) {
      const std::string_view name = entry->d_name;
      if (name == "." || name == "..") continue;
      frame.names.emplace_back(name);
      if (IsDirectory(directory.get(), *entry)) frame.names.back() += '/';
    }
    if (errno != 0) Fail(path, errno);
    std::sort(frame.names.begin(), frame.names.end());
    if (frames_.size() < kMostOpen) frame.directory = std::move(directory);
    frames_.push_back(std::move(frame));
  }

  OpenedDirectory OpenDirectory(std::string_view path) const {
    FileDescriptor descriptor(open(FullPath(root_, path).c_str(),
                                   O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.IsOpen()) return nullptr;
    OpenedDirectory directory(fdopendir(descriptor.Number()));
    if (directory != nullptr) descriptor.Release();
    return directory;
  }

  static bool IsDirectory(DIR* parent, const dirent& entry) {
    if (entry.d_type != DT_UNKNOWN) return entry.d_type == DT_DIR;
    struct stat status = {};
    return fstatat(dirfd(parent), entry.d_name, &status, AT_SYMLINK_NOFOLLOW) ==
               0 &&
           S_ISDIR(status.st_mode);
  }

  std::size_t number_;
  const SourceRoot& root_;
  const std::set<Identity>& excluded_;
  const SourceVisitor& visitor_;
  std::string real_root_;
  std::vector<Frame> frames_;
  std::map<Identity, std::string> names_;        // of files with several
  std::map<Identity, std::string> directories_;  // entered
};

std::set<Identity> IdentitiesOf(std::span<const std::string> paths) {
  std::set<Identity> identities;
  for (const std::string& path : paths) {
    struct stat status = {};
    if (stat(path.c_str(), &status) == 0) identities.insert(IdentityOf(status));
  }
  return identities;
}

}  // namespace

void WalkSources(std::span<const SourceRoot> roots,
                 std::span<const std::string> excluded,
                 const SourceVisitor& visitor) {
  const std::set<Identity> excluded_places = IdentitiesOf(excluded);
  for (std::size_t i = 0; i < roots.size(); ++i)
    RootWalk(i, roots[i], excluded_places, visitor).Walk();
}

}  // namespace archive
