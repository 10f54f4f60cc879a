#include "indexer/sources/source_walker.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/temp_dir.h"

namespace archive {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

// Everything that a walk tells, in order: "a.txt", "skipped b: reason".
Lines Walk(const std::vector<SourceRoot>& roots,
           const std::vector<std::string>& excluded = {},
           Links links = Links::kInRoot) {
  Lines lines;
  const SourceVisitor visitor = {
      .file =
          [&](const SourceFile& file) {
            lines.push_back(
                (roots.size() > 1 ? roots[file.root].name + ":" : "") +
                file.path_in_root);
          },
      .skipped =
          [&](const PassedOver& entry) {
            lines.push_back("skipped " + entry.path_in_root + ": " +
                            entry.reason);
          },
      .failed =
          [&](const PassedOver& entry) {
            lines.push_back("failed " + entry.path_in_root + ": " +
                            entry.reason);
          }};
  WalkSources(roots, excluded, visitor, links);
  return lines;
}

Lines WalkDir(const TempDir& dir,
              const std::vector<std::string>& excluded = {}) {
  return Walk({{"news", dir.Path().string()}}, excluded);
}

TEST(SourceWalker, TheOrderIsThatOfTheBytesOfPaths) {
  const TempDir dir;
  for (const char* const name : {"b.txt", "a/z.txt", "a.txt", "a/b/c.txt",
                                 "a-b.txt", "\xFF.txt", "B.txt", "empty/sub/x"})
    dir.Write(name, "x");
  fs::create_directories(dir.Path() / "nothing");
  EXPECT_EQ(WalkDir(dir),
            (Lines{"B.txt", "a-b.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt",
                   "empty/sub/x", "\xFF.txt"}));
}

TEST(SourceWalker, StampsAreThoseOfTheFile) {
  const TempDir dir;
  const std::string path = dir.Write("a.txt", "four");
  struct stat status = {};
  ASSERT_EQ(stat(path.c_str(), &status), 0);
  SourceFile seen;
  const SourceVisitor visitor = {
      .file = [&](const SourceFile& file) { seen = file; },
      .skipped = [](const PassedOver&) {},
      .failed = [](const PassedOver&) {}};
  const std::vector<SourceRoot> roots = {{"a.txt", path}};
  WalkSources(roots, {}, visitor);
  EXPECT_EQ(seen.path_in_root, "");
  EXPECT_EQ(seen.size, 4U);
  EXPECT_EQ(seen.inode, status.st_ino);
  EXPECT_EQ(seen.mtime_ns / 1'000'000'000, status.st_mtim.tv_sec);
  EXPECT_EQ(seen.ctime_ns % 1'000'000'000, status.st_ctim.tv_nsec);
}

TEST(SourceWalker, WhatIsSkipped) {
  const TempDir dir;
  const TempDir outside;
  outside.Write("secret.txt", "x");
  dir.Write("a.txt", "x");
  dir.Write(".hidden.txt", "x");
  dir.Write(".git/config", "x");
  dir.Write("index/XAPIANDB", "x");
  ASSERT_EQ(mkfifo((dir.Path() / "pipe").c_str(), 0600), 0);
  fs::create_symlink(outside.Path(), dir.Path() / "out");
  fs::create_symlink(outside.Path() / "secret.txt", dir.Path() / "out.txt");
  fs::create_symlink("nowhere", dir.Path() / "to-nothing");
  fs::create_symlink("circle", dir.Path() / "circle");
  EXPECT_EQ(
      WalkDir(dir, {(dir.Path() / "index").string()}),
      (Lines{"skipped .git: hidden", "skipped .hidden.txt: hidden", "a.txt",
             "skipped circle: a link to nothing", "skipped index: the index",
             "skipped out: a link that leaves the directory",
             "skipped out.txt: a link that leaves the directory",
             "skipped pipe: not a file",
             "skipped to-nothing: a link to nothing"}));
}

TEST(SourceWalker, EachFileOnce) {
  const TempDir dir;
  dir.Write("sub/a.txt", "x");
  dir.Write(".store/annexed.txt", "x");
  dir.Write(".store/deep/b.txt", "x");
  fs::create_symlink("sub/a.txt", dir.Path() / "again.txt");
  fs::create_symlink("..", dir.Path() / "sub/loop");
  fs::create_symlink("sub", dir.Path() / "sub2");
  fs::create_symlink(".store/annexed.txt", dir.Path() / "c.txt");
  fs::create_symlink(".store/annexed.txt", dir.Path() / "d.txt");
  fs::create_symlink(".store/deep", dir.Path() / "e");
  fs::create_hard_link(dir.Path() / "sub/a.txt", dir.Path() / "sub/hard.txt");
  EXPECT_EQ(WalkDir(dir),
            (Lines{"skipped .store: hidden",
                   "skipped again.txt: another name of news/sub/a.txt", "c.txt",
                   "skipped d.txt: another name of news/c.txt", "e/b.txt",
                   "sub/a.txt",
                   "skipped sub/hard.txt: another name of news/sub/a.txt",
                   "skipped sub/loop: a link to its own directory",
                   "skipped sub2: another name of news/sub"}));
}

TEST(SourceWalker, LinksInTheStoreMayLoop) {
  const TempDir dir;
  fs::create_directories(dir.Path() / ".store/x");
  fs::create_symlink("../../.store", dir.Path() / ".store/x/up");
  fs::create_symlink(".store", dir.Path() / "in");
  EXPECT_EQ(WalkDir(dir), (Lines{"skipped .store: hidden",
                                 "skipped in/x/up: another name of news/in"}));
}

TEST(SourceWalker, LinksOutAreFollowedWhereThatIsAskedFor) {
  const TempDir dir;
  const TempDir other;
  const TempDir out;
  dir.Write("a.txt", "x");
  dir.Write("index/XAPIANDB", "x");
  other.Write("o.txt", "x");
  out.Write("store/one.txt", "x");
  out.Write("store/two.txt", "x");
  out.Write("alone.txt", "x");
  out.Write(".hidden/h.txt", "x");
  const fs::path root = dir.Path();
  fs::create_symlink(out.Path() / "store", root / "b-store");
  fs::create_symlink(out.Path() / "store/one.txt", root / "c-again.txt");
  fs::create_symlink(out.Path() / "alone.txt", root / "d.txt");
  fs::create_symlink(out.Path() / "nowhere", root / "e-nothing");
  fs::create_symlink(other.Path() / "o.txt", root / "f-other.txt");
  fs::create_symlink(other.Path(), root / "g-other");
  fs::create_symlink(root / "index/XAPIANDB", out.Path() / "store/z-index");
  // Loops: to the tree that is being read, to the root, to itself.
  fs::create_symlink("..", out.Path() / "store/loop");
  fs::create_symlink(root, out.Path() / "store/root");
  fs::create_symlink("self", out.Path() / "store/self");
  fs::create_hard_link(root / "a.txt", out.Path() / "store/hard.txt");
  fs::create_symlink(out.Path() / "store/two.txt", other.Path() / "two.txt");
  EXPECT_EQ(
      Walk({{"news", root.string()}, {"other", other.Path().string()}},
           {(root / "index").string()}, Links::kFollowed),
      (Lines{
          "news:a.txt", "skipped b-store/hard.txt: another name of news/a.txt",
          "skipped b-store/loop/.hidden: hidden", "news:b-store/loop/alone.txt",
          "skipped b-store/loop/store: another name of news/b-store",
          "news:b-store/one.txt",
          "skipped b-store/root: a link to its own directory",
          "skipped b-store/self: a link to nothing", "news:b-store/two.txt",
          "skipped b-store/z-index: another name of news/index/XAPIANDB",
          "skipped c-again.txt: another name of news/b-store/one.txt",
          "skipped d.txt: another name of news/b-store/loop/alone.txt",
          "skipped e-nothing: a link to nothing",
          "skipped f-other.txt: another name of other/o.txt",
          "skipped g-other: another name of other", "skipped index: the index",
          "other:o.txt",
          "skipped two.txt: another name of news/b-store/two.txt"}));
}

TEST(SourceWalker, NoLinkLeadsIntoAnIndexOrAnotherRoot) {
  const TempDir top;
  top.Write("idx/XAPIANDB", "x");
  top.Write("one/a.txt", "x");
  top.Write("two/b.txt", "x");
  top.Write("c.txt", "x");
  const std::string base = top.Path().string();
  fs::create_symlink("..", top.Path() / "one/up");
  fs::create_symlink("../idx/XAPIANDB", top.Path() / "two/stub");
  EXPECT_EQ(Walk({{"one", base + "/one"}, {"two", base + "/two"}},
                 {base + "/idx"}, Links::kFollowed),
            (Lines{"one:a.txt", "one:up/c.txt", "skipped up/idx: the index",
                   "skipped up/one: another name of one",
                   "skipped up/two: another name of two", "two:b.txt",
                   "skipped stub: the index"}));
}

TEST(SourceWalker, AnUnreadableDirectoryEndsNothing) {
  if (geteuid() == 0) GTEST_SKIP() << "root reads everything";
  const TempDir dir;
  dir.Write("a/x.txt", "x");
  dir.Write("b.txt", "x");
  fs::permissions(dir.Path() / "a", fs::perms::none);
  EXPECT_EQ(WalkDir(dir), (Lines{"failed a: permission denied", "b.txt"}));
  fs::permissions(dir.Path() / "a", fs::perms::owner_all);
}

TEST(SourceWalker, AVeryDeepTree) {
  const TempDir dir;
  std::string path;
  for (int i = 0; i < 700; ++i) path += "d/";
  dir.Write(path + "x.txt", "x");
  EXPECT_EQ(WalkDir(dir), Lines{path + "x.txt"});
}

TEST(SourceWalker, AMissingRootEndsNothing) {
  const TempDir dir;
  dir.Write("a.txt", "x");
  EXPECT_EQ(Walk({{"my news", "/no/such"}, {"a", dir.Path().string()}}),
            (Lines{"failed : no longer there; its articles stay until you take "
                   "them out: archive-index forget 'my news'",
                   "a:a.txt"}));
}

TEST(NameRoots, LastPartsMadeUnique) {
  const TempDir dir;
  for (const char* const name : {"a/news", "b/news", "c"})
    fs::create_directories(dir.Path() / name);
  const std::string base = dir.Path().string();
  const std::vector<std::string> paths = {base + "/a/news/", base + "/b/news",
                                          base + "/a/../a/news", base + "/c/.",
                                          base + "/c\n"};
  const auto named = [](const std::vector<SourceRoot>& roots) {
    Lines names;
    for (const SourceRoot& root : roots) names.push_back(root.name);
    return names;
  };
  const std::vector<SourceRoot> roots = NameRoots(paths);
  EXPECT_EQ(named(roots), (Lines{"news", "news-2", "c", "c%0A"}));
  // The second path alone keeps the name that the index knows it by.
  const std::vector<std::string> second = {base + "/b/news/"};
  EXPECT_EQ(named(NameRoots(second, roots)), Lines{"news-2"});
  const std::vector<std::string> other = {base};
  EXPECT_EQ(NameRoots(other, roots)[0].name, dir.Path().filename());
}

TEST(PlacesInRoots, BelowARootOrRootsOfTheirOwn) {
  const TempDir dir;
  dir.Write("news/2021/a.txt", "x");
  dir.Write("other/news/b.txt", "x");
  const std::string base = dir.Path().string();
  const std::vector<SourceRoot> taken = {{"press", base + "/news"}};
  const std::vector<std::string> paths = {base + "/other/news",
                                          base + "/news/2021/../2021/a.txt",
                                          base + "/news/", base + "/news/2021"};
  Lines places;
  for (const PlaceInRoot& place : PlacesInRoots(paths, taken))
    places.push_back(place.root.name + " > " + place.below);
  EXPECT_EQ(places, (Lines{"news > ", "press > 2021/a.txt", "press > ",
                           "press > 2021"}));
}

TEST(PathForId, TwoPathsNeverBecomeOne) {
  const struct {
    std::string_view path, id;
  } cases[] = {
      {"a/b c.txt", "a/b c.txt"},
      {"München.txt", "München.txt"},
      {"a\nb\t\x7F", "a%0Ab%09%7F"},
      {"caf\xE9.txt", "caf%E9.txt"},
      {"100%.txt", "100%.txt"},
      {"a%0Ab", "a%250Ab"},
      {"a\xE2\x80\xAE"
       "b",
       "a%E2%80%AEb"},
      {"cut\xE2\x80", "cut%E2%80"},
      // What parts an archive and a record from a file's path.
      {"b!ang.txt", "b!ang.txt"},
      {"ends!", "ends!"},
      {"a!/b#1", "a%21/b%231"},
  };
  for (const auto& [path, id] : cases) EXPECT_EQ(PathForId(path), id);
  EXPECT_EQ(IdOf({"news", "/x/news"}, "a\n.txt"), "news/a%0A.txt");
  EXPECT_EQ(IdOf({"a.txt", "/x/a.txt"}, ""), "a.txt");
  EXPECT_EQ(RecordId("news/a.sgm", 3), "news/a.sgm#3");
  EXPECT_EQ(PathForReaders({"a.txt-2", "/x/a.txt"}, ""), "a.txt");
  EXPECT_EQ(FullPath({"x", "/x/"}, "a"), "/x/a");
  // A directory is no archive, whatever its name.
  const std::vector<std::string> paths = {"/none/wow!", "/none/wow%21"};
  const std::vector<SourceRoot> roots = NameRoots(paths);
  EXPECT_EQ(IdOf(roots[0], "a.txt"), "wow%21/a.txt");
  EXPECT_EQ(IdOf(roots[1], "a.txt"), "wow%2521/a.txt");
}

}  // namespace
}  // namespace archive
