#include "common/index/posting_lists.h"

#include <algorithm>
#include <fstream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "common/file_system.h"
#include "common/index/bit_groups.h"
#include "common/index/posting_lists_builder.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

struct List {
  WordCode code = 0;
  std::vector<DocId> docs;
  std::vector<std::uint32_t> occurrences;
};
using Postings = std::vector<std::pair<DocId, std::uint32_t>>;

Postings Expected(const List& list, DocId from = 0) {
  Postings postings;
  for (std::size_t i = 0; i < list.docs.size(); ++i) {
    if (list.docs[i] >= from)
      postings.emplace_back(list.docs[i], list.occurrences[i]);
  }
  return postings;
}

Postings Walked(PackedPostings& at) {
  Postings postings;
  for (; !at.AtEnd(); at.Next())
    postings.emplace_back(at.doc(), at.Occurrences());
  return postings;
}

class PostingListsTest : public ::testing::Test {
 protected:
  // Lists of all densities and lengths, some of them of one occurrence each.
  List RandomList(WordCode code) {
    List list = {.code = code, .docs = {}, .occurrences = {}};
    const std::size_t count = 1 + random_() % 700;
    const std::uint32_t reach = 1U << (random_() % 20);
    const std::uint32_t most =
        random_() % 2 == 0 ? 1
                           : static_cast<std::uint32_t>(random_()) % 300 + 1;
    DocId doc = 0;
    for (std::size_t i = 0; i < count; ++i) {
      doc += 1 + static_cast<DocId>(random_() % reach);
      list.docs.push_back(doc);
      list.occurrences.push_back(1 +
                                 static_cast<std::uint32_t>(random_()) % most);
    }
    return list;
  }
  std::vector<List> RandomLists() {
    std::vector<List> lists;
    for (WordCode code = 0; lists.size() < 30;
         code += 1 + static_cast<WordCode>(random_() % 3))
      lists.push_back(RandomList(code));
    return lists;
  }
  Result<PostingLists> Write(const std::vector<List>& lists) const {
    PostingListsBuilder builder;
    for (const List& list : lists)
      builder.Add(list.code, list.docs, list.occurrences);
    EXPECT_TRUE(builder.Write(path_, {}));
    return PostingLists::Open(path_);
  }

  TempDir directory_;
  std::string path_ = (directory_.Path() / "postings").string();
  std::mt19937 random_{7};
};

TEST(BitGroups, EveryWidthComesBack) {
  std::mt19937 random(3);
  for (std::uint32_t width = 0; width <= kWidestOfGroup; ++width) {
    std::vector<std::uint32_t> numbers(1 + random() % 200);
    for (std::uint32_t& number : numbers)
      number =
          width == 0 ? 0 : static_cast<std::uint32_t>(random()) >> (32 - width);
    std::vector<std::uint32_t> packed = {0xffffffff};  // what lies before
    AppendGroups(numbers, width, packed);
    const std::size_t groups = GroupsOf(numbers.size());
    ASSERT_EQ(packed.size(), 1 + groups * width);
    std::vector<std::uint32_t> unpacked(groups * kNumbersOfGroup);
    UnpackGroups(packed.data() + 1, width, groups, unpacked.data());
    unpacked.resize(numbers.size());
    EXPECT_EQ(unpacked, numbers) << width;
    EXPECT_LE(WidthOf(numbers), width);
  }
}

TEST_F(PostingListsTest, WhatIsWrittenIsWalked) {
  for (int round = 0; round < 20; ++round) {
    const std::vector<List> written = RandomLists();
    const Result<PostingLists> lists = Write(written);
    ASSERT_TRUE(lists) << lists.error().message;
    WordCode next = 0;
    for (const List& list : written) {
      for (; next < list.code; ++next) EXPECT_FALSE(lists->Has(next)) << next;
      next = list.code + 1;
      ASSERT_TRUE(lists->Has(list.code));
      EXPECT_EQ(lists->CountOf(list.code), list.docs.size());
      PackedPostings at(*lists, list.code);
      EXPECT_EQ(Walked(at), Expected(list));
    }
    EXPECT_FALSE(lists->Has(next));
    EXPECT_FALSE(lists->Has(kMaxWordCodes));
    EXPECT_EQ(lists->CountOf(next), 0U);
    EXPECT_TRUE(lists->file().CheckSections());
  }
}

