#include "indexer/readers/sgml.h"

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(Sgml, Entities) {
  const struct {
    std::string_view sgml, text;
  } cases[] = {
      {"plain", "plain"},
      {"&lt;AT&amp;T> &quot;x&quot;", "<AT&T> \"x\""},
      {"&#65;&#x42;&#X43;", "ABC"},
      {"&#233; &#8211; &#x1F600;", "é – \xF0\x9F\x98\x80"},
      {"&#5;", "\x05"},
      {"AT&T & co; &unknown; &; &#; &#x;", "AT&T & co; &unknown; &; &#; &#x;"},
      {"&#xD800;&#99999999999;", "\xEF\xBF\xBD&#99999999999;"},
      {"&#9999999;", "\xEF\xBF\xBD"},
      {"&", "&"},
      {"&amp", "&amp"},
  };
  for (const auto& [sgml, text] : cases)
    EXPECT_EQ(DecodeEntities(sgml), text) << sgml;
}

TEST(Sgml, TagsAndAttributes) {
  constexpr std::string_view kText =
      "a < b <1> <<X A=1 b=\"two words\" C='3' d>text</x>";
  const auto tag = NextTag(kText, 0);
  ASSERT_TRUE(tag);
  EXPECT_EQ(tag->name, "X");
  EXPECT_EQ(AttributeOf(*tag, "a"), "1");
  EXPECT_EQ(AttributeOf(*tag, "B"), "two words");
  EXPECT_EQ(AttributeOf(*tag, "c"), "3");
  EXPECT_EQ(AttributeOf(*tag, "d"), "");
  EXPECT_EQ(AttributeOf(*tag, "e"), "");
  const auto content = ContentOf(kText, *tag);
  ASSERT_TRUE(content);
  EXPECT_EQ(kText.substr(content->begin, content->end - content->begin),
            "text");
  EXPECT_FALSE(NextTag(kText, tag->span.end + 8));
}

}  // namespace
}  // namespace archive
