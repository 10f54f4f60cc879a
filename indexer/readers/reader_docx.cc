// Word's documents (.docx): Office Open XML, ECMA-376 part 1, 17.
//
// Paragraphs of the body, of tables and text boxes, as they stand after all
// changes are accepted: without what is deleted or moved away, codes of fields,
// notes, heads and feet of pages.
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

constexpr std::string_view kBody = "word/document.xml";
constexpr std::string_view kStyles = "word/styles.xml";
constexpr std::string_view kCore = "docProps/core.xml";
constexpr auto kParts = std::to_array({kBody, kStyles, kCore});

// Styles have names of their own in each language, but for people alone: the
// built-in ones are named in English inside.
DocumentRole RoleNamed(std::string_view style) {
  if (SameLetters(style, "title")) return DocumentRole::kTitle;
  if (SameLetters(style.substr(0, 7), "heading")) return DocumentRole::kHeading;
  if (SameLetters(style, "caption")) return DocumentRole::kCaption;
  return DocumentRole::kText;
}

class WordReader {
 public:
  WordReader(const XmlTree& body, const XmlTree* styles) : tree_(body) {
    if (styles != nullptr) ReadStyles(*styles);
  }

  std::vector<DocumentParagraph> Read() {
    // In the order of the document; a paragraph ends where one inside it
    // (a text box) begins, and goes on behind it.
    for (std::size_t at = 1; at < tree_.size();) {
      CloseBehind(at);
      const std::string_view name = tree_[at].name;
      if (IsPassedOver(name)) {
        at = tree_[at].end;
        continue;
      }
      if (name == "w:p")
        Open(at);
      else
        TakeNode(at, name);
      ++at;
    }
    CloseBehind(tree_.size());
    return std::move(paragraphs_);
  }

 private:
  struct OpenParagraph {
    std::size_t end;
    DocumentParagraph paragraph;
  };

  static bool IsPassedOver(std::string_view name) {
    return name == "w:del" || name == "w:movefrom" || name == "w:instrtext" ||
           name == "w:deltext" || name == "mc:fallback" || name == "w:rubypr" ||
           name == "w:rt";
  }

  void ReadStyles(const XmlTree& styles) {
    for (const std::size_t style : styles.Descendants(0, "w:style")) {
      const auto name = styles.Along(style, {"w:name"});
      if (name)
        styles_[styles.AttributeOf(style, "w:styleid")] =
            RoleNamed(styles.AttributeOf(*name, "w:val"));
    }
  }

  void Open(std::size_t at) {
    OpenParagraph open = {tree_[at].end, {}};
    if (const auto style = tree_.Along(at, {"w:ppr", "w:pstyle"})) {
      const std::string id = tree_.AttributeOf(*style, "w:val");
      const auto found = styles_.find(id);
      open.paragraph.role =
          found == styles_.end() ? RoleNamed(id) : found->second;
    }
    open_.push_back(std::move(open));
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
    if (name == "w:t")
      text += tree_.RawTextOf(at);
    else if (name == "w:tab" || name == "w:br" || name == "w:cr")
      text += ' ';
    else if (name == "w:nobreakhyphen")
      text += '-';
  }

  const XmlTree& tree_;
  std::map<std::string, DocumentRole> styles_;
  std::vector<OpenParagraph> open_;
  std::vector<DocumentParagraph> paragraphs_;
};

DocumentProperties PropertiesOf(const XmlTree& core) {
  const auto text = [&core](std::string_view name) {
    const auto found = core.Find(0, name);
    return found ? core.TextOf(*found) : std::string();
  };
  return {.title = text("dc:title"),
          .creator = text("dc:creator"),
          .created = text("dcterms:created"),
          .modified = text("dcterms:modified"),
          .keywords = text("cp:keywords"),
          .language = text("dc:language")};
}

Result<Document> ReadDocument(std::string_view bytes) {
  ASSIGN_OR_RETURN(const auto parts, ReadZipMembers(bytes, kParts));
  const auto find = [&parts](std::string_view name) {
    const auto found = parts.find(std::string(name));
    return found == parts.end() ? std::string_view()
                                : std::string_view(found->second);
  };
  if (find(kBody).empty())
    return Error{ErrorCode::kBadInput, "there is no word/document.xml in it"};
  ASSIGN_OR_RETURN(const XmlTree body, XmlTree::Parse(find(kBody)));
  const Result<XmlTree> styles = XmlTree::Parse(find(kStyles));
  const Result<XmlTree> core = XmlTree::Parse(find(kCore));
  Document document;
  document.paragraphs = WordReader(body, styles ? &*styles : nullptr).Read();
  if (core) document.properties = PropertiesOf(*core);
  return document;
}

}  // namespace

int SniffDocx(std::string_view path, std::string_view bytes) {
  if (!bytes.starts_with("PK\3\4")) return 0;
  if (bytes.find(kBody) != std::string_view::npos) return 95;
  const std::string extension = ExtensionOf(path);
  return extension == ".docx" || extension == ".docm" ? 90 : 0;
}

Status ReadDocx(const RawFile& file, const ReaderOptions& /*options*/,
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
