// ANPA 1312, the text wire of North America's agencies:
//
//   SYN SYN SOH a0123 … CRLF r i BC-Wall 11-09 0087 CRLF STX
//   ^BC-Wall,87<  ^Wall falls<  ^By JANE DOE=  ^Associated Press Writer=
//      BERLIN (AP) _ It fell.  ETX AP-NY-11-09-89 1830EST EOT
//
// Service level and number; priority, category, slug; lines that begin with
// '^' (slug, headline, byline); the text, whose paragraphs are indented; month,
// day, year and time with its zone.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/paragraphs.h"
#include "indexer/readers/wire_message.h"

namespace archive {
namespace {

struct Category {
  char code;
  std::string_view section;
};

constexpr auto kCategories = std::to_array<Category>({
    {'a', "national"},
    {'b', "special events"},
    {'d', "food"},
    {'e', "entertainment"},
    {'f', "financial"},
    {'i', "international"},
    {'l', "lifestyle"},
    {'n', "regional"},
    {'p', "politics"},
    {'s', "sports"},
    {'w', "Washington"},
});

std::string_view SectionOf(std::string_view code) {
  const auto* const found = std::find_if(
      kCategories.begin(), kCategories.end(), [code](const Category& row) {
        return code.size() == 1 && Lower(code[0]) == row.code;
      });
  return found == kCategories.end() ? std::string_view() : found->section;
}

struct Priority {
  char code;
  int urgency;
};

// Their order is ANPA's, the numbers are those of the IPTC's urgencies.
constexpr auto kPriorities = std::to_array<Priority>({
    {'f', 1},  // flash
    {'b', 2},  // bulletin
    {'u', 3},  // urgent
    {'r', 4},  // regular
    {'d', 5},  // deferred
    {'a', 6},  // in advance, for a weekday
    {'s', 6},  // in advance, for a Sunday
});

std::optional<int> UrgencyOfPriority(char code) {
  for (const Priority& row : kPriorities) {
    if (row.code == Lower(code)) return row.urgency;
  }
  return std::nullopt;
}

// "a0123": a letter and the number of the story.
std::string StoryOf(std::string_view header) {
  DateScanner scan(header);
  scan.SkipBlanks();
  const std::string_view level = scan.TakeLetters();
  const std::string_view number = scan.PeekDigits();
  if (level.size() != 1 || number.size() < 3 || number.size() > 5) return {};
  return std::string(level) + std::string(number);
}

// Priority, category and slug of the header's second line, "r i BC-Wall".
void SetHeader(std::string_view header, Article& article) {
  article.uid = StoryOf(header);
  const std::vector<std::string> lines = WireLines(header);
  if (lines.size() < 2) return;
  const std::string line = CollapseSpaces(lines[1]);
  const std::size_t first = line.find(' ');
  const std::size_t second = line.find(' ', std::min(first, line.size()) + 1);
  if (first != 1 || second == std::string::npos) return;
  article.urgency = UrgencyOfPriority(line[0]);
  article.section = SectionOf(line.substr(first + 1, second - first - 1));
  const std::size_t end = line.find(' ', second + 1);
  AddValue(line.substr(second + 1, end - second - 1), article.keywords);
}

// "BC-Wall,1st Ld-Writethru,87": what editors call the story.
bool IsSlug(std::string_view line) {
  if (line.find(' ') == std::string_view::npos) return true;
  return line.size() > 3 && line[2] == '-' &&
         (line.starts_with("BC") || line.starts_with("AM") ||
          line.starts_with("PM") || line.starts_with("AP"));
}

std::string WithoutMarks(std::string line) {
  while (!line.empty() && (line.front() == '^' || line.front() == ' '))
    line.erase(0, 1);
  while (!line.empty() &&
         (line.back() == '<' || line.back() == '=' || line.back() == ' '))
    line.pop_back();
  return CollapseSpaces(line);
}

// What stands behind the slug: "1st Ld-Writethru", "CORRECTION".
void TakeEdition(std::string_view slug, Article& article) {
  for (std::size_t at = slug.find(','); at != std::string_view::npos;
       at = slug.find(',', at + 1)) {
    const std::string part =
        CollapseSpaces(slug.substr(at + 1, slug.find(',', at + 1) - at - 1));
    std::string small;
    for (const char c : part) small += Lower(c);
    const bool is_version = small.find(" ld") != std::string::npos ||
                            small.starts_with("ld") ||
                            small.find("writethru") != std::string::npos ||
                            small.find("take ") != std::string::npos;
    if (is_version && article.version.empty()) article.version = part;
    if (small.starts_with("correct")) article.status = Usability::kCorrected;
    if (small.starts_with("kill")) article.status = Usability::kCanceled;
  }
}

// A line marked with '^'.
void TakeMarked(const std::string& line, Article& article) {
  const std::string text = WithoutMarks(line);
  if (text.starts_with("Eds") || text.starts_with("EDs") || text.empty())
    return;
  if (IsSlug(text)) {
    AddValue(CollapseSpaces(text.substr(0, text.find(','))), article.keywords);
    return TakeEdition(text, article);
  }
  if (IsByline(text) && article.byline.empty())
    article.byline = NamesOfByline(text);
  else if (line.find('=') != std::string::npos && !article.byline.empty())
    return;  // "Associated Press Writer="
  else if (article.title.empty())
    article.title = text;
}

void SetText(const std::vector<std::string>& lines, Article& article) {
  std::vector<std::string_view> body;
  for (const std::string& line : lines) {
    const bool is_marked = line.find('^') < 3;
    if (is_marked)
      TakeMarked(line, article);
    else
      body.emplace_back(line);
  }
  for (std::string& paragraph :
       SplitParagraphs(body, ParagraphStart::kBlankOrIndentedLine))
    article.blocks.push_back({BlockKind::kParagraph, std::move(paragraph)});
}

std::optional<int> TakeTwo(DateScanner& scan, char separator) {
  const std::optional<int> number = scan.TakeNumber(1, 2);
  return number && (separator == '\0' || scan.Take(separator)) ? number
                                                               : std::nullopt;
}

// "11-09-89 1830EST", the month first.
std::optional<Timestamp> DateOf(std::string_view trailer) {
  const std::size_t begin = trailer.find_first_of("0123456789");
  if (begin == std::string_view::npos) return std::nullopt;
  DateScanner scan(trailer.substr(begin));
  const auto month = TakeTwo(scan, '-');
  const auto day = month ? TakeTwo(scan, '-') : std::nullopt;
  const auto year = day ? TakeTwo(scan, '\0') : std::nullopt;
  if (!year || *month == 0 || *day == 0) return std::nullopt;
  constexpr int kFirstYear = 70;
  const Date date{*year + (*year < kFirstYear ? 2000 : 1900), *month, *day};
  if (!Exists(date)) return std::nullopt;
  Timestamp when{.date = date};
  scan.SkipBlanks();
  if (scan.PeekDigits().size() != 4) return when;
  const int hour = *scan.TakeDigits(2);
  const int minute = *scan.TakeDigits(2);
  if (hour > 23 || minute > 59) return when;
  when.second_of_day = (hour * 60 + minute) * 60;
  std::optional<int> offset;
  if (TakeZone(scan, offset)) when.offset_minutes = offset;
  return when;
}

Article ArticleOf(const WireMessage& message) {
  Article article;
  article.bytes = message.bytes;
  SetHeader(message.header, article);
  SetText(WireLines(message.text), article);
  article.dateline = DatelineOf(LeadOf(article));
  const std::string trailer = CollapseSpaces(DecodeText(message.trailer).text);
  article.agency = CollapseSpaces(trailer.substr(0, trailer.find('-')));
  if (article.agency.size() > 8 || trailer.find('-') == std::string::npos)
    article.agency.clear();
  if (const auto when = DateOf(trailer))
    article.published = {*when, DateSource::kMetadata, 1.0};
  SetFirstLine(article);
  return article;
}

}  // namespace

int SniffAnpa(std::string_view, std::string_view bytes) {
  const std::vector<WireMessage> messages =
      WireMessagesOf(bytes.substr(0, 4096));
  if (messages.empty() || messages[0].bytes.begin > 16) return 0;
  return !StoryOf(messages[0].header).empty() && !messages[0].text.empty() ? 88
                                                                           : 0;
}

Status ReadAnpa(const RawFile& file, const ReaderOptions&,
                const ArticleSink& sink) {
  std::size_t number = 0;
  for (const WireMessage& message : WireMessagesOf(file.bytes)) {
    const std::string where = fmt::format("message {}", ++number);
    if (StoryOf(message.header).empty()) {
      sink.rejection({where, "its header is not of ANPA 1312"});
      continue;
    }
    Article article = ArticleOf(message);
    if (SaysNothing(article))
      sink.rejection({where, "there is no text in it"});
    else
      sink.article(std::move(article));
  }
  return Ok();
}

}  // namespace archive
