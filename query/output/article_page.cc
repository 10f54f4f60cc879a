#include "query/output/article_page.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/index/mention_list.h"
#include "common/json_writer.h"
#include "common/text/counts.h"
#include "common/text/printable.h"
#include "common/text/shell_words.h"
#include "query/language/diagnostics.h"
#include "query/output/further_query.h"
#include "query/output/hit_fields.h"
#include "query/output/wording.h"
#include "query/output/wrap.h"

namespace archive {
namespace {

constexpr std::size_t kLabelColumns = 15;
constexpr std::size_t kMostTextColumns = 100;  // longer lines are hard to read

std::string Publisher(const Article& article) {
  std::string text = article.source;
  if (!article.section.empty())
    text += (text.empty() ? "" : ", ") + article.section;
  return text;
}

std::string WhenInWords(const Article& article) {
  if (!article.published) return "undated";
  const Publication& published = *article.published;
  return fmt::format("{} ({}, {})", WrittenTimestamp(published.when),
                     NameOf(published.source),
                     ConfidenceInWords(published.confidence));
}

// Of the text of an article: bold type alone marks names, since brackets around
// each would be in the way of people who copy it.
Highlighted WithNames(std::string text, NameMarks& names,
                      const RenderStyle& style) {
  if (style.emphasis != Emphasis::kBold) return {std::move(text), {}};
  std::vector<Span> marks = names.Find(text);
  return {std::move(text), std::move(marks)};
}

void PrintHead(const Hit& hit, NameMarks& names, const RenderStyle& style,
               std::ostream& out) {
  const Article& article = hit.record.article;
  PrintHeadline(WithNames(hit.title.text, names, style), style, out);
  std::string line;
  const std::string words = Counted(hit.record.words, "word");
  for (const std::string& part :
       {Publisher(article), WhenInWords(article),
        std::string(LanguageName(hit.record.language)), words}) {
    if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
  }
  PrintWrapped({line, {}}, "", style, out);
  if (!article.byline.empty())
    PrintWrapped({fmt::format("By {}", fmt::join(article.byline, ", ")), {}},
                 "", style, out);
  if (!article.dateline.empty())
    PrintWrapped({article.dateline, {}}, "", style, out);
}

void PrintBlocks(const Article& article, NameMarks& names,
                 const RenderStyle& style, std::ostream& out) {
  for (const Block& block : article.blocks) {
    out << '\n';
    switch (block.kind) {
      case BlockKind::kParagraph:
        PrintWrapped(WithNames(block.text, names, style), "", style, out);
        break;
      case BlockKind::kCaption:
        PrintWrapped(WithNames("[picture] " + block.text, names, style), "    ",
                     style, out);
        break;
      case BlockKind::kCredit:
        PrintWrapped({"[credit] " + block.text, {}}, "    ", style, out);
        break;
    }
  }
}

// A label, and what belongs to it in the columns behind.
void PrintRow(std::string_view label, std::string_view text,
              const RenderStyle& style, std::ostream& out) {
  if (text.empty()) return;
  const std::size_t room = style.width > kLabelColumns * 2
                               ? style.width - kLabelColumns
                               : kLabelColumns;
  std::string_view shown = label;
  for (const Span& line : WrapLines(text, room)) {
    out << fmt::format(
        "{:<{}}{}\n", shown, kLabelColumns,
        Printable(text.substr(line.begin, line.end - line.begin)));
    shown = "";
  }
}

void PrintNames(const Article& article, const RenderStyle& style,
                std::ostream& out) {
  struct Row {
    std::string_view label;
    const std::vector<std::string>& values;
  };
  for (const Row& row :
       {Row{"people", article.people},
        Row{"organisations", article.organisations},
        Row{"places", article.places}, Row{"topics", article.topics},
        Row{"keywords", article.keywords}, Row{"exchanges", article.exchanges},
        Row{"pages", article.pages}})
    PrintRow(row.label, fmt::format("{}", fmt::join(row.values, " · ")), style,
             out);
}

// Each time once, as it was read first; ends of ranges go with their range.
void PrintMentions(const Hit& hit, const RenderStyle& style,
                   std::ostream& out) {
  std::vector<std::string> shown;
  std::vector<std::string> times;
  for (const DateMention& mention : hit.mentions) {
    const std::string days = WrittenDays(mention.days);
    if (mention.in_range ||
        std::find(times.begin(), times.end(), days) != times.end())
      continue;
    times.push_back(days);
    const bool is_written = mention.source == MentionSource::kText;
    shown.push_back(is_written
                        ? fmt::format("{} (text)", days)
                        : fmt::format("{} (\"{}\")", days,
                                      WordsOf(mention, hit.record.article)));
  }
  PrintRow("mentions", fmt::format("{}", fmt::join(shown, " · ")), style, out);
}

// Where it was printed, whose it is, and whether it may be used.
void PrintUse(const Article& article, const RenderStyle& style,
              std::ostream& out) {
  PrintRow("edition", article.edition, style, out);
  PrintRow("agency", article.agency, style, out);
  if (article.status != Usability::kUsable)
    PrintRow("status", NameOf(article.status), style, out);
  PrintRow("version", article.version, style, out);
  if (article.urgency)
    PrintRow("urgency", std::to_string(*article.urgency), style, out);
  if (article.embargoed_until)
    PrintRow("embargoed until", WrittenTimestamp(*article.embargoed_until),
             style, out);
  if (!article.unread_embargo.empty())
    PrintRow("embargo",
             fmt::format("\"{}\": no time, so it is held back",
                         article.unread_embargo),
             style, out);
  PrintRow("replaces", article.replaces, style, out);
  if (article.ocr)
    PrintRow("ocr", fmt::format("{:.6g}", *article.ocr), style, out);
}

}  // namespace

void PrintArticle(const Hit& hit, NameMarks& names,
                  const Generation& generation, const RenderStyle& style,
                  std::ostream& out) {
  RenderStyle narrow = style;
  narrow.width = std::min(style.width, kMostTextColumns);
  const StoredRecord& record = hit.record;
  PrintHead(hit, names, narrow, out);
  PrintBlocks(record.article, names, narrow, out);
  out << '\n';
  PrintNames(record.article, narrow, out);
  PrintMentions(hit, narrow, out);
  if (record.article.modified)
    PrintRow("modified", WrittenTimestamp(*record.article.modified), narrow,
             out);
  PrintUse(record.article, narrow, out);
  PrintRow("url", record.article.url, narrow, out);
  PrintRow("uid", record.article.uid, narrow, out);
  if (hit.hidden)
    PrintRow(
        "hidden",
        fmt::format("{}: found with status:any alone", NameOf(*hit.hidden)),
        narrow, out);
  PrintRow("librarian",
           fmt::format("{}", fmt::join(record.before.fields, ", ")), narrow,
           out);
  if (hit.versions > 0)
    PrintRow(
        "versions",
        fmt::format("{} (archive-query --history {})",
                    VersionCountInWords(hit.versions), ShellQuoted(hit.id)),
        narrow, out);
  if (!record.kept.empty())
    PrintRow("kept",
             fmt::format("{} (archive-query --history {})",
                         Counted(record.kept.size(), "earlier text"),
                         ShellQuoted(hit.id)),
             narrow, out);
  if (hit.copies > 0)
    PrintRow("copies",
             fmt::format("{} ({})", CopyCountInWords(hit.copies),
                         QueryForCopies(hit.id)),
             narrow, out);
  if (hit.id != record.file) PrintRow("id", hit.id, narrow, out);
  PrintRow("file",
           fmt::format("{}, record {}, bytes {} to {}, read by {}", record.file,
                       record.record, WithCommas(record.article.bytes.begin),
                       WithCommas(record.article.bytes.end), record.format),
           narrow, out);
  // In one piece, to be copied.
  out << fmt::format("{:<{}}{}\n", "path", kLabelColumns, Printable(hit.path));
  PrintRow("index",
           fmt::format("generation {} of {}", generation.number,
                       WrittenInstant(generation.created)),
           narrow, out);
}

void WriteArticleJson(const Hit& hit, const Generation& generation,
                      std::ostream& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Key("kind").String("article");
  json.Key("format_version").Int(kFormatVersion);
  json.Key("index").String(ToString(generation.index_id));
  json.Key("generation").Int(generation.number);
  json.Key("tool").String(ARCHIVE_VERSION);
  for (const HitField& field : HitFields()) {
    // Rank and score belong to an answer, and so do passages.
    if (field.name == "rank" || field.name == "score" ||
        field.detail == HitDetail::kSnippet)
      continue;
    json.Key(field.name);
    WriteJson(field.value(hit), json);
  }
  json.Key("credits").BeginArray();
  for (const Block& block : hit.record.article.blocks) {
    if (block.kind == BlockKind::kCredit) json.String(block.text);
  }
  json.EndArray();
  json.EndObject();
  out << '\n';
}

}  // namespace archive
