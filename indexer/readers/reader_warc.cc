// Web archives: WARC and ARC, as crawlers write them.
//
// Records of responses are read by the readers of what they hold.  The address
// is the record's; the day of the crawl is never that of publication, but no
// article was published after it.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "common/dates/date_scanner.h"
#include "common/dates/timestamp.h"
#include "common/text/utf8.h"
#include "indexer/readers/content_coding.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/http_message.h"
#include "indexer/readers/warc_records.h"

namespace archive {
namespace {

struct SkippedType {
  std::string_view type;
  std::string_view reason;
};

// Records that hold no page.
constexpr auto kSkippedTypes = std::to_array<SkippedType>({
    {"warcinfo", "a description of the archive"},
    {"request", "a request"},
    {"metadata", "a note on another record"},
    {"revisit", "the page was stored before"},
    {"continuation", "a part of another record"},
    {"dns", "an address of the network"},
});

struct MediaType {
  std::string_view name;
  std::string_view extension;  // as a file of it would have
};

constexpr auto kMediaTypes = std::to_array<MediaType>({
    {"text/html", ".html"},
    {"application/xhtml+xml", ".html"},
    {"text/plain", ".txt"},
    {"application/json", ".json"},
    {"application/feed+json", ".json"},
    {"application/x-ndjson", ".jsonl"},
    {"application/jsonl", ".jsonl"},
    {"text/markdown", ".md"},
    {"application/rss+xml", ".rss"},
    {"application/atom+xml", ".atom"},
    {"application/rdf+xml", ".rdf"},
    {"application/xml", ".xml"},
    {"text/xml", ".xml"},
    {"application/octet-stream", ""},
    {"unk", ""},  // ARC's for what it does not know
    {"", ""},
});

// The extension; nullptr for types that are no articles.
const MediaType* FindMediaType(std::string_view name) {
  const auto* const found =
      std::find_if(kMediaTypes.begin(), kMediaTypes.end(),
                   [name](const MediaType& row) { return row.name == name; });
  return found == kMediaTypes.end() ? nullptr : &*found;
}

std::optional<Day> DayOfCrawl(std::string_view date) {
  std::optional<Timestamp> when = ParseTimestamp(date);
  // ARC's: 20140216050221.
  if (!when && date.size() >= 8) when = ParseTimestamp(date.substr(0, 8));
  if (!when || when->date.day == 0) return std::nullopt;
  return RangeOf(when->date).first;
}

bool IsAddressOf(std::string_view url, std::string_view name) {
  url = url.substr(0, url.find_first_of("?#"));
  return url.ends_with(name);
}

// What a page is read from.
struct Page {
  std::string body;
  std::string media_type;
  Delivery delivery;
};

class RecordReader {
 public:
  RecordReader(std::size_t number, const ReaderOptions& options,
               const ArticleSink& sink)
      : number_(number), options_(options), sink_(sink) {}

  void Read(const WarcRecord& record) {
    where_ = CleanValue(record.url);
    if (record.type.empty())
      return Reject("not a record", RejectionKind::kMistake);
    for (const SkippedType& row : kSkippedTypes) {
      if (SameLetters(row.type, record.type)) return Skip(row.reason);
    }
    if (record.url.starts_with("dns:"))
      return Skip("an address of the network");
    // Logs of the crawler itself.
    if (record.url.starts_with("metadata:"))
      return Skip("a note on another record");
    if (record.is_too_long)
      return Reject(
          fmt::format("longer than {} MiB", WarcRecords::kMaxBlock >> 20),
          RejectionKind::kMistake);
    if (record.block.empty())
      return Reject(
          record.is_cut ? "its length is not known" : "empty",
          record.is_cut ? RejectionKind::kMistake : RejectionKind::kNoArticle);
    if (std::optional<Page> page = PageOf(record)) ReadPage(*page, record);
  }

 private:
  void Reject(std::string_view reason, RejectionKind kind) const {
    const std::string_view colon = where_.empty() ? "" : ": ";
    sink_.rejection({fmt::format("record {}{}{}", number_, colon, where_),
                     std::string(reason), kind});
  }
  void Skip(std::string_view reason) const {
    Reject(reason, RejectionKind::kNoArticle);
  }

