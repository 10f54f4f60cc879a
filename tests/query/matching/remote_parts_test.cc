// Indexes on other machines against the same articles on this one: totals,
// order, facets, timelines and scores are those of one local index.
#include "query/matching/remote_parts.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "query/matching/timeline.h"
#include "tests/query/matching/oracle_index.h"
#include "tests/query/matching/oracle_random.h"
#include "tests/support/tcp_server.h"

namespace archive {
namespace {

using oracle::Random;

// Indexes that are searched together, some over the wire.
struct Together {
  OpenIndex index;
  std::unique_ptr<RemoteParts> remote;
  std::unique_ptr<Searcher> searcher;

  SearchAnswer Ask(const Node& tree, const SearchRequest& request) const {
    const Result<SearchAnswer> answer = searcher->Search(tree, request);
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? *answer : SearchAnswer();
  }
};

Result<std::unique_ptr<Together>> OpenTogether(
    const std::vector<std::string>& directories,
    const std::vector<std::string>& addresses,
    const RemoteOptions& options = {}) {
  auto all = std::make_unique<Together>();
  ASSIGN_OR_RETURN(all->index, OpenIndex::OpenAll(directories));
  std::vector<RemoteAddress> read;
  for (const std::string& address : addresses) {
    ASSIGN_OR_RETURN(RemoteAddress one, ReadRemoteAddress(address));
    read.push_back(std::move(one));
  }
  ASSIGN_OR_RETURN(all->remote, RemoteParts::Open(read, options, all->index));
  all->searcher = std::make_unique<Searcher>(all->index);
  all->searcher->AskAlso(*all->remote);
  return all;
}

class RemoteTest : public OracleTest {
 protected:
  void SetUp() override {
    if (!TcpServer::IsInstalled())
      GTEST_SKIP() << kTcpServer << " is not installed (xapian-tools)";
    OracleTest::SetUp();
    Serve("many");
    for (std::uint32_t part = 5; part <= kShards; ++part)
      Serve(fmt::format("part{}", part));
    whole_ = *OpenTogether({}, {servers_.front()->address()});
    std::vector<std::string> addresses;
    for (std::size_t i = 1; i < servers_.size(); ++i)
      addresses.push_back(servers_[i]->address());
    std::vector<std::string> directories = ShardDirectories();
    directories.resize(4);
    mixed_ = *OpenTogether(directories, addresses);
    ASSERT_EQ(whole_->index.live_articles(), articles_.size());
    ASSERT_EQ(mixed_->index.live_articles(), articles_.size());
    ASSERT_DOUBLE_EQ(whole_->index.average_length(), one_->average_length());
  }

  void Serve(const std::string& index) {
    servers_.push_back(
        std::make_unique<TcpServer>((directory_.Path() / index).string()));
  }

  std::unique_ptr<Together> OpenWhole(const RemoteOptions& options) const {
    return *OpenTogether({}, {servers_.front()->address()}, options);
  }

  void ExpectTheSame(const Node& tree, const SearchRequest& request) const {
    const SearchAnswer here = *Searcher(*one_).Search(tree, request);
    for (const Together* there : {whole_.get(), mixed_.get()}) {
      SCOPED_TRACE(there == whole_.get() ? "all remote" : "some remote");
      const SearchAnswer answer = there->Ask(tree, request);
      for (const Diagnostic& problem : answer.problems)
        ADD_FAILURE() << problem.message;
      ASSERT_EQ(answer.total, here.total);
      ASSERT_EQ(IdsOf(there->index, answer), IdsOf(*one_, here));
      ASSERT_EQ(answer.facets.size(), here.facets.size());
      for (std::size_t i = 0; i < here.facets.size(); ++i)
        ASSERT_EQ(answer.facets[i].rows, here.facets[i].rows);
      for (std::size_t i = 0; i < here.matches.size(); ++i)
        ASSERT_NEAR(answer.matches[i].score, here.matches[i].score, 1e-6);
    }
  }

