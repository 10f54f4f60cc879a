#include "query/output/history_page.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/json_writer.h"
#include "common/text/counts.h"
#include "common/text/printable.h"
#include "query/output/wording.h"
#include "query/output/wrap.h"

namespace archive {
namespace {

constexpr std::size_t kLabelColumns = 10;
constexpr std::string_view kIndent = "   ";

std::string TextOf(const Article& article, BlockKind kind) {
  std::string text;
  for (const Block& block : article.blocks) {
    if (block.kind != kind) continue;
    text += (text.empty() ? "" : " ¶ ") + block.text;
  }
  return text;
}

// What is compared, in the order of a page.
struct Compared {
  std::string_view name;
  std::string (*text)(const Article& article);
};
constexpr std::array<Compared, 8> kCompared = {{
    {"title", [](const Article& a) { return std::string(DisplayTitleOf(a)); }},
    {"byline",
     [](const Article& a) {
       return fmt::format("{}", fmt::join(a.byline, ", "));
     }},
    {"source", [](const Article& a) { return a.source; }},
    {"section", [](const Article& a) { return a.section; }},
    {"dateline", [](const Article& a) { return a.dateline; }},
    {"date",
     [](const Article& a) {
       return a.published ? ToIsoString(a.published->when) : std::string();
     }},
    {"text", [](const Article& a) { return TextOf(a, BlockKind::kParagraph); }},
    {"captions",
     [](const Article& a) { return TextOf(a, BlockKind::kCaption); }},
}};

// Of a version: when it was made, as far as that is known.
std::string WhenInWords(const ShownVersion& version) {
  const Article& article = version.hit.record.article;
  if (article.modified) return WrittenTimestamp(*article.modified);
  if (article.published) return WrittenTimestamp(article.published->when);
  return "undated";
}

std::string StateInWords(const ShownVersion& version) {
  const Article& article = version.hit.record.article;
  std::vector<std::string> parts = {WhenInWords(version)};
  if (!article.version.empty()) parts.push_back("version " + article.version);
  parts.emplace_back(NameOf(article.status));
  if (version.kept_until)
    parts.push_back("an earlier text, kept since " +
                    WrittenInstant(*version.kept_until));
  else
    parts.emplace_back(version.hit.hidden ? NameOf(*version.hit.hidden)
                                          : "shown");
  if (article.embargoed_until)
    parts.push_back("embargoed until " +
                    WrittenTimestamp(*article.embargoed_until));
  if (!article.unread_embargo.empty())
    parts.push_back(fmt::format("held back: its embargo \"{}\" is no time",
                                article.unread_embargo));
  parts.push_back("here since " + WrittenInstant(version.added));
  return fmt::format("{}", fmt::join(parts, " · "));
}

void PrintDifference(const FieldDifference& difference,
                     const RenderStyle& style, std::ostream& out) {
  const std::string text = WrittenDiff(difference.parts);
  const std::size_t indent = kIndent.size() + kLabelColumns;
  const std::size_t room =
      style.width > indent * 2 ? style.width - indent : kLabelColumns * 2;
  std::string_view label = difference.field;
  for (const Span& line : WrapLines(text, room)) {
    out << kIndent
        << fmt::format("{:<{}}{}\n", label, kLabelColumns,
                       Printable(std::string_view(text).substr(
                           line.begin, line.end - line.begin)));
    label = "";
  }
}

}  // namespace

std::vector<ShownVersion> WithEarlierTexts(Hit hit, Instant added) {
  std::vector<ShownVersion> versions;
  for (const KeptVersion& kept : std::exchange(hit.record.kept, {})) {
    Hit earlier = hit;
    earlier.record = DecodeRecord(kept.record);
    earlier.hidden = WhyHidden::kSuperseded;
    versions.push_back({std::move(earlier), added, kept.until});
    added = kept.until;
  }
  versions.push_back({std::move(hit), added});
  return versions;
}

std::vector<ShownVersion> CompareVersions(std::vector<ShownVersion> versions) {
  for (std::size_t i = 1; i < versions.size(); ++i) {
    const Article& before = versions[i - 1].hit.record.article;
    const Article& after = versions[i].hit.record.article;
    for (const Compared& row : kCompared) {
      const std::string was = row.text(before);
      const std::string is = row.text(after);
      if (was != is)
        versions[i].differences.push_back({row.name, WordDiff(was, is)});
    }
  }
  return versions;
}

void PrintHistory(const std::vector<ShownVersion>& versions,
                  const RenderStyle& style, std::ostream& out) {
  out << Counted(versions.size(), "version") << ", the oldest first\n";
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const ShownVersion& version = versions[i];
    out << '\n' << fmt::format("{:<{}}", i + 1, kIndent.size());
    out << Printable(DisplayTitleOf(version.hit.record.article)) << '\n';
    PrintWrapped({StateInWords(version), {}}, kIndent, style, out);
    for (const FieldDifference& difference : version.differences)
      PrintDifference(difference, style, out);
    if (i > 0 && version.differences.empty())
      out << kIndent << "the same text as the version before\n";
    out << kIndent << Printable(version.hit.id) << '\n';
  }
}

void WriteHistoryJson(std::string_view id,
                      const std::vector<ShownVersion>& versions,
                      const Generation& generation, std::ostream& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Key("kind").String("history");
  json.Key("format_version").Int(kFormatVersion);
  json.Key("index").String(ToString(generation.index_id));
  json.Key("generation").Int(generation.number);
  json.Key("tool").String(ARCHIVE_VERSION);
  json.Key("id").String(id);
  json.Key("versions").BeginArray();
  for (const ShownVersion& version : versions) {
    const Article& article = version.hit.record.article;
    json.BeginObject();
    json.Key("id").String(version.hit.id);
    json.Key("title").String(DisplayTitleOf(article));
    json.Key("version").String(article.version);
    json.Key("status").String(NameOf(article.status));
    json.Key("hidden");
    if (version.hit.hidden) {
      json.String(NameOf(*version.hit.hidden));
    } else {
      json.Null();
    }
    json.Key("published")
        .String(article.published ? ToIsoString(article.published->when) : "");
    json.Key("modified")
        .String(article.modified ? ToIsoString(*article.modified) : "");
    json.Key("added").String(UtcText(version.added));
    json.Key("kept_until");
    if (version.kept_until) {
      json.String(UtcText(*version.kept_until));
    } else {
      json.Null();
    }
    json.Key("differences").BeginArray();
    for (const FieldDifference& difference : version.differences) {
      json.BeginObject();
      json.Key("field").String(difference.field);
      json.Key("parts").BeginArray();
      for (const DiffPart& part : difference.parts) {
        json.BeginObject();
        json.Key("kind").String(NameOf(part.kind));
        json.Key("text").String(part.text);
        json.EndObject();
      }
      json.EndArray();
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  out << '\n';
}

}  // namespace archive
