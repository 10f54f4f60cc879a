// PDF: its text by poppler's pdftotext, in a process of its own.
//
// What stands in a page is a drawing, and where paragraphs end is a guess of
// that program.  Scans without text have none.
#include <string>
#include <utility>

#include <fmt/format.h>

#include "indexer/readers/article_parts.h"
#include "indexer/readers/child_process.h"
#include "indexer/readers/document_article.h"
#include "indexer/readers/foreign_files.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/pdf_text.h"
#include "indexer/readers/xml_mending.h"

namespace archive {
namespace {

constexpr std::string_view kMark = "%PDF-";

Result<std::string> TextOfPdf(std::string_view bytes) {
  Result<std::string> text =
      OutputOfChild({"pdftotext",
                     {"-q", "-bbox-layout", "-enc", "UTF-8", "-eol", "unix",
                      std::string(kChildInput), "-"}},
                    bytes, {.output_bytes = kMaxXmlBytes});
  if (!text && text.error().code == ErrorCode::kNotFound)
    return Error{ErrorCode::kBadInput,
                 "PDF is read by pdftotext, which is not installed (Debian: "
                 "poppler-utils)"};
  if (!text && text.error().message.ends_with("cannot read it"))
    return Error{ErrorCode::kBadInput,
                 text.error().message + ": damaged, or locked by a password"};
  return text;
}

Result<PdfText> ReadDocument(std::string_view bytes) {
  ASSIGN_OR_RETURN(const std::string printed, TextOfPdf(bytes));
  return ReadPdfText(printed);
}

}  // namespace

int SniffPdf(std::string_view path, std::string_view bytes) {
  // Bytes of a printer's may stand in front of it.
  constexpr std::size_t kLatest = 1024;
  if (bytes.starts_with(kMark)) return 95;
  const bool is_near =
      bytes.substr(0, kLatest).find(kMark) != std::string_view::npos;
  return is_near && ExtensionOf(path) == ".pdf" ? 90 : 0;
}

Status ReadPdf(const RawFile& file, const ReaderOptions& /*options*/,
               const ArticleSink& sink) {
  Result<PdfText> read = ReadDocument(file.bytes);
  if (!read) {
    sink.rejection({"", std::move(read).error().message});
    return Ok();
  }
  PdfText& text = *read;
  const bool is_blank = text.document.paragraphs.empty();
  Article article = ArticleOfDocument(std::move(text.document), file.path);
  if (is_blank || SaysNothing(article)) {
    sink.rejection({"", "there is no text in it: a scan, perhaps",
                    RejectionKind::kNoArticle});
    return Ok();
  }
  for (std::size_t page = 1; page <= text.pages; ++page)
    AddValue(fmt::format("{}", page), article.pages);
  article.bytes = {0, file.bytes.size()};
  sink.article(std::move(article));
  return Ok();
}

}  // namespace archive
