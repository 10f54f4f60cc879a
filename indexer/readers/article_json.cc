#include "indexer/readers/article_json.h"

#include <vector>

#include "common/dates/day.h"
#include "common/index/mention_list.h"

namespace archive {
namespace {

void WriteList(std::string_view name, const std::vector<std::string>& values,
               JsonWriter& json) {
  json.Key(name).BeginArray();
  for (const std::string& value : values) json.String(value);
  json.EndArray();
}

void WriteBlocks(std::string_view name, const Article& article, BlockKind kind,
                 JsonWriter& json) {
  json.Key(name).BeginArray();
  for (const Block& block : article.blocks) {
    if (block.kind == kind) json.String(block.text);
  }
  json.EndArray();
}

std::string BodyOf(const Article& article) {
  std::string body;
  for (const Block& block : article.blocks) {
    if (block.kind != BlockKind::kParagraph) continue;
    if (!body.empty()) body += "\n\n";
    body += block.text;
  }
  return body;
}

void WriteDates(const Article& article, JsonWriter& json) {
  json.Key("published");
  if (article.published) {
    json.BeginObject();
    json.Key("value").String(ToIsoString(article.published->when));
    json.Key("source").String(NameOf(article.published->source));
    json.Key("confidence").Double(article.published->confidence);
    json.EndObject();
  } else {
    json.Null();
  }
  json.Key("other_dates").BeginArray();
  for (const DateClaim& claim : article.other_dates) {
    json.BeginObject();
    json.Key("value").String(ToIsoString(claim.when));
    json.Key("where").String(claim.where);
    json.EndObject();
  }
  json.EndArray();
  json.Key("modified");
  if (article.modified)
    json.String(ToIsoString(*article.modified));
  else
    json.Null();
}

void WriteMentions(const Article& article,
                   std::span<const DateMention> mentions, JsonWriter& json) {
  constexpr double kPerCent = 100;
  json.Key("mentions").BeginArray();
  for (const DateMention& mention : mentions) {
    json.BeginObject();
    json.Key("from").String(ToIsoString(DateFrom(mention.days.first)));
    json.Key("to").String(ToIsoString(DateFrom(mention.days.last)));
    json.Key("text").String(WordsOf(mention, article));
    json.Key("read").String(NameOf(mention.source));
    json.Key("confidence").Double(mention.confidence / kPerCent);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

void WriteArticle(const Article& article, const ArticleFacts& facts,
                  JsonWriter& json) {
  json.BeginObject();
  json.Key("id").String(facts.id);
  json.Key("title").String(article.title);
  WriteList("byline", article.byline, json);
  json.Key("source").String(article.source);
  json.Key("section").String(article.section);
  json.Key("dateline").String(article.dateline);
  WriteDates(article, json);
  json.Key("language").String(facts.language);
  WriteList("topics", article.topics, json);
  WriteList("people", article.people, json);
  WriteList("organisations", article.organisations, json);
  WriteList("places", article.places, json);
  WriteList("keywords", article.keywords, json);
  WriteList("exchanges", article.exchanges, json);
  WriteBlocks("captions", article, BlockKind::kCaption, json);
  WriteBlocks("credits", article, BlockKind::kCredit, json);
  json.Key("lead").String(LeadOf(article));
  json.Key("body").String(BodyOf(article));
  json.Key("url").String(article.url);
  json.Key("words").Int(static_cast<std::int64_t>(facts.words));
  json.Key("status").String(NameOf(article.status));
  json.Key("format").String(facts.format);
  json.Key("uid").String(article.uid);
  json.Key("first_line").String(article.first_line);
  json.Key("agency").String(article.agency);
  WriteList("pages", article.pages, json);
  json.Key("edition").String(article.edition);
  json.Key("version").String(article.version);
  json.Key("urgency");
  if (article.urgency)
    json.Int(*article.urgency);
  else
    json.Null();
  json.Key("embargoed_until");
  if (article.embargoed_until)
    json.String(ToIsoString(*article.embargoed_until));
  else
    json.Null();
  json.Key("unread_embargo").String(article.unread_embargo);
  json.Key("replaces").String(article.replaces);
  json.Key("ocr");
  if (article.ocr)
    json.Double(*article.ocr);
  else
    json.Null();
  WriteMentions(article, facts.mentions, json);
  json.EndObject();
}

void WriteSkipped(std::string_view path, const Rejection& rejection,
                  JsonWriter& json) {
  json.BeginObject();
  json.Key("skipped").String(rejection.reason);
  json.Key("path").String(path);
  if (!rejection.where.empty()) json.Key("where").String(rejection.where);
  json.EndObject();
}

}  // namespace archive
