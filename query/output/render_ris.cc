// RIS, the tagged format of Reference Manager that bibliography programs read
// in.  Lines end in CRLF, as its specification has it; values are one line.
#include <fmt/format.h>

#include "common/text/printable.h"
#include "query/output/citation.h"
#include "query/output/renderers.h"

namespace archive {
namespace {

void AddLine(std::string_view tag, std::string_view value, std::ostream& out) {
  out << tag << "  - " << Printable(value) << "\r\n";
}

void AddIfKnown(std::string_view tag, std::string_view value,
                std::ostream& out) {
  if (!value.empty()) AddLine(tag, value, out);
}

// YYYY/MM/DD/, with nothing for a part that is not known.
std::string RisDate(const Date& date) {
  std::string text = fmt::format("{:04}/", date.year);
  if (date.month > 0) text += fmt::format("{:02}", date.month);
  text += '/';
  if (date.day > 0) text += fmt::format("{:02}", date.day);
  return text + '/';
}

void AddDate(const Article& article, std::ostream& out) {
  if (!article.published) return;
  const Date& date = article.published->when.date;
  AddLine("PY", fmt::format("{:04}", date.year), out);
  AddLine("DA", RisDate(date), out);
}

void AddRecord(const Envelope& envelope, const Hit& hit, std::ostream& out) {
  const Article& article = hit.record.article;
  AddLine("TY", "NEWS", out);
  AddLine("TI", CitedTitle(hit), out);
  for (const std::string& author : article.byline) AddLine("AU", author, out);
  AddIfKnown("T2", article.source, out);
  AddIfKnown("SE", article.section, out);
  AddDate(article, out);
  AddIfKnown("LA", hit.record.language, out);
  for (const std::string& keyword : CitedKeywords(hit))
    AddLine("KW", keyword, out);
  AddIfKnown("UR", article.url, out);
  AddLine("DB", CitedArchive(envelope), out);
  AddLine("AN", hit.id, out);
  AddLine("N1", CitedNote(envelope, hit), out);
  AddLine("ER", "", out);
}

}  // namespace

Status RenderRis(const ResultPage& page, const RenderStyle& /*style*/,
                 std::ostream& out) {
  const auto write = [&page](const Hit& hit, std::ostream& to) {
    AddRecord(page.envelope, hit, to);
  };
  return page.write_hits(HitDetail::kRecord, write, out);
}

}  // namespace archive
