// Documents of LibreOffice and its like (.odt): OpenDocument 1.3, part 3.
//
// Paragraphs and headings of the text, of its tables, lists and boxes, without
// what is deleted, comments, notes and tables of contents.
#include <array>
#include <utility>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/document_article.h"
#include "indexer/readers/foreign_files.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/xml_tree.h"
#include "indexer/readers/zip_members.h"

namespace archive {
namespace {

constexpr std::string_view kContent = "content.xml";
constexpr std::string_view kMeta = "meta.xml";
constexpr auto kParts = std::to_array({kContent, kMeta});
constexpr std::string_view kType =
    "mimetypeapplication/vnd.oasis.opendocument.text";

DocumentRole RoleNamed(std::string_view style) {
  if (style == "Title") return DocumentRole::kTitle;
  if (style.starts_with("Heading")) return DocumentRole::kHeading;
  if (style == "Caption" || style == "Illustration" || style == "Figure")
    return DocumentRole::kCaption;
  return DocumentRole::kText;
}

class TextReader {
 public:
  explicit TextReader(const XmlTree& content) : tree_(content) {
    // "P1" is an unnamed change of a named style.
    for (const std::size_t style : tree_.Descendants(0, "style:style"))
      styles_[tree_.AttributeOf(style, "style:name")] =
          RoleNamed(tree_.AttributeOf(style, "style:parent-style-name"));
  }

  std::vector<DocumentParagraph> Read() {
    const auto text = tree_.Find(0, "office:text");
    if (!text) return {};
    for (std::size_t at = *text + 1; at < tree_[*text].end;) {
      CloseBehind(at);
      const std::string_view name = tree_[at].name;
      if (IsPassedOver(name)) {
        at = tree_[at].end;
        continue;
      }
      if (name == "text:p" || name == "text:h")
        Open(at);
      else
        TakeNode(at, name);
      ++at;
    }
    CloseBehind(tree_[*text].end);
    return std::move(paragraphs_);
  }

 private:
  struct OpenParagraph {
    std::size_t end;
    DocumentParagraph paragraph;
  };

  static bool IsPassedOver(std::string_view name) {
    return name == "text:tracked-changes" || name == "office:annotation" ||
           name == "text:note" || name == "text:table-of-content" ||
           name == "svg:title" || name == "svg:desc" ||
           name == "text:ruby-text" || name == "office:forms";
  }

  void Open(std::size_t at) {
    const std::string style = tree_.AttributeOf(at, "text:style-name");
    const auto found = styles_.find(style);
    DocumentRole role =
        found == styles_.end() ? RoleNamed(style) : found->second;
    if (role == DocumentRole::kText && tree_[at].name == "text:h")
      role = DocumentRole::kHeading;
    open_.push_back({tree_[at].end, {role, ""}});
  }

  void CloseBehind(std::size_t at) {
    while (!open_.empty() && open_.back().end <= at) {
      DocumentParagraph& paragraph = open_.back().paragraph;
      paragraph.text = CleanValue(paragraph.text);
      if (!paragraph.text.empty()) paragraphs_.push_back(std::move(paragraph));
      open_.pop_back();
    }
  }

  void TakeNode(std::size_t at, std::string_view name) {
    if (open_.empty()) return;
    std::string& text = open_.back().paragraph.text;
    if (tree_[at].IsText())
      text += tree_[at].text;
    else if (name == "text:s" || name == "text:tab" ||
             name == "text:line-break")
      text += ' ';
  }

  const XmlTree& tree_;
  std::map<std::string, DocumentRole> styles_;
  std::vector<OpenParagraph> open_;
  std::vector<DocumentParagraph> paragraphs_;
};

DocumentProperties PropertiesOf(const XmlTree& meta) {
  const auto text = [&meta](std::string_view name) {
    const auto found = meta.Find(0, name);
    return found ? meta.TextOf(*found) : std::string();
  };
  DocumentProperties properties = {.title = text("dc:title"),
                                   .creator = text("meta:initial-creator"),
                                   .created = text("meta:creation-date"),
                                   .modified = text("dc:date"),
                                   .keywords = "",
                                   .language = text("dc:language")};
  if (properties.creator.empty()) properties.creator = text("dc:creator");
  for (const std::size_t word : meta.Descendants(0, "meta:keyword"))
    properties.keywords += meta.TextOf(word) + ';';
  return properties;
}

Result<Document> ReadDocument(std::string_view bytes) {
  ASSIGN_OR_RETURN(const auto parts, ReadZipMembers(bytes, kParts));
  const auto content = parts.find(std::string(kContent));
  if (content == parts.end())
    return Error{ErrorCode::kBadInput, "there is no content.xml in it"};
  ASSIGN_OR_RETURN(const XmlTree tree, XmlTree::Parse(content->second));
  Document document;
  document.paragraphs = TextReader(tree).Read();
  const auto meta = parts.find(std::string(kMeta));
  if (meta == parts.end()) return document;
  if (const Result<XmlTree> properties = XmlTree::Parse(meta->second))
    document.properties = PropertiesOf(*properties);
  return document;
}

}  // namespace

int SniffOdt(std::string_view path, std::string_view bytes) {
  constexpr std::size_t kNameAt = 30;
  if (!bytes.starts_with("PK\3\4")) return 0;
  if (bytes.substr(std::min(kNameAt, bytes.size())).starts_with(kType))
    return 95;
  return ExtensionOf(path) == ".odt" ? 90 : 0;
}

Status ReadOdt(const RawFile& file, const ReaderOptions& /*options*/,
               const ArticleSink& sink) {
  Result<Document> document = ReadDocument(file.bytes);
  if (!document) {
    sink.rejection({"", std::move(document).error().message});
    return Ok();
  }
  Article article = ArticleOfDocument(*std::move(document), file.path);
  if (SaysNothing(article)) {
    sink.rejection({"", "there is no text in it"});
    return Ok();
  }
  article.bytes = {0, file.bytes.size()};
  sink.article(std::move(article));
  return Ok();
}

}  // namespace archive
