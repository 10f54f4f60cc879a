// METS with ALTO, a newspaper's issue as libraries scan it: each article that
// METS lists, with the text that its pages hold for it.
//
// The pages lie beside the METS file or below its directory; in an archive they
// cannot be reached, and are read as pages.
#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/dates/date_scanner.h"
#include "common/text/fold.h"
#include "indexer/readers/alto_page.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/id_list.h"
#include "indexer/readers/mets_issue.h"
#include "indexer/readers/path_date.h"
#include "indexer/readers/xml_root.h"

namespace archive {
namespace {

// A librarian's word.
constexpr double kConfidence = 1.0;

// The blocks of a page by what names them: their own ids, those of the blocks
// that they are a part of, the page's.
class PageBlocks {
 public:
  explicit PageBlocks(AltoPage page) : page_(std::move(page)) {
    for (std::size_t at = 0; at < page_.blocks.size(); ++at) {
      const AltoBlock& block = page_.blocks[at];
      Note(block.id, at);
      Note(page_.id, at);
      for (const std::string_view id : IdsIn(block.around)) Note(id, at);
    }
  }

  const AltoPage& page() const { return page_; }

  // Those that an area names: [first, last), empty when none.
  std::pair<std::size_t, std::size_t> Of(const MetsArea& area) const {
    if (area.begin.empty()) return {0, page_.blocks.size()};
    const auto begin = places_.find(area.begin);
    if (begin == places_.end()) return {0, 0};
    const auto end = places_.find(area.end.empty() ? area.begin : area.end);
    const std::size_t first = begin->second.begin;
    const std::size_t last = end == places_.end() ? 0 : end->second.end;
    return {first, std::max(last, first + 1)};
  }

 private:
  void Note(std::string_view id, std::size_t at) {
    places_.try_emplace(std::string(id), Span{at, at}).first->second.end =
        at + 1;
  }

  AltoPage page_;
  std::unordered_map<std::string, Span> places_;
};

// Pages of the files of ALTO that articles are in, each file read once.
class IssuePagesText {
 public:
  IssuePagesText(const MetsIssue& issue, const Neighbours& neighbours)
      : issue_(issue), neighbours_(neighbours) {}

  const std::vector<PageBlocks>& Of(std::size_t page) {
    const auto [place, is_new] = read_.try_emplace(page);
    if (is_new) place->second = Read(issue_.pages[page]);
    return place->second;
  }

  // Pages that could not be read.
  const std::vector<Rejection>& missing() const { return missing_; }

 private:
  std::vector<PageBlocks> Read(const std::string& path) {
    const Result<std::string> bytes = neighbours_.Read(path);
    Result<std::vector<AltoPage>> pages =
        bytes ? ReadAltoPages(*bytes) : bytes.error();
    if (!pages) {
      missing_.push_back({path, pages.error().message});
      return {};
    }
    const bool has_text =
        std::any_of(pages->begin(), pages->end(),
                    [](const AltoPage& page) { return !page.blocks.empty(); });
    if (!has_text) missing_.push_back({path, "there is no text of ALTO in it"});
    return {std::make_move_iterator(pages->begin()),
            std::make_move_iterator(pages->end())};
  }

  const MetsIssue& issue_;
  const Neighbours& neighbours_;
  std::vector<Rejection> missing_;
  std::map<std::size_t, std::vector<PageBlocks>> read_;
};

// However they are written: headings stand in capitals.
bool HoldsWords(std::string_view text, std::string_view words) {
  constexpr std::size_t kMostBytes = 10'000;
  return FoldValue(text, kMostBytes).find(FoldValue(words, kMostBytes)) !=
         std::string::npos;
}

class ArticleMaker {
 public:
  ArticleMaker(const MetsIssue& issue, const std::optional<Publication>& when,
               IssuePagesText& pages)
      : issue_(issue), when_(when), pages_(pages) {}

  Article Make(const MetsArticle& listed) {
    Article article;
    article.bytes = listed.bytes;
    article.title = listed.title;
    article.byline = listed.authors;
    article.section = listed.section;
    article.language = LanguageTag(listed.language);
    article.source = issue_.paper;
    article.edition = issue_.edition;
    article.published = when_;
    if (!SameLetters(listed.kind, "article") &&
        !SameLetters(listed.kind, "art"))
      AddValue(FoldValue(listed.kind), article.topics);
    for (const MetsArea& area : listed.areas) AddArea(area, article);
    FinishTitle(article);
    if (article.language.empty()) article.language = issue_.language;
    if (words_rated_ != 0)
      article.ocr = words_sure_ / static_cast<double>(words_rated_);
    SetFirstLine(article);
    return article;
  }

 private:
  void AddArea(const MetsArea& area, Article& article) {
    for (const PageBlocks& blocks : pages_.Of(area.page)) {
      const auto [first, last] = blocks.Of(area);
      if (first < last) AddValue(blocks.page().number, article.pages);
      for (std::size_t at = first; at < last; ++at)
        AddBlock(blocks.page().blocks[at], area.role, article);
    }
  }

