#include "indexer/readers/article_parts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "common/dates/date_scanner.h"
#include "common/dates/timestamp.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/readers/html_blocks.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/paragraphs.h"

namespace archive {
namespace {

// "<p>", "</b>", "<br/>", "<a href": markup that pages use, other than a '<'
// that a text may hold.
bool IsTag(std::string_view name) {
  static constexpr auto kTags = std::to_array<std::string_view>(
      {"p",          "br",     "a",          "b",       "i",        "em",
       "strong",     "div",    "span",       "img",     "h1",       "h2",
       "h3",         "h4",     "ul",         "ol",      "li",       "table",
       "blockquote", "figure", "font",       "u",       "sub",      "sup",
       "script",     "style",  "section",    "article", "html",     "body",
       "cite",       "q",      "small",      "code",    "pre",      "hr",
       "center",     "iframe", "object",     "embed",   "abbr",     "td",
       "tr",         "video",  "audio",      "blink",   "meta",     "svg",
       "math",       "link",   "h5",         "h6",      "header",   "footer",
       "main",       "aside",  "time",       "mark",    "s",        "del",
       "ins",        "tt",     "dl",         "dt",      "dd",       "th",
       "thead",      "tbody",  "figcaption", "picture", "acronym",  "big",
       "bdo",        "wbr",    "form",       "input",   "noscript", "applet",
       "frameset",   "marquee"});
  return std::find(kTags.begin(), kTags.end(), name) != kTags.end();
}

// What parts paragraphs, or must not be parted by them.
bool IsBlockTag(std::string_view name) {
  return name == "br" || BeginsBlock(name) || IsInvisible(name);
}

// What tells where paragraphs end, or holds lines of its own.
bool SaysParagraphs(std::string_view name) {
  static constexpr auto kTags = std::to_array<std::string_view>(
      {"p", "br", "div", "pre", "table", "tr", "td", "section", "article"});
  return IsInvisible(name) ||
         std::find(kTags.begin(), kTags.end(), name) != kTags.end();
}

// Blogs part paragraphs by blank lines beside headings and lists in markup.
std::string WithBreaks(std::string_view text) {
  std::string out;
  for (const std::string_view line : LinesOf(text)) {
    out += IsBlankLine(line) ? std::string_view("<br><br>") : line;
    out += '\n';
  }
  return out;
}

template <typename IsWanted>
bool HoldsTag(std::string_view text, const IsWanted& is_wanted) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos;
       at = text.find('<', at + 1)) {
    std::string name;
    std::size_t i = at + 1;
    if (i < text.size() && text[i] == '/') ++i;
    while (i < text.size() && name.size() < 11 &&
           (IsLetter(text[i]) || IsDigit(text[i])))
      name += Lower(text[i++]);
    const bool ends = i < text.size() &&
                      (IsBlank(text[i]) || text[i] == '>' || text[i] == '/');
    if (ends && is_wanted(name)) return true;
  }
  return false;
}

bool HoldsReference(std::string_view text) {
  return text.find('<') == std::string_view::npos && HoldsHtml(text);
}

}  // namespace

void AddValue(std::string value, std::vector<std::string>& values) {
  constexpr std::size_t kMost = 500;
  if (value.empty() || values.size() >= kMost ||
      std::find(values.begin(), values.end(), value) != values.end())
    return;
  values.push_back(std::move(value));
}

void AddList(std::string_view list, std::string_view separators,
             std::vector<std::string>& values) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end =
        std::min(list.find_first_of(separators, at), list.size());
    AddValue(CollapseSpaces(list.substr(at, end - at)), values);
    at = end + 1;
  }
}

void SetFirstLine(Article& article) {
  constexpr std::size_t kLongest = 300;
  if (!article.title.empty()) return;
  article.first_line =
      CollapseSpaces(CutAtCharacter(LeadOf(article), kLongest));
}

std::string LanguageTag(std::string_view language) {
  constexpr std::size_t kLongest = 35;
  std::string tag = CleanValue(language);
  for (char& c : tag) {
    if (c == '_') c = '-';
  }
  const bool is_tag = std::all_of(tag.begin(), tag.end(), [](char c) {
    return IsLetter(c) || IsDigit(c) || c == '-';
  });
  return is_tag && tag.size() <= kLongest ? tag : std::string();
}

void SetEmbargo(std::string_view said, Article& article) {
  constexpr std::size_t kLongest = 100;
  constexpr std::array<std::string_view, 7> kNone = {
      "none", "no", "null", "false", "0", "n/a", "-"};
  constexpr std::array<std::string_view, 4> kNoDate = {
      "0000", "0001-01-01", "1970-01-01T00:00", "1970-01-01 00:00"};
  const std::string text = CleanValue(said);
  article.embargoed_until = ParseTimestamp(text);
  if (std::int64_t number = 0; !article.embargoed_until) {
    const auto [end, code] =
        std::from_chars(text.data(), text.data() + text.size(), number);
    if (code == std::errc() && end == text.data() + text.size())
      article.embargoed_until = TimestampFromNumber(number);
  }
  const bool is_none =
      std::find(kNone.begin(), kNone.end(), FoldValue(text)) != kNone.end() ||
      std::any_of(kNoDate.begin(), kNoDate.end(), [&](std::string_view date) {
        return text.starts_with(date);
      });
  if (article.embargoed_until || is_none) return;
  article.unread_embargo =
      text.empty() ? "no time" : std::string(CutAtCharacter(text, kLongest));
}

std::optional<int> UrgencyOf(std::string_view text) {
  const std::string digit = CleanValue(text);
  if (digit.size() != 1 || digit[0] < '1' || digit[0] > '9')
    return std::nullopt;
  return digit[0] - '0';
}

std::vector<Block> MarkupToBlocks(std::string_view text) {
  if (HoldsTag(text, SaysParagraphs)) return HtmlToBlocks(text);
  if (HoldsTag(text, IsBlockTag)) return HtmlToBlocks(WithBreaks(text));
  std::vector<Block> blocks;
  for (const std::string& paragraph :
       SplitParagraphs(CleanUtf8(text), ParagraphStart::kBlankLine)) {
    for (Block& block : HtmlToBlocks(paragraph))
      blocks.push_back(std::move(block));
  }
  return blocks;
}

std::vector<Block> BlocksOfText(std::string_view text) {
  if (HoldsTag(text, IsTag) || HoldsReference(text))
    return MarkupToBlocks(text);
  std::vector<Block> blocks;
  for (std::string& paragraph :
       SplitParagraphs(CleanUtf8(text), ParagraphStart::kBlankLine))
    blocks.push_back({BlockKind::kParagraph, std::move(paragraph)});
  return blocks;
}

bool SaysNothing(const Article& article) {
  return article.title.empty() && LeadOf(article).empty();
}

}  // namespace archive
