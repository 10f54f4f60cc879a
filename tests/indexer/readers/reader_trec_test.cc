#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

TEST(ReaderTrec, ThePapersAndTheirElements) {
  const struct {
    std::string_view doc, uid, title, published, byline;
    Texts texts;
  } cases[] = {
      {"<DOC>\n<DOCNO> AP880212-0001 </DOCNO>\n<HEAD>Wall "
       "falls</HEAD>\n<BYLINE>"
       "By JANE DOE</BYLINE>\n<DATELINE>BERLIN (AP) </DATELINE>\n<TEXT>\n   It "
       "fell.\n   All &amp; everything.\n</TEXT>\n</DOC>",
       "AP880212-0001",
       "Wall falls",
       "1988-02-12",
       "JANE DOE",
       {"It fell.", "All & everything."}},
      {"<DOC><DOCNO>FT911-1</DOCNO><DATE>910514</DATE><HEADLINE>FT  14 MAY 91 "
       "/ "
       "Wall</HEADLINE><TEXT>It fell.</TEXT><PUB>The Times</PUB><PAGE>London "
       "Page "
       "1</PAGE></DOC>",
       "FT911-1",
       "FT 14 MAY 91 / Wall",
       "1991-05-14",
       "",
       {"It fell."}},
      {"<DOC><DOCNO>LA010189-0001</DOCNO><DATE><P>January 1, 1989, Sunday, "
       "Home "
       "Edition</P></DATE><HEADLINE><P>Wall</P></HEADLINE><TEXT><P>a</P><P>b</"
       "P>"
       "</TEXT></DOC>",
       "LA010189-0001",
       "Wall",
       "1989-01-01",
       "",
       {"a", "b"}},
      {"<DOC><DOCNO>FBIS3-1</DOCNO><HEADER><DATE1>12 March "
       "1994</DATE1><H3><TI> "
       "Wall</TI></H3></HEADER><TEXT>a</TEXT></DOC>",
       "FBIS3-1",
       "Wall",
       "1994-03-12",
       "",
       {"a"}},
      {"<DOC id=\"AFP_ENG_19940512.0001\" "
       "type=\"story\"><HEADLINE>Wall</HEADLINE>"
       "<TEXT><P>\na\n</P></TEXT></DOC>",
       "AFP_ENG_19940512.0001",
       "Wall",
       "1994-05-12",
       "",
       {"a"}},
      {"<DOC><DOCNO>NYT19990101.0001</DOCNO><DATE_TIME>1999-01-02 10:00"
       "</DATE_TIME><BODY><HEADLINE>Wall</HEADLINE><TEXT>a</TEXT></BODY></DOC>",
       "NYT19990101.0001",
       "Wall",
       "1999-01-02T10:00:00",
       "",
       {"a"}},
      {"<DOC><DOCNO>X</DOCNO><TEXT>a", "X", "", "none", "", {}},
  };
  for (const auto& [doc, uid, title, published, byline, texts] : cases) {
    EXPECT_EQ(DetectFormat("a.sgml", doc).format, FindFormat("trec")) << doc;
    const ReadResult result = ReadAs("trec", doc);
    if (texts.empty()) {
      EXPECT_EQ(result.rejections.size(), 1U) << doc;
      continue;
    }
    ASSERT_EQ(result.articles.size(), 1U) << doc;
    const Article& article = result.articles[0];
    ExpectClean(article);
    EXPECT_EQ(article.uid, uid);
    EXPECT_EQ(article.title, title);
    EXPECT_EQ(article.published ? ToIsoString(article.published->when) : "none",
              published);
    EXPECT_EQ(article.byline,
              byline.empty() ? Texts{} : Texts{std::string(byline)});
    EXPECT_EQ(TextsOf(article), texts);
  }
}

TEST(ReaderTrec, ManyDocumentsAndABrokenOne) {
  const std::string bytes =
      "<DOC><DOCNO>1</DOCNO><TEXT>a</TEXT></DOC>\n<DOC><DOCNO>2</DOCNO>\n"
      "<DOC><DOCNO>3</DOCNO><TEXT>c</TEXT></DOC>";
  const ReadResult result = ReadAs("trec", bytes);
  ASSERT_EQ(result.articles.size(), 2U);
  EXPECT_EQ(result.articles[1].uid, "3");
  const Span& span = result.articles[1].bytes;
  EXPECT_EQ(bytes.substr(span.begin, span.end - span.begin),
            "<DOC><DOCNO>3</DOCNO><TEXT>c</TEXT></DOC>");
  ASSERT_EQ(result.rejections.size(), 1U);
  EXPECT_EQ(result.rejections[0].where, "document 2");
}

TEST(ReaderTrec, UnclosedElementsEnd) {
  std::string bytes = "<DOC><DOCNO>1</DOCNO>";
  for (int i = 0; i < 200'000; ++i) bytes += "<TEXT><HL>";
  EXPECT_EQ(ReadAs("trec", bytes).rejections.size(), 1U);
}

}  // namespace
}  // namespace archive
