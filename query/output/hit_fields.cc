#include "query/output/hit_fields.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "common/index/mention_list.h"
#include "query/language/ast.h"
#include "query/output/wrap.h"

namespace archive {
namespace {

FieldValue TextOrNothing(const std::string& text) {
  if (text.empty()) return std::monostate();
  return text;
}

FieldValue DateOf(const Hit& hit) {
  const auto& published = hit.record.article.published;
  if (!published) return std::monostate();
  return ToIsoString(published->when.date);
}

FieldValue DateSourceOf(const Hit& hit) {
  const auto& published = hit.record.article.published;
  if (!published) return std::monostate();
  return std::string(NameOf(published->source));
}

FieldValue DateConfidenceOf(const Hit& hit) {
  const auto& published = hit.record.article.published;
  if (!published) return std::monostate();
  return published->confidence;
}

FieldValue PublishedOf(const Hit& hit) {
  const auto& published = hit.record.article.published;
  if (!published) return std::monostate();
  return ToIsoString(published->when);
}

FieldValue ModifiedOf(const Hit& hit) {
  const auto& modified = hit.record.article.modified;
  if (!modified) return std::monostate();
  return ToIsoString(*modified);
}

FieldValue UrgencyOf(const Hit& hit) {
  const std::optional<int> urgency = hit.record.article.urgency;
  return urgency ? FieldValue(std::int64_t{*urgency}) : FieldValue();
}

FieldValue EmbargoOf(const Hit& hit) {
  const auto& until = hit.record.article.embargoed_until;
  if (!until) return std::monostate();
  return ToIsoString(*until);
}

FieldValue BodyOf(const Hit& hit) {
  std::string body;
  for (const Block& block : hit.record.article.blocks) {
    if (block.kind != BlockKind::kParagraph) continue;
    if (!body.empty()) body += "\n\n";
    body += block.text;
  }
  return body;
}

std::vector<std::string> BlocksOf(const Hit& hit, BlockKind kind) {
  std::vector<std::string> texts;
  for (const Block& block : hit.record.article.blocks) {
    if (block.kind == kind) texts.push_back(block.text);
  }
  return texts;
}

// In a list that is read by eye there is no use for bytes of marks.
FieldValue PassageOf(const Hit& hit) {
  std::ostringstream out;
  PrintMarked(hit.snippet, {0, hit.snippet.text.size()}, Emphasis::kBrackets,
              out);
  return std::move(out).str();
}

FieldValue MentionsOf(const Hit& hit) {
  std::vector<MentionValue> values;
  for (const DateMention& mention : hit.mentions)
    values.push_back(
        {mention, std::string(WordsOf(mention, hit.record.article))});
  return values;
}

template <std::string Article::*member>
FieldValue Text(const Hit& hit) {
  return TextOrNothing(hit.record.article.*member);
}

template <std::vector<std::string> Article::*member>
FieldValue List(const Hit& hit) {
  return hit.record.article.*member;
}

constexpr auto kNo = ShownByDefault::kNo;
constexpr auto kYes = ShownByDefault::kYes;
constexpr auto kId = HitDetail::kId;
constexpr auto kRecord = HitDetail::kRecord;
constexpr auto kNames = HitDetail::kNames;
constexpr auto kMentions = HitDetail::kMentions;
constexpr auto kSnippet = HitDetail::kSnippet;

using Value = FieldValue;
constexpr std::array<HitField, 48> kHitFields = {{
    {"id", [](const Hit& hit) -> Value { return hit.id; }, kYes, kId,
     "the article's identifier in this index"},
    {"rank",
     [](const Hit& hit) -> Value {
       return static_cast<std::int64_t>(hit.rank);
     },
     kYes, kId, "place in the order asked for, from 1"},
    {"score", [](const Hit& hit) -> Value { return hit.score; }, kYes, kId,
     "relevance; 0 in other orders"},
    {"title", [](const Hit& hit) -> Value { return hit.title.text; }, kYes,
     kRecord, "the headline, or the first line where there is none"},
    {"date", DateOf, kYes, kRecord, "publication, as precise as it is known"},
    {"date_source", DateSourceOf, kYes, kRecord, "how the date was found"},
    {"date_confidence", DateConfidenceOf, kYes, kRecord, "0 to 1"},
    {"source", Text<&Article::source>, kYes, kRecord, "newspaper or agency"},
    {"section", Text<&Article::section>, kYes, kRecord, "part of the paper"},
    {"byline", List<&Article::byline>, kYes, kRecord, "authors"},
    {"language",
     [](const Hit& hit) { return TextOrNothing(hit.record.language); }, kYes,
     kRecord, "code of the language"},
    {"path", [](const Hit& hit) -> Value { return hit.path; }, kYes, kId,
     "the file on this machine"},
    {"record",
     [](const Hit& hit) -> Value { return std::int64_t{hit.record.record}; },
     kYes, kRecord, "which article of the file, from 1"},
    {"bytes", [](const Hit& hit) -> Value { return hit.record.article.bytes; },
     kYes, kRecord, "where in the file the article stands"},
    {"snippet", [](const Hit& hit) -> Value { return hit.snippet.text; }, kYes,
     kSnippet, "the passages that match best"},
    {"marks", [](const Hit& hit) -> Value { return hit.snippet.marks; }, kYes,
     kSnippet, "bytes of the snippet that match"},
    {"passage", PassageOf, kNo, kSnippet,
     "the snippet, with «» around what matches"},
    {"offset",
     [](const Hit& hit) -> Value {
       return static_cast<std::int64_t>(hit.record.article.bytes.begin);
     },
     kNo, kRecord, "the article's first byte in its file"},
    {"title_marks", [](const Hit& hit) -> Value { return hit.title.marks; },
     kNo, kSnippet, "bytes of the title that match"},
    {"published", PublishedOf, kNo, kRecord, "date with its time and offset"},
    {"modified", ModifiedOf, kNo, kRecord, "the last change"},
    {"dateline", Text<&Article::dateline>, kNo, kRecord,
     "place and day printed before the text"},
    {"topics", List<&Article::topics>, kNo, kRecord, "subjects"},
    {"keywords", List<&Article::keywords>, kNo, kRecord, "keywords"},
    {"exchanges", List<&Article::exchanges>, kNo, kRecord, "stock exchanges"},
    {"people", List<&Article::people>, kNo, kNames,
     "persons named, as facets count them"},
    {"organisations", List<&Article::organisations>, kNo, kNames,
     "organisations named, as facets count them"},
    {"places", List<&Article::places>, kNo, kNames,
     "places named, as facets count them"},
    {"url", Text<&Article::url>, kNo, kRecord, "address on the web"},
    {"uid", Text<&Article::uid>, kNo, kRecord, "the source's own identifier"},
    {"words",
     [](const Hit& hit) -> Value { return std::int64_t{hit.record.words}; },
     kNo, kRecord, "words of the body"},
    {"format", [](const Hit& hit) -> Value { return hit.record.format; }, kNo,
     kRecord, "format of the file"},
    {"body", BodyOf, kNo, kRecord, "paragraphs, with blank lines between"},
    {"captions",
     [](const Hit& hit) -> Value { return BlocksOf(hit, BlockKind::kCaption); },
     kNo, kRecord, "texts under pictures"},
    {"agency", Text<&Article::agency>, kNo, kRecord,
     "the news agency that the text comes from"},
    {"pages", List<&Article::pages>, kNo, kRecord, "printed pages"},
    {"edition", Text<&Article::edition>, kNo, kRecord,
     "the edition of the paper"},
    {"status",
     [](const Hit& hit) -> Value {
       return std::string(NameOf(hit.record.article.status));
     },
     kNo, kRecord, "usable, corrected, canceled or withheld"},
    {"version", Text<&Article::version>, kNo, kRecord,
     "which version it is, as the source counts"},
    {"urgency", UrgencyOf, kNo, kRecord, "1, the most urgent, to 9"},
    {"embargoed_until", EmbargoOf, kNo, kRecord,
     "when it may be published, where the source says so"},
    {"replaces", Text<&Article::replaces>, kNo, kRecord,
     "the uid of the earlier article that it stands for"},
    {"ocr",
     [](const Hit& hit) -> Value {
       const std::optional<double> ocr = hit.record.article.ocr;
       return ocr ? Value(*ocr) : Value();
     },
     kNo, kRecord, "how sure the reading of a scan is, 0 to 1"},
    {"copies",
     [](const Hit& hit) -> Value {
       return static_cast<std::int64_t>(hit.copies);
     },
     kYes, kId, "how many near-copies it has in the index"},
    {"versions",
     [](const Hit& hit) -> Value {
       return static_cast<std::int64_t>(hit.versions);
     },
     kYes, kId, "how many other versions of it the index has (--history)"},
    {"librarian",
     [](const Hit& hit) -> Value { return hit.record.before.fields; }, kYes,
     kRecord, "fields that the librarian has put right"},
    {"mentions", MentionsOf, kNo, kMentions, "times that the text speaks of"},
    {"hidden",
     [](const Hit& hit) -> Value {
       return hit.hidden ? Value(std::string(NameOf(*hit.hidden))) : Value();
     },
     kNo, kId,
     "why it is found only with status:any: superseded, killed, withheld or "
     "embargoed"},
}};

void WriteSpan(const Span& span, JsonWriter& json) {
  json.BeginArray();
  json.Int(static_cast<std::int64_t>(span.begin));
  json.Int(static_cast<std::int64_t>(span.end));
  json.EndArray();
}

void WriteMentions(const std::vector<MentionValue>& values, JsonWriter& json) {
  constexpr double kPerCent = 100;
  json.BeginArray();
  for (const auto& [mention, words] : values) {
    json.BeginObject();
    json.Key("from").String(ToIsoString(DateFrom(mention.days.first)));
    json.Key("to").String(ToIsoString(DateFrom(mention.days.last)));
    json.Key("text").String(words);
    json.Key("read").String(NameOf(mention.source));
    json.Key("confidence").Double(mention.confidence / kPerCent);
    json.EndObject();
  }
  json.EndArray();
}

// In the order of the text, each once.
std::string MentionsText(const std::vector<MentionValue>& values) {
  std::vector<std::string> texts;
  for (const auto& [mention, words] : values) {
    std::string text = ToIsoString(DateFrom(mention.days.first));
    if (mention.days.first != mention.days.last)
      text += ".." + ToIsoString(DateFrom(mention.days.last));
    if (std::find(texts.begin(), texts.end(), text) == texts.end())
      texts.push_back(std::move(text));
  }
  return fmt::format("{}", fmt::join(texts, "; "));
}

std::string SpanText(const Span& span) {
  return fmt::format("{}-{}", span.begin, span.end);
}

}  // namespace

std::span<const HitField> HitFields() {
  return kHitFields;
}

std::vector<const HitField*> ChooseFields(
    const std::vector<std::string>& names) {
  std::vector<const HitField*> chosen;
  for (const HitField& field : kHitFields) {
    if (names.empty() && field.shown == ShownByDefault::kYes)
      chosen.push_back(&field);
  }
  for (const std::string& name : names) {
    const auto* const row =
        std::find_if(kHitFields.begin(), kHitFields.end(),
                     [&](const HitField& field) { return field.name == name; });
    if (row != kHitFields.end()) chosen.push_back(row);
  }
  return chosen;
}

std::vector<std::string> ListFieldNames() {
  return {"id",     "date", "title",       "passage",
          "offset", "path", "date_source", "date_confidence"};
}

HitDetail DetailFor(const std::vector<const HitField*>& fields) {
  HitDetail detail = HitDetail::kId;
  for (const HitField* const field : fields) detail = detail | field->detail;
  return detail;
}

void WriteJson(const FieldValue& value, JsonWriter& json) {
  std::visit(Overloaded{
                 [&](std::monostate) { json.Null(); },
                 [&](std::int64_t number) { json.Int(number); },
                 [&](double number) { json.Double(number); },
                 [&](const std::string& text) { json.String(text); },
                 [&](const std::vector<std::string>& texts) {
                   json.BeginArray();
                   for (const std::string& text : texts) json.String(text);
                   json.EndArray();
                 },
                 [&](const Span& span) { WriteSpan(span, json); },
                 [&](const std::vector<Span>& spans) {
                   json.BeginArray();
                   for (const Span& span : spans) WriteSpan(span, json);
                   json.EndArray();
                 },
                 [&](const std::vector<MentionValue>& mentions) {
                   WriteMentions(mentions, json);
                 },
             },
             value);
}

std::string CellText(const FieldValue& value) {
  return std::visit(
      Overloaded{
          [](std::monostate) { return std::string(); },
          [](std::int64_t number) { return std::to_string(number); },
          [](double number) { return fmt::format("{:.6g}", number); },
          [](const std::string& text) { return text; },
          [](const std::vector<std::string>& texts) {
            return fmt::format("{}", fmt::join(texts, "; "));
          },
          [](const Span& span) { return SpanText(span); },
          [](const std::vector<Span>& spans) {
            std::vector<std::string> texts;
            for (const Span& span : spans) texts.push_back(SpanText(span));
            return fmt::format("{}", fmt::join(texts, "; "));
          },
          [](const std::vector<MentionValue>& mentions) {
            return MentionsText(mentions);
          },
      },
      value);
}

}  // namespace archive
