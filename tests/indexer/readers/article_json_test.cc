#include "indexer/readers/article_json.h"

#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace archive {
namespace {

// A new member of Article does not compile here until it is named, and printed
// by `archive-index read`.
TEST(ArticleJson, PrintsEveryMember) {
  Article article;
  auto& [uid, title, first_line, byline, source, section, dateline, published,
         other_dates, modified, language, topics, keywords, exchanges, people,
         organisations, places, url, agency, pages, edition, status, version,
         urgency, embargoed_until, unread_embargo, replaces, ocr, blocks,
         bytes] = article;
  int count = 0;
  const auto value = [&count] { return "value-" + std::to_string(++count); };
  for (std::string* text :
       {&uid, &title, &first_line, &source, &section, &dateline, &url, &agency,
        &edition, &version, &unread_embargo, &replaces})
    *text = value();
  for (std::vector<std::string>* list :
       {&byline, &topics, &keywords, &exchanges, &people, &organisations,
        &places, &pages})
    list->push_back(value());
  for (const BlockKind kind :
       {BlockKind::kParagraph, BlockKind::kCaption, BlockKind::kCredit})
    blocks.push_back({kind, value()});
  published = Publication{.when = {.date = {1989, 11, 9}}};
  other_dates = {{.when = {.date = {1989, 11, 8}}, .where = value()}};
  modified = Timestamp{.date = {1989, 11, 10}};
  status = Usability::kCanceled;
  ocr = 0.875;
  urgency = 7;
  embargoed_until = Timestamp{.date = {1989, 11, 12}};
  static_cast<void>(language);  // of ArticleFacts
  static_cast<void>(bytes);     // of no use to who reads the article

  std::ostringstream out;
  JsonWriter json(out);
  WriteArticle(article, {.language = "en"}, json);
  const std::string text = out.str();
  for (int i = 1; i <= count; ++i) {
    const std::string quoted = "\"value-" + std::to_string(i) + '"';
    EXPECT_NE(text.find(quoted), std::string::npos) << quoted << text;
  }
  for (const char* day : {"1989-11-09", "1989-11-10", "1989-11-12", "\"en\"",
                          "0.875", "canceled", "\"urgency\":7"})
    EXPECT_NE(text.find(day), std::string::npos) << day;
}

}  // namespace
}  // namespace archive
