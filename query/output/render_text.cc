// The page for people.
#include <algorithm>

#include <fmt/format.h>

#include "common/text/counts.h"
#include "common/text/printable.h"
#include "query/language/diagnostics.h"
#include "query/matching/near_copies.h"
#include "query/output/further_query.h"
#include "query/output/renderers.h"
#include "query/output/table_text.h"
#include "query/output/wording.h"
#include "query/output/wrap.h"

namespace archive {
namespace {

void PrintHeader(const ResultPage& page, std::ostream& out) {
  const Envelope& envelope = page.envelope;
  if (page.batch) {
    if (page.batch->index > 0) out << '\n';
    out << fmt::format("== line {}: {}\n", page.batch->line,
                       Printable(envelope.query));
  }
  std::string groups;
  if (envelope.fold_copies)
    groups = fmt::format(", {} when near-copies count as one",
                         WithCommas(envelope.groups));
  std::string without;
  for (const MissingPart& part : envelope.missing)
    without += fmt::format("; partial, without {}", Printable(part.name));
  out << fmt::format("{} of {}{}{}{}\n", Counted(envelope.total, "article"),
                     WithCommas(envelope.articles), groups, CaptionOf(page),
                     without);
}

std::string DateInWords(const Article& article) {
  if (!article.published) return "undated";
  std::string date = WrittenDate(article.published->when.date);
  if (article.published->source != DateSource::kMetadata)
    date += fmt::format(" (from the {})", NameOf(article.published->source));
  return date;
}

void PrintNames(std::string_view label, const std::vector<std::string>& names,
                const RenderStyle& style, std::ostream& out) {
  if (names.empty()) return;
  const std::string text =
      fmt::format("{}: {}", label, fmt::join(names, " · "));
  PrintWrapped({text, {}}, "  ", style, out);
}

// "3 near-copies here (--group-duplicates moderate)": what would fold them, and
// where they are folded what would find them.
std::string CopiesInWords(const Hit& hit, const Envelope& envelope) {
  if (hit.copies == 0) return {};
  const std::string copies = CopyCountInWords(hit.copies);
  if (envelope.fold_copies)
    return fmt::format("{} ({})", copies, QueryForCopies(hit.id));
  return fmt::format("{} here (--group-duplicates {})", copies,
                     RowOf(kUsualCopyLevel).name);
}

// "superseded · corrected 7 March 2021 · 2 other versions (--history)": what
// has become of the article.
std::string VersionsInWords(const Hit& hit) {
  const Article& article = hit.record.article;
  std::vector<std::string> parts;
  if (hit.hidden) parts.emplace_back(NameOf(*hit.hidden));
  if (article.status == Usability::kCorrected) {
    parts.push_back("corrected");
    if (article.modified)
      parts.back() += " " + WrittenDate(article.modified->date);
  }
  if (hit.versions > 0)
    parts.push_back(VersionCountInWords(hit.versions) + " (--history)");
  const std::vector<std::string>& corrected = hit.record.before.fields;
  if (!corrected.empty())
    parts.push_back(
        fmt::format("{} by the librarian", fmt::join(corrected, ", ")));
  return fmt::format("{}", fmt::join(parts, " · "));
}

void PrintHit(const Hit& hit, const Envelope& envelope,
              const RenderStyle& style, std::ostream& out) {
  const Article& article = hit.record.article;
  out << '\n';
  PrintHeadline(hit.title, style, out);
  std::string line = DateInWords(article);
  for (const std::string* part : {&article.source, &article.section}) {
    if (!part->empty()) line += " · " + *part;
  }
  out << "  " << Printable(line) << '\n';
  std::string others = VersionsInWords(hit);
  if (const std::string copies = CopiesInWords(hit, envelope); !copies.empty())
    others += (others.empty() ? "" : " · ") + copies;
  if (!others.empty()) out << "  " << Printable(others) << '\n';
  PrintWrapped(hit.snippet, "  ", style, out);
  if (style.verbosity == Verbosity::kNames) {
    PrintNames("people", article.people, style, out);
    PrintNames("organisations", article.organisations, style, out);
    PrintNames("places", article.places, style, out);
  }
  out << "  " << Printable(hit.id) << '\n';
}

void PrintFooter(const ResultPage& page, const RenderStyle& style,
                 std::ostream& out) {
  const std::uint64_t total = HitsOf(page.envelope);
  if (page.hit_count == 0 || page.offset + page.hit_count >= total) return;
  const std::size_t next = page.offset + page.hit_count;
  out << '\n';
  const std::string text =
      fmt::format("{} more: --offset {} shows the next, -n all shows all",
                  WithCommas(total - next), next);
  PrintWrapped({text, {}}, "", style, out);
}

}  // namespace

Status RenderText(const ResultPage& page, const RenderStyle& style,
                  std::ostream& out) {
  // Nothing found is told on the error stream (no_hits.h).
  if (page.envelope.total == 0 && !page.batch) return Ok();
  PrintHeader(page, out);
  RETURN_IF_ERROR(PrintTables(page, style, out));
  const HitDetail detail = style.verbosity == Verbosity::kNames
                               ? HitDetail::kSnippet | HitDetail::kNames
                               : HitDetail::kSnippet;
  const auto print = [&](const Hit& hit, std::ostream& to) {
    PrintHit(hit, page.envelope, style, to);
  };
  RETURN_IF_ERROR(page.write_hits(detail, print, out));
  PrintFooter(page, style, out);
  return Ok();
}

}  // namespace archive
