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
         modified, language, topics, keywords, exchanges, people, organisations,
         places, url, blocks, bytes] = article;
  int count = 0;
  const auto value = [&count] { return "value-" + std::to_string(++count); };
  for (std::string* text :
       {&uid, &title, &first_line, &source, &section, &dateline, &url})
    *text = value();
  for (std::vector<std::string>* list :
       {&byline, &topics, &keywords, &exchanges, &people, &organisations,
        &places})
    list->push_back(value());
  for (const BlockKind kind :
       {BlockKind::kParagraph, BlockKind::kCaption, BlockKind::kCredit})
    blocks.push_back({kind, value()});
  published = Publication{.when = {.date = {1989, 11, 9}}};
  modified = Timestamp{.date = {1989, 11, 10}};
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
  for (const char* day : {"1989-11-09", "1989-11-10", "\"en\""})
    EXPECT_NE(text.find(day), std::string::npos) << day;
}

}  // namespace
}  // namespace archive
