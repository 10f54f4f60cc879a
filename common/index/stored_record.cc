#include "common/index/stored_record.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "common/index/name_lines.h"

namespace archive {
namespace {

constexpr std::size_t kFieldsOfTimestamp = 5;

void PutLine(std::string& out, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  out += key;
  out += '=';
  for (const char c : value) out += c == '\n' ? ' ' : c;
  out += '\n';
}

void PutLines(std::string& out, std::string_view key,
              const std::vector<std::string>& values) {
  for (const std::string& value : values) PutLine(out, key, value);
}

// year,month,day,second of the day,offset in minutes; a dash is "not known".
std::string EncodeTimestamp(const Timestamp& t) {
  const auto number = [](const std::optional<int>& n) {
    return n ? std::to_string(*n) : std::string("-");
  };
  return fmt::format("{},{},{},{},{}", t.date.year, t.date.month, t.date.day,
                     number(t.second_of_day), number(t.offset_minutes));
}

template <typename Number>
std::optional<Number> ToNumber(std::string_view text) {
  Number number = 0;
  const auto [end, code] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (code != std::errc() || end != text.data() + text.size())
    return std::nullopt;
  return number;
}

std::optional<Timestamp> DecodeTimestamp(std::string_view text) {
  std::array<std::optional<int>, kFieldsOfTimestamp> parts;
  for (auto& part : parts) {
    const std::size_t comma = std::min(text.find(','), text.size());
    part = ToNumber<int>(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  Timestamp timestamp = {.date = {parts[0].value_or(0), parts[1].value_or(0),
                                  parts[2].value_or(0)},
                         .second_of_day = parts[3],
                         .offset_minutes = parts[4]};
  if (!Exists(timestamp.date)) return std::nullopt;
  return timestamp;
}

std::string_view KeyOf(BlockKind kind) {
  switch (kind) {
    case BlockKind::kParagraph:
      return "p";
    case BlockKind::kCaption:
      return "caption";
    case BlockKind::kCredit:
      return "credit";
  }
  return "p";
}

// The strings of an article that are stored as they are.
struct TextMember {
  std::string_view key;
  std::string Article::*member;
};
constexpr std::array<TextMember, 12> kTexts = {{
    {"uid", &Article::uid},
    {"title", &Article::title},
    {"first-line", &Article::first_line},
    {"source", &Article::source},
    {"section", &Article::section},
    {"dateline", &Article::dateline},
    {"url", &Article::url},
    {"agency", &Article::agency},
    {"edition", &Article::edition},
    {"version", &Article::version},
    {"replaces", &Article::replaces},
    {"unread-embargo", &Article::unread_embargo},
}};

struct ListMember {
  std::string_view key;
  std::vector<std::string> Article::*member;
};
constexpr std::array<ListMember, 8> kLists = {{
    {"byline", &Article::byline},
    {"topic", &Article::topics},
    {"keyword", &Article::keywords},
    {"exchange", &Article::exchanges},
    {"person", &Article::people},
    {"org", &Article::organisations},
    {"place", &Article::places},
    {"page", &Article::pages},
}};

// Thousandths of what runs from 0 to 1.
std::string EncodeShare(double share) {
  return std::to_string(std::lround(share * 1000));
}

double DecodeShare(std::string_view text) {
  return static_cast<double>(ToNumber<int>(text).value_or(0)) / 1000;
}

void TakeDate(std::string_view key, std::string_view value, Article& article) {
  if (key == "modified") {
    article.modified = DecodeTimestamp(value);
    return;
  }
  if (key == "embargo") {
    article.embargoed_until = DecodeTimestamp(value);
    return;
  }
  if (key == "other-date") {
    const std::size_t blank = std::min(value.find(' '), value.size());
    if (const auto when = DecodeTimestamp(value.substr(0, blank)))
      article.other_dates.push_back({*when, std::string(value.substr(std::min(
                                                blank + 1, value.size())))});
    return;
  }
  if (key == "date") {
    if (const auto when = DecodeTimestamp(value))
      article.published = Publication{.when = *when};
    return;
  }
  if (!article.published) return;
  if (key == "date-confidence") {
    article.published->confidence = DecodeShare(value);
  }
  for (std::size_t i = 0; key == "date-source" && i < kDateSourceCount; ++i) {
    if (NameOf(static_cast<DateSource>(i)) == value)
      article.published->source = static_cast<DateSource>(i);
  }
}

void TakeUse(std::string_view key, std::string_view value, Article& article) {
  if (key == "ocr") article.ocr = DecodeShare(value);
  if (key == "urgency") article.urgency = ToNumber<int>(value);
  for (std::size_t i = 0; key == "status" && i < kUsabilityCount; ++i) {
    if (NameOf(static_cast<Usability>(i)) == value)
      article.status = static_cast<Usability>(i);
  }
}

bool TakeBlock(std::string_view key, std::string_view value,
               std::vector<Block>& blocks) {
  for (const BlockKind kind :
       {BlockKind::kParagraph, BlockKind::kCaption, BlockKind::kCredit}) {
    if (KeyOf(kind) != key) continue;
    blocks.push_back({kind, std::string(value)});
    return true;
  }
  return false;
}

void TakeArticleLine(std::string_view key, std::string_view value,
                     Article& article) {
  for (const TextMember& text : kTexts) {
    if (text.key == key) article.*text.member = value;
  }
  for (const ListMember& list : kLists) {
    if (list.key == key) (article.*list.member).emplace_back(value);
  }
  TakeDate(key, value, article);
  TakeUse(key, value, article);
}

// What was there before the librarian's correction: `was-` and the key.
bool TakeBefore(std::string_view key, std::string_view value,
                CorrectedValues& before) {
  constexpr std::string_view kWas = "was-";
  if (key == "librarian") {
    before.fields.emplace_back(value);
    return true;
  }
  if (!key.starts_with(kWas)) return false;
  key.remove_prefix(kWas.size());
  Article old;
  old.published = before.published;
  TakeArticleLine(key, value, old);
  if (key == "title") before.title = std::move(old.title);
  if (key == "source") before.source = std::move(old.source);
  if (key == "section") before.section = std::move(old.section);
  if (key == "byline") before.byline.push_back(std::move(old.byline.front()));
  before.published = old.published;
  return true;
}

std::optional<GivenNames> DecodeGiven(std::string_view value) {
  std::array<std::uint32_t, 3> counts = {};
  for (std::uint32_t& count : counts) {
    const std::size_t comma = std::min(value.find(','), value.size());
    const auto number = ToNumber<std::uint32_t>(value.substr(0, comma));
    if (!number) return std::nullopt;
    count = *number;
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return GivenNames{counts[0], counts[1], counts[2]};
}

constexpr std::string_view kKept = "kept";
constexpr std::string_view kKeptLine = "kept-";

// `kept` begins an earlier version, `kept-` is in front of each of its lines.
bool TakeKept(std::string_view key, std::string_view value,
              std::vector<KeptVersion>& kept) {
  if (key == kKept) {
    kept.push_back({ToNumber<Instant>(value).value_or(0), {}});
    return true;
  }
  if (!key.starts_with(kKeptLine)) return false;
  if (kept.empty()) return true;
  std::string& record = kept.back().record;
  record += key.substr(kKeptLine.size());
  record += '=';
  record += value;
  record += '\n';
  return true;
}

void PutKept(std::string& out, const std::vector<KeptVersion>& kept) {
  for (const KeptVersion& version : kept) {
    PutLine(out, kKept, std::to_string(version.until));
    std::string_view rest = version.record;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      out += kKeptLine;
      out += rest.substr(0, end);
      out += '\n';
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
}

void TakeLine(std::string_view key, std::string_view value,
              StoredRecord& record) {
  if (TakeBlock(key, value, record.article.blocks)) return;
  if (TakeKept(key, value, record.kept)) return;
  if (TakeBefore(key, value, record.before)) return;
  if (TakeNameLine(key, value, record.names)) return;
  if (key == "given-names") {
    record.given = DecodeGiven(value);
  } else if (key == "id") {
    record.id = value;
  } else if (key == "file") {
    record.file = value;
  } else if (key == "record") {
    record.record = ToNumber<std::uint32_t>(value).value_or(1);
  } else if (key == "format") {
    record.format = value;
  } else if (key == "lang") {
    record.language = value;
  } else if (key == "words") {
    record.words = ToNumber<std::uint32_t>(value).value_or(0);
  } else if (key == "bytes") {
    const std::size_t dash = std::min(value.find('-'), value.size());
    record.article.bytes.begin =
        ToNumber<std::size_t>(value.substr(0, dash)).value_or(0);
    value.remove_prefix(std::min(dash + 1, value.size()));
    record.article.bytes.end = ToNumber<std::size_t>(value).value_or(0);
  } else {
    TakeArticleLine(key, value, record.article);
  }
}

void PutPublication(std::string& out, const std::string& before,
                    const Publication& published) {
  PutLine(out, before + "date", EncodeTimestamp(published.when));
  PutLine(out, before + "date-source", NameOf(published.source));
  PutLine(out, before + "date-confidence", EncodeShare(published.confidence));
}

void PutBefore(std::string& out, const CorrectedValues& before) {
  PutLines(out, "librarian", before.fields);
  PutLine(out, "was-title", before.title);
  PutLine(out, "was-source", before.source);
  PutLine(out, "was-section", before.section);
  PutLines(out, "was-byline", before.byline);
  if (before.published) PutPublication(out, "was-", *before.published);
}

}  // namespace

std::string EncodeRecord(const StoredRecord& record) {
  const Article& article = record.article;
  std::string out;
  PutLine(out, "id", record.id);
  PutLine(out, "file", record.file);
  PutLine(out, "record", std::to_string(record.record));
  PutLine(out, "bytes",
          fmt::format("{}-{}", article.bytes.begin, article.bytes.end));
  PutLine(out, "format", record.format);
  PutLine(out, "lang", record.language);
  PutLine(out, "words", std::to_string(record.words));
  for (const TextMember& text : kTexts)
    PutLine(out, text.key, article.*text.member);
  if (article.published) PutPublication(out, "", *article.published);
  for (const DateClaim& claim : article.other_dates)
    PutLine(out, "other-date", EncodeTimestamp(claim.when) + ' ' + claim.where);
  if (article.modified)
    PutLine(out, "modified", EncodeTimestamp(*article.modified));
  if (article.status != Usability::kUsable)
    PutLine(out, "status", NameOf(article.status));
  if (article.urgency)
    PutLine(out, "urgency", std::to_string(*article.urgency));
  if (article.embargoed_until)
    PutLine(out, "embargo", EncodeTimestamp(*article.embargoed_until));
  if (article.ocr) PutLine(out, "ocr", EncodeShare(*article.ocr));
  for (const ListMember& list : kLists)
    PutLines(out, list.key, article.*list.member);
  if (record.given)
    PutLine(out, "given-names",
            fmt::format("{},{},{}", record.given->people,
                        record.given->organisations, record.given->places));
  for (const auto& [key, value] : NameLines(record.names, article))
    PutLine(out, key, value);
  PutBefore(out, record.before);
  for (const Block& block : article.blocks)
    PutLine(out, KeyOf(block.kind), block.text);
  PutKept(out, record.kept);
  return out;
}

StoredRecord DecodeRecord(std::string_view bytes) {
  StoredRecord record;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    TakeLine(line.substr(0, equals), line.substr(equals + 1), record);
  }
  return record;
}

}  // namespace archive
