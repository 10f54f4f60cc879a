// The collections of TREC and its neighbours (AQUAINT, Gigaword): SGML, many
// <DOC>s a file, each with its own choice of elements.
//
//   <DOC> <DOCNO>AP880212-0001</DOCNO> <HEAD>…</HEAD> <DATELINE> <TEXT> …
//
// Not XML: there is no root and no end to what stands inside.  Elements are
// known by name (kElements), whichever paper they are of; what else stands in a
// <DOC> says nothing.
#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "common/dates/date_scanner.h"
#include "common/dates/timestamp.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/date_text.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/paragraphs.h"
#include "indexer/readers/sgml.h"

namespace archive {
namespace {

enum class Part : std::uint8_t {
  kUid,
  kTitle,
  kText,
  kDate,
  kByline,
  kDateline,
  kSection,
  kSource,
  kPage,
  kCaption,
  kKeywords,
};

struct Element {
  std::string_view name;
  Part part;
};

constexpr auto kElements = std::to_array<Element>({
    {"DOCNO", Part::kUid},        {"DOCID", Part::kUid},
    {"HEADLINE", Part::kTitle},   {"HEAD", Part::kTitle},
    {"HL", Part::kTitle},         {"TI", Part::kTitle},
    {"TITLE", Part::kTitle},      {"H3", Part::kTitle},
    {"TEXT", Part::kText},        {"LP", Part::kText},
    {"LEADPARA", Part::kText},    {"SUMMARY", Part::kText},
    {"DATE", Part::kDate},        {"DATE1", Part::kDate},
    {"DATE_TIME", Part::kDate},   {"DD", Part::kDate},
    {"BYLINE", Part::kByline},    {"AUTHOR", Part::kByline},
    {"AU", Part::kByline},        {"DATELINE", Part::kDateline},
    {"SECTION", Part::kSection},  {"PUB", Part::kSource},
    {"SO", Part::kSource},        {"JOURNAL", Part::kSource},
    {"PAGE", Part::kPage},        {"GRAPHIC", Part::kCaption},
    {"SUBJECT", Part::kKeywords}, {"DESCRIPT", Part::kKeywords},
});

// Without its tags; what begins a paragraph as a blank line.
std::string TextOf(std::string_view sgml) {
  std::string text;
  std::size_t copied = 0;
  for (std::optional<SgmlTag> tag = NextTag(sgml, 0); tag;
       tag = NextTag(sgml, tag->span.end)) {
    text += sgml.substr(copied, tag->span.begin - copied);
    text += SameLetters(tag->name, "P") ? "\n\n" : " ";
    copied = tag->span.end;
  }
  text += sgml.substr(copied);
  return CleanUtf8(DecodeEntities(text));
}

// "880212": the year in front.
std::optional<Timestamp> ShortDay(std::string_view digits) {
  DateScanner scan(digits);
  const auto year = scan.TakeDigits(2);
  const auto month = scan.TakeDigits(2);
  const auto day = scan.TakeDigits(2);
  if (!year || !month || !day || !scan.AtEnd() || *month == 0 || *day == 0)
    return std::nullopt;
  const Date date{1900 + *year, *month, *day};
  return Exists(date) ? std::optional(Timestamp{.date = date}) : std::nullopt;
}

std::optional<Timestamp> DateOf(const std::string& text) {
  if (text.size() == 6 && std::all_of(text.begin(), text.end(), IsDigit))
    return ShortDay(text);
  if (const auto when = ParseTimestamp(text)) return when;
  const std::vector<DateInText> found =
      DatesInText(text.substr(0, 200), DateOrder::kMonthFirst);
  return found.empty() ? std::nullopt : std::optional(found.front().when);
}

// "AP880212-0001", "NYT19990101.0001".  The Los Angeles Times writes the month
// first and gives a date of its own.
std::optional<Timestamp> DateOfUid(std::string_view uid) {
  const std::size_t first = uid.find_first_of("0123456789");
  if (first == std::string_view::npos) return std::nullopt;
  DateScanner scan(uid.substr(first));
  const std::string_view digits = scan.PeekDigits();
  if (digits.size() == 8) return ParseTimestamp(digits);
  if (digits.size() == 6 && (uid.starts_with("AP") || uid.starts_with("WSJ")))
    return ShortDay(digits);
  return std::nullopt;
}

class DocumentReader {
 public:
  explicit DocumentReader(std::string_view sgml) : sgml_(sgml) {}

