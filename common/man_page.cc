#include "common/man_page.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace archive {
namespace {

// The character that begins at `at`, moved behind it.  REQUIRES: UTF-8.
char32_t NextCharacter(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  char32_t character = lead & (lead >= 0xf0   ? 0x07U
                               : lead >= 0xe0 ? 0x0fU
                                              : 0x1fU);
  while (at < text.size() &&
         (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80)
    character =
        (character << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3fU);
  return character;
}

// Typographers' forms of these are of no use in a command that is copied.
std::string_view EscapeFor(char32_t character) {
  switch (character) {
    case '\\':
      return "\\(rs";
    case '-':
      return "\\-";
    case '\'':
      return "\\(aq";
    case '`':
      return "\\(ga";
    case '^':
      return "\\(ha";
    case '~':
      return "\\(ti";
    case '"':
      return "\\(dq";
    default:
      return {};
  }
}

std::string Escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = NextCharacter(text, at);
    if (const std::string_view escape = EscapeFor(character); !escape.empty()) {
      out += escape;
    } else if (character < 0x80) {
      out += static_cast<char>(character);
    } else {
      out += fmt::format("\\[u{:04X}]", static_cast<unsigned>(character));
    }
  }
  return out;
}

std::string Bold(std::string_view text) {
  return "\\fB" + Escaped(text) + "\\fR";
}

std::string Italic(std::string_view text) {
  return "\\fI" + Escaped(text) + "\\fR";
}

constexpr std::size_t kSourceColumns = 72;

// A line that begins with a dot would be a macro; quotes are escaped anyway.
std::string AsLine(std::string_view roff) {
  return (roff.starts_with('.') ? "\\&" : "") + std::string(roff) + '\n';
}

// Broken at spaces: roff fills lines by itself, people read its source.
std::string AsLines(std::string_view roff) {
  std::string out;
  while (roff.size() > kSourceColumns) {
    std::size_t end = roff.rfind(' ', kSourceColumns);
    if (end == std::string_view::npos) end = roff.find(' ');
    if (end == std::string_view::npos) break;
    const std::size_t last = roff.find_last_not_of(' ', end);
    const std::size_t next = roff.find_first_not_of(' ', end);
    if (last == std::string_view::npos || next == std::string_view::npos) break;
    out += AsLine(roff.substr(0, last + 1));
    roff.remove_prefix(next);
  }
  return out + AsLine(roff);
}

// `text` with what stands in backquotes bold.
std::string Prose(std::string_view text) {
  std::string out;
  bool is_code = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('`'), text.size());
    const std::string_view part = text.substr(0, end);
    out += is_code ? Bold(part) : Escaped(part);
    is_code = !is_code;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return AsLines(out);
}

std::string Upper(std::string_view text) {
  std::string upper(text);
  for (char& c : upper)
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return upper;
}

// "-n, --limit N"
std::string TagOf(const OptionRow& option) {
  std::string tag;
  for (const std::string& name : option.names) {
    if (!tag.empty()) tag += ", ";
    tag += name.starts_with('-') ? Bold(name) : Italic(name);
  }
  const bool has_name = option.names.front().starts_with('-');
  if (has_name && !option.value.empty()) tag += ' ' + Italic(option.value);
  return tag;
}

// Words of the description that are the choices already are not said twice.
std::string TextOf(const OptionRow& option) {
  std::string text = option.help;
  const bool names_all =
      std::all_of(option.choices.begin(), option.choices.end(),
                  [&](const std::string& choice) {
                    return text.find(choice) != std::string::npos;
                  });
  if (!names_all)
    text += fmt::format(".  One of: {}", fmt::join(option.choices, ", "));
  if (!option.usual.empty() && text.find("without it") == std::string::npos)
    text += fmt::format(".  Without it: {}", option.usual);
  if (option.is_repeated && option.names.front().starts_with('-'))
    text += ".  May be given several times";
  return text + '.';
}

}  // namespace

ManPage::ManPage(std::string_view name, int section, std::string_view summary,
                 std::string_view version) {
  // No date: a page that is printed twice is the same page.
  text_ = fmt::format(
      ".TH \"{}\" {} \"\" \"archive\\-index {}\" "
      "\"News archives\"\n",
      Escaped(Upper(name)), section, Escaped(version));
  // Neither words are parted nor lines stretched: what is typed is copied.
  text_ += ".nh\n.ad l\n";
  Section("NAME");
  text_ += Escaped(name) + " \\- " + Escaped(summary) + '\n';
}

void ManPage::Macro(std::string_view macro, std::string_view argument) {
  text_ += fmt::format(".{} \"{}\"\n", macro, Escaped(argument));
}

void ManPage::Section(std::string_view heading) {
  Macro("SH", Upper(heading));
}

void ManPage::Subsection(std::string_view heading) {
  Macro("SS", heading);
}

bool ManPage::IsBelowHeading() const {
  const std::size_t last = text_.rfind('\n', text_.size() - 2) + 1;
  const std::string_view line = std::string_view(text_).substr(last);
  return line.starts_with(".SH") || line.starts_with(".SS");
}

void ManPage::Paragraph(std::string_view text) {
  if (!IsBelowHeading()) text_ += ".PP\n";
  text_ += Prose(text);
}

void ManPage::Entry(std::string_view tag, std::string_view text) {
  text_ += ".TP\n" + AsLine(Bold(tag)) + Prose(text);
}

void ManPage::Entries(const std::vector<ManEntry>& entries) {
  for (const ManEntry& entry : entries) Entry(entry.name, entry.help);
}

void ManPage::Synopsis(std::string_view command, std::string_view rest) {
  if (!IsBelowHeading()) text_ += ".br\n";
  text_ += AsLine(Bold(command) + ' ' + Italic(rest));
}

void ManPage::References(const std::vector<std::string>& pages) {
  std::string line;
  for (const std::string& page : pages) {
    const std::size_t bracket = page.find('(');
    if (!line.empty()) line += ",\n";
    line += Bold(page.substr(0, bracket)) + page.substr(bracket);
  }
  text_ += line + '\n';
}

void ManPage::Option(const OptionRow& option) {
  text_ += ".TP\n" + AsLine(TagOf(option)) + Prose(TextOf(option));
}

void ManPage::Options(const CommandTable& table) {
  for (const OptionRow& argument : table.arguments) Option(argument);
  for (const OptionGroup& group : table.groups) {
    Subsection(group.name);
    for (const OptionRow& option : group.options) Option(option);
  }
}

}  // namespace archive
