#include "indexer/readers/warc_records.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "common/dates/date_scanner.h"
#include "indexer/readers/http_message.h"

namespace archive {
namespace {

constexpr std::size_t kMaxLine = std::size_t{64} << 10;
constexpr std::size_t kMaxHeader = std::size_t{256} << 10;
constexpr std::string_view kWarc = "WARC/";
constexpr std::size_t kTail = 64;  // looked at behind a block

std::optional<std::uint64_t> NumberOf(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.empty())
    return std::nullopt;
  return number;
}

std::string_view WithoutLineEnd(std::string_view line) {
  while (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The words of a line; an URL in front may hold blanks itself.
std::vector<std::string_view> WordsOf(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool IsDigits(std::string_view text) {
  return text.size() >= 8 && std::all_of(text.begin(), text.end(), IsDigit);
}

// The parts of an ARC header, from its end: URL IP date type length, and in
// version 2 five more between type and length.
struct ArcHeader {
  std::string_view url, date, media_type, length;
};

std::optional<ArcHeader> ReadArcHeader(std::string_view line) {
  if (line.find("://") == std::string_view::npos && !line.starts_with("dns:"))
    return std::nullopt;
  const std::vector<std::string_view> words = WordsOf(WithoutLineEnd(line));
  for (const std::size_t behind_url : {std::size_t{4}, std::size_t{9}}) {
    if (words.size() <= behind_url) continue;
    const std::size_t first = words.size() - behind_url;
    if (!IsDigits(words[first + 1])) continue;
    const std::string_view last_of_url = words[first - 1];
    const auto url_size = static_cast<std::size_t>(
        last_of_url.data() + last_of_url.size() - line.data());
    return ArcHeader{line.substr(0, url_size), words[first + 1],
                     words[first + 2], words.back()};
  }
  return std::nullopt;
}

bool IsLineEnd(char c) {
  return c == '\r' || c == '\n';
}

bool BeginsRecord(std::string_view text) {
  if (text.starts_with(kWarc)) return true;
  const std::string_view line = text.substr(0, text.find('\n'));
  return ReadArcHeader(line).has_value();
}

// What stands behind a block is nothing, empty lines, or the next record.
bool EndsWell(std::string_view behind, bool is_last) {
  std::size_t at = 0;
  while (at < behind.size() && IsLineEnd(behind[at])) ++at;
  if (at == behind.size()) return is_last || at > 1;
  const std::string_view next = behind.substr(at);
  return next.starts_with(kWarc) || (at > 0 && !next.starts_with("HTTP/"));
}

// Where inside a block that ends badly the next record begins.
std::size_t RecordInside(std::string_view block) {
  for (std::size_t at = block.find(kWarc); at != std::string_view::npos;
       at = block.find(kWarc, at + 1)) {
    const std::string_view version = block.substr(at + kWarc.size(), 4);
    if (version.starts_with("0.1") || version.starts_with("1.0") ||
        version.starts_with("1.1"))
      return at;
  }
  return std::string_view::npos;
}

std::string WithoutBrackets(std::string_view url) {
  if (url.starts_with('<') && url.ends_with('>')) {
    url.remove_prefix(1);
    url.remove_suffix(1);
  }
  return std::string(url);
}

}  // namespace

std::optional<WarcRecord> WarcRecords::Next() {
  bytes_.Consume(unread_);
  unread_ = 0;
  for (;;) {
    const std::string_view next = bytes_.Peek(kWarc.size());
    if (next.empty()) return std::nullopt;
    if (!IsLineEnd(next.front())) break;
    bytes_.Consume(1);
  }
  std::string_view next = bytes_.Peek(kWarc.size());
  if (next.starts_with(kWarc)) return ReadWarc();
  next = bytes_.Peek(kMaxLine);
  const std::string line(next.substr(0, next.find('\n')));
  if (ReadArcHeader(line)) return ReadArc(line);
  return PassJunk();
}

WarcRecord WarcRecords::ReadWarc() {
  WarcRecord record;
  record.begin = bytes_.offset();
  const std::string_view next = bytes_.Peek(kMaxHeader);
  std::size_t at = std::min(next.find('\n'), next.size() - 1) + 1;
  const HeaderFields fields =
      HeaderFields::Read(next.substr(0, kMaxHeader), at);
  record.type = fields.Get("WARC-Type");
  if (record.type.empty()) record.type = "unknown";
  record.url = WithoutBrackets(fields.Get("WARC-Target-URI"));
  record.date = fields.Get("WARC-Date");
  record.media_type = fields.Get("Content-Type");
  const std::optional<std::uint64_t> length =
      NumberOf(fields.Get("Content-Length"));
  bytes_.Consume(at);
  TakeBlock(length, record);
  return record;
}

WarcRecord WarcRecords::ReadArc(std::string_view line) {
  const ArcHeader header = *ReadArcHeader(line);
  WarcRecord record;
  record.begin = bytes_.offset();
  record.url = header.url;
  record.date = header.date;
  record.media_type = header.media_type;
  record.type = header.url.starts_with("filedesc:") ? "warcinfo"
                : header.url.starts_with("dns:")    ? "dns"
                                                    : "response";
  const std::optional<std::uint64_t> length = NumberOf(header.length);
  bytes_.Consume(
      std::min(line.size() + 1, bytes_.Peek(line.size() + 1).size()));
  TakeBlock(length, record);
  return record;
}

void WarcRecords::TakeBlock(std::optional<std::uint64_t> length,
                            WarcRecord& record) {
  if (!length) {
    record.is_cut = true;
    record.end = bytes_.offset();
    return;
  }
  if (*length > kMaxBlock) {
    record.is_too_long = true;
    record.is_cut = bytes_.Skip(*length) < *length;
    record.end = bytes_.offset();
    return;
  }
  const auto size = static_cast<std::size_t>(*length);
  const std::string_view next = bytes_.Peek(size + kTail);
  record.block = next.substr(0, size);
  record.is_cut = next.size() < size;
  const bool is_last = next.size() < size + kTail;
  if (record.is_cut || !EndsWell(next.substr(record.block.size()), is_last)) {
    const std::size_t inside = RecordInside(record.block);
    if (inside != std::string_view::npos) {
      record.block = record.block.substr(0, inside);
      record.is_cut = true;
    }
  }
  unread_ = record.block.size();
  record.end = bytes_.offset() + unread_;
}

// Up to a line that begins a record.
WarcRecord WarcRecords::PassJunk() {
  WarcRecord junk;
  junk.begin = bytes_.offset();
  while (bytes_.TakeLine(kMaxLine)) {
    const std::string_view next = bytes_.Peek(kMaxLine);
    if (BeginsRecord(next.substr(0, kMaxLine))) break;
  }
  junk.end = bytes_.offset();
  return junk;
}

bool BeginsAsWebArchive(std::string_view bytes) {
  return RecordInside(bytes.substr(0, kWarc.size() + 4)) == 0 ||
         (bytes.starts_with("filedesc://") && BeginsRecord(bytes));
}

}  // namespace archive
