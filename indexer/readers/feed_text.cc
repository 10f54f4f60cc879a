#include "indexer/readers/feed_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/paragraphs.h"
#include "indexer/readers/sgml.h"
#include "indexer/readers/web_address.h"

namespace archive {
namespace {

enum class Writing : std::uint8_t { kUnsaid, kPlain, kHtml, kMarkup, kNone };

std::string SmallAttribute(const XmlTree& tree, std::size_t element,
                           std::string_view name) {
  std::string value = tree.AttributeOf(element, name);
  for (char& c : value) c = Lower(c);
  return value;
}

bool HoldsElements(const XmlTree& tree, std::size_t element) {
  return !tree.ChildrenOf(element).empty();
}

int Base64Value(char c) {
  static constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::size_t at = kDigits.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

// Empty when it is not base64.
std::string FromBase64(std::string_view text) {
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    if (IsBlank(c)) continue;
    if (c == '=') break;
    const int value = Base64Value(c);
    if (value < 0) return {};
    bits = (bits << 6U | static_cast<unsigned>(value)) & 0xFFFFFFU;
    if ((count += 6) < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
  }
  return out;
}

bool IsMarkupType(std::string_view type) {
  return type == "xhtml" || type.ends_with("+xml") || type.ends_with("/xml");
}

// Types that hold no words: "image/png", "audio/mpeg".
bool IsMediaType(std::string_view type) {
  return type.starts_with("image/") || type.starts_with("audio/") ||
         type.starts_with("video/");
}

Writing WritingOf(const XmlTree& tree, std::size_t element) {
  const std::string type = SmallAttribute(tree, element, "type");
  if (IsMediaType(type)) return Writing::kNone;
  if (HoldsElements(tree, element)) return Writing::kMarkup;
  if (IsMarkupType(type)) return Writing::kMarkup;
  if (type == "html" || type == "text/html") return Writing::kHtml;
  const bool is_atom = tree[element].name.starts_with("atom:");
  const bool is_plain = type == "text" || type == "plain" ||
                        type == "text/plain" || (is_atom && type.empty());
  return is_plain ? Writing::kPlain : Writing::kUnsaid;
}

// Without the tags of frames and players: readers of feeds show what is inside
// of them, where a browser would show something else.
std::string WithoutFrames(std::string_view html) {
  std::string out;
  std::size_t copied = 0;
  for (std::optional<SgmlTag> tag = NextTag(html, 0); tag;
       tag = NextTag(html, tag->span.end)) {
    const bool is_frame =
        SameLetters(tag->name, "iframe") || SameLetters(tag->name, "object") ||
        SameLetters(tag->name, "applet") || SameLetters(tag->name, "noscript");
    if (!is_frame) continue;
    out += html.substr(copied, tag->span.begin - copied);
    copied = tag->span.end;
  }
  return out += html.substr(copied);
}

// The characters of the text, and how they are meant.
struct Raw {
  std::string text;
  Writing writing = Writing::kUnsaid;
};

Raw RawOf(const XmlTree& tree, std::size_t element) {
  const Writing writing = WritingOf(tree, element);
  if (writing == Writing::kNone) return {{}, writing};
  if (writing == Writing::kMarkup)
    return {tree.MarkupOf(element), Writing::kHtml};
  std::string text = tree.RawTextOf(element);
  const std::string type = SmallAttribute(tree, element, "type");
  const bool is_encoded = SmallAttribute(tree, element, "mode") == "base64" ||
                          type == "application/octet-stream";
  if (is_encoded) {
    std::string decoded = CleanUtf8(FromBase64(text));
    if (!decoded.empty()) return {std::move(decoded), Writing::kUnsaid};
  }
  return {std::move(text), writing};
}

// "me@example.com (Jane Doe)", "Jane Doe <me@example.com>" → "Jane Doe".
std::string NameInAddress(std::string text) {
  const std::size_t open = text.find('(');
  const std::size_t at_sign = text.find('@');
  if (at_sign == std::string::npos) return text;
  const std::size_t close = text.find(')', std::min(open, text.size()));
  if (open != std::string::npos && close != std::string::npos) {
    std::string inside = text.substr(open + 1, close - open - 1);
    if (inside.find('@') == std::string::npos) return CollapseSpaces(inside);
  }
  std::string name;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    if (word.find('@') == std::string::npos) (name += word) += ' ';
    at = end + 1;
  }
  while (!name.empty() && (name.back() == ' ' || name.back() == ','))
    name.pop_back();
  return name;
}

// The line that plugins put behind each item of a feed.
bool IsFooter(std::string_view text) {
  struct Line {
    std::string_view begins;
    std::string_view holds;
  };
  static constexpr auto kLines = std::to_array<Line>({
      {"The post ", " appeared first on "},
      {"The article ", " appeared first on "},
      {"Der Beitrag ", " erschien zuerst auf "},
      {"L’article ", " est apparu en premier sur "},
      {"L'article ", " est apparu en premier sur "},
      {"La entrada ", " se publicó primero en "},
      {"La entrada ", " aparece primero en "},
      {"L'articolo ", " proviene da "},
      {"O post ", " apareceu primeiro em "},
      {"Het bericht ", " verscheen eerst op "},
  });
  constexpr std::size_t kLongest = 500;
  return text.size() <= kLongest &&
         std::any_of(kLines.begin(), kLines.end(), [text](const Line& line) {
           return text.starts_with(line.begins) &&
                  text.find(line.holds) != std::string_view::npos;
         });
}

std::vector<Block> AllBlocks(const XmlTree& tree, std::size_t element) {
  const Raw raw = RawOf(tree, element);
  switch (raw.writing) {
    case Writing::kNone:
      return {};
    case Writing::kHtml:
    case Writing::kMarkup:
      return MarkupToBlocks(WithoutFrames(raw.text));
    case Writing::kUnsaid:
      return BlocksOfText(WithoutFrames(raw.text));
    case Writing::kPlain:
      break;
  }
  std::vector<Block> blocks;
  for (std::string& paragraph :
       SplitParagraphs(CleanUtf8(raw.text), ParagraphStart::kBlankLine))
    blocks.push_back({BlockKind::kParagraph, std::move(paragraph)});
  return blocks;
}

}  // namespace

std::vector<Block> FeedBlocks(const XmlTree& tree, std::size_t element) {
  std::vector<Block> blocks = AllBlocks(tree, element);
  // Alone, it is all that there is.
  if (blocks.size() > 1 && IsFooter(blocks.back().text)) blocks.pop_back();
  return blocks;
}

std::string FeedLine(const XmlTree& tree, std::size_t element) {
  const Raw raw = RawOf(tree, element);
  if (raw.writing == Writing::kNone) return {};
  if (raw.writing == Writing::kPlain) return CleanValue(raw.text);
  std::string line;
  const std::vector<Block> blocks = raw.writing == Writing::kUnsaid
                                        ? BlocksOfText(raw.text)
                                        : HtmlToBlocks(raw.text);
  for (const Block& block : blocks) {
    if (!line.empty()) line += ' ';
    line += block.text;
  }
  return line;
}

void AddFeedAuthors(const XmlTree& tree, std::size_t element,
                    std::vector<std::string>& authors) {
  std::string text;
  for (const std::size_t child : tree.ChildrenOf(element)) {
    if (LocalName(tree[child].name) == "name") text = tree.TextOf(child);
  }
  if (text.empty() && tree.ChildrenOf(element).empty())
    text = FeedLine(tree, element);
  text = CleanValue(NameInAddress(std::move(text)));
  if (text.empty() || IsAbsoluteAddress(text)) return;
  for (std::string& name : NamesOfByline(text))
    AddValue(std::move(name), authors);
}

}  // namespace archive
