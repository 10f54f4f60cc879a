// CSL-JSON, the items that citation processors (citeproc, pandoc, Zotero) read:
// one array, also of a file of queries.  Names stand as the source writes them:
// which part is the family's is not guessed.
#include <fmt/format.h>

#include "common/json_writer.h"
#include "query/output/citation.h"
#include "query/output/renderers.h"

namespace archive {
namespace {

void AddText(std::string_view key, std::string_view value, JsonWriter& json) {
  if (!value.empty()) json.Key(key).String(value);
}

void AddAuthors(const Article& article, JsonWriter& json) {
  if (article.byline.empty()) return;
  json.Key("author").BeginArray();
  for (const std::string& name : article.byline) {
    json.BeginObject();
    json.Key("literal").String(name);
    json.EndObject();
  }
  json.EndArray();
}

// As many parts as are known.
void AddDate(const Article& article, JsonWriter& json) {
  if (!article.published) return;
  const Date& date = article.published->when.date;
  json.Key("issued").BeginObject();
  json.Key("date-parts").BeginArray();
  json.BeginArray();
  json.Int(date.year);
  if (date.month > 0) json.Int(date.month);
  if (date.day > 0) json.Int(date.day);
  json.EndArray();
  json.EndArray();
  json.EndObject();
}

void AddItem(const Envelope& envelope, const Hit& hit, std::ostream& out) {
  const Article& article = hit.record.article;
  JsonWriter json(out);
  json.BeginObject();
  json.Key("id").String(hit.id);
  json.Key("type").String("article-newspaper");
  json.Key("title").String(CitedTitle(hit));
  AddAuthors(article, json);
  AddText("container-title", article.source, json);
  AddText("section", article.section, json);
  AddDate(article, json);
  AddText("language", hit.record.language, json);
  AddText("keyword", fmt::format("{}", fmt::join(CitedKeywords(hit), ", ")),
          json);
  AddText("URL", article.url, json);
  json.Key("archive").String(CitedArchive(envelope));
  json.Key("archive_location").String(hit.id);
  json.Key("note").String(CitedNote(envelope, hit));
  json.EndObject();
}

}  // namespace

Status RenderCslJson(const ResultPage& page, const RenderStyle& /*style*/,
                     std::ostream& out) {
  if (!page.batch) out << kCslJsonFrame.begin;
  const bool is_first_page = !page.batch || page.batch->hits_before == 0;
  const auto write = [&](const Hit& hit, std::ostream& to) {
    to << (is_first_page && IsFirst(hit, page) ? "\n" : ",\n");
    AddItem(page.envelope, hit, to);
  };
  RETURN_IF_ERROR(page.write_hits(HitDetail::kRecord, write, out));
  if (!page.batch) out << kCslJsonFrame.end;
  return Ok();
}

}  // namespace archive
