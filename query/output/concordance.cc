#include "query/output/concordance.h"

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "common/text/analyser.h"
#include "query/language/characters.h"
#include "query/output/wrap.h"

namespace archive {
namespace {

constexpr std::string_view kCutBefore = "… ";
constexpr std::string_view kCutBehind = " …";
constexpr std::size_t kCutColumns = 2;
// A cut looks so far for a space; other scripts are cut anywhere.
constexpr std::size_t kSpaceWithin = 24;

// From where on the end of `text` takes no more than `room` columns.
std::size_t StartOfEnd(std::string_view text, std::size_t room) {
  std::size_t begin = text.size();
  std::size_t columns = 0;
  while (begin > 0) {
    const std::size_t bytes = CharacterBefore(text, begin).bytes;
    columns += ColumnsOf(text.substr(begin - bytes, bytes));
    if (columns > room) break;
    begin -= bytes;
  }
  return begin;
}

std::size_t EndOfStart(std::string_view text, std::size_t room) {
  std::size_t end = 0;
  std::size_t columns = 0;
  while (end < text.size()) {
    const std::size_t bytes = CharacterAt(text, end).bytes;
    columns += ColumnsOf(text.substr(end, bytes));
    if (columns > room) break;
    end += bytes;
  }
  return end;
}

// The stretch of an occurrence that one line can show: its first paragraph.
Span SpanOf(const Occurrence& found, const std::vector<Span>& spans) {
  const WordPosition& first = found.words.front();
  Span span = spans[first.position];
  for (const WordPosition& word : found.words) {
    if (word.paragraph == first.paragraph)
      span.end = std::max(span.end, spans[word.position].end);
  }
  return span;
}

std::string Trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return "";
  return std::string(
      text.substr(begin, text.find_last_not_of(' ') + 1 - begin));
}

TableRow RowOf(const ConcordanceLine& line) {
  return {line.id,
          line.date,
          line.left,
          line.hit,
          line.right,
          std::string(line.place),
          std::uint64_t{line.paragraph},
          std::uint64_t{line.offset}};
}

// What lines are compared by: the words beside the hit, the nearest first.
std::vector<std::string> SortKey(const ConcordanceLine& line, LineOrder order,
                                 Analyser& analyser) {
  std::vector<std::string> key;
  for (Word& word :
       analyser.Words(order == LineOrder::kLeft ? line.left : line.right))
    key.push_back(std::move(word.text));
  if (order == LineOrder::kLeft) std::reverse(key.begin(), key.end());
  return key;
}

void SortLines(std::vector<ConcordanceLine>& lines, LineOrder order) {
  using Keyed = std::pair<std::vector<std::string>, ConcordanceLine>;
  Analyser analyser;
  std::vector<Keyed> keyed;
  for (ConcordanceLine& line : lines) {
    std::vector<std::string> key = SortKey(line, order, analyser);
    keyed.emplace_back(std::move(key), std::move(line));
  }
  std::stable_sort(
      keyed.begin(), keyed.end(),
      [](const Keyed& a, const Keyed& b) { return a.first < b.first; });
  lines.clear();
  for (Keyed& one : keyed) lines.push_back(std::move(one.second));
}

Status EachLine(LineReader& reader, const std::vector<Match>& matches,
                LineOrder order, const RowSink& sink) {
  std::vector<ConcordanceLine> all;
  for (const Match& match : matches) {
    ASSIGN_OR_RETURN(std::vector<ConcordanceLine> lines, reader.Read(match));
    if (order == LineOrder::kArticles) {
      for (const ConcordanceLine& line : lines) sink(RowOf(line));
    } else {
      std::move(lines.begin(), lines.end(), std::back_inserter(all));
    }
  }
  SortLines(all, order);
  for (const ConcordanceLine& line : all) sink(RowOf(line));
  return Ok();
}

// What the lines of one article may cost, in steps of a PositionChecker.
constexpr std::uint64_t kMaxLineSteps = 1'000'000;

}  // namespace

// One value of an article, and what is said of all its lines.
struct LineReader::Place {
  Zone zone = Zone::kBody;
  std::string_view name;
  std::size_t first_paragraph = 1;
  const StoredRecord& record;
  std::vector<std::string_view> paragraphs;
};

