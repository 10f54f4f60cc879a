#include "indexer/readers/wiki_text.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/paragraphs.h"
#include "indexer/readers/wiki_names.h"

namespace archive {
namespace {

// The parts between '|'s that stand in no bracket.
std::vector<std::string_view> PartsOf(std::string_view inside) {
  std::vector<std::string_view> parts;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    const char c = inside[i];
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    if (c == '|' && depth == 0) {
      parts.push_back(inside.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  parts.push_back(inside.substr(begin));
  return parts;
}

// The last part of a template that has no name; empty: there is none.
std::string_view LastUnnamed(const std::vector<std::string_view>& parts) {
  for (std::size_t i = parts.size(); i-- > 1;) {
    if (parts[i].find('=') == std::string_view::npos) return parts[i];
  }
  return {};
}

class WikiReader {
 public:
  explicit WikiReader(const WikiSpaces& spaces) {
    for (const std::string& name : spaces.files)
      files_.insert(FoldedWikiName(name));
    for (const std::string& name : spaces.categories)
      categories_.insert(FoldedWikiName(name));
  }

  // What stands in brackets is finished before what is around it, from a stack
  // of texts: no recursion.
  std::string Flatten(std::string_view markup) {
    std::size_t at = 0;
    while (at < markup.size()) {
      const std::string_view rest = markup.substr(at);
      if (rest.starts_with("{{") || rest.starts_with("[[") ||
          rest.starts_with("{|")) {
        Open(rest.substr(0, 2));
        at += 2;
      } else if (Closes(rest)) {
        Close();
        at += 2;
      } else {
        Top() += markup[at++];
      }
    }
    while (!open_.empty()) Abandon();
    return std::move(text_);
  }

  WikiText said;

 private:
  struct Bracket {
    std::string_view mark;
    std::string inside;
  };

  std::string& Top() { return open_.empty() ? text_ : open_.back().inside; }

  void Open(std::string_view mark) {
    constexpr std::size_t kDeepest = 100;
    if (open_.size() >= kDeepest) {
      Top() += ' ';
      return;
    }
    open_.push_back({mark, {}});
  }

  bool Closes(std::string_view rest) const {
    if (open_.empty()) return false;
    const std::string_view mark = open_.back().mark;
    return rest.starts_with(mark == "{{" ? "}}" : mark == "[[" ? "]]" : "|}");
  }

  void Close() {
    const Bracket bracket = std::move(open_.back());
    open_.pop_back();
    std::string shown;
    if (bracket.mark == "{{") shown = Template(bracket.inside);
    if (bracket.mark == "[[") shown = Link(bracket.inside);
    Top() += shown;
  }

  // It is not closed, and so no bracket.
  void Abandon() {
    const Bracket bracket = std::move(open_.back());
    open_.pop_back();
    Top() += bracket.inside;
  }

  std::string Template(std::string_view inside) {
    const std::vector<std::string_view> parts = PartsOf(inside);
    const std::string name = FoldedWikiName(parts.front());
    if (parts.size() < 2) return {};
    if (IsWikiName(name, WikiName::kDateTemplate)) {
      if (said.date.empty()) said.date = CollapseSpaces(parts[1]);
    } else if (name == "byline") {
      ReadByline(parts);
    } else if (name == "w" || name == "lang" || name == "nowrap") {
      // {{w|Berlin|the city}} shows its last part.
      const std::string_view shown = LastUnnamed(parts);
      return std::string(shown.empty() ? parts.back() : shown);
    } else if (IsWikiName(name, WikiName::kQuoteTemplate)) {
      return "\n\n" + std::string(parts[1]) + "\n\n";
    }
    return {};
  }

  void ReadByline(const std::vector<std::string_view>& parts) {
    for (const std::string_view part : parts) {
      const std::size_t equals = part.find('=');
      if (equals == std::string_view::npos) continue;
      const std::string name = FoldedWikiName(part.substr(0, equals));
      if (name == "date" && said.date.empty())
        said.date = CollapseSpaces(part.substr(equals + 1));
      if (name == "location")
        said.location = CleanValue(part.substr(equals + 1));
    }
  }

  std::string Link(std::string_view inside) {
    const std::vector<std::string_view> parts = PartsOf(inside);
    const std::string_view target = parts.front();
    const std::string space =
        FoldedWikiName(target.substr(0, target.find(':')));
    const bool has_space = target.find(':') != std::string_view::npos;
    if (has_space && (IsWikiName(space, WikiName::kCategorySpace) ||
                      categories_.count(space) != 0)) {
      AddValue(CleanValue(target.substr(target.find(':') + 1)),
               said.categories);
      return {};
    }
    if (has_space &&
        (IsWikiName(space, WikiName::kFileSpace) || files_.count(space) != 0)) {
      AddCaption(parts);
      return {};
    }
    // Links to the same page in other languages stand for nothing.
    if (has_space && parts.size() == 1 && space.size() <= 3 && space != "w")
      return {};
    if (parts.size() > 1) return std::string(parts.back());
    return std::string(target.substr(target.rfind(':') + 1));
  }

  void AddCaption(const std::vector<std::string_view>& parts) {
    if (parts.size() < 2) return;
    const std::string text = CleanValue(parts.back());
    const bool is_option =
        text.find(' ') == std::string::npos || text.find('=') < 8;
    if (!is_option) captions.push_back(text);
  }

 public:
  std::vector<std::string> captions;

 private:
  std::set<std::string> files_;
  std::set<std::string> categories_;
  std::vector<Bracket> open_;
  std::string text_;
};

// From `begin` to behind `end`, in any case of letters, once and again.
std::string Without(std::string_view text, std::string_view begin,
                    std::string_view end) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = std::min(text.find(begin, at), text.size());
    out += text.substr(at, found - at);
    if (found == text.size()) break;
    const std::size_t close = text.find(end, found);
    at = close == std::string_view::npos ? text.size() : close + end.size();
  }
  return out;
}

// <ref …/> and <ref>…</ref>.
std::string WithoutNotes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = std::min(text.find("<ref", at), text.size());
    out += text.substr(at, found - at);
    if (found == text.size()) break;
    const std::size_t tag = std::min(text.find('>', found), text.size() - 1);
    if (text[tag - 1] == '/') {
      at = tag + 1;
      continue;
    }
    const std::size_t close = text.find("</ref>", found);
    at = close == std::string_view::npos ? text.size() : close + 6;
  }
  return out;
}

