#include "indexer/readers/document_article.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/dates/date_scanner.h"
#include "common/dates/timestamp.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/path_date.h"

namespace archive {
namespace {

// Set by judgement; the path is believed before it.
constexpr double kCreatedConfidence = 0.4;
// A longer first line is a paragraph.
constexpr std::size_t kLongestTitle = 200;

// "Microsoft Word - story.doc", "Untitled", "story_v2.docx": names of files
// and of nothing.
bool IsTitleOfProgram(std::string_view title) {
  static constexpr auto kBeginnings = std::to_array<std::string_view>(
      {"microsoft ", "untitled", "document", "dokument", "unbenannt",
       "powerpoint", "slide 1"});
  static constexpr auto kEnds = std::to_array<std::string_view>(
      {".doc", ".docx", ".odt", ".pdf", ".indd", ".qxd", ".rtf", ".txt"});
  std::string lowered;
  for (const char c : title) lowered += Lower(c);
  const std::string_view text = lowered;
  const auto begins = [text](std::string_view b) {
    return text.starts_with(b);
  };
  const auto ends = [text](std::string_view e) { return text.ends_with(e); };
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), begins) ||
         std::any_of(kEnds.begin(), kEnds.end(), ends);
}

bool IsAuthorOfProgram(std::string_view name) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"user", "admin", "administrator", "unknown", "author", "owner",
       "microsoft office user", "python-docx", "un-named"});
  return std::any_of(
      kNames.begin(), kNames.end(),
      [name](std::string_view row) { return SameLetters(name, row); });
}

bool CanBeTitle(std::string_view line) {
  return line.size() <= kLongestTitle && !line.ends_with('.') &&
         !line.ends_with(':') && !line.ends_with(',');
}

using Paragraphs = std::vector<DocumentParagraph>;

// Takes the title's paragraph out.
std::string TakeTitle(Paragraphs& paragraphs, std::string_view property) {
  const auto take = [&paragraphs](Paragraphs::iterator at) {
    std::string title = std::move(at->text);
    paragraphs.erase(at);
    return title;
  };
  const auto titled = std::find_if(paragraphs.begin(), paragraphs.end(),
                                   [](const DocumentParagraph& row) {
                                     return row.role == DocumentRole::kTitle;
                                   });
  if (titled != paragraphs.end()) return take(titled);
  const auto first = paragraphs.begin();
  if (first != paragraphs.end() && first->role == DocumentRole::kHeading)
    return take(first);
  std::string title = CleanValue(property);
  if (title.empty() || IsTitleOfProgram(title)) {
    const bool has_line = paragraphs.size() > 1 &&
                          first->role == DocumentRole::kText &&
                          CanBeTitle(first->text);
    return has_line ? take(first) : std::string();
  }
  if (first != paragraphs.end() && SameLetters(first->text, title)) take(first);
  return title;
}

void TakeByline(Paragraphs& paragraphs, std::string_view creator,
                Article& article) {
  if (!paragraphs.empty() && IsByline(paragraphs.front().text)) {
    article.byline = NamesOfByline(paragraphs.front().text);
    paragraphs.erase(paragraphs.begin());
    return;
  }
  const std::string name = CleanValue(creator);
  if (!IsAuthorOfProgram(name)) article.byline = NamesOfByline(name);
}

void TakeDates(const DocumentProperties& properties, std::string_view path,
               Article& article) {
  article.published = DateFromPath(path);
  article.modified = ParseTimestamp(properties.modified);
  const std::optional<Timestamp> created = ParseTimestamp(properties.created);
  if (!created) return;
  if (!article.published)
    article.published = {*created, DateSource::kMetadata, kCreatedConfidence};
  else if (!(article.published->when.date == created->date))
    article.other_dates.push_back({*created, "the file was made"});
}

}  // namespace

Article ArticleOfDocument(Document document, std::string_view path) {
  Article article;
  Paragraphs& paragraphs = document.paragraphs;
  article.title = TakeTitle(paragraphs, document.properties.title);
  TakeByline(paragraphs, document.properties.creator, article);
  TakeDates(document.properties, path, article);
  AddList(CleanValue(document.properties.keywords), ",;", article.keywords);
  article.language = LanguageTag(document.properties.language);
  for (DocumentParagraph& paragraph : paragraphs)
    article.blocks.push_back({paragraph.role == DocumentRole::kCaption
                                  ? BlockKind::kCaption
                                  : BlockKind::kParagraph,
                              std::move(paragraph.text)});
  SetFirstLine(article);
  return article;
}

}  // namespace archive
