// Files that hold files, read to their articles.
#include "indexer/readers/source_articles.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/packing.h"
#include "tests/support/reading.h"

namespace archive {
namespace {

using Lines = std::vector<std::string>;

const std::string kText = "Headline\n\nA text of some words.\n";
const std::string kTwoLines =
    "{\"title\":\"one\",\"text\":\"a\"}\n{\"title\":\"two\",\"text\":\"b\"}\n";

// Ids of articles, and "where: reason" of what is none, in the order told.
Lines Told(const std::string& bytes, const std::string& name = "a",
           ExpansionLimits limits = {}) {
  Lines told;
  MemorySource source(bytes);
  const SourceNature nature = ReadSource(
      source, {"news/" + name, name}, {},
      {.article =
           [&](const NumberedArticle& article) { told.push_back(article.id); },
       .rejection =
           [&](const Rejection& rejection) {
             told.push_back(rejection.where + ": " + rejection.reason);
           }},
      limits);
  if (!nature.skipped.empty()) told.push_back("skipped: " + nature.skipped);
  return told;
}

// The same where pieces are read by others: all behind the end of the file, the
// last one first.
Lines ToldLater(const std::string& bytes, const std::string& name = "a") {
  struct Place {
    std::string told;
    LaterReading later = {};
    ReadPiece piece = {};
  };
  std::vector<Place> places;
  const auto tell = [](Lines& lines) -> NumberedSink {
    return {.article =
                [&](const NumberedArticle& article) {
                  lines.push_back(article.id);
                },
            .rejection =
                [&](const Rejection& rejection) {
                  lines.push_back(rejection.where + ": " + rejection.reason);
                }};
  };
  Lines direct;
  NumberedSink sink = tell(direct);
  sink.later = [&](LaterReading later) {
    for (std::string& line : direct) places.push_back({std::move(line)});
    direct.clear();
    places.push_back({"", std::move(later)});
  };
  const ReaderOptions options;
  MemorySource source(bytes);
  ReadSource(source, {"news/" + name, name}, options, sink);
  for (std::string& line : direct) places.push_back({std::move(line)});
  for (auto place = places.rbegin(); place != places.rend(); ++place) {
    if (place->later.read) place->piece = place->later.read();
  }
  Lines told;
  for (const Place& place : places) {
    if (place.piece.tell)
      place.piece.tell(tell(told));
    else
      told.push_back(place.told);
  }
  return told;
}

TEST(SourceArticles, APackedFileIsReadAsWhatItHoldsUnderItsOwnId) {
  for (const std::string filter :
       {"gzip", "bzip2", "xz", "zstd", "lz4", "compress"}) {
    SCOPED_TRACE(filter);
    EXPECT_EQ(Told(Compress(filter, kText), "2021/03/02/a.txt.gz"),
              Lines{"news/2021/03/02/a.txt.gz"});
    EXPECT_EQ(Told(Compress(filter, kTwoLines), "day"),
              (Lines{"news/day#1", "news/day#2"}));
  }
}

TEST(SourceArticles, MembersHaveIdsOfTheirOwn) {
  const std::vector<Packed> members = {{"2021/03/a.txt", kText},
                                       {"./day.jsonl", kTwoLines},
                                       {"p.png", "\x89PNG\r\n\x1A\n"}};
  const Lines expected = {"news/a!/2021/03/a.txt", "news/a!/day.jsonl#1",
                          "news/a!/day.jsonl#2", "p.png: a picture"};
  EXPECT_EQ(Told(Pack("zip", "", members)), expected);
  EXPECT_EQ(Told(Pack("zip", "", members, "compression=store")), expected);
  for (const std::string format : {"ustar", "pax", "gnutar", "v7tar"}) {
    for (const std::string filter : {"", "gzip", "bzip2", "xz", "zstd"}) {
      SCOPED_TRACE(format + filter);
      EXPECT_EQ(Told(Pack(format, filter, members)), expected);
    }
  }
}

TEST(SourceArticles, ArchivesLieInArchives) {
  const std::string zip = Pack("zip", "", {{"c.txt", kText}});
  const std::string tar =
      Pack("ustar", "gzip",
           {{"b.zip", zip}, {"d.jsonl.xz", Compress("xz", kTwoLines)}});
  EXPECT_EQ(Told(Pack("zip", "", {{"x/t.tar.gz", tar}})),
            (Lines{"news/a!/x/t.tar.gz!/b.zip!/c.txt",
                   "news/a!/x/t.tar.gz!/d.jsonl.xz#1",
                   "news/a!/x/t.tar.gz!/d.jsonl.xz#2"}));
  // Kept in memory no longer: read from front to back.
  EXPECT_EQ(
      Told(Pack("ustar", "", {{"b.zip", zip}}), "a", {.nested_bytes = 10}),
      Lines{"news/a!/b.zip!/c.txt"});
}

TEST(SourceArticles, NamesAreOnlyNames) {
  const Lines names = {"../../etc/a.txt", "/abs.txt",      "n\nl.txt",
                       "\xFF\xE9.txt",    "p\xC3\xA9.txt", "x!/y.txt",
                       "a#1.txt",         "same.txt",      "./same.txt"};
  std::vector<Packed> members;
  for (const std::string& name : names) members.push_back({name, kText});
  const Lines expected = {"news/a!/%2E%2E/%2E%2E/etc/a.txt",
                          "news/a!/%2Fabs.txt",
                          "news/a!/n%0Al.txt",
                          "news/a!/%FF%E9.txt",
                          "news/a!/p\xC3\xA9.txt",
                          "news/a!/x%21/y.txt",
                          "news/a!/a%231.txt",
                          "news/a!/same.txt",
                          "news/a!/same.txt~2"};
  EXPECT_EQ(Told(Pack("gnutar", "", members)), expected);
}

TEST(SourceArticles, WhatIsNoFileOrHiddenIsPassedOver) {
  EXPECT_EQ(Told(Pack("ustar", "",
                      {{"l.txt", "/etc/passwd", AE_IFLNK},
                       {"d", "", AE_IFDIR},
                       {"p", "", AE_IFIFO},
                       {"c", "", AE_IFCHR},
                       {"__MACOSX/a.txt", kText},
                       {"x/._a.txt", kText},
                       {".git/a.txt", kText},
                       {"a.txt", kText}})),
            (Lines{"__MACOSX/a.txt: hidden", "x/._a.txt: hidden",
                   ".git/a.txt: hidden", "news/a!/a.txt"}));
  EXPECT_EQ(Told(Pack("zip", "", {})),
            Lines{"skipped: an archive without articles"});
}

TEST(SourceArticles, OfACrawlOnlyTheRecordsAreRead) {
  EXPECT_EQ(Told(Pack("zip", "", {{"pages/pages.jsonl", kTwoLines}}), "c.wacz"),
            Lines{"pages/pages.jsonl: beside the records"});
}

TEST(SourceArticles, WhatIsReadLaterHasItsPlaceAndNumber) {
  const auto record = [](const std::string& type, const std::string& block) {
    return "WARC/1.0\r\nWARC-Type: " + type +
           "\r\nWARC-Target-URI: http://example.org/\r\nWARC-Date: "
           "2021-03-02T00:00:00Z\r\nContent-Type: text/plain\r\n"
           "Content-Length: " +
           std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
  };
  const std::string warc = record("warcinfo", "x") + record("resource", kText) +
                           record("request", "x") + record("resource", kText);
  std::string mbox;
  for (const std::string subject : {"One", "Two"})
    mbox +=
        "From a@example.org Tue Mar  2 10:00:00 2021\nFrom: a@example.org\n"
        "Date: Tue, 2 Mar 2021 10:00:00 +0000\nSubject: " +
        subject + "\n\nA text of some words.\n\n";
  const std::string zip = Pack("zip", "",
                               {{"a.txt", kText},
                                {"p.png", "\x89PNG\r\n\x1A\n"},
                                {"day.jsonl", kTwoLines + "{\n"},
                                {"all.json",
                                 "[{\"title\":\"one\",\"text\":\"a\"},{},"
                                 "{\"title\":\"two\",\"text\":\"b\"}]"},
                                {"c.warc", warc},
                                {"m.mbox", mbox},
                                {"z.txt", kText}});
  const std::string tar = Pack("ustar", "gzip", {{"b.zip", zip}, {"c", warc}});
  for (const std::string& bytes :
       {warc, mbox, zip, tar, Compress("gzip", warc), Compress("gzip", kText),
        tar.substr(0, tar.size() / 2)}) {
    const Lines told = Told(bytes);
    EXPECT_GE(told.size(), 1U);
    EXPECT_EQ(ToldLater(bytes), told);
  }
  EXPECT_EQ(ToldLater(warc).back(), "news/a#4");
  EXPECT_EQ(ToldLater(tar).size(), 19U);
}

TEST(SourceArticles, ADamagedMemberFailsByItself) {
  const std::vector<Packed> members = {
      {"a.txt", kText},
      {"b.txt", std::string(3000, 'x') + kText},
      {"c.txt", kText}};
  std::string stored = Pack("zip", "", members, "compression=store");
  stored[stored.find("xxx") + 9] ^= 1;
  EXPECT_EQ(Told(stored).at(1).substr(0, 14), "b.txt: damaged");
  EXPECT_EQ(Told(stored).back(), "news/a!/c.txt");
  std::string deflated = Pack("zip", "", members);
  const std::size_t next_header = deflated.find("c.txt") - 30;
  deflated.replace(next_header - 50, 20, std::string(20, '\xFF'));
  EXPECT_EQ(Told(deflated).at(1).substr(0, 14), "b.txt: damaged");
  EXPECT_EQ(Told(deflated).size(), 3U);
  EXPECT_EQ(Told(deflated).back(), "news/a!/c.txt");
  // In another archive, too.
  const Lines nested = Told(Pack("ustar", "", {{"z.zip", deflated}}));
  EXPECT_EQ(nested.at(1).substr(0, 22), "z.zip!/b.txt: damaged ");
  EXPECT_EQ(nested.back(), "news/a!/z.zip!/c.txt");
}

TEST(SourceArticles, WhatIsCutIsSaid) {
  const std::string tar =
      Pack("ustar", "", {{"a.txt", kText}, {"b.txt", kText}});
  for (std::size_t length = 513; length < 1500; length += 97) {
    const Lines told = Told(tar.substr(0, length));
    ASSERT_FALSE(told.empty()) << length;
    EXPECT_NE(told.back().find(": "), std::string::npos) << told.back();
  }
  const Lines cut = Told(Compress("gzip", kText).substr(0, 30));
  ASSERT_EQ(cut.size(), 1U);
  EXPECT_NE(cut.front().find("truncated"), std::string::npos) << cut.front();
}

// The articles that came before the damage stay.
TEST(SourceArticles, HalfAFileOfManyIsHalfOfThem) {
  std::string lines;
  for (int i = 0; i < 20'000; ++i)
    lines += "{\"title\":\"" + std::to_string(i * 7919 % 10'007) +
             "\",\"text\":\"x\"}\n";
  const std::string packed = Compress("gzip", lines);
  const Lines told = Told(packed.substr(0, packed.size() / 2));
  EXPECT_GT(told.size(), 1000U);
  EXPECT_EQ(told.front(), "news/a#1");
  EXPECT_NE(told.back().find("truncated"), std::string::npos) << told.back();
}

TEST(SourceArticles, EncryptedMembersAreNamed) {
  const std::string plain =
      Pack("zip", "", {{"a.txt", kText}}, "compression=store");
  std::string zip = plain;
  // The flag in the local header and in the directory.
  zip[6] |= 1;
  zip[zip.find("PK\1\2") + 8] |= 1;
  EXPECT_EQ(Told(zip), Lines{"a.txt: encrypted"});
}

TEST(SourceArticles, BombsMeetALimit) {
  const std::string many(std::size_t{8} << 20, 'x');
  const ExpansionLimits ratio = {.ratio = 100, .free_bytes = 1 << 20};
  EXPECT_EQ(Told(Compress("gzip", many), "a", ratio),
            Lines{": it unpacks to more than 100 times its size: this is no "
                  "archive of news"});
  // A member that is passed over unread is unpacked all the same.
  EXPECT_EQ(
      Told(Pack("ustar", "gzip", {{".x", many}, {"a.txt", kText}}), "a", ratio)
          .back(),
      ": it unpacks to more than 100 times its size: this is no archive "
      "of news");
  EXPECT_EQ(Told(Compress("gzip", many), "a", {.total_bytes = 0}),
            Lines{": it unpacks to more than 0 MiB"});
  EXPECT_EQ(Told(Pack("zip", "", {{"big.txt", many}, {"a.txt", kText}}), "a",
                 {.member_bytes = 1 << 20}),
            (Lines{"big.txt: longer than 1 MiB", "news/a!/a.txt"}));
  std::vector<Packed> members;
  for (int i = 0; i < 20; ++i) members.push_back({std::to_string(i), kText});
  const Lines counted = Told(Pack("zip", "", members), "a", {.members = 10});
  EXPECT_EQ(counted.size(), 11U);
  EXPECT_EQ(counted.back(), ": it holds more than 10 files");
  std::string deep = kText;
  for (int i = 0; i < 12; ++i) deep = Pack("zip", "", {{"z", deep}});
  EXPECT_EQ(Told(deep),
            Lines{"z!/z!/z!/z!/z!/z: archives in archives are read 6 deep, and "
                  "this lies deeper"});
}

}  // namespace
}  // namespace archive