// "[http://example.org the page]" → "the page".
std::string WithoutAddresses(std::string_view line) {
  std::string out;
  const std::size_t last = line.rfind(']');
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool opens =
        line[at] == '[' && (line.substr(at).starts_with("[http") ||
                            line.substr(at).starts_with("[//"));
    const std::size_t close =
        opens && last != std::string_view::npos && at < last
            ? line.find(']', at)
            : std::string_view::npos;
    if (close == std::string_view::npos) {
      out += line[at];
      continue;
    }
    const std::size_t blank = line.find(' ', at);
    if (blank < close) out += line.substr(blank + 1, close - blank - 1);
    at = close;
  }
  return out;
}

// Two or more apostrophes in a row mark italics and bold.
std::string WithoutQuotes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && text[end] == '\'') ++end;
    if (end - at < 2) {
      out += text[at++];
      continue;
    }
    at = end;
  }
  return out;
}

std::string PlainLine(std::string_view line) {
  while (!line.empty() &&
         std::string_view("*#:;").find(line.front()) != std::string_view::npos)
    line.remove_prefix(1);
  return HtmlToLine(WithoutQuotes(WithoutAddresses(line)));
}

// "== Sources ==" → "Sources"; empty for other lines.
std::string HeadingOf(std::string_view line) {
  while (line.ends_with(' ') || line.ends_with('\r')) line.remove_suffix(1);
  if (line.size() < 5 || !line.starts_with("==") || !line.ends_with("=="))
    return {};
  while (line.starts_with('=')) line.remove_prefix(1);
  while (line.ends_with('=')) line.remove_suffix(1);
  return PlainLine(line);
}

bool StandsAlone(std::string_view line) {
  return std::string_view("*#:;|!").find(line.front()) !=
         std::string_view::npos;
}

class BlockMaker {
 public:
  std::vector<Block> Make(std::string_view text) {
    for (const std::string_view line : LinesOf(text)) AddLine(line);
    Flush();
    return std::move(blocks_);
  }

 private:
  void AddLine(std::string_view line) {
    if (IsBlankLine(line)) return Flush();
    if (std::string heading = HeadingOf(line); !heading.empty()) {
      Flush();
      is_appendix_ = IsWikiName(FoldedWikiName(heading), WikiName::kAppendix);
      heading_ = std::move(heading);
      return;
    }
    if (is_appendix_ || line.starts_with("__") || line.starts_with("----"))
      return;
    if (StandsAlone(line)) {
      Flush();
      open_ = line;
      return Flush();
    }
    open_ += ' ';
    open_ += line;
  }

  // A heading is shown when something follows it.
  void Flush() {
    std::string text = PlainLine(CollapseSpaces(open_));
    open_.clear();
    if (text.empty()) return;
    if (!heading_.empty())
      blocks_.push_back({BlockKind::kParagraph, std::move(heading_)});
    heading_.clear();
    blocks_.push_back({BlockKind::kParagraph, std::move(text)});
  }

  std::vector<Block> blocks_;
  std::string open_;
  std::string heading_;
  bool is_appendix_ = false;
};

}  // namespace

WikiText ReadWikiText(std::string_view markup, const WikiSpaces& spaces) {
  const std::string clean = CleanUtf8(markup);
  WikiReader reader(spaces);
  const std::string said = Without(clean, "<!--", "-->");
  const std::string text =
      reader.Flatten(WithoutNotes(Without(said, "<gallery", "</gallery>")));
  WikiText wiki = std::move(reader.said);
  wiki.blocks = BlockMaker().Make(text);
  for (const std::string& caption : reader.captions) {
    std::string line = PlainLine(caption);
    if (!line.empty())
      wiki.blocks.push_back({BlockKind::kCaption, std::move(line)});
  }
  return wiki;
}

}  // namespace archive