LineReader::LineReader(const OpenIndex& index,
                       std::span<const PositionTree> marks)
    : searcher_(index),
      trees_(JoinTrees(marks)),
      source_(trees_),
      checker_(kMaxLineSteps) {}

void LineReader::AddLines(const Place& place,
                          std::vector<ConcordanceLine>& lines) {
  const TextValue value =
      source_.Read(place.zone, place.paragraphs, place.record.language);
  std::vector<std::pair<std::size_t, Span>> spans;  // paragraph, bytes
  for (const PositionNode& root : trees_.roots) {
    for (const Occurrence& found : checker_.Find(root, value.words))
      spans.emplace_back(found.words.front().paragraph,
                         SpanOf(found, value.spans));
  }
  std::sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second.begin, a.second.end) <
           std::tie(b.first, b.second.begin, b.second.end);
  });
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  const auto& published = place.record.article.published;
  for (const auto& [paragraph, span] : spans) {
    const std::string_view text = place.paragraphs[paragraph];
    lines.push_back(
        {.id = place.record.id,
         .date = published ? ToIsoString(published->when.date) : "",
         .left =
             EndOfText(Trimmed(text.substr(0, span.begin)), kContextColumns),
         .hit = std::string(text.substr(span.begin, span.end - span.begin)),
         .right = BeginOfText(Trimmed(text.substr(span.end)), kContextColumns),
         .place = place.name,
         .paragraph = place.first_paragraph + paragraph,
         .offset = span.begin});
  }
}

Result<std::vector<ConcordanceLine>> LineReader::Read(const Match& match) {
  ASSIGN_OR_RETURN(const StoredRecord record, searcher_.RecordOf(match));
  std::vector<ConcordanceLine> lines;
  checker_.Renew();
  if (!record.article.title.empty())
    AddLines({.zone = Zone::kTitle,
              .name = "title",
              .record = record,
              .paragraphs = {record.article.title}},
             lines);
  Place body = {.name = "body", .record = record};
  for (const Block& block : record.article.blocks) {
    if (block.kind == BlockKind::kParagraph)
      body.paragraphs.emplace_back(block.text);
  }
  AddLines(body, lines);
  std::size_t caption = 0;
  for (const Block& block : record.article.blocks) {
    if (block.kind == BlockKind::kCaption)
      AddLines({.zone = Zone::kCaption,
                .name = "caption",
                .first_paragraph = ++caption,
                .record = record,
                .paragraphs = {block.text}},
               lines);
  }
  if (checker_.gave_up()) return TooManyPlacements(kMaxLineSteps, record.id);
  return lines;
}

Table MakeConcordanceTable(const OpenIndex& index, const SearchAnswer& answer,
                           LineOrder order) {
  Table table = {.name = "lines",
                 .columns = {"id", "date", "left", "hit", "right", "place",
                             "paragraph", "offset"},
                 .kind = TableKind::kLines};
  table.facts = {{"articles_shown", std::uint64_t{answer.matches.size()}},
                 {"articles_found", answer.total}};
  table.each_row = [reader = std::make_shared<LineReader>(index, answer.marks),
                    matches = answer.matches,
                    order](const RowSink& sink) -> Status {
    return EachLine(*reader, matches, order, sink);
  };
  return table;
}

std::string EndOfText(std::string_view text, std::size_t room) {
  if (ColumnsOf(text) <= room) return std::string(text);
  if (room <= kCutColumns) return std::string(room, ' ');
  std::size_t begin = StartOfEnd(text, room - kCutColumns);
  const std::size_t space = text.find(' ', begin - 1);
  if (space != std::string_view::npos && space < begin + kSpaceWithin &&
      space + 1 < text.size())
    begin = space + 1;
  return std::string(kCutBefore) + std::string(text.substr(begin));
}

std::string BeginOfText(std::string_view text, std::size_t room) {
  if (ColumnsOf(text) <= room) return std::string(text);
  if (room <= kCutColumns) return std::string(room, ' ');
  std::size_t end = EndOfStart(text, room - kCutColumns);
  const std::size_t space = text.rfind(' ', end);
  if (space != std::string_view::npos && space + kSpaceWithin > end &&
      space > 0)
    end = space;
  return std::string(text.substr(0, end)) + std::string(kCutBehind);
}

}  // namespace archive
