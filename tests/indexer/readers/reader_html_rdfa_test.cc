// Web pages that say in RDFa what they are.
#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

const std::string kText =
    "<p>The two ministries announced on Tuesday that they had agreed on five "
    "lines between their forces, and said that work would begin at once.</p>"
    "<p>A first line was opened in 2008. Officials, who asked not to be named, "
    "said that it had been used less than twice a month since.</p>";

Article ReadOne(std::string_view html) {
  const ReadResult result = ReadAs("html", html, "a.html");
  for (const Rejection& rejection : result.rejections)
    ADD_FAILURE() << rejection.reason << ": " << html;
  if (result.articles.size() != 1) return {};
  ExpectClean(result.articles[0]);
  return result.articles[0];
}

std::string DateOf(const Article& article) {
  if (!article.published) return "";
  return ToIsoString(article.published->when) + ' ' +
         std::string(NameOf(article.published->source));
}

// What RDFa says is read as microdata is, in schema.org's words, rNews's and
// those of Dublin Core.
TEST(ReaderHtml, Rdfa) {
  const struct {
    std::string_view page, title, date, modified, section;
    Texts names, keywords;
  } cases[] = {
      // RDFa Lite, with what belongs to a picture, a person and a comment.
      {"<div vocab='http://schema.org/' typeof='NewsArticle'>"
       "<h1 property=headline>Ministries agree on five lines</h1>"
       "<div property=image typeof=ImageObject><span property=author>A. "
       "Smith</span><meta property=datePublished content=2021-01-05></div>"
       "<p>By <span property=author typeof=Person><a property=url href=/j>"
       "<span property=name>Jane Doe</span></a>, <i property=jobTitle>our "
       "correspondent in the east</i></span> and <span property=author "
       "typeof=Person><b property=name>John Roe</b></span></p>"
       "<time property=datePublished datetime=2021-03-02T09:00:00+09:00>"
       "Tuesday</time><meta property=dateModified content=2021-03-04>"
       "<meta property=articleSection content=World>"
       "<meta property=keywords content='military, hot line'>"
       "<div property=articleBody>@</div>"
       "<div property=comment typeof=Comment><span property=author>Mallory"
       "</span><time property=datePublished datetime=2021-03-09>later"
       "</time></div></div>",
       "Ministries agree on five lines",
       "2021-03-02T09:00:00+09:00 microdata",
       "2021-03-04",
       "World",
       {"Jane Doe", "John Roe"},
       {"military", "hot line"}},
      // With a prefix, and several names for one value.
      {"<article prefix='schema: http://schema.org/' "
       "typeof='schema:BlogPosting'><h1 property='schema:name "
       "schema:headline'>Five lines</h1><span "
       "property='schema:dateCreated schema:datePublished' "
       "content=2021-03-02>Tuesday</span><span property=schema:creator>Jane "
       "Doe</span><div property=schema:articleBody>@</div></article>",
       "Five lines",
       "2021-03-02 microdata",
       "",
       "",
       {"Jane Doe"},
       {}},
      // Drupal's.
      {"<div typeof='sioc:Item foaf:Document'><span property=dc:title "
       "content='Five lines'></span><span property='dc:date dc:created' "
       "content=2021-03-02T10:11:12+01:00 datatype=xsd:dateTime>x</span>"
       "<h1>Five lines</h1>@</div>",
       "Five lines",
       "2021-03-02T10:11:12+01:00 microdata",
       "",
       "",
       {},
       {}},
      // rNews.
      {"<div vocab='http://iptc.org/std/rNews/2011-10-07#' typeof=NewsItem>"
       "<h1 property=rnews:headline>Five lines</h1><p property=rnews:byline>"
       "By Jane Doe</p><span property=rnews:datePublished "
       "content=2021-03-02>Tuesday</span><div property=rnews:articleBody>@"
       "</div></div>",
       "Five lines",
       "2021-03-02 microdata",
       "",
       "",
       {"Jane Doe"},
       {}},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.page);
    std::string page(c.page);
    page.replace(page.find('@'), 1, kText);
    const Article article =
        ReadOne("<html lang=en><head></head><body>" + page + "</body></html>");
    EXPECT_EQ(article.title, c.title);
    EXPECT_EQ(DateOf(article), c.date);
    EXPECT_EQ(article.modified ? ToIsoString(*article.modified) : "",
              c.modified);
    EXPECT_EQ(article.byline, c.names);
    EXPECT_EQ(article.section, c.section);
    EXPECT_EQ(article.keywords, c.keywords);
    EXPECT_EQ(article.blocks.size(), 2U);
  }
}

}  // namespace
}  // namespace archive
