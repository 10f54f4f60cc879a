#include "indexer/readers/html_limits.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"

namespace archive {
namespace {

// Names of up to eight letters, each a number: a page has thousands of tags.
template <std::size_t kSize>
class NameSet {
 public:
  explicit constexpr NameSet(const std::string_view (&names)[kSize]) {
    for (std::size_t i = 0; i < kSize; ++i) names_[i] = NumberOf(names[i]);
  }
  bool Holds(std::string_view name) const {
    return name.size() <= kMostLetters &&
           std::find(names_.begin(), names_.end(), NumberOf(name)) !=
               names_.end();
  }

 private:
  static constexpr std::size_t kMostLetters = 8;

  static constexpr std::uint64_t NumberOf(std::string_view name) {
    std::uint64_t number = 0;
    for (const char letter : name)
      number = number << 8U | static_cast<unsigned char>(letter);
    return number;
  }

  std::array<std::uint64_t, kSize> names_ = {};
};

// Elements that hold nothing, or that the next of their kind closes: they nest
// no deeper than the others around them.
constexpr NameSet kFlat({"a",      "area",    "base",  "body",     "br",
                         "button", "caption", "col",   "colgroup", "dd",
                         "dt",     "embed",   "frame", "head",     "hr",
                         "html",   "image",   "img",   "input",    "keygen",
                         "li",     "link",    "meta",  "nobr",     "optgroup",
                         "option", "p",       "param", "source",   "tbody",
                         "td",     "tfoot",   "th",    "thead",    "track",
                         "tr"});

// What stands inside is text, whatever it looks like.
constexpr NameSet kRawText({"script", "style", "textarea", "title", "xmp",
                            "iframe", "noembed", "noframes"});

// Inside these a script's text is no raw text, or is not in the page's tree.
constexpr std::array<std::string_view, 3> kForeign = {"svg", "math",
                                                      "template"};

// ASCII whitespace as HTML means it (Infra Standard, 4.6): without VT.
bool IsHtmlBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

// A search for one of several letters that is one look a letter.
class LetterSet {
 public:
  explicit constexpr LetterSet(std::string_view letters) {
    for (const char letter : letters)
      holds_[static_cast<unsigned char>(letter)] = true;
  }
  std::size_t FindIn(std::string_view text) const {
    const auto found = std::find_if(text.begin(), text.end(), [this](char c) {
      return holds_[static_cast<unsigned char>(c)];
    });
    return static_cast<std::size_t>(found - text.begin());
  }

 private:
  std::array<bool, 256> holds_ = {};
};
// Of UTF-8's bytes those that begin a noncharacter, and others.
constexpr LetterSet kBeginsNoncharacter("\xEF\xF0\xF1\xF2\xF3\xF4");
constexpr LetterSet kMarkup("<>&");

// Gumbo makes U+FFFD of them (Unicode, 23.7: U+FDD0 to U+FDEF and the last two
// of each plane).
bool HasNoncharacter(std::string_view text) {
  std::size_t at = kBeginsNoncharacter.FindIn(text);
  while (at < text.size()) {
    const std::int32_t code = NextCodePoint(text, at);
    if ((code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF))
      return true;
    at += kBeginsNoncharacter.FindIn(text.substr(at));
  }
  return false;
}

// NUL and CR are changed by the parser, and the mark may be written as
// "&#x10FFFD" or "&#1114109", whatever zeros stand in front.
bool MayBeAbridged(std::string_view html) {
  constexpr std::string_view kHex = "10fffd";
  for (const std::string_view text :
       {std::string_view("\0", 1), std::string_view("\r"), kAbridgedMark,
        std::string_view("1114109")}) {
    if (html.find(text) != std::string_view::npos) return false;
  }
  for (std::size_t at = html.find("10"); at != std::string_view::npos;
       at = html.find("10", at + 1)) {
    if (SameLetters(html.substr(at, kHex.size()), kHex)) return false;
  }
  return true;
}

// A number of a run with its mark takes about as many bytes.
constexpr std::size_t kShortestRun = 12;
constexpr std::size_t kFewestBlanks = 4;

class PageScanner {
 public:
  explicit PageScanner(std::string_view html) : html_(html) {}

