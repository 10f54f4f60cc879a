// The pages of a file of ALTO (versions 1 to 4, the Library of Congress's XML
// of what a machine has read in a scan) → blocks of text with how sure it was.
//
// Words cut at the ends of lines are whole: as the file says (SUBS_CONTENT), or
// by the rule of hyphenation.h.  A block that begins with lines in larger type
// than the others is two: a headline and its text.  What articles are made of
// the blocks is left to reader_alto.cc and reader_mets.cc.  Pure.
#ifndef ARCHIVE_INDEXER_READERS_ALTO_PAGE_H_
#define ARCHIVE_INDEXER_READERS_ALTO_PAGE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "common/span.h"
#include "indexer/readers/type_size.h"

namespace archive {

struct AltoBlock {
  std::string id;
  std::string around;    // ids of the blocks that it is a part of, with blanks
                         // before, between and behind them; empty: none
  std::string text;      // clean, in one line, not empty
  std::string language;  // as the file says it
  TypeSize type;         // that most of it is set in
  bool in_margin = false;  // where the paper's title and the page's number are
  // Of the words of which the file says how sure they are: how many, and the
  // sum of their shares, 0 to 1 each.
  std::size_t words_rated = 0;
  double words_sure = 0;
};

struct AltoPage {
  std::string id;
  std::string number;  // as printed, else of the scan
  std::vector<AltoBlock> blocks;
  // Mean of its words', 0 to 1, else what the file says of all the page.
  std::optional<double> confidence;
  Span bytes;
};

// Fails (kBadInput): beyond the limits of xml_mending.h, naming the limit.
Result<std::vector<AltoPage>> ReadAltoPages(std::string_view bytes);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_ALTO_PAGE_H_
