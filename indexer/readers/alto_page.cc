#include "indexer/readers/alto_page.h"

#include <algorithm>
#include <cstdlib>
#include <span>
#include <unordered_map>
#include <utility>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"
#include "indexer/readers/hyphenation.h"
#include "indexer/readers/id_list.h"
#include "indexer/readers/paragraphs.h"
#include "indexer/readers/xml_tree.h"

namespace archive {
namespace {

// A share of `whole`; nullopt for what is none.
std::optional<double> ShareOf(const std::string& written, double whole) {
  if (written.empty() || !IsDigit(written.front())) return std::nullopt;
  char* end = nullptr;
  const double number = std::strtod(written.c_str(), &end);
  if (*end != '\0' || number < 0 || number > whole) return std::nullopt;
  return number / whole;
}

// Marks behind a word that the whole word in SUBS_CONTENT may lack.
std::string_view MarksBehind(std::string_view part) {
  constexpr std::string_view kMarks = ".,;:!?)\"'";
  std::size_t begin = part.size();
  while (begin > 0 && kMarks.find(part[begin - 1]) != std::string_view::npos)
    --begin;
  return part.substr(begin);
}

// The size of each style of text in points, by its id.
using Styles = std::unordered_map<std::string, double>;

double SizeOf(const std::string& written) {
  constexpr double kLargest = 1e6;
  return ShareOf(written, kLargest).value_or(0) * kLargest;
}

Styles StylesOf(const XmlTree& tree) {
  Styles styles;
  for (std::size_t at = 1; at < tree.size(); ++at) {
    if (LocalName(tree[at].name) != "textstyle") continue;
    const double points = SizeOf(tree.AttributeOf(at, "fontsize"));
    if (points > 0) styles[tree.AttributeOf(at, "id")] = points;
  }
  return styles;
}

class PageReader {
 public:
  PageReader(const XmlTree& tree, std::size_t page, const Styles& styles)
      : tree_(tree), page_(page), styles_(styles) {}

  AltoPage Read() {
    AltoPage page;
    page.bytes = tree_[page_].bytes;
    page.id = tree_.AttributeOf(page_, "id");
    page.number = tree_.AttributeOf(page_, "printed_img_nr");
    if (page.number.empty())
      page.number = tree_.AttributeOf(page_, "physical_img_nr");
    ReadBlocks(page);
    if (words_rated_ != 0)
      page.confidence = words_sure_ / static_cast<double>(words_rated_);
    if (!page.confidence)
      page.confidence = ShareOf(tree_.AttributeOf(page_, "pc"), 1);
    if (!page.confidence)
      page.confidence = ShareOf(tree_.AttributeOf(page_, "accuracy"), 100);
    return page;
  }

 private:
  struct Line {
    std::string text;
    TypeSize type;
  };

  static bool IsMargin(std::string_view name) {
    return name == "topmargin" || name == "bottommargin" ||
           name == "leftmargin" || name == "rightmargin";
  }

  void ReadBlocks(AltoPage& page) {
    std::string text;
    std::size_t margin_end = 0;
    for (std::size_t at = page_ + 1; at < tree_[page_].end;) {
      const std::string_view name = LocalName(tree_[at].name);
      if (IsMargin(name)) margin_end = tree_[at].end;
      if (name == "textblock") {
        AltoBlock block;
        block.id = tree_.AttributeOf(at, "id");
        block.around = BlocksAround(at);
        block.language = LanguageOf(at);
        block.in_margin = at < margin_end;
        text += AddBlock(at, std::move(block), page);
        at = tree_[at].end;
      } else {
        ++at;
      }
    }
    TakeTexts(JoinCutWords(text), page);
  }

  // Its lines.  Blank ones hold the blocks apart, while cut words are looked
  // for in all of the page.
  std::string AddBlock(std::size_t element, AltoBlock block, AltoPage& page) {
    const std::vector<Line> lines = LinesOfBlock(element, block);
    const std::size_t headline = HeadlineOf(lines);
    std::string text;
    if (headline != 0) {
      AltoBlock above = {.id = block.id,
                         .around = block.around,
                         .language = block.language,
                         .in_margin = block.in_margin};
      text += Append(std::span(lines).first(headline), std::move(above), page);
    }
    text += Append(std::span(lines).subspan(headline), std::move(block), page);
    return text;
  }

  static std::string Append(std::span<const Line> lines, AltoBlock block,
                            AltoPage& page) {
    std::vector<TypedText> types;
    std::string text;
    for (const Line& line : lines) {
      types.push_back({line.type, line.text.size()});
      text += line.text + '\n';
    }
    block.type = UsualType(types);
    page.blocks.push_back(std::move(block));
    return text + '\n';
  }

