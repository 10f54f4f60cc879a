#include <algorithm>
#include <array>
#include <string>

#include "common/dates/date_scanner.h"
#include "indexer/readers/foreign_files.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/reader.h"

namespace archive {
namespace {

constexpr std::array<Format, 25> kFormats = {{
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
     .version = 4,
     .help = "JSON Lines: one object a line, each an article; other names of "
             "fields from the configuration",
     .stream = StreamJsonLines},
    {.name = "csv",
     .extensions = ".csv .tsv .tab .psv",
     .sniff = SniffCsv,
     .read = ReadCsv,
     .holds = FileHolds::kManyArticles,
     .version = 3,
     .help = "tables as text (CSV, TSV): a row an article, the head names the "
             "columns, as in jsonl; the dialect is found out",
     .stream = StreamCsv},
    {.name = "warc",
     .extensions = ".warc .arc .wacz",
     .sniff = SniffWarc,
     .read = ReadWarc,
     .holds = FileHolds::kFiles,
     .version = 4,
     .help = "web archives (WARC, ARC, WACZ): the pages in them, each by the "
             "reader of its format",
     .stream = StreamWarc},
    {.name = "mbox",
     .extensions = ".mbox",
     .sniff = SniffMbox,
     .read = ReadMbox,
     .holds = FileHolds::kManyArticles,
     .version = 3,
     .help = "mailboxes: each message an article; as eml",
     .stream = StreamMbox},
    {.name = "eml",
     .extensions = ".eml",
     .sniff = SniffEml,
     .read = ReadEml,
     .holds = FileHolds::kOneArticle,
     .version = 3,
     .help = "mail: subject, sender, date, the plain or the HTML text; "
             "attachments are named and passed over"},
    {.name = "html",
     .extensions = ".html .htm .xhtml .shtml",
     .sniff = SniffHtml,
     .read = ReadHtml,
     .holds = FileHolds::kOneArticle,
     .version = 5,
     .help =
         "web pages: one article a page, without what is around it; title, "
         "byline and date also from JSON-LD, OpenGraph, microdata and RDFa"},
    {.name = "feed",
     .extensions = ".rss .atom .rdf .xml .cdf",
     .sniff = SniffFeed,
     .read = ReadFeed,
     .holds = FileHolds::kManyArticles,
     .version = 3,
     .help = "feeds: RSS 0.9 to 2.0, RSS 1.0 in RDF, Atom 0.3 and 1.0, CDF; "
             "each item an article"},
    {.name = "json",
     .extensions = ".json",
     .sniff = SniffJson,
     .read = ReadJson,
     .holds = FileHolds::kManyArticles,
     .version = 4,
     .help = "JSON documents: arrays of articles, objects that hold one, JSON "
             "Feed; names of fields as in jsonl"},
    {.name = "ninjs",
     .extensions = ".json",
     .sniff = SniffNinjs,
     .read = ReadNinjs,
     .holds = FileHolds::kManyArticles,
     .version = 5,
     .help =
         "ninjs 1 to 3, the IPTC's news in JSON: an item, an array or one a "
         "line; records of pictures, videos and events are passed over"},
    {.name = "nitf",
     .extensions = ".nitf .xml",
     .sniff = SniffNitf,
     .read = ReadNitf,
     .holds = FileHolds::kOneArticle,
     .version = 3,
     .help =
         "NITF 3, the IPTC's News Industry Text Format: one article a file, "
         "with subjects, marked names, captions, status, page"},
    {.name = "newsml_g2",
     .extensions = ".xml .newsml",
     .sniff = SniffNewsMLG2,
     .read = ReadNewsMLG2,
     .holds = FileHolds::kManyArticles,
     .version = 5,
     .help = "NewsML-G2: the texts of items and messages, also NITF and XHTML "
             "inside; pictures, videos, events and concepts are passed over"},
    {.name = "newsml",
     .extensions = ".xml .newsml",
     .sniff = SniffNewsML,
     .read = ReadNewsML,
     .holds = FileHolds::kManyArticles,
     .version = 4,
     .help = "NewsML 1: each item's text, also NITF and XHTML inside"},
    {.name = "rcv1",
     .extensions = ".xml",
     .sniff = SniffRcv1,
     .read = ReadRcv1,
     .holds = FileHolds::kOneArticle,
     .version = 2,
     .help = "Reuters Corpus Volume 1: XML, one article a file, with codes of "
             "topics, countries and industries"},
    {.name = "trec",
     .extensions = ".sgml .trec",
     .sniff = SniffTrec,
     .read = ReadTrec,
     .holds = FileHolds::kManyArticles,
     .version = 1,
     .help = "TREC, AQUAINT and Gigaword: SGML, many <DOC>s a file"},
    {.name = "mediawiki",
     .extensions = ".xml",
     .sniff = SniffMediawiki,
     .read = ReadMediawiki,
     .holds = FileHolds::kManyArticles,
     .version = 2,
     .help = "MediaWiki's dumps (Wikinews): each page an article, its day from "
             "{{date}}, its categories as keywords"},
    {.name = "iptc7901",
     .extensions = ".txt .7901",
     .sniff = SniffIptc7901,
     .read = ReadIptc7901,
     .holds = FileHolds::kManyArticles,
     .version = 3,
     .help = "IPTC 7901: the agencies' text wire, between SOH and EOT; many "
             "messages a file"},
    {.name = "anpa",
     .extensions = ".txt .anpa",
     .sniff = SniffAnpa,
     .read = ReadAnpa,
     .holds = FileHolds::kManyArticles,
     .version = 2,
     .help = "ANPA 1312: the text wire of North America; many messages a file"},
    {.name = "markdown",
     .extensions = ".md .markdown",
     .sniff = SniffMarkdown,
     .read = ReadMarkdown,
     .holds = FileHolds::kOneArticle,
     .version = 2,
     .help =
         "Markdown, with front matter in YAML or TOML or without: the pages "
         "of static sites (Hugo, Jekyll, Eleventy), one article a file"},
    {.name = "mets",
     .extensions = ".xml",
     .sniff = SniffMets,
     .read = ReadMets,
     .holds = FileHolds::kManyArticles,
     .version = 2,
     .help = "METS with ALTO, the scanned issue of a newspaper: each article "
             "that it lists, with its pages (as they lie beside it or below)"},
    {.name = "alto",
     .extensions = ".xml",
     .sniff = SniffAlto,
     .read = ReadAlto,
     .holds = FileHolds::kManyArticles,
     .version = 3,
     .help = "ALTO 1 to 4, the text of scans: each page an article, cut words "
             "whole, with how sure the machine was (ocr:)"},
    {.name = "pdf",
     .extensions = ".pdf",
     .sniff = SniffPdf,
     .read = ReadPdf,
     .holds = FileHolds::kOneArticle,
     .version = 1,
     .help = "PDF with text, by poppler's pdftotext in a process of its own: "
             "one article a file, with its pages"},
    {.name = "docx",
     .extensions = ".docx .docm",
     .sniff = SniffDocx,
     .read = ReadDocx,
     .holds = FileHolds::kOneArticle,
     .version = 1,
     .help = "Word's documents: one article a file, without what is deleted; "
             "title, author and date also from its properties"},
    {.name = "odt",
     .extensions = ".odt",
     .sniff = SniffOdt,
     .read = ReadOdt,
     .holds = FileHolds::kOneArticle,
     .version = 1,
     .help = "OpenDocument's texts, as docx"},
    {.name = "plain",
     .extensions = ".txt .text",
     .sniff = SniffPlain,
     .read = ReadPlain,
     .holds = FileHolds::kOneArticle,
     .version = 3,
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
    foreign = ForeignXml(beginning);
    if (foreign.empty()) foreign = ForeignZip(beginning);
    if (foreign.empty())
      foreign = LooksBinary(beginning) ? "binary data" : ForeignByName(path);
  }
  if (foreign.empty() && LooksLikeJson(beginning))
    foreign = "a JSON document is not read by this version";
  if (foreign.empty()) foreign = "of no known format";
  return {.skipped = std::move(foreign)};
}

}  // namespace archive
