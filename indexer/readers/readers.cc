#include <algorithm>
#include <array>
#include <string>

#include "common/dates/date_scanner.h"
#include "indexer/readers/foreign_files.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/reader.h"

namespace archive {
namespace {

constexpr std::array<Format, 7> kFormats = {{
    {.name = "reuters",
     .extensions = ".sgm .sgml",
     .sniff = SniffReuters,
     .read = ReadReuters,
     .holds = FileHolds::kManyArticles,
     .version = 1,
     .help = "Reuters-21578: SGML, many articles a file, with topics, places, "
             "people, organisations and exchanges"},
    {.name = "jsonl",
     .extensions = ".jsonl .ndjson .jl",
     .sniff = SniffJsonLines,
     .read = ReadJsonLines,
     .holds = FileHolds::kManyArticles,
     .version = 1,
     .help = "JSON Lines: one object a line, each an article; other names of "
             "fields from the configuration",
     .stream = StreamJsonLines},
    {.name = "warc",
     .extensions = ".warc .arc .wacz",
     .sniff = SniffWarc,
     .read = ReadWarc,
     .holds = FileHolds::kFiles,
     .version = 1,
     .help = "web archives (WARC, ARC, WACZ): the pages in them, each by the "
             "reader of its format",
     .stream = StreamWarc},
    {.name = "mbox",
     .extensions = ".mbox",
     .sniff = SniffMbox,
     .read = ReadMbox,
     .holds = FileHolds::kManyArticles,
     .version = 1,
     .help = "mailboxes: each message an article; as eml",
     .stream = StreamMbox},
    {.name = "eml",
     .extensions = ".eml",
     .sniff = SniffEml,
     .read = ReadEml,
     .holds = FileHolds::kOneArticle,
     .version = 1,
     .help = "mail: subject, sender, date, the plain or the HTML text; "
             "attachments are named and passed over"},
    {.name = "html",
     .extensions = ".html .htm .xhtml .shtml",
     .sniff = SniffHtml,
     .read = ReadHtml,
     .holds = FileHolds::kOneArticle,
     .version = 1,
     .help = "web pages: one article a page, without what is around it; title, "
             "byline and date also from JSON-LD, OpenGraph and microdata"},
    {.name = "plain",
     .extensions = ".txt .text .md",
     .sniff = SniffPlain,
     .read = ReadPlain,
     .holds = FileHolds::kOneArticle,
     .version = 1,
     .help = "plain text: one article a file, headline first; the date from "
             "the path"},
}};

constexpr std::size_t kSniffedBytes = std::size_t{64} << 10;

// Below this a format is not meant.
constexpr int kLikely = 50;

bool IsEmpty(std::string_view bytes) {
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  return std::all_of(bytes.begin(), bytes.end(), IsBlank);
}

const Format* LikeliestFormat(std::string_view path, std::string_view bytes) {
  const Format* likeliest = nullptr;
  int best = 0;
  for (const Format& format : kFormats) {
    const int score = format.sniff(path, bytes);
    if (score <= best) continue;
    likeliest = &format;
    best = score;
  }
  return best >= kLikely ? likeliest : nullptr;
}

}  // namespace

std::span<const Format> Formats() {
  return kFormats;
}

bool IsAfter(const Timestamp& when, std::optional<Day> latest) {
  return latest && RangeOf(when.date).first > *latest + 1;
}

const Format* FindFormat(std::string_view name) {
  const auto* const found =
      std::find_if(kFormats.begin(), kFormats.end(),
                   [name](const Format& row) { return row.name == name; });
  return found == kFormats.end() ? nullptr : &*found;
}

Detection DetectFormat(std::string_view path, std::string_view bytes) {
  const std::string_view beginning = bytes.substr(0, kSniffedBytes);
  if (IsEmpty(bytes)) return {.skipped = "empty"};
  std::string foreign = ForeignByContent(beginning);
  if (foreign.empty()) {
    if (const Format* format = LikeliestFormat(path, beginning))
      return {.format = format};
    foreign = LooksBinary(beginning) ? "binary data" : ForeignByName(path);
  }
  if (foreign.empty() && LooksLikeJson(beginning))
    foreign = "a JSON document is not read by this version";
  if (foreign.empty()) foreign = "of no known format";
  return {.skipped = std::move(foreign)};
}

}  // namespace archive
