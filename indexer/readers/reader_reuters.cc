// Reuters-21578: the wire of 1987 in SGML (David D. Lewis's collection).
//
//   <REUTERS … NEWID="1"> <DATE>26-FEB-1987 15:01:01.79</DATE>
//   <TOPICS><D>cocoa</D></TOPICS> <PLACES>…</PLACES> <PEOPLE> <ORGS>
//   <EXCHANGES> <COMPANIES> <TEXT TYPE="…"> <TITLE> <AUTHOR> <DATELINE>
//   <BODY> </TEXT> </REUTERS>
//
// Not XML: it has no root, holds control characters as entities, and text of
// the kind UNPROC without any marks.  Whatever in TEXT stands in no element is
// body.  Each <REUTERS> is read by itself, so that a broken one costs no other.
// One that is whole but says nothing (NEWID 12793) is an article all the same:
// it has a date, and the collection counts it.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "common/dates/date_scanner.h"
#include "common/dates/timestamp.h"
#include "common/text/utf8.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/paragraphs.h"
#include "indexer/readers/sgml.h"

namespace archive {
namespace {

// Elements that are lists of <D>value</D>.
struct ListElement {
  std::string_view name;
  std::vector<std::string> Article::*values;
};

constexpr std::array<ListElement, 6> kLists = {{
    {"TOPICS", &Article::topics},
    {"PLACES", &Article::places},
    {"PEOPLE", &Article::people},
    {"ORGS", &Article::organisations},
    {"EXCHANGES", &Article::exchanges},
    {"COMPANIES", &Article::organisations},
}};

constexpr double kDatePrinted = 1.0;
constexpr double kDateGuessed = 0.5;

std::string TextOf(std::string_view sgml) {
  return CleanUtf8(DecodeEntities(sgml));
}

// Where "26-FEB-1987" begins; some dates have control characters around them.
std::optional<Span> FindWireDay(std::string_view text) {
  for (std::size_t dash = text.find('-'); dash != std::string_view::npos;
       dash = text.find('-', dash + 1)) {
    DateScanner scan(text.substr(dash + 1));
    if (MonthNamed(scan.TakeLetters()) == 0 || !scan.Take('-') ||
        !scan.TakeNumber(4, 4))
      continue;
    std::size_t begin = dash;
    while (begin > 0 && dash - begin < 2 && IsDigit(text[begin - 1])) --begin;
    if (begin < dash) return Span{begin, text.size() - scan.Remaining()};
  }
  return std::nullopt;
}

std::optional<Publication> DateOf(std::string_view sgml) {
  const std::string text = TextOf(sgml);
  const std::optional<Span> found = FindWireDay(text);
  if (!found) {
    const std::optional<Timestamp> when = ParseTimestamp(text);
    if (!when) return std::nullopt;
    return Publication{*when, DateSource::kMetadata, kDatePrinted};
  }
  const std::string day = text.substr(found->begin, found->end - found->begin);
  std::string_view time = std::string_view(text).substr(found->end);
  time.remove_prefix(std::min(time.find_first_not_of(' '), time.size()));
  time = time.substr(0, time.find_first_not_of("0123456789:."));
  // "9-APR-1987 00:00:00.00 # date added by S Finch as guesswork"
  const bool guessed = text.find("guess") != std::string::npos;
  std::optional<Timestamp> when;
  if (!guessed) when = ParseTimestamp(day + ' ' + std::string(time));
  if (!when) when = ParseTimestamp(day);
  if (!when) return std::nullopt;
  return Publication{*when, DateSource::kMetadata,
                     guessed ? kDateGuessed : kDatePrinted};
}

void AppendList(std::string_view sgml, std::vector<std::string>& values) {
  for (std::optional<SgmlTag> tag = FindTag(sgml, "D", 0); tag;
       tag = FindTag(sgml, "D", tag->span.end)) {
    const std::optional<Span> content =
        tag->is_end ? std::nullopt : ContentOf(sgml, *tag);
    if (!content) continue;
    std::string value = CleanValue(DecodeEntities(
        sgml.substr(content->begin, content->end - content->begin)));
    if (!value.empty()) values.push_back(std::move(value));
  }
}

// What stands for a text in articles that are a headline alone.
bool IsPlaceholder(std::string_view text) {
  const std::string words = CollapseSpaces(text);
  const std::size_t begin = words.find_first_not_of("* ");
  return begin == std::string::npos ||
         std::string_view(words).substr(begin) == "Blah blah blah.";
}

// The wire's sign-off, " Reuter" alone on the last line, is no part of the
// last paragraph: it names the agency.
std::vector<std::string_view> TakeSignOff(std::vector<std::string_view> lines,
                                          Article& article) {
  while (!lines.empty() && IsBlankLine(lines.back())) lines.pop_back();
  if (lines.empty()) return lines;
  const std::string last = CollapseSpaces(lines.back());
  if (SameLetters(last, "reuter") || SameLetters(last, "reuters")) {
    article.agency = "Reuters";
    lines.pop_back();
  }
  return lines;
}

void SetBody(std::string_view text, Article& article) {
  const std::vector<std::string_view> lines =
      TakeSignOff(LinesOf(text), article);
  for (std::string& paragraph :
       SplitParagraphs(lines, ParagraphStart::kBlankOrIndentedLine))
    article.blocks.push_back({BlockKind::kParagraph, std::move(paragraph)});
  if (!article.title.empty()) return;
  for (const std::string_view line : lines) {
    article.first_line = CollapseSpaces(line);
    if (!article.first_line.empty()) return;
  }
}

// The elements of <TEXT>, and what stands between them.  The name of an
// element that is not closed, if there is one.
std::string_view ReadText(std::string_view sgml, Article& article) {
  std::string unmarked;
  std::string body;
  std::size_t at = 0;
  for (std::optional<SgmlTag> tag = NextTag(sgml, 0); tag;
       tag = NextTag(sgml, std::max(at, tag->span.end))) {
    const bool known =
        SameLetters(tag->name, "TITLE") || SameLetters(tag->name, "AUTHOR") ||
        SameLetters(tag->name, "DATELINE") || SameLetters(tag->name, "BODY");
    if (!known || tag->is_end) continue;
    const std::optional<Span> content = ContentOf(sgml, *tag);
    if (!content) return tag->name;
    unmarked += sgml.substr(at, tag->span.begin - at);
    unmarked += '\n';
    at = std::min(sgml.find('>', content->end), sgml.size() - 1) + 1;
    const std::string text =
        TextOf(sgml.substr(content->begin, content->end - content->begin));
    if (SameLetters(tag->name, "BODY")) {
      body += text;
    } else if (SameLetters(tag->name, "AUTHOR")) {
      article.byline = NamesOfByline(CollapseSpaces(text));
    } else {
      (SameLetters(tag->name, "TITLE") ? article.title : article.dateline) =
          CollapseSpaces(text);
    }
  }
  unmarked += sgml.substr(at);
  std::string loose = TextOf(unmarked);
  if (IsPlaceholder(loose)) loose.clear();
  SetBody(loose.empty() ? body : loose + "\n\n" + body, article);
  return {};
}

// "SALVADOR, Feb 26 - ": the dash belongs to the text behind it.
void TrimDateline(std::string& dateline) {
  const std::size_t last = dateline.find_last_not_of(" -");
  dateline.resize(last == std::string::npos ? 0 : last + 1);
}

// Fills `article` from what stands between <REUTERS> and </REUTERS>; an empty
// string, or what is wrong.
std::string ReadElement(std::string_view sgml, Article& article) {
  bool has_text = false;
  std::size_t at = 0;
  for (std::optional<SgmlTag> tag = NextTag(sgml, 0); tag;
       tag = NextTag(sgml, std::max(at, tag->span.end))) {
    if (tag->is_end) continue;
    const std::optional<Span> content = ContentOf(sgml, *tag);
    if (!content) return fmt::format("<{}> is not closed", tag->name);
    const std::string_view inside =
        sgml.substr(content->begin, content->end - content->begin);
    at = content->end;
    if (SameLetters(tag->name, "DATE")) article.published = DateOf(inside);
    for (const ListElement& list : kLists) {
      if (SameLetters(tag->name, list.name))
        AppendList(inside, article.*list.values);
    }
    if (!SameLetters(tag->name, "TEXT")) continue;
    has_text = true;
    const std::string_view open = ReadText(inside, article);
    if (!open.empty()) return fmt::format("<{}> is not closed", open);
  }
  if (!has_text) return "there is no <TEXT>";
  TrimDateline(article.dateline);
  return {};
}

// "article 17192" where the element says so, else where it begins.
std::string PlaceOf(const SgmlTag& start) {
  const std::string id = CleanValue(AttributeOf(start, "NEWID"));
  if (!id.empty()) return "article " + id;
  return fmt::format("byte {}", start.span.begin);
}

}  // namespace

int SniffReuters(std::string_view /*path*/, std::string_view bytes) {
  // It is asked of every web page, too: no need to look through all its tags.
  constexpr std::size_t kBeginning = 4096;
  const std::optional<SgmlTag> tag =
      FindTag(bytes.substr(0, kBeginning), "REUTERS", 0);
  if (!tag) return 0;
  const bool attributes = !AttributeOf(*tag, "NEWID").empty() ||
                          !AttributeOf(*tag, "LEWISSPLIT").empty();
  return attributes ? 100 : 0;
}

Status ReadReuters(const RawFile& file, const ReaderOptions& /*options*/,
                   const ArticleSink& sink) {
  const std::string_view sgml = file.bytes;
  std::optional<SgmlTag> tag = FindTag(sgml, "REUTERS", 0);
  if (!tag)
    return Error{ErrorCode::kBadInput,
                 file.path + ": there is no <REUTERS> element in it"};
  while (tag) {
    const SgmlTag start = *tag;
    tag = FindTag(sgml, "REUTERS", start.span.end);
    // An end without a beginning: its article was rejected, or cut off.
    if (start.is_end) continue;
    if (!tag || !tag->is_end) {
      sink.rejection({PlaceOf(start), "<REUTERS> is not closed"});
      continue;
    }
    Article article;
    article.uid = CleanValue(AttributeOf(start, "NEWID"));
    article.bytes = {start.span.begin, tag->span.end};
    std::string wrong = ReadElement(
        sgml.substr(start.span.end, tag->span.begin - start.span.end), article);
    if (wrong.empty())
      sink.article(std::move(article));
    else
      sink.rejection({PlaceOf(start), std::move(wrong)});
    tag = FindTag(sgml, "REUTERS", tag->span.end);
  }
  return Ok();
}

}  // namespace archive
