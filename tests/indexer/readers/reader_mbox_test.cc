#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

std::string Message(const std::string& subject, const std::string& text) {
  return "From press@a.example Tue Mar  2 09:00:00 2021\nFrom: A "
         "<press@a.example>\nSubject: " +
         subject + "\n\n" + text + "\n\n";
}

TEST(ReaderMbox, MessagesOneAfterTheOther) {
  const std::string bytes =
      Message("One",
              ">From here on it rained.\nFrom 9:30 it did.\n\nFrom "
              "there on it did not.\n\nFrom 9:15 on she speaks.") +
      Message("Two", "Text.") + Message("", "");
  const ReadResult read = ReadAs("mbox", bytes);
  ASSERT_EQ(read.articles.size(), 2U);
  EXPECT_EQ(read.articles[0].title, "One");
  EXPECT_EQ(TextsOf(read.articles[0]),
            (std::vector<std::string>{
                "From here on it rained. From 9:30 it did.",
                "From there on it did not.", "From 9:15 on she speaks."}));
  EXPECT_EQ(read.articles[1].title, "Two");
  const Span span = read.articles[1].bytes;
  EXPECT_EQ(bytes.substr(span.begin, span.end - span.begin),
            Message("Two", "Text."));
  ASSERT_EQ(read.rejections.size(), 1U);
  EXPECT_EQ(read.rejections[0].where, "message 3");
  EXPECT_EQ(read.rejections[0].reason, "neither a subject nor a text");
}

TEST(ReaderMbox, OneThatIsTooLongCostsItself) {
  const ReadResult read =
      ReadAs("mbox", Message("Long", std::string(std::size_t{65} << 20, 'x')) +
                         Message("Two", "Text."));
  ASSERT_EQ(read.rejections.size(), 1U);
  EXPECT_EQ(read.rejections[0].reason, "longer than 64 MiB");
  ASSERT_EQ(read.articles.size(), 1U);
  EXPECT_EQ(read.articles[0].title, "Two");
}

}  // namespace
}  // namespace archive
