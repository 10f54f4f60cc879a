// What office documents and PDF have alike: paragraphs with a part to play, and
// properties that the program wrote which made the file → an Article.  Pure.
#ifndef ARCHIVE_INDEXER_READERS_DOCUMENT_ARTICLE_H_
#define ARCHIVE_INDEXER_READERS_DOCUMENT_ARTICLE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace archive {

enum class DocumentRole : unsigned char {
  kText,
  kTitle,    // as its style says
  kHeading,  // a text, or the title of a document without one
  kCaption,
};

struct DocumentParagraph {
  DocumentRole role = DocumentRole::kText;
  std::string text;  // clean, in one line
};

// As the file says, not cleaned; empty: it does not.
struct DocumentProperties {
  std::string title;
  std::string creator;
  std::string created;
  std::string modified;
  std::string keywords;
  std::string language;
};

struct Document {
  std::vector<DocumentParagraph> paragraphs;
  DocumentProperties properties;
};

// The title is the paragraph of that style, else the first heading where the
// text begins with it, else the property, else a short first line.  The day is
// that of the path; else that on which the file was made, with little
// confidence: a letter is older than its mailing, a template than its letter.
Article ArticleOfDocument(Document document, std::string_view path);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_DOCUMENT_ARTICLE_H_
