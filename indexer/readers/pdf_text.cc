#include "indexer/readers/pdf_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"
#include "indexer/readers/hyphenation.h"
#include "indexer/readers/paragraphs.h"
#include "indexer/readers/xml_tree.h"

namespace archive {
namespace {

// Signs that fonts have for several letters.
struct Ligature {
  std::string_view sign;
  std::string_view letters;
};
constexpr auto kLigatures = std::to_array<Ligature>({{"\xEF\xAC\x80", "ff"},
                                                     {"\xEF\xAC\x81", "fi"},
                                                     {"\xEF\xAC\x82", "fl"},
                                                     {"\xEF\xAC\x83", "ffi"},
                                                     {"\xEF\xAC\x84", "ffl"},
                                                     {"\xEF\xAC\x85", "st"},
                                                     {"\xEF\xAC\x86", "st"}});

std::string WithoutLigatures(std::string_view text) {
  constexpr std::string_view kBegin = "\xEF\xAC";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find(kBegin, at), text.size());
    out += text.substr(at, next - at);
    at = next;
    const auto* const found = std::find_if(
        kLigatures.begin(), kLigatures.end(), [&](const Ligature& row) {
          return text.substr(at).starts_with(row.sign);
        });
    if (found != kLigatures.end()) {
      out += found->letters;
      at += found->sign.size();
    } else if (at < text.size()) {
      out += text[at++];
    }
  }
  return out;
}

std::string MetaOf(const XmlTree& tree, std::string_view name) {
  for (const std::size_t meta : tree.Descendants(0, "meta")) {
    if (tree.AttributeOf(meta, "name") == name)
      return tree.AttributeOf(meta, "content");
  }
  return {};
}

double NumberOf(const XmlTree& tree, std::size_t element,
                std::string_view name) {
  return std::strtod(tree.AttributeOf(element, name).c_str(), nullptr);
}

// Lines that stand together.
struct TextBlock {
  std::string text;   // with line breaks, and a blank line before an indent
  double height = 0;  // of its first line
  std::size_t lines = 0;
};
using Page = std::vector<TextBlock>;

std::string TextOfLine(const XmlTree& tree, std::size_t line) {
  std::string text;
  for (const std::size_t word : tree.ChildrenOf(line, "word"))
    text += (text.empty() ? "" : " ") + tree.TextOf(word);
  return WithoutLigatures(CleanValue(text));
}

TextBlock BlockOf(const XmlTree& tree, std::size_t element) {
  constexpr double kIndent = 5;  // points
  const double left = NumberOf(tree, element, "xmin");
  TextBlock block;
  for (const std::size_t line : tree.ChildrenOf(element, "line")) {
    const std::string text = TextOfLine(tree, line);
    if (text.empty()) continue;
    const bool is_indented = NumberOf(tree, line, "xmin") - left > kIndent;
    if (block.lines > 0 && is_indented) block.text += '\n';
    if (block.lines == 0)
      block.height =
          NumberOf(tree, line, "ymax") - NumberOf(tree, line, "ymin");
    block.text += text + '\n';
    ++block.lines;
  }
  return block;
}

// A line as it is on other pages, too: "The Courier, page 7".
std::string WithoutNumbers(std::string_view line) {
  std::string out;
  for (const char c : line) {
    if (!IsDigit(c)) out += c;
  }
  return CollapseSpaces(out);
}

bool IsNumberOfPage(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return IsDigit(c) || IsBlank(c) || c == '-' || c == '/';
  });
}

// Counts how many pages begin, or end, with a text.
using TextCounts = std::map<std::string, std::size_t>;

class Pages {
 public:
  explicit Pages(const XmlTree& tree) {
    for (const std::size_t page : tree.Descendants(0, "page")) {
      pages_.emplace_back();
      for (const std::size_t element : tree.Descendants(page, "block")) {
        TextBlock block = BlockOf(tree, element);
        if (block.lines > 0) pages_.back().push_back(std::move(block));
      }
    }
  }

  std::size_t size() const { return pages_.size(); }

  // From the outside in: a running title, and a number below it.
  void DropHeadsAndFeet() {
    constexpr int kMostBlocks = 3;
    for (int round = 0; round < kMostBlocks; ++round) {
      Count();
      for (Page& page : pages_) DropOuterBlocks(page);
    }
  }

