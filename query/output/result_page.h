// What is shown of an answer: plain data, without any look.
//
// Hits are written one by one, so that a page of a million articles holds no
// more than a few runs of their records (matching/record_runs.h).  What it
// leaves to others: finding (matching/), reading hits (hits.h), looks
// (renderers.h).
#ifndef ARCHIVE_QUERY_OUTPUT_RESULT_PAGE_H_
#define ARCHIVE_QUERY_OUTPUT_RESULT_PAGE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "common/dates/date_mention.h"
#include "common/index/copies.h"
#include "common/index/index_layout.h"
#include "common/index/stored_record.h"
#include "common/index/visibility.h"
#include "common/result.h"
#include "common/span.h"
#include "query/matching/remote_address.h"

namespace archive {

// Of json and jsonl, as docs/archive-query.schema.json has it; grows when
// something is taken away or means something else, not when something is added.
//
// 1: the first.
inline constexpr int kFormatVersion = 1;
// From which one on --format-version may ask for.
inline constexpr int kOldestFormatVersion = 1;

struct Highlighted {
  std::string text;         // UTF-8 without control characters
  std::vector<Span> marks;  // in order, disjoint, inside text
};

// An article found.
struct Hit {
  std::size_t rank = 1;
  double score = 0;  // 0 unless sorted by relevance
  std::string id;
  std::string path;                   // of its file on this machine
  std::size_t copies = 0;             // near-copies it has in the index
  std::size_t versions = 0;           // other versions of it
  std::optional<WhyHidden> hidden;    // why it is found with status: alone
  StoredRecord record;                // kRecord
  Highlighted title;                  // the same; marked with kSnippet
  std::vector<DateMention> mentions;  // kMentions
  Highlighted snippet;                // kSnippet
};

// What is read of a hit besides its id; each costs something, and all but
// that need the record.
enum class HitDetail : std::uint8_t {
  kId = 0,
  kRecord = 1,
  kNames = 1 | 2,  // as facets count them; else they are those of the record
  kMentions = 1 | 4,
  kSnippet = 1 | 8,
};
constexpr HitDetail operator|(HitDetail a, HitDetail b) {
  return static_cast<HitDetail>(static_cast<unsigned>(a) |
                                static_cast<unsigned>(b));
}
constexpr bool Holds(HitDetail details, HitDetail which) {
  return (details | which) == details;
}
// For pages of one article.
inline constexpr HitDetail kWholeHit = HitDetail::kNames | HitDetail::kMentions;

// Writes one hit, of which it keeps nothing.  Threads: any.
using HitWriter = std::function<void(const Hit&, std::ostream&)>;

// Every part of an answer that is no list of articles: facets, timelines,
// lines. The first column holds texts.
using Cell = std::variant<std::string, std::uint64_t, double>;
using TableRow = std::vector<Cell>;
using RowSink = std::function<void(const TableRow&)>;

// What a table says: which look it has (output/table_looks.h).
enum class TableKind : std::uint8_t {
  kFacet,
  kTimeline,
  kLines,
  kCoverage,
  kDistinctive
};

struct Table {
  std::string name;  // of the field, of the view
  std::vector<std::string> columns;
  std::vector<TableRow> rows;
  std::uint64_t distinct = 0;  // rows there are, those left out too
  TableKind kind = TableKind::kFacet;
  // What is known of the whole, for programs: names as in JSON.
  std::vector<std::pair<std::string, Cell>> facts = {};
  // For people: behind the number of articles, and below the rows.
  std::string caption = {};
  std::vector<std::string> notes = {};
  std::vector<std::string> commands = {};  // what to do next, never broken
  // When set, hands over the rows one by one instead of `rows`: there may be
  // more of them than memory.  Fails: kIo, kIndexDamaged.
  std::function<Status(const RowSink&)> each_row = {};
};

// The rows of a table in order, wherever they come from.
Status ForEachRow(const Table& table, const RowSink& sink);
std::string CellText(const Cell& cell);

// Where a page stands in a file of queries.  How many follow is not known:
// pages are printed as their queries are answered.
struct BatchPlace {
  std::size_t line = 1;         // of the file
  std::size_t index = 0;        // among the pages printed
  std::size_t hits_before = 0;  // on them
};

// An index, and the state of it that was asked.
struct IndexRevision {
  std::string id;
  GenerationNumber generation = 0;
};

// What was asked, of what, and how it was read: enough to repeat it.
struct Envelope {
  std::string query;  // as typed
  std::string own;    // the same in our own language
  std::string
      command;  // "archive-query --db news": asks more of the same index
  std::string read_as;                 // the same with every bracket
  std::vector<IndexRevision> indexes;  // as --db names them; never empty
  std::uint64_t articles = 0;          // of the index
  std::string today;                   // what relative dates count from
  std::string tool;                    // version of the program
  std::uint64_t total = 0;             // articles, exact
  // Where near-copies are folded: how much they are alike, and what is left.
  std::optional<CopyLevel> fold_copies = {};
  std::uint64_t groups = 0;
  std::vector<MissingPart> missing;  // the answer is without these
  std::vector<std::string> notices;
};

// What pages count through: articles, or groups of near-copies.
inline std::uint64_t HitsOf(const Envelope& envelope) {
  return envelope.fold_copies ? envelope.groups : envelope.total;
}

struct ResultPage {
  Envelope envelope;
  std::vector<Table> tables;
  std::size_t offset = 0;
  std::size_t hit_count = 0;  // on this page
  // Writes the page's hits in order.  Fails: kIo, kIndexDamaged.
  std::function<Status(HitDetail, const HitWriter&, std::ostream&)> write_hits;
  std::optional<BatchPlace> batch;
};

inline bool IsFirst(const Hit& hit, const ResultPage& page) {
  return hit.rank == page.offset + 1;
}

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_RESULT_PAGE_H_