  HtmlScan Scan() {
    std::string broken = BrokenLimit();
    if (!MayBeAbridged(html_)) runs_.clear();
    return {std::move(broken), std::move(runs_)};
  }

 private:
  std::string BrokenLimit() {
    while (at_ < html_.size()) {
      const std::size_t text = at_;
      at_ = std::min(html_.find('<', at_), html_.size());
      NoteText({text, at_});
      if (at_ == html_.size()) break;
      ReadMarkup();
      if (nesting_ > kMaxHtmlNesting)
        return fmt::format("nested deeper than {} elements", kMaxHtmlNesting);
      if (attributes_ > kMaxHtmlAttributes)
        return fmt::format("a tag has more than {} attributes",
                           kMaxHtmlAttributes);
    }
    return {};
  }

  void ReadMarkup() {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("<!--")) return SkipComment();
    if (rest.starts_with("<!") || rest.starts_with("<?"))
      return SkipBehind(">", 2);
    const bool is_end = rest.starts_with("</");
    const std::size_t begin = at_ + (is_end ? 2 : 1);
    if (begin >= html_.size() || !IsLetter(html_[begin])) {
      if (is_end) return SkipBehind(">", 2);  // a comment
      ++at_;
      return;
    }
    const std::string name = TakeName(begin);
    SkipAttributes();
    Count(name, is_end);
  }

  void SkipComment() {
    const std::size_t begin = at_ + 4;
    SkipBehind("-->", 4);
    const std::size_t end = std::max(begin, at_ - 3);
    if (at_ < html_.size() &&
        kMarkup.FindIn(TextOf({begin, end})) == end - begin)
      NoteLetters({begin, end});
  }

  void SkipBehind(std::string_view mark, std::size_t from) {
    const std::size_t found = html_.find(mark, at_ + from);
    at_ = found == std::string_view::npos ? html_.size() : found + mark.size();
  }

  std::string TakeName(std::size_t begin) {
    std::size_t end = begin;
    std::string name;
    while (end < html_.size() && !IsHtmlBlank(html_[end]) &&
           html_[end] != '>' && html_[end] != '/')
      name += Lower(html_[end++]);
    at_ = end;
    return name;
  }

  // To behind the '>'; quotes count as HTML's tokeniser counts them, behind
  // '=' alone.
  void SkipAttributes() {
    attributes_ = 0;
    enum class State { kBeforeName, kName, kBehindName };
    State state = State::kBeforeName;
    while (at_ < html_.size() && html_[at_] != '>') {
      const char c = html_[at_++];
      if (IsHtmlBlank(c)) {
        if (state == State::kName) state = State::kBehindName;
      } else if (c == '/') {
        state = State::kBeforeName;
      } else if (c == '=' && state != State::kBeforeName) {
        SkipValue();
        state = State::kBeforeName;
      } else if (state != State::kName) {
        state = State::kName;
        ++attributes_;
      }
    }
    if (at_ < html_.size()) ++at_;
  }

  void SkipValue() {
    while (at_ < html_.size() && IsHtmlBlank(html_[at_])) ++at_;
    if (at_ >= html_.size()) return;
    const char quote = html_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = at_ + 1;
      const std::size_t end = std::min(html_.find(quote, begin), html_.size());
      NotePieces({begin, end});
      at_ = std::min(end + 1, html_.size());
      return;
    }
    while (at_ < html_.size() && !IsHtmlBlank(html_[at_]) && html_[at_] != '>')
      ++at_;
  }

  void Count(const std::string& name, bool is_end) {
    if (kFlat.Holds(name)) return;
    std::size_t& open = open_[name];
    if (is_end) {
      if (open == 0) return;
      --open;
      --nesting_;
      return;
    }
    if (kRawText.Holds(name)) return SkipRawText(name);
    ++open;
    ++nesting_;
  }