  std::optional<Page> PageOf(const WarcRecord& record) const {
    Page page;
    page.delivery.url = CleanValue(record.url);
    page.delivery.latest = DayOfCrawl(record.date);
    const HttpResponse response = ReadHttpResponse(record.block);
    std::string_view type = record.media_type;
    if (response.status == 0) {
      page.body = response.body;
    } else {
      if (response.status < 200 || response.status > 299) {
        Skip(fmt::format("the server answered {}", response.status));
        return std::nullopt;
      }
      page.body = BodyOf(response);
      type = response.fields.Get("Content-Type");
      page.delivery.modified =
          ParseTimestamp(response.fields.Get("Last-Modified"));
    }
    page.media_type = MediaTypeOf(type);
    page.delivery.charset = CharsetOf(type);
    return page;
  }

  static std::string BodyOf(const HttpResponse& response) {
    std::string body =
        SameLetters(response.fields.Get("Transfer-Encoding"), "chunked")
            ? WithoutChunks(response.body)
            : std::string(response.body);
    std::string_view codings = response.fields.Get("Content-Encoding");
    // Applied from left to right, so taken off from the right.
    constexpr int kMostCodings = 3;
    for (int i = 0; i < kMostCodings && !codings.empty(); ++i) {
      const std::size_t comma = codings.rfind(',');
      std::string_view coding =
          comma == std::string_view::npos ? codings : codings.substr(comma + 1);
      while (coding.starts_with(' ')) coding.remove_prefix(1);
      body = Decoded(body, coding, WarcRecords::kMaxBlock);
      codings = comma == std::string_view::npos ? std::string_view()
                                                : codings.substr(0, comma);
    }
    return body;
  }

  void ReadPage(const Page& page, const WarcRecord& record) const {
    const MediaType* const type = FindMediaType(page.media_type);
    if (type == nullptr) return Skip("of type " + CleanValue(page.media_type));
    if (IsAddressOf(page.delivery.url, "/robots.txt"))
      return Skip("rules for crawlers");
    const std::string path = "page" + std::string(type->extension);
    const Detection detection = DetectFormat(path, page.body);
    if (detection.format == nullptr) return Skip(detection.skipped);
    if (detection.format->holds == FileHolds::kFiles)
      return Skip("a web archive in a web archive");
    const ArticleSink sink = {
        .article =
            [&](Article article) { Take(std::move(article), page, record); },
        .rejection =
            [&](const Rejection& rejection) {
              Reject(rejection.reason, rejection.kind);
            }};
    const RawFile inside = {path, page.body, &page.delivery};
    const Status read = detection.format->read(inside, options_, sink);
    if (!read) Reject(read.error().message, RejectionKind::kMistake);
  }

  void Take(Article article, const Page& page, const WarcRecord& record) const {
    if (article.url.empty()) article.url = page.delivery.url;
    article.bytes = {static_cast<std::size_t>(record.begin),
                     static_cast<std::size_t>(record.end)};
    if (article.published &&
        IsAfter(article.published->when, page.delivery.latest)) {
      article.other_dates.push_back(
          {article.published->when, "a day after the crawl"});
      article.published.reset();
    }
    sink_.article(std::move(article));
  }

  const std::size_t number_;  // of the record
  const ReaderOptions& options_;
  const ArticleSink& sink_;
  std::string where_;  // address of the record
};

// The same by whichever thread has time: a page takes longer than to find where
// its record ends.
void ReadLater(WarcRecord record, std::size_t number,
               const ReaderOptions& options, const ArticleSink& sink) {
  std::string block(record.block);
  const std::uint64_t bytes = block.size();
  record.block = {};
  sink.later({bytes, [record = std::move(record), block = std::move(block),
                      number, &options](const ArticleSink& to) mutable {
                record.block = block;
                RecordReader(number, options, to).Read(record);
              }});
}

}  // namespace

int SniffWarc(std::string_view /*path*/, std::string_view bytes) {
  return BeginsAsWebArchive(bytes) ? 100 : 0;
}

Status StreamWarc(const StreamedFile& file, const ReaderOptions& options,
                  const ArticleSink& sink) {
  WarcRecords records(file.bytes);
  for (std::size_t number = 1; auto record = records.Next(); ++number) {
    if (sink.later)
      ReadLater(*record, number, options, sink);
    else
      RecordReader(number, options, sink).Read(*record);
  }
  return Ok();
}

Status ReadWarc(const RawFile& file, const ReaderOptions& options,
                const ArticleSink& sink) {
  MemorySource source(file.bytes);
  BufferedBytes bytes(source);
  return StreamWarc({file.path, bytes}, options, sink);
}

}  // namespace archive
