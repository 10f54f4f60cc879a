// The paths that a run was given → the files in them, in a fixed order.
//
// Every file seen is told once: as a file, as skipped or as failed, so that a
// run's report adds up.  What it leaves to others: what is in a file
// (indexer/readers), whether it changed since the last run (the pipeline,
// by the stamps here), what is packed in
// files (container.h).
#ifndef ARCHIVE_INDEXER_SOURCES_SOURCE_WALKER_H_
#define ARCHIVE_INDEXER_SOURCES_SOURCE_WALKER_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

// A PATH that `build` was given.
struct SourceRoot {
  std::string name;  // begins the ids of its articles; unique in an index
  std::string path;  // as given
};

// The roots of `paths`, named after their last parts: "news", and "news-2" for
// another path with that end.  `taken` are the roots that the index has: one
// with the same path keeps its name, its name is nobody else's.  Of two paths
// that lead to the same place the first counts.
std::vector<SourceRoot> NameRoots(std::span<const std::string> paths,
                                  std::span<const SourceRoot> taken = {});

// A PATH as the index has it or would have it: below one of its roots, or a
// root itself.
struct PlaceInRoot {
  SourceRoot root;
  std::string below;  // path in the root; empty: the root itself
  std::string path;   // as given
};

// The places of `paths`, each in the root of `taken` that holds it, else named
// as NameRoots names it.
std::vector<PlaceInRoot> PlacesInRoots(std::span<const std::string> paths,
                                       std::span<const SourceRoot> taken);

struct SourceFile {
  std::size_t root = 0;      // which of the roots
  std::string path_in_root;  // raw bytes, '/' between the parts; empty for the
                             // file of a root that is one file
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;  // nanoseconds since 1970
  std::int64_t ctime_ns = 0;
  std::uint64_t inode = 0;

  friend bool operator==(const SourceFile&, const SourceFile&) = default;
};

// Something in a root that is not read, and why.
struct PassedOver {
  std::size_t root = 0;
  std::string path_in_root;
  std::string reason;  // for people: "hidden", "permission denied"
};

struct SourceVisitor {
  std::function<void(const SourceFile&)> file;
  std::function<void(const PassedOver&)> skipped;
  std::function<void(const PassedOver&)> failed;
};

// Visits all that lies under the roots, root by root, within a root by the
// bytes of the path.
//
// Skipped are: what is "hidden" (a name with a dot first; such a directory is
// one entry and not entered), what is "not a file" (pipes, sockets, devices),
// "a link to nothing", "a link that leaves the directory", a second name of a
// file that is read ("another name of news/a.txt"), and the directories of
// `excluded` ("the index").  Links are followed where they lead to something
// inside the root that is not read under its own name; with Links::kFollowed
// also out of it, where they lead neither into another root nor to what is
// excluded, and what several of them lead to is read once, in whichever root.
// What vanishes during the walk was not there.
//
// Memory: the names in the directories on the way, the directories entered, and
// one entry for each file that has several names or lies out of its root.
// A root that is not there is told as failed: what is known of it stands.
enum class Links : unsigned char { kInRoot, kFollowed };
void WalkSources(std::span<const SourceRoot> roots,
                 std::span<const std::string> excluded,
                 const SourceVisitor& visitor, Links links = Links::kInRoot);

// Where a file lies, for opening it.
std::string FullPath(const SourceRoot& root, std::string_view path_in_root);

// What readers are told as the file's path: in the root, or the file's own name
// for a root that is one file.
std::string PathForReaders(const SourceRoot& root,
                           std::string_view path_in_root);

// The path as a part of an id and of messages: control characters, bytes that
// are not UTF-8, '#' and the '!' of "!/" (which begin what stands behind a
// path in an id) as %0A, and a '%' that looks like such a code as %25, so that
// two paths never become one.
std::string PathForId(std::string_view path);

// "news/2021/03/hotline.txt": the id of a file, and of its article where the
// format has one a file.
std::string IdOf(const SourceRoot& root, std::string_view path_in_root);

// "news/reut2-000.sgm#17": the id of the 17th article that a reader yields of
// the file, for formats with many a file.
std::string RecordId(std::string_view file_id, std::size_t number);

// "news/2021.zip!/03/hotline.html": the id of a file in an archive, by its name
// there.  A name is nothing but a name: a '/' in front and ".." become codes,
// as what PathForId makes codes of.
std::string MemberId(std::string_view archive_id, std::string_view name);

// An id that begins the ids of a file's articles: `id`, or where it is too long
// for a term its beginning and a hash of the whole.
std::string BoundedFileId(std::string id);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_SOURCES_SOURCE_WALKER_H_
