// What poppler's pdftotext prints of a PDF (-bbox-layout: an XML of pages,
// blocks, lines and words with their places) → paragraphs and properties: pages
// put together, without what stands at the head and the foot of each; the title
// is what is set largest on the first.  Pure; the program is run by
// reader_pdf.cc.
#ifndef ARCHIVE_INDEXER_READERS_PDF_TEXT_H_
#define ARCHIVE_INDEXER_READERS_PDF_TEXT_H_

#include <cstddef>
#include <string_view>

#include "common/result.h"
#include "indexer/readers/document_article.h"

namespace archive {

struct PdfText {
  Document document;
  std::size_t pages = 0;
};

// Fails (kBadInput): beyond the limits of xml_mending.h.
Result<PdfText> ReadPdfText(std::string_view printed);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_PDF_TEXT_H_