  // How many lines at the beginning are set larger than the rest.
  static std::size_t HeadlineOf(const std::vector<Line>& lines) {
    std::vector<TypedText> types;
    types.reserve(lines.size());
    for (const Line& line : lines)
      types.push_back({line.type, line.text.size()});
    const TypeSize usual = UsualType(types);
    std::size_t large = 0;
    while (large < lines.size() && IsLarger(lines[large].type, usual)) ++large;
    return large;
  }

  static void TakeTexts(const std::string& text, AltoPage& page) {
    auto block = page.blocks.begin();
    for (const std::string_view line : LinesOf(text)) {
      if (block == page.blocks.end()) break;
      if (line.empty())
        ++block;
      else
        (block->text += line) += '\n';
    }
    for (AltoBlock& row : page.blocks) row.text = CleanValue(row.text);
    std::erase_if(page.blocks,
                  [](const AltoBlock& row) { return row.text.empty(); });
  }

  std::string LanguageOf(std::size_t block) const {
    for (const std::string_view name : {"lang", "language", "xml:lang"}) {
      std::string language = tree_.Inherited(block, name);
      if (!language.empty()) return language;
    }
    return {};
  }

  std::string BlocksAround(std::size_t block) const {
    std::string ids;
    for (std::size_t at = tree_[block].parent; at > page_;
         at = tree_[at].parent) {
      const std::string id = tree_.AttributeOf(at, "id");
      if (LocalName(tree_[at].name) == "composedblock" && !id.empty())
        ids += (ids.empty() ? " " : "") + id + " ";
    }
    return ids;
  }

  // None of them empty.
  std::vector<Line> LinesOfBlock(std::size_t block, AltoBlock& row) {
    std::vector<Line> lines;
    Line line;
    const auto close = [&] {
      line.text = CollapseSpaces(line.text);
      if (!line.text.empty()) lines.push_back(std::move(line));
      line = {};
    };
    for (std::size_t at = block + 1; at < tree_[block].end; ++at) {
      const std::string_view name = LocalName(tree_[at].name);
      if (name == "textline") {
        close();
        line.type.height = SizeOf(tree_.AttributeOf(at, "height"));
      }
      if (name == "string") {
        Rate(at, row);
        AddWord(at, line.text);
        if (line.type.points == 0) line.type.points = PointsOf(at);
      }
      if (name == "hyp" && whole_.empty()) line.text += '-';
    }
    TakeWhole("", line.text);
    close();
    return lines;
  }

  // As its style, or that of its line or block, says.
  double PointsOf(std::size_t word) const {
    for (std::size_t at = word; at > page_; at = tree_[at].parent) {
      const std::string names = tree_.AttributeOf(at, "stylerefs");
      for (const std::string_view id : IdsIn(names)) {
        if (const auto style = styles_.find(std::string(id));
            style != styles_.end())
          return style->second;
      }
    }
    return 0;
  }

  void Rate(std::size_t word, AltoBlock& block) {
    const auto share = ShareOf(tree_.AttributeOf(word, "wc"), 1);
    if (!share) return;
    ++block.words_rated;
    block.words_sure += *share;
    if (block.in_margin) return;
    ++words_rated_;
    words_sure_ += *share;
  }

  // A word of two parts stands on the line of the second, with the marks that
  // follow it there.
  void AddWord(std::size_t at, std::string& line) {
    const std::string part = CleanValue(tree_.AttributeOf(at, "content"));
    const std::string type = tree_.AttributeOf(at, "subs_type");
    if (SameLetters(type, "hyppart2") && !whole_.empty())
      return TakeWhole(MarksBehind(part), line);
    TakeWhole("", line);
    if (SameLetters(type, "hyppart1"))
      whole_ = CleanValue(tree_.AttributeOf(at, "subs_content"));
    if (whole_.empty()) Append(part, line);
  }

  static void Append(std::string_view word, std::string& line) {
    if (!line.empty()) line += ' ';
    line += word;
  }

  void TakeWhole(std::string_view marks, std::string& line) {
    if (whole_.empty()) return;
    Append(whole_, line);
    if (!whole_.ends_with(marks)) line += marks;
    whole_.clear();
  }

  const XmlTree& tree_;
  std::size_t page_;
  const Styles& styles_;
  std::size_t words_rated_ = 0;
  double words_sure_ = 0;
  std::string whole_;  // of a word of which the second part is to come
};

}  // namespace

Result<std::vector<AltoPage>> ReadAltoPages(std::string_view bytes) {
  ASSIGN_OR_RETURN(const XmlTree tree, XmlTree::Parse(bytes));
  const Styles styles = StylesOf(tree);
  std::vector<AltoPage> pages;
  for (std::size_t at = 1; at < tree.size();) {
    if (LocalName(tree[at].name) != "page") {
      ++at;
      continue;
    }
    pages.push_back(PageReader(tree, at, styles).Read());
    at = tree[at].end;
  }
  return pages;
}

}  // namespace archive