TEST_F(PostingListsTest, SkippingFindsTheFirstNotBefore) {
  const std::vector<List> written = RandomLists();
  const Result<PostingLists> lists = Write(written);
  ASSERT_TRUE(lists) << lists.error().message;
  for (const List& list : written) {
    for (int round = 0; round < 50; ++round) {
      PackedPostings at(*lists, list.code);
      DocId target = 0;
      DocId stood = 0;
      for (int skip = 0; skip < 5 && !at.AtEnd(); ++skip) {
        stood = at.doc();
        target += static_cast<DocId>(random_()) % (list.docs.back() / 2 + 2);
        at.SkipTo(target);
        if (random_() % 3 == 0 && !at.AtEnd()) at.Occurrences();
      }
      // It never goes back.
      EXPECT_EQ(Walked(at), Expected(list, std::max(target, stood)));
    }
  }
}

TEST_F(PostingListsTest, WhatIsTakenTogetherIsWhatIsWalked) {
  const std::vector<List> written = RandomLists();
  const Result<PostingLists> lists = Write(written);
  ASSERT_TRUE(lists) << lists.error().message;
  for (const List& list : written) {
    PackedPostings at(*lists, list.code);
    Postings taken;
    for (DocId end = 0; !at.AtEnd();) {
      end += 1 + static_cast<DocId>(random_()) % (list.docs.back() / 3 + 1);
      at.TakeBefore(end, [&](DocId doc, std::uint32_t occurrences) {
        EXPECT_LT(doc, end);
        taken.emplace_back(doc, occurrences);
      });
      EXPECT_TRUE(at.AtEnd() || at.doc() >= end);
    }
    EXPECT_EQ(taken, Expected(list));
  }
}

TEST_F(PostingListsTest, AnEmptyFileHasNoLists) {
  const Result<PostingLists> lists = Write({});
  ASSERT_TRUE(lists) << lists.error().message;
  EXPECT_FALSE(lists->Has(0));
}

// Whatever the bytes of the sections are, walking ends, and docids rise.
TEST_F(PostingListsTest, DamagedListsEnd) {
  const std::vector<List> written = RandomLists();
  ASSERT_TRUE(Write(written));
  const std::string bytes = *ReadFile(path_);
  constexpr std::size_t kTableEnd = 64 + 7 * 48;
  for (int round = 0; round < 300; ++round) {
    std::string damaged = bytes;
    for (int flip = 0; flip < 3; ++flip) {
      const std::size_t at =
          kTableEnd + random_() % (round % 2 == 0 ? bytes.size() - kTableEnd
                                                  : std::size_t{400});
      damaged[at] = static_cast<char>(random_());
    }
    std::ofstream(path_, std::ios::binary) << damaged;
    const Result<PostingLists> lists = PostingLists::Open(path_);
    ASSERT_TRUE(lists) << lists.error().message;
    for (WordCode code = 0; code <= written.back().code + 1; ++code) {
      if (!lists->Has(code)) continue;
      PackedPostings at(*lists, code);
      at.SkipTo(static_cast<DocId>(random_() % 100'000));
      for (DocId before = 0; !at.AtEnd(); at.Next()) {
        ASSERT_GT(at.doc(), before);
        before = at.doc();
        at.Occurrences();
      }
    }
  }
}

TEST_F(PostingListsTest, AFileCutShortIsRefused) {
  ASSERT_TRUE(Write(RandomLists()));
  const std::string bytes = *ReadFile(path_);
  for (int round = 0; round < 50; ++round) {
    std::ofstream(path_, std::ios::binary)
        << bytes.substr(0, random_() % bytes.size());
    const Result<PostingLists> lists = PostingLists::Open(path_);
    ASSERT_FALSE(lists);
    EXPECT_EQ(lists.error().code, ErrorCode::kIndexDamaged);
  }
}

}  // namespace
}  // namespace archive