  std::vector<std::unique_ptr<TcpServer>> servers_;
  std::unique_ptr<Together> whole_;
  std::unique_ptr<Together> mixed_;
};

TEST_F(RemoteTest, RandomQueriesAreAnsweredAsHere) {
  Random random(seed_ + 11);
  for (int round = 0; round < Rounds(300); ++round) {
    const std::string text = oracle::Text(random.MakeQuery(3));
    SCOPED_TRACE(text);
    ExpectTheSame(Read(text), {.limit = kNoLimit, .facets = {FieldId::kTopic}});
    if (HasFatalFailure()) return;
  }
}

TEST_F(RemoteTest, EveryRankingIsThatOfHere) {
  Random random(seed_ + 12);
  for (int round = 0; round < Rounds(60); ++round) {
    const std::string text = oracle::Text(random.MakeQuery(2));
    SCOPED_TRACE(text);
    const Node tree = Read(text);
    for (const RankingName& row : kRankings) {
      SCOPED_TRACE(row.name);
      ExpectTheSame(tree, {.limit = 20, .facets = {}, .ranking = row.ranking});
      if (HasFatalFailure()) return;
    }
  }
}

// What the server counts: no article is fetched but those of the page.
TEST_F(RemoteTest, CountsAndPagesByDateAreThoseOfHere) {
  Random random(seed_ + 13);
  for (int round = 0; round < Rounds(100); ++round) {
    const std::string text = oracle::Text(random.MakeQuery(2));
    SCOPED_TRACE(text);
    const Node tree = Read(text);
    for (const SortOrder order : {SortOrder::kNewest, SortOrder::kOldest}) {
      ExpectTheSame(tree, {.order = order,
                           .offset = 2,
                           .limit = 5,
                           .facets = {FieldId::kTopic, FieldId::kLang,
                                      FieldId::kMentionsYear}});
      if (HasFatalFailure()) return;
    }
    ExpectTheSame(tree,
                  {.order = SortOrder::kNewest, .limit = 0, .facets = {}});
    if (HasFatalFailure()) return;
  }
}

DateTally::ByDays DaysOf(const OpenIndex& index, Searcher& searcher,
                         const Node& tree) {
  DateTally tally(index);
  EXPECT_TRUE(searcher.Search(tree, {.order = SortOrder::kNewest,
                                     .limit = 0,
                                     .facets = {},
                                     .visitors = {&tally}}));
  return tally.dated(TimelineUnit::kDay);
}

TEST_F(RemoteTest, TimelinesAreThoseOfHere) {
  Random random(seed_ + 14);
  Searcher here(*one_);
  for (int round = 0; round < Rounds(50); ++round) {
    const std::string text = oracle::Text(random.MakeQuery(2));
    SCOPED_TRACE(text);
    const Node tree = Read(text);
    const auto days = DaysOf(*one_, here, tree);
    for (const Together* there : {whole_.get(), mixed_.get()}) {
      const auto others = DaysOf(there->index, *there->searcher, tree);
      ASSERT_EQ(others.size(), days.size());
      for (const auto& [day, counts] : days) {
        ASSERT_TRUE(others.contains(day));
        ASSERT_EQ(others.at(day).articles, counts.articles);
      }
    }
  }
}

TEST_F(RemoteTest, WhatIsCountedThereIsNotFetched) {
  const auto whole = OpenWhole({});
  DateTally tally(whole->index);
  const SearchAnswer answer =
      whole->Ask(Read("*"), {.order = SortOrder::kNewest,
                             .limit = 3,
                             .facets = {FieldId::kTopic},
                             .visitors = {&tally}});
  EXPECT_EQ(answer.total, articles_.size());
  EXPECT_EQ(whole->index.segments().front().live_count(), 3U);
}

TEST_F(RemoteTest, TooManyCandidatesAreAnError) {
  const auto whole = OpenWhole({.limit = 10});
  const SearchAnswer few = whole->Ask(Read("*"), {.order = SortOrder::kNewest});
  // Removed articles are more than may be fetched.
  ASSERT_EQ(few.problems.size(), 1U);
  EXPECT_NE(few.problems[0].message.find("that are removed"),
            std::string::npos);
  const TcpServer server((directory_.Path() / "one").string());
  const auto more = *OpenTogether({}, {server.address()}, {.limit = 10});
  const SearchAnswer answer =
      more->Ask(Read("cat OR dog OR fox"), SearchRequest());
  ASSERT_EQ(answer.problems.size(), 1U) << answer.total;
  EXPECT_NE(answer.problems[0].message.find("at most 10 are fetched"),
            std::string::npos)
      << answer.problems[0].message;
  EXPECT_NE(answer.problems[0].advice.find("--sort=newest"), std::string::npos)
      << answer.problems[0].message;
}

TEST_F(RemoteTest, WhatAServerDoesNotKnowIsRefused) {
  for (const char* const text :
       {"added:2021", "copies-of:x", "has:copies-of", "added:*-04-13"}) {
    const SearchAnswer answer = whole_->Ask(Read(text), SearchRequest());
    ASSERT_EQ(answer.problems.size(), 1U) << text;
    EXPECT_NE(answer.problems[0].message.find("cannot be asked of xapian://"),
              std::string::npos);
  }
}

TEST_F(RemoteTest, AnArticleIsFoundByItsId) {
  const auto whole = OpenWhole({});
  const std::string id = "news/f3.jsonl#2";
  const auto match = whole->searcher->FindById(id);
  ASSERT_TRUE(match && *match);
  EXPECT_EQ(whole->searcher->RecordOf(**match)->id, id);
  const auto none = whole->searcher->FindById("news/none");
  ASSERT_TRUE(none);
  EXPECT_FALSE(*none);
}

TEST_F(RemoteTest, AServerThatDiesIsMissing) {
  const std::string here = (directory_.Path() / "one").string();
  TcpServer mortal((directory_.Path() / "many").string());
  const auto both = *OpenTogether({here}, {mortal.address()});
  const SearchRequest request = {.limit = kNoLimit, .facets = {}};
  const std::uint64_t whole = both->Ask(Read("*"), request).total;
  const Result<OpenIndex> local = OpenIndex::Open(here);
  EXPECT_EQ(whole, 2 * local->live_articles());
  mortal.Kill();
  const SearchAnswer answer = both->Ask(Read("cat OR dog"), request);
  ASSERT_EQ(both->remote->missing().size(), 1U);
  EXPECT_EQ(both->remote->missing()[0].name, mortal.address());
  EXPECT_EQ(both->index.live_articles(), local->live_articles());
  EXPECT_EQ(answer.total,
            Searcher(*local).Search(Read("cat OR dog"), request)->total);
  // It is not asked again.
  EXPECT_EQ(both->Ask(Read("*"), request).total, local->live_articles());
  EXPECT_EQ(both->remote->missing().size(), 1U);
}

TEST_F(RemoteTest, WhenNothingIsLeftThatIsAnError) {
  TcpServer mortal((directory_.Path() / "part5").string());
  const auto alone = *OpenTogether({}, {mortal.address()});
  mortal.Kill();
  const auto answer = alone->searcher->Search(Read("cat"), {});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::kUnreachable);
}

TEST_F(RemoteTest, WhatServesNothingOfOursIsAnError) {
  TcpServer segment((directory_.Path() / "one/segments/000001").string());
  const auto opened = OpenTogether({}, {segment.address()});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::kNotFound);
}

