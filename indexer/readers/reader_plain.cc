// Plain text: one article a file.
//
//   headline
//   By NAME and NAME            (optional)
//   paragraph … blank line … paragraph
//
// Articles saved from the web have, between their paragraphs, the keywords,
// captions and credits of pictures; they are told from paragraphs here, since
// a search in the lead or the text's own words must not find them.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/text/utf8.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/foreign_files.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/hyphenation.h"
#include "indexer/readers/paragraphs.h"
#include "indexer/readers/path_date.h"
#include "indexer/readers/picture_text.h"

namespace archive {
namespace {

// More is no article but a book or a dump.
constexpr std::size_t kMaxFileBytes = std::size_t{32} << 20;
// A longer first line is a paragraph, not a headline.
constexpr std::size_t kLongestTitle = 400;
constexpr std::size_t kFirstLineBytes = 160;
// No text is wrapped by hand at more columns.
constexpr std::size_t kWidestWrapped = 100;

using Lines = std::vector<std::string_view>;

// Lines of dashes and the like between parts of a text.
bool IsRule(std::string_view line) {
  return line.find_first_not_of("=-_*~# ") == std::string_view::npos;
}

// Blocks of lines without a blank one.
std::vector<Lines> GroupsOf(const Lines& lines) {
  std::vector<Lines> groups;
  bool open = false;
  for (const std::string_view line : lines) {
    if (IsBlankLine(line) || IsRule(line)) {
      open = false;
      continue;
    }
    if (!open) groups.emplace_back();
    open = true;
    groups.back().push_back(line);
  }
  return groups;
}

// Takes away the white space that all lines begin with: a block that is
// indented as a whole has no indented paragraphs.
void Outdent(Lines& lines) {
  std::size_t common = std::string_view::npos;
  for (const std::string_view line : lines)
    common = std::min(common, line.find_first_not_of(" \t"));
  if (common == std::string_view::npos) return;
  for (std::string_view& line : lines) line.remove_prefix(common);
}

bool HasIndentedLine(const Lines& lines) {
  return std::any_of(lines.begin(), lines.end(),
                     [](std::string_view line) { return IndentOf(line) >= 2; });
}

// Every line but the last is longer than anything that is wrapped by hand.
bool IsUnwrapped(const Lines& lines) {
  return lines.size() > 1 &&
         std::all_of(lines.begin(), lines.end() - 1, [](std::string_view line) {
           return line.size() > kWidestWrapped;
         });
}

class PlainText {
 public:
  explicit PlainText(std::string_view text) : lines_(LinesOf(text)) {}

  Article Read() {
    ReadHead();
    const std::vector<Lines> groups = GroupsOf(Lines(
        lines_.begin() + static_cast<std::ptrdiff_t>(next_), lines_.end()));
    for (const Lines& group : groups) ReadGroup(group, groups.size());
    return std::move(article_);
  }

 private:
  bool SkipBlankLines() {
    while (next_ < lines_.size() &&
           (IsBlankLine(lines_[next_]) || IsRule(lines_[next_])))
      ++next_;
    return next_ < lines_.size();
  }

  // Headline and byline; pictures may stand above them.
  void ReadHead() {
    bool found = false;
    while (!found && SkipBlankLines()) {
      const std::string line = CollapseSpaces(lines_[next_]);
      if (line.size() > kLongestTitle) {
        SetFirstLine(line);
        return;
      }
      ++next_;
      found = !TakePicturePart(line);
      if (found) article_.title = WithoutHeadingMark(line);
    }
    if (!SkipBlankLines()) return;
    const std::string line = CollapseSpaces(lines_[next_]);
    if (!IsByline(line)) return;
    article_.byline = NamesOfByline(line);
    ++next_;
  }

  void SetFirstLine(std::string_view line) {
    std::string_view cut = CutAtCharacter(line, kFirstLineBytes);
    cut = cut.substr(0, cut.rfind(' '));
    article_.first_line = std::string(cut) + "…";
  }

  // Markdown's "# Headline".
  static std::string WithoutHeadingMark(std::string_view line) {
    const std::size_t text = line.find_first_not_of('#');
    if (text > 0 && text < line.size() && line[text] == ' ')
      line.remove_prefix(text + 1);
    return std::string(line);
  }

  bool TakePicturePart(const std::string& text) {
    return TakeKeywords(text) || TakePicture(text);
  }

  bool TakeKeywords(std::string_view text) {
    if (!IsKeywordLine(text)) return false;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(',', at), text.size());
      std::string word = CollapseSpaces(text.substr(at, end - at));
      if (!word.empty()) article_.keywords.push_back(std::move(word));
      at = end + 1;
    }
    return true;
  }

  bool TakePicture(std::string_view text) {
    std::optional<PictureText> picture = SplitPictureText(text);
    if (!picture) return false;
    if (!picture->caption.empty())
      article_.blocks.push_back(
          {BlockKind::kCaption, std::move(picture->caption)});
    article_.blocks.push_back({BlockKind::kCredit, std::move(picture->credit)});
    return true;
  }

  // A keyword line stands above its caption without a blank line between.
  // What goes on in small letters is the first line of a wrapped sentence.
  void TakeLeadingKeywords(Lines& group) {
    if (group.size() < 2) return;
    const std::string first = CollapseSpaces(group.front());
    const std::string next = CollapseSpaces(group[1]);
    if (!HasCapital(CutAtCharacter(next, 4)) || !TakeKeywords(first)) return;
    group.erase(group.begin());
  }

  void ReadGroup(Lines group, std::size_t groups) {
    TakeLeadingKeywords(group);
    Outdent(group);
    const bool wrapped = groups > 1 || next_ == 0 || HadBlankLine();
    ParagraphStart start = ParagraphStart::kBlankOrIndentedLine;
    if (!HasIndentedLine(group) && (!wrapped || IsUnwrapped(group)))
      start = ParagraphStart::kEveryLine;
    for (std::string& text : SplitParagraphs(group, start)) {
      if (!TakePicturePart(text))
        article_.blocks.push_back({BlockKind::kParagraph, std::move(text)});
    }
  }

  // Whether the file separates its parts by blank lines.
  bool HadBlankLine() const {
    auto first = lines_.begin();
    while (first != lines_.end() && IsBlankLine(*first)) ++first;
    auto last = lines_.end();
    while (last != first && IsBlankLine(*(last - 1))) --last;
    return std::any_of(first, last, IsBlankLine);
  }

  Lines lines_;
  std::size_t next_ = 0;  // the first line behind the head
  Article article_;
};

}  // namespace

int SniffPlain(std::string_view path, std::string_view bytes) {
  if (LooksBinary(bytes) || LooksLikeJson(bytes) || LooksLikeXml(bytes))
    return 0;
  const std::string extension = ExtensionOf(path);
  if (extension == ".txt" || extension == ".text") return 60;
  return ForeignByName(path).empty() ? 50 : 0;
}

Status ReadPlain(const RawFile& file, const ReaderOptions& /*options*/,
                 const ArticleSink& sink) {
  if (file.bytes.size() > kMaxFileBytes) {
    sink.rejection({"", fmt::format("longer than an article can be ({} MiB)",
                                    kMaxFileBytes >> 20)});
    return Ok();
  }
  const std::string text = JoinCutWords(DecodeText(file.bytes).text);
  Article article = PlainText(text).Read();
  if (article.title.empty() && article.blocks.empty()) {
    sink.rejection({"", "there is no text in it"});
    return Ok();
  }
  article.published = DateFromPath(file.path);
  article.bytes = {0, file.bytes.size()};
  sink.article(std::move(article));
  return Ok();
}

}  // namespace archive
