#include "common/index/withhold_list.h"

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(WithholdLine, SaysWhatWhoWhenAndWhy) {
  struct Case {
    std::string_view line;
    std::string_view read;  // as a line again; empty: nothing is named
    std::size_t faults;
  };
  for (const Case& c : {
           Case{"id: a/b.txt | J. Doe | 2021-03-15 | 7 O 12/21",
                "id: a/b.txt | J. Doe | 2021-03-15 | 7 O 12/21", 0},
           Case{"  uid:urn:x:1 | me | 2021-03-15  # a remark",
                "uid: urn:x:1 | me | 2021-03-15", 0},
           Case{"id: \"a | b\" | me | 2021-03-15",
                "id: \"a | b\" | me | 2021-03-15", 0},
           Case{"id: wire.sgm#17 | me | 2021-03-15",
                "id: wire.sgm#17 | me | 2021-03-15", 0},
           Case{"uid: \"a: \"\"b\" | me | 2021-03-15",
                "uid: \"a: \"\"b\" | me | 2021-03-15", 0},
           Case{"# a remark", "", 0},
           Case{"", "", 0},
           Case{"a/b.txt | me | 2021-03-15", "", 1},
           Case{"title: x | me | 2021-03-15", "", 1},
           Case{"id: | me | 2021-03-15", "", 1},
           // Half written, and obeyed.
           Case{"url: http://x/ | me | soon", "url: http://x/ | me | 0001", 1},
           Case{"url: http://x/", "url: http://x/ | \"\" | 0001", 1},
           Case{"id: a.txt |", "id: a.txt | \"\" | 0001", 1},
           Case{"id: a.txt|Doe|2021-03-15", "id: a.txt | Doe | 2021-03-15", 0},
           Case{"id: \"a|b\"|Doe|2021-03-15", "id: \"a|b\" | Doe | 2021-03-15",
                0},
           Case{"url: http://x/ | me | 2021-02-30",
                "url: http://x/ | me | 0001", 1},
           Case{"id: a | me | 2021-03-15 | b | c",
                "id: a | me | 2021-03-15 | b", 1},
       }) {
    const WithholdLine read = ReadWithholdLine(c.line);
    EXPECT_EQ(read.faults.size(), c.faults) << c.line;
    EXPECT_EQ(read.entries.empty() ? "" : WrittenLine(read.entries.front()),
              c.read)
        << c.line;
  }
}

TEST(WithholdLine, FaultsHaveACaret) {
  const WithholdList list =
      WithholdList::Parse("\n  id: ä | me | never | x\nwhat\n");
  ASSERT_EQ(list.faults().size(), 2U);
  EXPECT_EQ(TextOf(list.faults()[0], "withhold.txt"),
            "withhold.txt:2: the day on which it was asked for is missing: "
            "2021-03-15\n  id: ä | me | never | x\n               ^");
  EXPECT_EQ(TextOf(list.faults()[1], "withhold.txt"),
            "withhold.txt:3: a line begins with id:, uid: or url:; it is left "
            "out\n  what\n  ^");
}

TEST(WithholdList, NamesArticles) {
  const WithholdList list = WithholdList::Parse(
      "id: news/a.zip | me | 2021-03-15\nid: news/b.sgm#2 | me | 2021-03-15\n"
      "uid: URN:X:1 | me | 2021-03-15\nurl: http://x/ | me | 2021-03-15\n");
  EXPECT_TRUE(list.Names("news/a.zip!/c.txt#3", {}));
  EXPECT_TRUE(list.Names("news/a.zip", {}));
  EXPECT_FALSE(list.Names("news/a.zipper", {}));
  EXPECT_TRUE(list.Names("news/b.sgm#2", {}));
  EXPECT_FALSE(list.Names("news/b.sgm#21", {}));
  EXPECT_FALSE(list.Names("news/b.sgm", {}));
  EXPECT_TRUE(list.Names("x", {.uid = "urn:x:1"}));
  EXPECT_FALSE(list.Names("x", {.uid = "urn:x:12"}));
  Article article;
  article.url = "http://x/";
  EXPECT_TRUE(list.Names("x", article));
}

TEST(WithholdList, HashFollowsWhatIsNamedAlone) {
  const auto hash = [](std::string_view text) {
    return WithholdList::Parse(text).Hash();
  };
  EXPECT_EQ(hash("# nothing\n"), 0U);
  EXPECT_NE(hash("id: a | me | 2021-03-15\n"), 0U);
  EXPECT_EQ(hash("id: a | me | 2021-03-15\nid: b | me | 2021-03-15\n"),
            hash("id: b | you | 2021-03-16\nid: a | me | 2021-03-15 | x\n"));
  EXPECT_NE(hash("id: a | me | 2021-03-15\n"),
            hash("uid: a | me | 2021-03-15\n"));
}

}  // namespace
}  // namespace archive
