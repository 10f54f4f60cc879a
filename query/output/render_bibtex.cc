// BibTeX, as BibTeX and biblatex read it: text in UTF-8, what TeX would obey
// written as commands.
//
// A key is the article's id, with what a key may not hold as + and two
// hexadecimal digits: it stays the same for as long as the id does, no two
// articles share one, and the id can be read off it.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "common/text/printable.h"
#include "query/language/characters.h"
#include "query/output/citation.h"
#include "query/output/renderers.h"

namespace archive {
namespace {

std::string KeyOf(std::string_view id) {
  constexpr std::string_view kPlain = "/.-_:";
  std::string key;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    if (IsAsciiLetter(byte) || IsDigit(byte) ||
        kPlain.find(c) != std::string_view::npos) {
      key += c;
    } else {
      key += fmt::format("+{:02X}", byte);
    }
  }
  return key;
}

// What TeX writes for a character that it would obey; empty for the others.
// Braces as commands, since BibTeX counts those behind a backslash, too.
std::string_view TexFor(char c) {
  switch (c) {
    case '\\':
      return R"(\textbackslash{})";
    case '{':
      return R"(\textbraceleft{})";
    case '}':
      return R"(\textbraceright{})";
    case '~':
      return R"(\textasciitilde{})";
    case '^':
      return R"(\textasciicircum{})";
    case '$':
      return R"(\$)";
    case '&':
      return R"(\&)";
    case '#':
      return R"(\#)";
    case '%':
      return R"(\%)";
    case '_':
      return R"(\_)";
    default:
      return {};
  }
}

std::string TexText(std::string_view text) {
  std::string out;
  for (const char c : Printable(text)) {
    const std::string_view command = TexFor(c);
    if (command.empty()) {
      out += c;
    } else {
      out += command;
    }
  }
  return out;
}

// As it is, since TeX takes it so; what would end the field as a code.
std::string TexUrl(std::string_view url) {
  std::string out;
  for (const char c : Printable(url)) {
    if (c == '{' || c == '}' || c == '\\' || c == ' ') {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

// A comma or an "and" would make BibTeX take the name apart.
std::string TexName(const std::string& name) {
  const std::string text = TexText(name);
  const bool is_whole =
      text.find(',') == std::string::npos &&
      (' ' + LowerAscii(text) + ' ').find(" and ") == std::string::npos;
  return is_whole ? text : '{' + text + '}';
}

class Entry {
 public:
  Entry(std::string_view type, std::string_view id, std::ostream& out)
      : out_(out) {
    out_ << '@' << type << '{' << KeyOf(id);
  }
  void Add(std::string_view field, std::string_view value) {
    out_ << fmt::format(",\n  {} = {}", field, value);
  }
  void AddBraced(std::string_view field, std::string_view value) {
    if (!value.empty()) Add(field, fmt::format("{{{}}}", value));
  }
  void End() { out_ << "\n}\n\n"; }

 private:
  std::ostream& out_;
};

void AddDate(const Article& article, Entry& entry) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "jan", "feb", "mar", "apr", "may", "jun",
      "jul", "aug", "sep", "oct", "nov", "dec"};
  if (!article.published) return;
  const Date& date = article.published->when.date;
  entry.AddBraced("year", fmt::format("{:04}", date.year));
  if (date.month > 0)
    entry.Add("month", kMonths[static_cast<std::size_t>(date.month) - 1]);
  if (date.day > 0) entry.AddBraced("day", std::to_string(date.day));
}

void AddEntry(const Envelope& envelope, const Hit& hit, std::ostream& out) {
  const Article& article = hit.record.article;
  // An @article without a journal is a mistake to BibTeX.
  Entry entry(article.source.empty() ? "misc" : "article", hit.id, out);
  std::vector<std::string> authors;
  for (const std::string& author : article.byline)
    authors.push_back(TexName(author));
  entry.AddBraced("author", fmt::format("{}", fmt::join(authors, " and ")));
  // Doubled, so that no style changes the letters of names.
  entry.AddBraced("title", '{' + TexText(CitedTitle(hit)) + '}');
  entry.AddBraced("journal", TexText(article.source));
  AddDate(article, entry);
  entry.AddBraced("language", TexText(hit.record.language));
  entry.AddBraced("keywords", TexText(fmt::format(
                                  "{}", fmt::join(CitedKeywords(hit), ", "))));
  entry.AddBraced("url", TexUrl(article.url));
  entry.AddBraced("annote", TexText(CitedNote(envelope, hit)));
  entry.End();
}

}  // namespace

Status RenderBibtex(const ResultPage& page, const RenderStyle& /*style*/,
                    std::ostream& out) {
  const auto write = [&page](const Hit& hit, std::ostream& to) {
    AddEntry(page.envelope, hit, to);
  };
  return page.write_hits(HitDetail::kRecord, write, out);
}

}  // namespace archive
