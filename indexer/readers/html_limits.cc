#include "indexer/readers/html_limits.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

// Elements that hold nothing, or that the next of their kind closes: they nest
// no deeper than the others around them.
constexpr std::array<std::string_view, 36> kFlat = {
    "a",        "area",   "base",     "body",  "br",     "button",
    "caption",  "col",    "colgroup", "dd",    "dt",     "embed",
    "frame",    "head",   "hr",       "html",  "image",  "img",
    "input",    "keygen", "li",       "link",  "meta",   "nobr",
    "optgroup", "option", "p",        "param", "source", "tbody",
    "td",       "tfoot",  "th",       "thead", "track",  "tr"};

// What stands inside is text, whatever it looks like.
constexpr std::array<std::string_view, 8> kRawText = {
    "script", "style",  "textarea", "title",
    "xmp",    "iframe", "noembed",  "noframes"};

// Inside these a script's text is no raw text, or is not in the page's tree.
constexpr std::array<std::string_view, 3> kForeign = {"svg", "math",
                                                      "template"};

class PageScanner {
 public:
  explicit PageScanner(std::string_view html) : html_(html) {}

  HtmlScan Scan() {
    std::string broken = BrokenLimit();
    return {std::move(broken), std::move(raw_texts_)};
  }

 private:
  std::string BrokenLimit() {
    while (at_ < html_.size()) {
      at_ = html_.find('<', at_);
      if (at_ == std::string_view::npos) break;
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
    if (rest.starts_with("<!--")) return SkipBehind("-->", 4);
    if (rest.starts_with("<!") || rest.starts_with("<?"))
      return SkipBehind(">", 2);
    const bool is_end = rest.starts_with("</");
    const std::size_t begin = at_ + (is_end ? 2 : 1);
    if (begin >= html_.size() || !IsLetter(html_[begin])) {
      ++at_;
      return;
    }
    const std::string name = TakeName(begin);
    SkipAttributes();
    Count(name, is_end);
  }

  void SkipBehind(std::string_view mark, std::size_t from) {
    const std::size_t found = html_.find(mark, at_ + from);
    at_ = found == std::string_view::npos ? html_.size() : found + mark.size();
  }

  std::string TakeName(std::size_t begin) {
    std::size_t end = begin;
    std::string name;
    while (end < html_.size() && !IsBlank(html_[end]) && html_[end] != '>' &&
           html_[end] != '/')
      name += Lower(html_[end++]);
    at_ = end;
    return name;
  }

  // To behind the '>'; quotes count as HTML's tokeniser counts them, behind
  // '=' alone.
  void SkipAttributes() {
    attributes_ = 0;
    bool in_name = false;
    while (at_ < html_.size() && html_[at_] != '>') {
      const char c = html_[at_++];
      if (IsBlank(c) || c == '/') {
        in_name = false;
      } else if (c == '=' && in_name) {
        SkipValue();
        in_name = false;
      } else if (!in_name) {
        in_name = true;
        ++attributes_;
      }
    }
    if (at_ < html_.size()) ++at_;
  }

  void SkipValue() {
    while (at_ < html_.size() && IsBlank(html_[at_])) ++at_;
    if (at_ >= html_.size()) return;
    const char quote = html_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t end = html_.find(quote, at_ + 1);
      at_ = end == std::string_view::npos ? html_.size() : end + 1;
      return;
    }
    while (at_ < html_.size() && !IsBlank(html_[at_]) && html_[at_] != '>')
      ++at_;
  }

  void Count(const std::string& name, bool is_end) {
    if (std::find(kFlat.begin(), kFlat.end(), name) != kFlat.end()) return;
    std::size_t& open = open_[name];
    if (is_end) {
      if (open == 0) return;
      --open;
      --nesting_;
      return;
    }
    if (std::find(kRawText.begin(), kRawText.end(), name) != kRawText.end())
      return SkipRawText(name);
    ++open;
    ++nesting_;
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
        kForeign.begin(), kForeign.end(), [this](std::string_view element) {
          const auto open = open_.find(std::string(element));
          return open != open_.end() && open->second > 0;
        });
    if ((name != "script" && name != "style") || is_foreign) return;
    // "</scripts" ends no script.
    const std::size_t behind = text.end + 2 + name.size();
    const bool ends =
        behind < html_.size() && (IsBlank(html_[behind]) ||
                                  html_[behind] == '>' || html_[behind] == '/');
    const std::string_view held =
        html_.substr(text.begin, text.end - text.begin);
    // Behind "<!--" an end may be none; a NUL would be read as U+FFFD.
    if (!ends || held.empty() || held.find("<!--") != std::string_view::npos ||
        held.find('\0') != std::string_view::npos)
      return;
    raw_texts_.push_back(text);
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::unordered_map<std::string, std::size_t> open_;
  std::size_t nesting_ = 0;
  std::size_t attributes_ = 0;  // of the last tag
  std::vector<Span> raw_texts_;
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
