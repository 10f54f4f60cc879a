// IPTC 7901, the text wire of the world's agencies since 1979:
//
//   SOH dpa0123 4 pl 87 Berlin/Mauer CRLF STX text ETX 092330 NOV 89 EOT
//
// Source and number, priority, category, words, slug; the text; day, hour and
// minute in UTC, month, year.  The text's lines before the first paragraph (an
// indented or empty line) are its headline.
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/date_text.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/paragraphs.h"
#include "indexer/readers/wire_message.h"

namespace archive {
namespace {

struct Header {
  std::string source;
  std::string number;
  std::optional<int> priority;
  std::string category;
  std::string slug;
};

// nullopt for what is no header of this format.
std::optional<Header> ReadHeader(std::string_view text) {
  DateScanner scan(text);
  Header header;
  header.source = scan.TakeLetters();
  header.number = scan.PeekDigits();
  scan.SkipDigits();
  if (header.source.empty() || header.source.size() > 8 ||
      header.number.empty() || header.number.size() > 6)
    return std::nullopt;
  if (!IsBlank(scan.Peek())) return std::nullopt;
  scan.SkipBlanks();
  header.priority = scan.TakeNumber(1, 1);
  if (!header.priority) return std::nullopt;
  scan.SkipBlanks();
  header.category = scan.TakeLetters();
  scan.SkipBlanks();
  scan.SkipDigits();  // how many words
  std::string_view rest = text.substr(text.size() - scan.Remaining());
  rest = rest.substr(0, rest.find_first_of("\r\n"));
  header.slug = CollapseSpaces(DecodeText(rest).text);
  return header;
}

// "092330 NOV 89".
std::optional<Timestamp> DateOf(std::string_view trailer) {
  DateScanner scan(trailer);
  scan.SkipBlanks();
  if (scan.PeekDigits().size() != 6) return std::nullopt;
  const int day = *scan.TakeDigits(2);
  const int hour = *scan.TakeDigits(2);
  const int minute = *scan.TakeDigits(2);
  scan.SkipBlanks();
  std::string_view word = scan.TakeLetters();
  if (MonthOfWord(word) == 0) {  // a zone in front of the month
    scan.SkipBlanks();
    word = scan.TakeLetters();
  }
  const int month = MonthOfWord(word);
  scan.SkipBlanks();
  const std::size_t digits = scan.PeekDigits().size();
  if (month == 0 || (digits != 2 && digits != 4)) return std::nullopt;
  int year = *scan.TakeDigits(digits);
  constexpr int kFirstYear = 70;
  if (digits == 2) year += year < kFirstYear ? 2000 : 1900;
  const Date date{year, month, day};
  if (day == 0 || hour > 23 || minute > 59 || !Exists(date))
    return std::nullopt;
  return Timestamp{.date = date,
                   .second_of_day = (hour * 60 + minute) * 60,
                   .offset_minutes = 0};
}

bool BeginsParagraph(const std::string& line) {
  return IsBlankLine(line) || IndentOf(line) >= 2;
}

void SetText(const std::vector<std::string>& lines, Article& article) {
  std::size_t begin = 0;
  while (begin < lines.size() && IsBlankLine(lines[begin])) ++begin;
  std::size_t body = begin;
  constexpr std::size_t kLongestHeadline = 3;
  while (body < lines.size() && !BeginsParagraph(lines[body])) ++body;
  // A text without marks has no headline to tell.
  if (body == lines.size() || body - begin > kLongestHeadline) body = begin;
  std::string title;
  for (std::size_t i = begin; i < body; ++i) {
    std::string line = CollapseSpaces(lines[i]);
    while (line.ends_with('=') || line.ends_with(' ')) line.pop_back();
    if (IsByline(line))
      article.byline = NamesOfByline(line);
    else
      title += line + ' ';
  }
  article.title = CollapseSpaces(title);
  const std::vector<std::string_view> rest(
      lines.begin() + static_cast<std::ptrdiff_t>(body), lines.end());
  for (std::string& paragraph :
       SplitParagraphs(rest, ParagraphStart::kBlankOrIndentedLine)) {
    if (article.blocks.empty() && IsByline(paragraph))
      article.byline = NamesOfByline(paragraph);
    else
      article.blocks.push_back({BlockKind::kParagraph, std::move(paragraph)});
  }
}

Article ArticleOf(const WireMessage& message, const Header& header) {
  Article article;
  article.bytes = message.bytes;
  article.uid = header.source + header.number;
  article.agency = header.source;
  if (*header.priority > 0) article.urgency = header.priority;
  article.section = header.category;
  AddValue(header.slug, article.keywords);
  SetText(WireLines(message.text), article);
  article.dateline = DatelineOf(LeadOf(article));
  if (const auto when = DateOf(message.trailer))
    article.published = {*when, DateSource::kMetadata, 1.0};
  SetFirstLine(article);
  return article;
}

}  // namespace

int SniffIptc7901(std::string_view, std::string_view bytes) {
  const std::vector<WireMessage> messages =
      WireMessagesOf(bytes.substr(0, 4096));
  if (messages.empty() || messages[0].bytes.begin > 16) return 0;
  return ReadHeader(messages[0].header) && !messages[0].text.empty() ? 90 : 0;
}

Status ReadIptc7901(const RawFile& file, const ReaderOptions&,
                    const ArticleSink& sink) {
  std::size_t number = 0;
  for (const WireMessage& message : WireMessagesOf(file.bytes)) {
    const std::string where = fmt::format("message {}", ++number);
    const std::optional<Header> header = ReadHeader(message.header);
    if (!header) {
      sink.rejection({where, "its header is not of IPTC 7901"});
      continue;
    }
    Article article = ArticleOf(message, *header);
    if (SaysNothing(article))
      sink.rejection({where, "there is no text in it"});
    else
      sink.article(std::move(article));
  }
  return Ok();
}

}  // namespace archive
