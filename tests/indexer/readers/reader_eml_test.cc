#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

const std::string kHead =
    "From: =?utf-8?q?Andr=C3=A9?= Press <press@a.example>\r\n"
    "To: news@b.example\r\nSubject: New\r\n bridge\r\n"
    "Date: Tue, 2 Mar 2021 09:00:00 +0900 (KST)\r\n"
    "Message-ID: <42@a.example>\r\nKeywords: river, bridge\r\n";

Article ReadOne(const std::string& bytes) {
  const ReadResult read = ReadAs("eml", bytes);
  EXPECT_EQ(read.articles.size(), 1U);
  if (read.articles.empty()) return {};
  ExpectClean(read.articles.front());
  return read.articles.front();
}

TEST(ReaderEml, FieldsOfTheHeader) {
  const Article article =
      ReadOne(kHead + "\r\nOne line\r\nand its rest.\r\n\r\nTwo.\r\n-- \r\nMe");
  EXPECT_EQ(article.title, "New bridge");
  EXPECT_EQ(article.byline, Texts{"André Press"});
  ASSERT_TRUE(article.published);
  EXPECT_EQ(ToIsoString(article.published->when), "2021-03-02T09:00:00+09:00");
  EXPECT_EQ(article.uid, "42@a.example");
  EXPECT_EQ(article.keywords, (Texts{"river", "bridge"}));
  EXPECT_EQ(TextsOf(article), (Texts{"One line and its rest.", "Two."}));
}

TEST(ReaderEml, DashesPartSectionsAndNoSignature) {
  std::string text = "Press release 17\r\n--\r\n\r\n";
  for (int i = 0; i < 20; ++i)
    text += "Line " + std::to_string(i) + ".\r\n\r\n";
  const Texts texts = TextsOf(ReadOne(kHead + "\r\n" + text + "--\r\nMe\r\n"));
  EXPECT_EQ(texts.front(), "Press release 17 --");
  EXPECT_EQ(texts.back(), "Line 19.");
}

TEST(ReaderEml, TheTextOfTheParts) {
  const auto part = [](const std::string& type, const std::string& body,
                       const std::string& more = "") {
    return "--b\r\nContent-Type: " + type + "\r\n" + more + "\r\n" + body +
           "\r\n";
  };
  const auto multipart = [](const std::string& subtype,
                            const std::string& parts) {
    return kHead + "MIME-Version: 1.0\r\nContent-Type: multipart/" + subtype +
           "; boundary=b\r\n\r\n" + parts + "--b--\r\n";
  };
  const std::string html = "<p>Caf&eacute; <b>open</b></p><p>Two</p>";
  const struct {
    std::string bytes;
    Texts texts;
  } cases[] = {
      {kHead + "Content-Type: text/html\r\n\r\n" + html, {"Café open", "Two"}},
      {kHead +
           "Content-Transfer-Encoding: quoted-printable\r\n"
           "Content-Type: text/plain; charset=iso-8859-1\r\n\r\nCaf=E9 =\r\n"
           "open",
       {"Café open"}},
      {kHead + "Content-Transfer-Encoding: base64\r\n\r\nT3Blbg==\r\n",
       {"Open"}},
      {multipart("alternative", part("text/plain", "Cafe open. Two") +
                                    part("text/html", html)),
       {"Cafe open. Two"}},
      {multipart("alternative",
                 part("text/plain", "See") + part("text/html", html)),
       {"Café open", "Two"}},
      {multipart("mixed", part("text/plain", "One") +
                              part("text/plain", "Two") +
                              part("application/pdf", "x",
                                   "Content-Disposition: attachment; "
                                   "filename=r.pdf\r\n")),
       {"One", "Two"}},
  };
  for (const auto& [bytes, texts] : cases)
    EXPECT_EQ(TextsOf(ReadOne(bytes)), texts) << bytes;
  const ReadResult read = ReadAs("eml", cases[5].bytes);
  ASSERT_EQ(read.rejections.size(), 1U);
  EXPECT_EQ(read.rejections.front().where, "r.pdf");
  EXPECT_EQ(read.rejections.front().reason, "an attachment");
}

TEST(ReaderEml, WhatIsMail) {
  const struct {
    std::string path, bytes, is;
  } cases[] = {
      {"a", kHead + "\r\nText", "eml"},
      {"a.eml", "Subject: x\n\ntext", "eml"},
      {"a.txt", "Subject: x\n\ntext", "plain"},
      {"a.txt", "Headline\n\nFrom: x\nTo: y\nDate: z\n", "plain"},
      {"a", "From a@b Tue Mar  2 09:00:00 2021\n" + kHead + "\nText", "mbox"},
      {"a", "From here on it rained.\n\nText", "plain"},
  };
  for (const auto& [path, bytes, is] : cases) {
    const Detection found = DetectFormat(path, bytes);
    EXPECT_EQ(found.format != nullptr ? found.format->name : found.skipped, is)
        << bytes;
  }
  EXPECT_EQ(ReadAs("eml", "From: a@b\n\n").rejections.size(), 1U);
}

TEST(ReaderEml, DeepPartsEnd) {
  std::string bytes = kHead;
  for (int i = 0; i < 5000; ++i) {
    const std::string name = "b" + std::to_string(i);
    bytes += "Content-Type: multipart/mixed; boundary=" + name + "\r\n\r\n--" +
             name + "\r\n";
  }
  EXPECT_EQ(ReadAs("eml", bytes + "\r\nx").articles.size(), 1U);
}

}  // namespace
}  // namespace archive
