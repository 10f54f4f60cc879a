// A page of the web: one article a file, told from what is around it.
//
// What the page says of the article (html_metadata.h) and what it shows
// (html_body.h) make the Article.  A page of many articles, or of none, is
// none: it is rejected with the reason.
#include <algorithm>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/readers/foreign_files.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/html_body.h"
#include "indexer/readers/html_byline.h"
#include "indexer/readers/html_charset.h"
#include "indexer/readers/html_date_roles.h"
#include "indexer/readers/html_dates.h"
#include "indexer/readers/html_metadata.h"
#include "indexer/readers/html_stories.h"
#include "indexer/readers/html_title.h"
#include "indexer/readers/html_tree.h"
#include "indexer/readers/path_date.h"
#include "indexer/readers/publication_date.h"

namespace archive {
namespace {

// As BCP 47 writes it: "en_US" → "en-US".
std::string LanguageOf(const HtmlMetadata& metadata, const LinkedItem* linked) {
  std::string language = metadata.language;
  if (language.empty() && linked != nullptr) language = linked->language;
  if (language.empty())
    language = metadata.Meta({"og:locale", "content-language", "language",
                              "dc.language", "dcterms.language"});
  for (char& c : language) {
    if (c == '_') c = '-';
  }
  constexpr std::size_t kLongestTag = 35;
  return language.size() > kLongestTag ||
                 language.find_first_of(" ,;") != std::string::npos
             ? std::string()
             : language;
}

std::string SectionOf(const HtmlMetadata& metadata, const LinkedItem* linked) {
  if (linked != nullptr && !linked->section.empty()) return linked->section;
  std::string_view section = metadata.Meta(
      {"article:section", "parsely-section", "section", "og:section",
       "cxenseparse:section", "dc.subject", "sailthru.section", "category"});
  if (!section.empty()) return std::string(section);
  const auto sections = metadata.PropertiesOf("articleSection");
  return sections.empty() ? std::string() : sections.front()->value;
}

void AddKeywords(std::string_view list, std::vector<std::string>& keywords) {
  constexpr std::size_t kMost = 100;
  for (std::size_t at = 0; at < list.size() && keywords.size() < kMost;) {
    const std::size_t end = std::min(list.find_first_of(",;", at), list.size());
    std::string word = CollapseSpaces(list.substr(at, end - at));
    at = end + 1;
    if (!word.empty() &&
        std::find(keywords.begin(), keywords.end(), word) == keywords.end())
      keywords.push_back(std::move(word));
  }
}

std::vector<std::string> KeywordsOf(const HtmlMetadata& metadata,
                                    const LinkedItem* linked) {
  std::vector<std::string> keywords;
  for (const std::string_view name :
       {"news_keywords", "article:tag", "parsely-tags", "sailthru.tags",
        "keywords"}) {
    if (!keywords.empty()) return keywords;
    for (const std::string_view list : metadata.AllMetas(name))
      AddKeywords(list, keywords);
  }
  if (keywords.empty() && linked != nullptr) {
    for (const std::string& word : linked->keywords)
      AddKeywords(word, keywords);
  }
  if (keywords.empty()) {
    for (const HtmlProperty* const word : metadata.PropertiesOf("keywords"))
      AddKeywords(word->value, keywords);
  }
  return keywords;
}

// What a web archive knows of a page beside its bytes.
void AddDelivery(const Delivery& delivery, const HtmlMetadata& metadata,
                 HtmlDates& dates) {
  if (PageUrlOf(metadata).empty()) {
    if (const std::optional<Date> day = DayOfUrl(delivery.url))
      dates.published.push_back({{.date = *day}, ClaimKind::kUrlDay});
  }
  if (delivery.modified)
    dates.published.push_back({*delivery.modified, ClaimKind::kHttpModified});
  std::erase_if(dates.published, [&delivery](const DateOfClaim& claim) {
    return IsAfter(claim.when, delivery.latest);
  });
}

void SetDates(HtmlDates dates, const HtmlMetadata& metadata,
              const RawFile& file, Article& article) {
  if (file.delivery != nullptr) AddDelivery(*file.delivery, metadata, dates);
  if (const std::optional<Publication> in_path = DateFromPath(file.path);
      in_path && in_path->when.date.day != 0)
    dates.published.push_back({in_path->when, ClaimKind::kPathDay});
  DateChoice choice = ChooseDate(dates.published, dates.modified);
  article.published = choice.published;
  article.other_dates = std::move(choice.others);
  article.modified = dates.modified;
}

// WordPress writes into the class of <body> what a page is.
bool BodyIsOfClass(const HtmlTree& tree, std::string_view word) {
  const auto body =
      std::find_if(tree.nodes().begin(), tree.nodes().end(),
                   [](const HtmlNode& node) { return node.name == "body"; });
  if (body == tree.nodes().end()) return false;
  const std::string classes =
      ' ' + std::string(tree.AttributeOf(*body, "class")) + ' ';
  return classes.find(' ' + std::string(word) + ' ') != std::string::npos;
}

// What the page says of itself: an article, or of many.
bool SaysArticle(const HtmlTree& tree, const HtmlMetadata& metadata) {
  if (metadata.Article() != nullptr || BodyIsOfClass(tree, "single-post"))
    return true;
  // Plugins call pages of a category articles, too.
  if (BodyIsOfClass(tree, "archive") && !BodyIsOfClass(tree, "single"))
    return false;
  if (SmallLetters(metadata.Meta({"og:type"})).find("article") !=
          std::string::npos ||
      !metadata.Meta({"article:published_time"}).empty())
    return true;
  const std::size_t bodies = metadata.PropertiesOf("articleBody").size();
  return bodies == 1 || bodies == 2;  // more of them are more articles
}

bool SaysIndex(const HtmlMetadata& metadata) {
  const std::string url = PageUrlOf(metadata);
  const std::size_t host = url.find("//");
  const std::size_t path =
      host == std::string::npos ? host : url.find('/', host + 2);
  const bool is_front = host != std::string::npos &&
                        (path == std::string::npos || path + 1 == url.size());
  return is_front || std::any_of(metadata.linked.begin(), metadata.linked.end(),
                                 [](const LinkedItem& item) {
                                   return item.kind == LinkedKind::kIndex;
                                 });
}

// Why the page is no article; empty when it is one.
std::string WhyNoArticle(const HtmlTree& tree, const HtmlMetadata& metadata,
                         const HtmlTitle& title, const HtmlBody& body) {
  constexpr std::size_t kFewestWords = 25;
  constexpr std::size_t kFewestUnderHeadline = 8;
  constexpr std::size_t kManyTeasers = 5;
  constexpr std::size_t kTextOfArticle = 60;  // words
  if (body.words == 0 && title.text.empty()) return "there is no text in it";
  if (SaysArticle(tree, metadata)) return "";
  if (body.teasers >= kManyTeasers &&
      (SaysIndex(metadata) || body.words < kTextOfArticle))
    return "a page of several articles";
  if (ShowsSeveralArticles(tree)) return "a page of several articles";
  const std::size_t fewest =
      title.element == 0 ? kFewestWords : kFewestUnderHeadline;
  return body.words < fewest ? "there is no article on the page" : "";
}

Result<Article> ArticleOf(const HtmlTree& tree, const RawFile& file) {
  const HtmlMetadata metadata = ReadHtmlMetadata(tree);
  const LinkedItem* const linked = metadata.Article();
  const HtmlTitle title = TitleOf(tree, metadata);
  const std::vector<HtmlHint> hints = HintsOf(tree);
  HtmlBody body = FindBody(
      tree, hints, title,
      linked == nullptr ? std::string_view() : std::string_view(linked->body));
  if (std::string reason = WhyNoArticle(tree, metadata, title, body);
      !reason.empty())
    return Error{ErrorCode::kBadInput, std::move(reason)};
  Article article;
  article.title = title.text;
  article.source = SiteNameOf(metadata);
  article.byline = AuthorsOf(tree, metadata, article.source);
  article.section = SectionOf(metadata, linked);
  article.language = LanguageOf(metadata, linked);
  article.keywords = KeywordsOf(metadata, linked);
  article.url = PageUrlOf(metadata);
  article.blocks = std::move(body.blocks);
  SetDates(DatesOf(tree, hints, metadata, title, body.element), metadata, file,
           article);
  return article;
}

}  // namespace

int SniffHtml(std::string_view path, std::string_view bytes) {
  if (LooksBinary(bytes) || LooksLikeJson(bytes)) return 0;
  if (LooksLikeHtml(bytes)) return 80;
  const std::string extension = ExtensionOf(path);
  const bool named = extension == ".html" || extension == ".htm" ||
                     extension == ".xhtml" || extension == ".shtml";
  return named && bytes.find('<') != std::string_view::npos ? 70 : 0;
}

Status ReadHtml(const RawFile& file, const ReaderOptions& /*options*/,
                const ArticleSink& sink) {
  // What the server says counts more than the page (HTML standard).
  const bool is_told =
      file.delivery != nullptr && !file.delivery->charset.empty();
  DecodedText decoded =
      DecodeText(file.bytes, is_told ? file.delivery->charset
                                     : DeclaredHtmlCharset(file.bytes));
  Result<HtmlTree> tree = HtmlTree::Parse(std::move(decoded.text));
  if (!tree) {
    sink.rejection({"", std::move(tree).error().message});
    return Ok();
  }
  Result<Article> article = ArticleOf(*tree, file);
  if (!article) {
    sink.rejection(
        {"", std::move(article).error().message, RejectionKind::kNoArticle});
    return Ok();
  }
  article->bytes = {0, file.bytes.size()};
  sink.article(*std::move(article));
  return Ok();
}

}  // namespace archive