  bool IsOpen(std::string_view element) const {
    const auto open = open_.find(std::string(element));
    return open != open_.end() && open->second > 0;
  }

  void SkipRawText(std::string_view name) {
    const std::size_t begin = at_;
    for (at_ = html_.find("</", at_); at_ != std::string_view::npos;
         at_ = html_.find("</", at_ + 2)) {
      if (SameLetters(html_.substr(at_ + 2, name.size()), name))
        return NoteRawText(name, {begin, at_});
    }
    at_ = html_.size();
  }

  void NoteRawText(std::string_view name, Span text) {
    const bool is_foreign = std::any_of(
        kForeign.begin(), kForeign.end(),
        [this](std::string_view element) { return IsOpen(element); });
    if ((name != "script" && name != "style") || is_foreign) return;
    // "</scripts" ends no script.
    const std::size_t behind = text.end + 2 + name.size();
    const bool ends =
        behind < html_.size() && (IsHtmlBlank(html_[behind]) ||
                                  html_[behind] == '>' || html_[behind] == '/');
    const std::string_view held = TextOf(text);
    // Behind "<!--" an end may be none.
    if (!ends || held.empty() || held.find("<!--") != std::string_view::npos ||
        HasNoncharacter(held))
      return;
    runs_.push_back({text, HtmlRun::Kind::kCode});
  }

  void NoteText(Span text) {
    Span inner = text;
    while (inner.begin < inner.end && IsHtmlBlank(html_[inner.begin]))
      ++inner.begin;
    while (inner.begin < inner.end && IsHtmlBlank(html_[inner.end - 1]))
      --inner.end;
    NoteBlanks({text.begin, inner.begin});
    NotePieces(inner);
    NoteBlanks({inner.end, text.end});
  }

  void NoteBlanks(Span blanks) {
    if (blanks.end - blanks.begin < kFewestBlanks) return;
    if (IsOpen("pre") || IsOpen("listing")) return;
    runs_.push_back({blanks, HtmlRun::Kind::kBlanks});
  }

  void NotePieces(Span text) {
    while (text.end - text.begin >= kShortestRun) {
      const std::size_t plain = kMarkup.FindIn(TextOf(text));
      NoteLetters({text.begin, text.begin + plain});
      text.begin = BehindMarkup({text.begin + plain, text.end});
    }
  }

  // A reference ("&amp") may go on without a ';', in letters and digits alone.
  std::size_t BehindMarkup(Span text) const {
    if (text.begin == text.end) return text.end;
    const bool is_reference = html_[text.begin++] == '&';
    if (!is_reference) return text.begin;
    while (text.begin < text.end &&
           (IsLetter(html_[text.begin]) || IsDigit(html_[text.begin]) ||
            html_[text.begin] == '#'))
      ++text.begin;
    // What ends a reference may matter: ';', or '=' in a value.
    const bool is_part = text.begin < text.end &&
                         (html_[text.begin] == ';' || html_[text.begin] == '=');
    return text.begin + (is_part ? 1 : 0);
  }

  void NoteLetters(Span run) {
    while (run.begin < run.end && IsHtmlBlank(html_[run.begin])) ++run.begin;
    while (run.begin < run.end && IsHtmlBlank(html_[run.end - 1])) --run.end;
    if (run.end - run.begin >= kShortestRun && !HasNoncharacter(TextOf(run)))
      runs_.push_back({run, HtmlRun::Kind::kLetters});
  }

  std::string_view TextOf(Span span) const {
    return html_.substr(span.begin, span.end - span.begin);
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::unordered_map<std::string, std::size_t> open_;
  std::size_t nesting_ = 0;
  std::size_t attributes_ = 0;  // of the last tag
  std::vector<HtmlRun> runs_;
};

}  // namespace

HtmlScan ScanHtml(std::string_view html) {
  if (html.size() > kMaxHtmlBytes)
    return {
        fmt::format("longer than a page can be ({} MiB)", kMaxHtmlBytes >> 20),
        {}};
  return PageScanner(html).Scan();
}

}  // namespace archive
