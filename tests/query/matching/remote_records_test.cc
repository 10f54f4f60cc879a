// Records that are packed, read from a stock server.
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <xapian.h>

#include "common/index/index_layout.h"
#include "common/index/open_index.h"
#include "indexer/writing/build.h"
#include "indexer/writing/dictionary_sample.h"
#include "query/matching/remote_server.h"
#include "tests/support/many_articles.h"
#include "tests/support/tcp_server.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

class RemoteRecords : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!TcpServer::IsInstalled())
      GTEST_SKIP() << kTcpServer << " is not installed (xapian-tools)";
    dir_.Write("news/a.jsonl", ArticleLines(0, kLeastSample));
    BuildOptions options = {.index = index_,
                            .paths = {(dir_.Path() / "news").string()}};
    options.now = 1615802400;
    Progress progress;
    const auto report = RunBuild(options, progress);
    ASSERT_TRUE(report) << report.error().message;
  }
  RemoteServer Connect(const TcpServer& server) const {
    constexpr int kSeconds = 10;
    Result<RemoteServer> opened =
        RemoteServer::Open(*ReadRemoteAddress(server.address()), kSeconds);
    EXPECT_TRUE(opened) << opened.error().message;
    return *std::move(opened);
  }
  // The server's number of the article that is `doc` in the only segment.
  static Xapian::docid Served(DocId doc) { return 2 * doc; }

  TempDir dir_;
  std::string index_ = dir_.Path() / "index";
};

TEST_F(RemoteRecords, AreThoseOfTheSegment) {
  const OpenIndex index = *OpenIndex::Open(index_);
  ASSERT_EQ(index.segments().size(), 1U);
  const Segment& segment = index.segments().front();
  ASSERT_EQ(segment.dictionaries().all().size(), 1U);
  const TcpServer process(index_);
  const RemoteServer server = Connect(process);
  for (DocId doc = 1; doc <= segment.last_doc(); ++doc)
    ASSERT_EQ(server.Fetch(Served(doc)), *segment.RecordBytes(doc)) << doc;
}

TEST_F(RemoteRecords, WithoutTheirDictionaryTheServerIsTold) {
  std::string key;
  {
    const OpenIndex index = *OpenIndex::Open(index_);
    key = KeyOfDictionary(
        index.segments().front().dictionaries().all().front()->id());
  }
  for (const char* const instead : {"", "nonsense"}) {
    {
      Xapian::WritableDatabase generation(GenerationPath(index_, 1),
                                          Xapian::DB_OPEN);
      generation.set_metadata(key, instead);
      generation.commit();
    }
    const TcpServer process(index_);
    const RemoteServer server = Connect(process);
    try {
      server.Fetch(Served(1));
      FAIL() << "a record without its dictionary";
    } catch (const RemoteFailure& failure) {
      EXPECT_NE(failure.why.find("which is not there"), std::string::npos)
          << failure.why;
    }
  }
}

}  // namespace
}  // namespace archive
