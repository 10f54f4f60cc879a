// What is shown of an answer: plain data, without any look.
//
// Hits are handed over one by one, so that a page of a million articles holds
// no more than a run of their records (matching/record_runs.h).  What it leaves
// to others: finding (matching/), reading hits (hits.h), looks (renderers.h).
#ifndef ARCHIVE_QUERY_OUTPUT_RESULT_PAGE_H_
#define ARCHIVE_QUERY_OUTPUT_RESULT_PAGE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
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
  StoredRecord record;                // from kRecords on
  std::vector<DateMention> mentions;  // the same
  Highlighted title;                  // the same
  Highlighted snippet;                // kSnippets
};

// How much of a hit is read; each costs more than the one before.
enum class HitDetail : std::uint8_t { kIds, kRecords, kSnippets };

using HitSink = std::function<void(const Hit&)>;

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
  // Hands over the page's hits in order.  Fails: kIo, kIndexDamaged.
  std::function<Status(HitDetail, const HitSink&)> each_hit;
  std::optional<BatchPlace> batch;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_RESULT_PAGE_H_
