// ALTO, what a machine has read in a scan: each page an article.
//
// Where one article of a page ends is not said in ALTO, and the largest line of
// a page is as often the paper's own name as a headline: so a page has no
// title, and its first line is shown.  A page of which METS knows the articles
// is told by reader_mets.cc.
#include <utility>

#include <fmt/format.h>

#include "indexer/readers/alto_page.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/path_date.h"
#include "indexer/readers/xml_root.h"

namespace archive {
namespace {

Article ArticleOf(AltoPage page, std::string_view path) {
  Article article;
  article.bytes = page.bytes;
  article.ocr = page.confidence;
  AddValue(std::move(page.number), article.pages);
  for (AltoBlock& block : page.blocks) {
    if (article.language.empty())
      article.language = LanguageTag(block.language);
    article.blocks.push_back({BlockKind::kParagraph, std::move(block.text)});
  }
  SetFirstLine(article);
  article.published = DateFromPath(path);
  return article;
}

}  // namespace

int SniffAlto(std::string_view, std::string_view bytes) {
  return RootOfXml(bytes).name == "alto" ? 95 : 0;
}

Status ReadAlto(const RawFile& file, const ReaderOptions& /*options*/,
                const ArticleSink& sink) {
  if (file.neighbours != nullptr && file.neighbours->IsPageOfIssue()) {
    sink.rejection({"", "a page of an issue", RejectionKind::kNoArticle});
    return Ok();
  }
  ASSIGN_OR_RETURN(std::vector<AltoPage> pages, ReadAltoPages(file.bytes));
  if (pages.empty())
    sink.rejection({"", "there is no page in it", RejectionKind::kNoArticle});
  std::size_t number = 0;
  for (AltoPage& page : pages) {
    ++number;
    std::erase_if(page.blocks,
                  [](const AltoBlock& block) { return block.in_margin; });
    if (page.blocks.empty()) {
      sink.rejection({fmt::format("page {}", number), "there is no text in it",
                      RejectionKind::kNoArticle});
      continue;
    }
    sink.article(ArticleOf(std::move(page), file.path));
  }
  return Ok();
}

}  // namespace archive
