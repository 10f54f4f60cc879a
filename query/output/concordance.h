// Every hit in its line: what historians call a concordance, and what the text
// beside a hit says.
//
// A line is an occurrence of a part of the query in title, body or captions, as
// the checker of matches decides it; of a distance, what stands from its first
// word to its last one in a paragraph.
#ifndef ARCHIVE_QUERY_OUTPUT_CONCORDANCE_H_
#define ARCHIVE_QUERY_OUTPUT_CONCORDANCE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/open_index.h"
#include "common/result.h"
#include "query/matching/leaf_words.h"
#include "query/matching/searcher.h"
#include "query/matching/token_source.h"
#include "query/output/result_page.h"

namespace archive {

// In columns of a terminal, on each side of a hit.
inline constexpr std::size_t kContextColumns = 120;

enum class LineOrder : std::uint8_t {
  kArticles,  // that of the articles, and of their text
  kLeft,      // by the words before the hit, the nearest first
  kRight,     // by the words behind it
};

struct ConcordanceLine {
  std::string id;
  std::string date;  // as precise as it is known; empty: undated
  std::string left;
  std::string hit;
  std::string right;
  std::string_view place;     // title, body or caption
  std::size_t paragraph = 1;  // of the body; which caption
  std::size_t offset = 0;     // of the hit in the paragraph, in bytes
};

// Threads: none.  Lives: no longer than the index.
class LineReader {
 public:
  // `marks`: SearchAnswer::marks.
  LineReader(const OpenIndex& index, std::span<const PositionTree> marks);

  // The lines of an article in the order of its text.  Fails: kIo,
  // kIndexDamaged.
  Result<std::vector<ConcordanceLine>> Read(const Match& match);

 private:
  struct Place;
  void AddLines(const Place& place, std::vector<ConcordanceLine>& lines);

  Searcher searcher_;
  JoinedTrees trees_;
  TextSource source_;
  PositionChecker checker_;
};

// Columns: id, date, left, hit, right, place, paragraph, offset.  Rows are read
// when they are asked for, one article after the other; all at once when they
// are to be sorted.  The table must not outlive index and answer.
Table MakeConcordanceTable(const OpenIndex& index, const SearchAnswer& answer,
                           LineOrder order);

// The end of `text`, or its beginning, in at most `room` columns of a terminal;
// cut between words where there are spaces, and with … where something is
// missing.
std::string EndOfText(std::string_view text, std::size_t room);
std::string BeginOfText(std::string_view text, std::size_t room);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_CONCORDANCE_H_