  // What is set larger than the text, on the first page.
  std::string TakeTitle() {
    constexpr double kLarger = 1.25;
    if (pages_.empty() || pages_.front().empty()) return {};
    Page& page = pages_.front();
    const auto largest = std::max_element(
        page.begin(), page.end(), [](const TextBlock& a, const TextBlock& b) {
          return HeightOfTitle(a) < HeightOfTitle(b);
        });
    if (HeightOfTitle(*largest) < kLarger * UsualHeight()) return {};
    std::string title = CleanValue(largest->text);
    page.erase(largest);
    return title;
  }

  std::string Text() const {
    std::string text;
    for (const Page& page : pages_) {
      for (const TextBlock& block : page) {
        const bool is_first = &block == page.data();
        if (!text.empty() && !(is_first && GoesOn(text, block.text)))
          text += '\n';
        text += block.text;
      }
    }
    return text;
  }

 private:
  // The first letter of a text may be set large, too.
  static double HeightOfTitle(const TextBlock& block) {
    constexpr std::size_t kShortest = 8;
    return block.text.size() < kShortest ? 0 : block.height;
  }

  // The height of most lines.
  double UsualHeight() const {
    std::map<long, std::size_t> lines;
    for (const Page& page : pages_) {
      for (const TextBlock& block : page)
        lines[std::lround(block.height * 10)] += block.lines;
    }
    const auto most = std::max_element(
        lines.begin(), lines.end(),
        [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == lines.end() ? 0 : static_cast<double>(most->first) / 10;
  }

  // Of two pages each may begin with the same words by chance.
  bool IsRepeated(const TextCounts& counts, std::string_view text) const {
    constexpr std::size_t kFewest = 3;
    const auto found = counts.find(WithoutNumbers(text));
    return found != counts.end() && found->second >= kFewest &&
           found->second * 2 >= pages_.size();
  }

  void Count() {
    firsts_.clear();
    lasts_.clear();
    for (const Page& page : pages_) {
      if (page.empty()) continue;
      ++firsts_[WithoutNumbers(page.front().text)];
      ++lasts_[WithoutNumbers(page.back().text)];
    }
  }

  void DropOuterBlocks(Page& page) const {
    const auto is_outer = [this](const TextCounts& counts,
                                 const TextBlock& block) {
      return IsNumberOfPage(block.text) || IsRepeated(counts, block.text);
    };
    if (!page.empty() && is_outer(firsts_, page.front()))
      page.erase(page.begin());
    if (!page.empty() && is_outer(lasts_, page.back())) page.pop_back();
  }

  // A sentence that is not over at the end of a page.
  static bool GoesOn(std::string_view text, std::string_view next) {
    if (next.empty() || text.size() < 2) return false;
    const char last = text[text.size() - 2];
    const bool is_over =
        last == '.' || last == '!' || last == '?' || last == ':' || last == '"';
    return !is_over && next.front() >= 'a' && next.front() <= 'z';
  }

  std::vector<Page> pages_;
  TextCounts firsts_;
  TextCounts lasts_;
};

}  // namespace

Result<PdfText> ReadPdfText(std::string_view printed) {
  // Its root is XHTML's, what is inside is not.
  const std::size_t head = std::min(printed.find("<head>"), printed.size());
  ASSIGN_OR_RETURN(const XmlTree tree, XmlTree::Parse(printed.substr(head)));
  PdfText read;
  const std::optional<std::size_t> title = tree.Find(0, "title");
  read.document.properties = {.title = title ? tree.TextOf(*title) : "",
                              .creator = MetaOf(tree, "Author"),
                              .created = MetaOf(tree, "CreationDate"),
                              .modified = MetaOf(tree, "ModDate"),
                              .keywords = MetaOf(tree, "Keywords"),
                              .language = ""};
  Pages pages(tree);
  read.pages = pages.size();
  pages.DropHeadsAndFeet();
  std::vector<DocumentParagraph>& paragraphs = read.document.paragraphs;
  std::string headline = pages.TakeTitle();
  if (!headline.empty())
    paragraphs.push_back({DocumentRole::kTitle, std::move(headline)});
  for (std::string& text :
       SplitParagraphs(JoinCutWords(pages.Text()), ParagraphStart::kBlankLine))
    paragraphs.push_back({DocumentRole::kText, std::move(text)});
  return read;
}

}  // namespace archive