  Article Read(std::string_view id) {
    article_.uid = CleanValue(id);
    for (std::optional<SgmlTag> tag = NextTag(sgml_, 0); tag;) {
      std::size_t next = tag->span.end;
      const auto* const row = std::find_if(
          kElements.begin(), kElements.end(), [&tag](const Element& element) {
            return SameLetters(element.name, tag->name);
          });
      if (row != kElements.end() && !tag->is_end && !unclosed_[IndexOf(*row)]) {
        unclosed_[IndexOf(*row)] = true;
        if (const std::optional<Span> content = ContentOf(sgml_, *tag)) {
          Take(row->part,
               sgml_.substr(content->begin, content->end - content->begin));
          next = content->end;
          unclosed_[IndexOf(*row)] = false;
        }
      }
      tag = NextTag(sgml_, next);
    }
    if (!article_.published) {
      if (const auto when = DateOfUid(article_.uid))
        article_.published = {*when, DateSource::kMetadata, 0.95};
    }
    article_.blocks.insert(article_.blocks.end(), captions_.begin(),
                           captions_.end());
    SetFirstLine(article_);
    return std::move(article_);
  }

 private:
  static std::size_t IndexOf(const Element& row) {
    return static_cast<std::size_t>(&row - kElements.data());
  }

  static void SetOnce(std::string& member, const std::string& text) {
    if (member.empty()) member = CollapseSpaces(text);
  }

  void Take(Part part, std::string_view sgml) {
    const std::string text = TextOf(sgml);
    switch (part) {
      case Part::kUid:
        return SetOnce(article_.uid, text);
      case Part::kTitle:
        return SetOnce(article_.title, text);
      case Part::kText:
        return AddBlocks(BlockKind::kParagraph, text, article_.blocks);
      case Part::kDate:
        return TakeDate(CollapseSpaces(text));
      case Part::kByline:
        if (article_.byline.empty())
          article_.byline = NamesOfByline(CollapseSpaces(text));
        return;
      case Part::kDateline:
        return SetOnce(article_.dateline, text);
      case Part::kSection:
        return TakeSection(CollapseSpaces(text));
      case Part::kSource:
        return SetOnce(article_.source, text);
      case Part::kPage:
        return AddValue(CollapseSpaces(text), article_.pages);
      case Part::kCaption:
        return AddBlocks(BlockKind::kCaption, text, captions_);
      case Part::kKeywords:
        return AddList(text, ",;\n", article_.keywords);
    }
  }

  void TakeDate(const std::string& text) {
    if (article_.published) return;
    if (const auto when = DateOf(text))
      article_.published = {*when, DateSource::kMetadata, 1.0};
  }

  // "Book Review; Page 1; Book Review Desk".
  void TakeSection(const std::string& text) {
    SetOnce(article_.section, text.substr(0, text.find(';')));
    constexpr std::string_view kPage = "Page ";
    const std::size_t page = text.find(kPage);
    if (page == std::string::npos) return;
    const std::size_t begin = page + kPage.size();
    AddValue(CollapseSpaces(
                 text.substr(begin, text.find_first_of(";,", begin) - begin)),
             article_.pages);
  }

  static void AddBlocks(BlockKind kind, const std::string& text,
                        std::vector<Block>& blocks) {
    for (std::string& paragraph :
         SplitParagraphs(text, ParagraphStart::kBlankOrIndentedLine))
      blocks.push_back({kind, std::move(paragraph)});
  }

  std::string_view sgml_;
  Article article_;
  std::vector<Block> captions_;
  // Elements whose end was looked for in vain: once is enough.
  std::array<bool, kElements.size()> unclosed_{};
};

}  // namespace

int SniffTrec(std::string_view, std::string_view bytes) {
  const std::optional<SgmlTag> first = NextTag(bytes, 0);
  if (!first || first->is_end || !SameLetters(first->name, "DOC")) return 0;
  const std::string_view before = bytes.substr(0, first->span.begin);
  if (!std::all_of(before.begin(), before.end(), IsBlank)) return 0;
  return FindTag(bytes, "DOCNO", 0) || FindTag(bytes, "TEXT", 0) ? 90 : 0;
}

Status ReadTrec(const RawFile& file, const ReaderOptions&,
                const ArticleSink& sink) {
  const std::string_view bytes = file.bytes;
  std::size_t number = 0;
  for (std::optional<SgmlTag> tag = FindTag(bytes, "DOC", 0); tag;) {
    if (tag->is_end) {
      tag = FindTag(bytes, "DOC", tag->span.end);
      continue;
    }
    ++number;
    const std::optional<SgmlTag> next = FindTag(bytes, "DOC", tag->span.end);
    const bool is_closed = next && next->is_end;
    const std::size_t end = next ? next->span.begin : bytes.size();
    Article article =
        DocumentReader(bytes.substr(tag->span.end, end - tag->span.end))
            .Read(AttributeOf(*tag, "id"));
    article.bytes = {tag->span.begin, is_closed ? next->span.end : end};
    if (SaysNothing(article))
      sink.rejection({fmt::format("document {}", number),
                      "neither a headline nor a text"});
    else
      sink.article(std::move(article));
    tag = next;
  }
  return Ok();
}

}  // namespace archive