TEST(RemoteParts, ASocketThatNeverAnswersIsMissingInTime) {
  BoundSocket silent;
  silent.Listen();
  const auto opened =
      OpenTogether({}, {AddressOf(silent.port())}, {.timeout = 1});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::kUnreachable);
  EXPECT_EQ(opened.error().message,
            AddressOf(silent.port()) + " did not answer within 1 second");
}

TEST(RemoteParts, APortThatRefusesIsMissing) {
  const std::string address = AddressOf(BoundSocket().port());
  const auto opened = OpenTogether({}, {address});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::kUnreachable);
  EXPECT_NE(opened.error().message.find("cannot be reached"), std::string::npos)
      << opened.error().message;
}

TEST(RemoteParts, NonsenseIsToldAndCrashesNothing) {
  std::string noise;
  unsigned state = 1987;
  for (int i = 0; i < 5000; ++i) {
    state = state * 1103515245U + 12345U;
    noise += static_cast<char>(state >> 16);
  }
  // A message said to have 2^62 bytes; the greeting of another version; noise.
  const std::string cases[] = {
      std::string("\x00\xff\xff\xff\xff\xff\xff\xff\xff\x3f", 10),
      std::string("\x00\x02\x63\x00", 4),
      noise,
      "",
      "HTTP/1.1 200 OK\r\n\r\n",
      std::string(100'000, '\xff')};
  for (const std::string& bytes : cases) {
    TalkingSocket talking(bytes);
    const auto opened = OpenTogether({}, {talking.address()}, {.timeout = 1});
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::kUnreachable);
    EXPECT_FALSE(opened.error().message.empty());
  }
}

TEST(RemoteAddress, IsReadOrRefused) {
  const auto plain = ReadRemoteAddress("xapian://news.example:7010");
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->host, "news.example");
  EXPECT_EQ(plain->port, 7010);
  const auto six = ReadRemoteAddress("xapian://[::1]:7010/");
  ASSERT_TRUE(six);
  EXPECT_EQ(six->host, "::1");
  for (const char* const wrong :
       {"http://a:1", "xapian://a", "xapian://:1", "xapian://a:0",
        "xapian://a:x", "xapian://a:70000", "xapian://a/b:1"}) {
    const auto read = ReadRemoteAddress(wrong);
    ASSERT_FALSE(read) << wrong;
    EXPECT_EQ(read.error().code, ErrorCode::kUsage);
  }
  EXPECT_FALSE(IsRemoteAddress("/srv/news"));
}

}  // namespace
}  // namespace archive