  // Headings above the text are the title; others stand in it.
  void AddBlock(const AltoBlock& block, MetsRole role, Article& article) {
    if (!taken_.insert(&block).second) return;
    words_rated_ += block.words_rated;
    words_sure_ += block.words_sure;
    if (article.language.empty())
      article.language = LanguageTag(block.language);
    if (role == MetsRole::kHeading && article.blocks.empty()) {
      if (!heading_.empty()) heading_ += ' ';
      heading_ += block.text;
      return;
    }
    const BlockKind kind = role == MetsRole::kCaption ? BlockKind::kCaption
                                                      : BlockKind::kParagraph;
    article.blocks.push_back({kind, block.text});
    types_.push_back({block.type, block.text.size()});
  }

  // A title that was cut short by whoever listed it does not lose the words
  // that are printed.
  void FinishTitle(Article& article) {
    if (article.title.empty() && heading_.empty())
      TakeLargeType(article);
    else if (article.title.empty()) {
      article.title = std::exchange(heading_, {});
    } else if (!heading_.empty() && !HoldsWords(article.title, heading_)) {
      article.blocks.insert(article.blocks.begin(),
                            {BlockKind::kParagraph, std::move(heading_)});
    }
  }

  // Where nobody has listed a title or a heading: what begins the article in
  // larger type than the rest.  What is set over it (a column's name) stays in
  // the text.
  void TakeLargeType(Article& article) const {
    constexpr std::size_t kFarthest = 3;  // blocks
    constexpr std::size_t kLongest = 200;
    const TypeSize usual = UsualType(types_);
    const std::vector<Block>& blocks = article.blocks;
    const auto is_large = [&](std::size_t at) {
      return at < blocks.size() && blocks[at].kind == BlockKind::kParagraph &&
             IsLarger(types_[at].type, usual);
    };
    std::size_t first = 0;
    while (first < kFarthest && !is_large(first)) ++first;
    if (first == kFarthest) return;
    std::size_t last = first;
    std::string title;
    while (is_large(last) && title.size() + blocks[last].text.size() < kLongest)
      title += (title.empty() ? "" : " ") + blocks[last++].text;
    if (title.empty() || last - first == blocks.size()) return;
    article.title = std::move(title);
    article.blocks.erase(
        article.blocks.begin() + static_cast<std::ptrdiff_t>(first),
        article.blocks.begin() + static_cast<std::ptrdiff_t>(last));
  }

  const MetsIssue& issue_;
  const std::optional<Publication>& when_;
  IssuePagesText& pages_;
  std::vector<TypedText> types_;  // of the article's blocks
  std::set<const AltoBlock*> taken_;
  std::string heading_;
  std::size_t words_rated_ = 0;
  double words_sure_ = 0;
};

}  // namespace

int SniffMets(std::string_view, std::string_view bytes) {
  return RootOfXml(bytes).name == "mets" ? 95 : 0;
}

Status ReadMets(const RawFile& file, const ReaderOptions& /*options*/,
                const ArticleSink& sink) {
  ASSIGN_OR_RETURN(const MetsIssue issue, ReadMetsIssue(file.bytes));
  const auto pass_over = [&sink](std::string reason) {
    sink.rejection({"", std::move(reason), RejectionKind::kNoArticle});
    return Ok();
  };
  const auto tell_elsewhere = [&] {
    for (const std::string& address : issue.elsewhere)
      sink.rejection({address,
                      "the page lies outside of the directory of this "
                      "file, and is not read"});
  };
  if (issue.articles.empty()) {
    if (issue.elsewhere.empty())
      return pass_over("a list of pages without articles");
    tell_elsewhere();
    return Ok();
  }
  if (file.neighbours == nullptr)
    return pass_over("an issue in an archive, whose pages are read one by one");
  std::optional<Publication> when = DateFromPath(file.path);
  if (issue.published)
    when = {*issue.published, DateSource::kMetadata, kConfidence};
  IssuePagesText pages(issue, *file.neighbours);
  std::vector<std::string> without_text;
  for (const MetsArticle& listed : issue.articles) {
    Article article = ArticleMaker(issue, when, pages).Make(listed);
    if (article.blocks.empty() && article.title.empty()) {
      sink.rejection({listed.id, "its text is not in the pages"});
      continue;
    }
    if (article.blocks.empty()) without_text.push_back(listed.id);
    sink.article(std::move(article));
  }
  // Behind the articles, whose numbers they must not change.
  for (const std::string& id : without_text)
    sink.rejection({id, "its text is not in the pages"});
  for (const Rejection& missing : pages.missing()) sink.rejection(missing);
  tell_elsewhere();
  return Ok();
}

}  // namespace archive
