#include "indexer/readers/template_marks.h"

#include <algorithm>
#include <array>

#include "common/dates/date_scanner.h"
#include "indexer/readers/paragraphs.h"

namespace archive {
namespace {

// Longer ones are braces that a text happens to hold.
constexpr std::size_t kLongestMark = 2000;

struct Pair {
  std::string_view open;
  std::string_view close;
};
constexpr auto kMarks = std::to_array<Pair>({{"{{<", ">}}"},
                                             {"{{%", "%}}"},
                                             {"{%", "%}"},
                                             {"{{", "}}"},
                                             {"{:", "}"},
                                             {"{#", "}"},
                                             {"{.", "}"}});

std::string AsHtml(std::string_view text) {
  std::string html;
  for (const char c : text) {
    if (c == '<')
      html += "&lt;";
    else if (c == '&')
      html += "&amp;";
    else
      html += c;
  }
  return html;
}

// caption="A car" in a mark.
std::string_view CaptionOf(std::string_view mark) {
  constexpr std::string_view kName = "caption=";
  const std::size_t at = mark.find(kName);
  if (at == std::string_view::npos) return {};
  mark.remove_prefix(at + kName.size());
  if (mark.empty() || (mark.front() != '"' && mark.front() != '\'')) return {};
  const std::size_t end = mark.find(mark.front(), 1);
  return end == std::string_view::npos ? std::string_view()
                                       : mark.substr(1, end - 1);
}

// The mark that `text` begins with; empty where none does.
std::string_view MarkAt(std::string_view text) {
  for (const Pair& pair : kMarks) {
    if (!text.starts_with(pair.open)) continue;
    const std::string_view near = text.substr(0, kLongestMark);
    const std::size_t end = near.find(pair.close, pair.open.size());
    if (end == std::string_view::npos) return {};
    return text.substr(0, end + pair.close.size());
  }
  return {};
}

// "[^1]" and "[^1]:".
std::string_view FootnoteAt(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  if (!text.starts_with("[^")) return {};
  const std::size_t end = text.substr(0, kLongest).find(']');
  if (end == std::string_view::npos) return {};
  return text.substr(0, text.substr(end + 1, 1) == ":" ? end + 2 : end + 1);
}

bool IsFence(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return line.starts_with("```") || line.starts_with("~~~");
}

// "|---|:--:|", the line below the head of a table.
bool IsTableRule(std::string_view line) {
  return line.find('|') != std::string_view::npos &&
         line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|-: \t\r") == std::string_view::npos;
}

class MarkRemover {
 public:
  std::string Run(std::string_view text) {
    // By lines, since what begins one decides; marks may be of several.
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      if (IsFence(line)) in_code_ = !in_code_;
      if (in_code_ || IsFence(line)) {
        out_ += line;
      } else if (IsTableRule(line)) {
        // The head above and the rows below are paragraphs by themselves.
      } else {
        const std::size_t taken = TakeLine(text, end);
        text.remove_prefix(std::min(taken, text.size()));
        continue;
      }
      out_ += '\n';
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::move(out_);
  }

 private:
  // Appends the line that ends at `end`, or further, where a mark does; returns
  // where the next begins.
  std::size_t TakeLine(std::string_view text, std::size_t end) {
    const bool is_row = text.substr(0, end).starts_with('|');
    std::size_t at = 0;
    while (at < text.size() && text[at] != '\n')
      at += TakeAt(text.substr(at), is_row);
    out_ += is_row ? "\n\n" : "\n";
    return at + 1;
  }

  // Returns how many bytes are done.
  std::size_t TakeAt(std::string_view text, bool is_row) {
    const char c = text.front();
    if (c == '\\' && text.size() > 1 && text[1] != '\n') {
      out_ += text.substr(0, 2);
      return 2;
    }
    if (c == '{') {
      const std::string_view mark = MarkAt(text);
      const std::string_view caption = CaptionOf(mark);
      if (!caption.empty())
        out_ +=
            "<figure><figcaption>" + AsHtml(caption) + "</figcaption></figure>";
      if (!mark.empty()) return mark.size();
    }
    if (c == '[') {
      const std::string_view footnote = FootnoteAt(text);
      if (!footnote.empty()) return footnote.size();
    }
    if (text.starts_with("~~")) return 2;
    out_ += c == '|' && is_row ? ' ' : c;
    return 1;
  }

  std::string out_;
  bool in_code_ = false;
};

}  // namespace

std::string WithoutTemplateMarks(std::string_view text) {
  return MarkRemover().Run(text);
}

}  // namespace archive
