#include "indexer/sources/source_walker.h"

#include <algorithm>
#include <cerrno>
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
#include "indexer/sources/places.h"
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

// What has been read, and the id under which.
using Seen = std::map<Identity, std::string>;

// What holds for all roots of a walk.
struct WalkRules {
  std::span<const SourceRoot> roots;
  std::vector<std::string> real_roots;  // empty: it is not there
  std::map<Identity, std::size_t> root_places;
  std::set<Identity> excluded;
  std::vector<std::string> real_excluded;
  Links links = Links::kInRoot;
};

// A directory on the way, and how far its names are done.
struct Frame {
  OpenedDirectory directory;  // nothing where kMostOpen lie above it
  std::string path_in_root;   // "" for the root, else with a '/' at the end
  bool is_outside = false;    // a link has led out of the root
  // Directories have a '/' at the end, as their paths go on with one: so that
  // sorting the names sorts the whole paths of the files.
  std::vector<std::string> names;
  std::size_t next = 0;
};

class RootWalk {
 public:
  // `outside` is that of all roots.
  RootWalk(std::size_t number, const WalkRules& rules, Seen& outside,
           const SourceVisitor& visitor)
      : number_(number),
        root_(rules.roots[number]),
        rules_(rules),
        outside_(outside),
        visitor_(visitor) {}

  void Walk() {
    struct stat status = {};
    if (stat(root_.path.c_str(), &status) != 0) return FailRoot(errno);
    if (S_ISREG(status.st_mode)) return VisitFile("", status, false);
    if (!S_ISDIR(status.st_mode)) return Skip("", "not a file");
    real_root_ = RealPath(root_.path).value_or(root_.path);
    Enter("", status, false);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      if (frame.next == frame.names.size()) {
        frames_.pop_back();
        continue;
      }
      std::string path = frame.path_in_root + frame.names[frame.next++];
      if (path.ends_with('/')) path.pop_back();
      VisitName(path, frame.is_outside);
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

  void VisitName(const std::string& path, bool is_outside) {
    if (path[path.rfind('/') + 1] == '.') return Skip(path, "hidden");
    struct stat status = {};
    if (ReadStatus(path, status) != 0) return Fail(path, errno);
    if (S_ISLNK(status.st_mode)) return FollowLink(path);
    if (S_ISDIR(status.st_mode)) return Enter(path, status, is_outside);
    if (!S_ISREG(status.st_mode)) return Skip(path, "not a file");
    VisitFile(path, status, is_outside);
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
    const std::optional<std::string> real = RealPath(FullPath(root_, path));
    if (!real) {
      if (errno == ENOENT || errno == ELOOP || errno == ENOTDIR)
        return Skip(path, "a link to nothing");
      return Fail(path, errno);
    }
    const std::optional<std::string> target = PathBelow(real_root_, *real);
    if (!target) return FollowOut(path, *real);
    if (target->empty()) return Skip(path, "a link to its own directory");
    if (IsReadByItself(*target))
      return Skip(path, "another name of " + IdOf(root_, *target));
    VisitTarget(path, *real, false);
  }

  void FollowOut(const std::string& path, const std::string& real) {
    if (rules_.links == Links::kInRoot)
      return Skip(path, "a link that leaves the directory");
    for (const std::string& excluded : rules_.real_excluded) {
      if (PathBelow(excluded, real)) return Skip(path, "the index");
    }
    for (std::size_t i = 0; i < rules_.roots.size(); ++i) {
      const auto target = PathBelow(rules_.real_roots[i], real);
      if (target && IsReadByItself(*target))
        return Skip(path, "another name of " + IdOf(rules_.roots[i], *target));
    }
    VisitTarget(path, real, true);
  }

  void VisitTarget(const std::string& path, const std::string& real,
                   bool is_outside) {
    struct stat status = {};
    if (stat(real.c_str(), &status) != 0) return Fail(path, errno);
    if (S_ISDIR(status.st_mode)) return Enter(path, status, is_outside);
    if (!S_ISREG(status.st_mode)) return Skip(path, "not a file");
    // Behind a link each file has two names at least.
    status.st_nlink = 2;
    VisitFile(path, status, is_outside);
  }

  // Whether something out of the root was read in another place.
  bool IsSeenOutside(std::string_view path, const struct stat& status) {
    const auto [first, is_new] =
        outside_.emplace(IdentityOf(status), IdOf(root_, path));
    if (!is_new) Skip(path, "another name of " + first->second);
    return !is_new;
  }

  void VisitFile(std::string_view path, const struct stat& status,
                 bool is_outside) {
    if (is_outside && IsSeenOutside(path, status)) return;
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

  void Enter(std::string_view path, const struct stat& status,
             bool is_outside) {
    if (rules_.excluded.contains(IdentityOf(status)))
      return Skip(path, "the index");
    const auto root = rules_.root_places.find(IdentityOf(status));
    if (is_outside && root != rules_.root_places.end())
      return Skip(path,
                  "another name of " + IdOf(rules_.roots[root->second], ""));
    if (is_outside && IsSeenOutside(path, status)) return;
    // Only links can lead to a directory again.
    const auto [first, is_new] =
        directories_.emplace(IdentityOf(status), std::string(path));
    if (!is_new)
      return Skip(path, "another name of " + IdOf(root_, first->second));
    OpenedDirectory directory = OpenDirectory(path);
    if (directory == nullptr) return Fail(path, errno);
    Frame frame;
    frame.path_in_root = path;
    frame.is_outside = is_outside;
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
  const WalkRules& rules_;
  Seen& outside_;
  const SourceVisitor& visitor_;
  std::string real_root_;
  std::vector<Frame> frames_;
  std::map<Identity, std::string> names_;        // of files with several
  std::map<Identity, std::string> directories_;  // entered
};

WalkRules RulesFor(std::span<const SourceRoot> roots,
                   std::span<const std::string> excluded, Links links) {
  WalkRules rules = {.roots = roots, .links = links};
  struct stat status = {};
  for (const std::string& path : excluded) {
    if (stat(path.c_str(), &status) == 0)
      rules.excluded.insert(IdentityOf(status));
    if (const auto real = RealPath(path)) rules.real_excluded.push_back(*real);
  }
  for (std::size_t i = 0; i < roots.size(); ++i) {
    rules.real_roots.push_back(RealPath(roots[i].path).value_or(""));
    if (stat(roots[i].path.c_str(), &status) == 0)
      rules.root_places.emplace(IdentityOf(status), i);
  }
  return rules;
}

}  // namespace

void WalkSources(std::span<const SourceRoot> roots,
                 std::span<const std::string> excluded,
                 const SourceVisitor& visitor, Links links) {
  const WalkRules rules = RulesFor(roots, excluded, links);
  Seen outside;
  for (std::size_t i = 0; i < roots.size(); ++i)
    RootWalk(i, rules, outside, visitor).Walk();
}

}  // namespace archive
