#include "indexer/entity_screens.h"

#include <algorithm>
#include <limits>
#include <span>

#include <fmt/format.h>

#include "common/index/index_layout.h"
#include "common/index/schema.h"
#include "common/index/stored_record.h"
#include "common/json_writer.h"
#include "common/text/column_width.h"
#include "common/text/counts.h"
#include "common/text/printable.h"
#include "common/text/shell_words.h"
#include "indexer/analysis/agency.h"
#include "indexer/sources/source_walker.h"

namespace archive {
namespace {

constexpr std::size_t kMostForms = 4;
constexpr std::size_t kWidestName = 32;
constexpr std::size_t kContext = 50;  // bytes on either side

std::string FormsText(const EntityRow& row) {
  // Itself alone says nothing.
  if (row.forms.size() == 1 && row.forms.front().text == row.name) return "";
  std::string text;
  for (std::size_t i = 0; i < std::min(row.forms.size(), kMostForms); ++i) {
    text += fmt::format("{}{} {}", i == 0 ? "" : " · ",
                        Printable(row.forms[i].text),
                        WithCommas(row.forms[i].articles));
  }
  if (row.forms.size() > kMostForms) text += " · …";
  return text;
}

std::string KindOf(const EntityRow& row) {
  return std::string(FieldFor(row.field).name);
}

std::string HintText(const EntityRow& row) {
  if (AgencyCalled(row.name).empty()) return "";
  return fmt::format("looks like an agency: archive-index entities stop {} {}",
                     KindOf(row), ShellWord(row.name));
}

// The words around a form in one of the texts; empty: it stands in none.
std::string AroundIn(const Article& article, std::string_view form) {
  const auto around = [form](std::string_view text) -> std::string {
    const std::size_t at = text.find(form);
    if (form.empty() || at == std::string_view::npos) return "";
    std::size_t begin = at > kContext ? text.find(' ', at - kContext) + 1 : 0;
    std::size_t end =
        text.find(' ', std::min(at + form.size() + kContext, text.size()));
    end = std::min(end, text.size());
    begin = std::min(begin, at);
    return fmt::format("{}{}{}", begin == 0 ? "" : "… ",
                       Printable(text.substr(begin, end - begin)),
                       end == text.size() ? "" : " …");
  };
  std::string found = around(article.title);
  for (std::size_t i = 0; found.empty() && i < article.blocks.size(); ++i)
    found = around(article.blocks[i].text);
  return found;
}

std::string WhyText(const EntityEvidence& evidence) {
  if (evidence.why != nullptr) return RuleText(*evidence.why);
  return evidence.is_known ? "a known name of it" : "as the article has it";
}

// Of one article: its headline, then the words of each form.
Status PrintEvidence(const OpenIndex& index,
                     std::span<const EntityEvidence> evidence,
                     std::ostream& out) {
  const EntityEvidence& first = evidence.front();
  ASSIGN_OR_RETURN(const std::string bytes,
                   index.segments()[first.segment].RecordBytes(first.doc));
  const StoredRecord record = DecodeRecord(bytes);
  const Article& article = record.article;
  const std::string day =
      article.published ? ToIsoString(article.published->when.date) : "undated";
  out << fmt::format("\n  {:10}  {}\n              {}\n", day,
                     Printable(DisplayTitleOf(article)), Printable(record.id));
  for (const EntityEvidence& each : evidence) {
    std::string around = AroundIn(article, each.form);
    if (around.empty())
      around = "(not so in the text: named by the source, or in capitals)";
    out << fmt::format("              {}: {}\n", Printable(each.form), around);
  }
  return Ok();
}

}  // namespace

std::string RuleText(const NameRule& rule) {
  return fmt::format(
      "{} ({}, line {})", WrittenRule(rule),
      rule.kind == NameRule::Kind::kStop ? kStopsName : kAliasesName,
      rule.line);
}

void PrintEntityList(const std::vector<EntityRow>& rows, std::ostream& out) {
  std::size_t width = 0;
  std::size_t digits = std::string_view("articles").size();
  for (const EntityRow& row : rows)
    width =
        std::max(width, std::min(ColumnsOf(Printable(row.name)), kWidestName));
  const auto line = [&](std::string_view kind, std::string_view name,
                        std::string_view articles, std::string_view rest) {
    const std::size_t columns = ColumnsOf(name);
    std::string text =
        fmt::format("{:6}  {}{}  {:>{}}   {}", kind, name,
                    std::string(columns < width ? width - columns : 0, ' '),
                    articles, digits, rest);
    text.erase(text.find_last_not_of(' ') + 1);
    out << text << '\n';
  };
  line("kind", "name", "articles", "in articles as");
  for (const EntityRow& row : rows) {
    std::string rest = FormsText(row);
    if (const std::string hint = HintText(row); !hint.empty())
      rest += (rest.empty() ? "" : "   ") + hint;
    line(KindOf(row), Printable(row.name), WithCommas(row.articles), rest);
  }
}

void PrintEntityJson(const std::string& index,
                     const std::vector<EntityRow>& rows, std::ostream& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Key("format_version").Int(1);
  json.Key("index").String(PathForId(index));
  json.Key("entities").BeginArray();
  for (const EntityRow& row : rows) {
    json.BeginObject();
    json.Key("kind").String(FieldFor(row.field).name);
    json.Key("name").String(row.name);
    json.Key("articles").Int(static_cast<std::int64_t>(row.articles));
    json.Key("forms").BeginArray();
    for (const EntityForm& form : row.forms) {
      json.BeginObject();
      json.Key("text").String(form.text);
      json.Key("articles").Int(static_cast<std::int64_t>(form.articles));
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  out << '\n';
}

Status PrintEntity(const OpenIndex& index, const EntityRow& row,
                   std::size_t most_articles, std::ostream& out) {
  out << fmt::format("{} ({}), {}\n", Printable(row.name), KindOf(row),
                     Counted(row.articles, "article"));
  const std::vector<EntityEvidence> all = EvidenceOf(
      index, row.field, row.name, std::numeric_limits<std::size_t>::max());
  for (const EntityForm& form : row.forms) {
    const auto with = std::find_if(
        all.begin(), all.end(),
        [&form](const EntityEvidence& e) { return e.form == form.text; });
    if (with == all.end()) continue;
    out << fmt::format("  {}  {}  {}\n", Printable(form.text),
                       WithCommas(form.articles), WhyText(*with));
  }
  std::size_t begin = 0;
  for (std::size_t n = 0; n < most_articles && begin < all.size(); ++n) {
    std::size_t end = begin;
    while (end < all.size() && all[end].segment == all[begin].segment &&
           all[end].doc == all[begin].doc)
      ++end;
    RETURN_IF_ERROR(
        PrintEvidence(index, std::span(all).subspan(begin, end - begin), out));
    begin = end;
  }
  return Ok();
}

}  // namespace archive
