#include "indexer/readers/json_article.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/dates/timestamp.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/date_text.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/json_forgiveness.h"
#include "indexer/readers/picture_text.h"

namespace archive {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDeepest = 100;

// How often dates under names of each rank (json_fields.cc) are right.
constexpr double DateConfidence(int rank) {
  if (rank <= 0) return 1.0;
  return rank <= 2 ? 0.95 : 0.8;
}

// A value of an object, and what its key means.
struct Candidate {
  JsonField field;
  int rank;
  const Json* value;
};

// The text of a string or a whole number; "" for other values.
std::string StringOf(const Json& value) {
  if (const auto* text = value.get_ptr<const Json::string_t*>())
    return CleanUtf8(*text);
  return value.is_number_integer() ? value.dump() : std::string();
}

// The member of an object that names it, {"name": "Jane Doe", "id": 7}.
std::string NameOf(const Json& object) {
  for (const char* const key :
       {"name", "title", "text", "caption", "label", "rendered", "main",
        "original", "value", "default"}) {
    const auto found = object.find(key);
    if (found != object.end() && found->is_string()) return StringOf(*found);
  }
  return {};
}

// Every text of a value: itself, its items, or the names of its items.
std::vector<std::string> StringsOf(const Json& value) {
  std::vector<std::string> texts;
  const auto append = [&texts](const Json& item) {
    std::string text = item.is_object() ? NameOf(item) : StringOf(item);
    if (!CollapseSpaces(text).empty()) texts.push_back(std::move(text));
  };
  if (value.is_array())
    for (const Json& item : value) append(item);
  else
    append(value);
  return texts;
}

std::string ValueOf(const Json& value) {
  const std::vector<std::string> texts = StringsOf(value);
  return texts.empty() ? std::string() : CollapseSpaces(texts.front());
}

// A list as an array, or as one string with commas or semicolons.
std::vector<std::string> ListOf(const Json& value) {
  std::vector<std::string> list;
  for (const std::string& text : StringsOf(value)) {
    const std::string_view separators =
        value.is_array() ? std::string_view() : std::string_view(",;");
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end =
          std::min(text.find_first_of(separators, at), text.size());
      std::string item = CollapseSpaces(text.substr(at, end - at));
      if (!item.empty()) list.push_back(std::move(item));
      at = end + 1;
    }
  }
  return list;
}

// A moment, a number of one, or a day as people write it, if it is one.
std::optional<Timestamp> TimestampOfText(const std::string& text) {
  if (const auto when = ParseTimestamp(text)) return when;
  constexpr std::size_t kFewestDigits = 9;
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec == std::errc() && read.ptr == end)
    return text.size() < kFewestDigits ? std::nullopt
                                       : TimestampFromNumber(number);
  constexpr std::size_t kLongest = 60;
  if (text.size() > kLongest) return std::nullopt;
  const std::vector<DateInText> dates = DatesInText(text, DateOrder::kUnknown);
  if (dates.size() != 1) return std::nullopt;
  return dates.front().when;
}

std::optional<Timestamp> TimestampOf(const Json& value) {
  if (value.is_number_integer()) {
    if (value.is_number_unsigned() &&
        value.get<std::uint64_t>() > std::uint64_t{1} << 62)
      return std::nullopt;
    return TimestampFromNumber(value.get<std::int64_t>());
  }
  if (value.is_number_float()) {
    const double number = value.get<double>();
    if (!(number > -1e15 && number < 1e15)) return std::nullopt;
    return TimestampFromNumber(static_cast<std::int64_t>(number));
  }
  // MongoDB's exports: {"$date": "2021-03-02T09:00:00Z"}.
  if (value.is_object()) {
    const auto date = value.find("$date");
    return date == value.end() || date->is_object() ? std::nullopt
                                                    : TimestampOf(*date);
  }
  return TimestampOfText(ValueOf(value));
}

std::vector<std::string> AuthorsOf(const Json& value) {
  std::vector<std::string> authors;
  for (const std::string& text : StringsOf(value)) {
    for (std::string& name : NamesOfByline(CollapseSpaces(text)))
      authors.push_back(std::move(name));
  }
  return authors;
}

std::vector<Block> ParagraphsOf(const Json& value) {
  std::vector<Block> blocks;
  for (const std::string& text : StringsOf(value)) {
    for (Block& block : BlocksOfText(text)) blocks.push_back(std::move(block));
  }
  return blocks;
}

// Titles hold markup, too.
std::string TitleOf(const Json& value) {
  std::string title;
  for (const Block& block : BlocksOfText(ValueOf(value)))
    title += (title.empty() ? "" : " ") + block.text;
  return title;
}

std::vector<Block> CaptionsOf(const Json& value) {
  std::vector<Block> blocks;
  for (const std::string& text : StringsOf(value)) {
    std::string caption = CollapseSpaces(text);
    std::optional<PictureText> picture = SplitPictureText(caption);
    if (picture) caption = std::move(picture->caption);
    if (!caption.empty())
      blocks.push_back({BlockKind::kCaption, std::move(caption)});
    if (picture)
      blocks.push_back({BlockKind::kCredit, std::move(picture->credit)});
  }
  return blocks;
}

// A share of 1, or as a percentage; what is neither says nothing.
std::optional<double> ShareOf(const Json& value) {
  if (!value.is_number()) return std::nullopt;
  const auto number = value.get<double>();
  if (number >= 0 && number <= 1) return number;
  if (number > 1 && number <= 100) return number / 100;
  return std::nullopt;
}

// Sets a part of the article unless a better candidate has already.
class ArticleFromJson {
 public:
  void Take(const Candidate& candidate) {
    const Json& value = *candidate.value;
    switch (candidate.field) {
      case JsonField::kTitle:
        return Set(article_.title, value, TitleOf);
      case JsonField::kText:
        return Set(paragraphs_, value, ParagraphsOf);
      case JsonField::kDate:
        return TakeDate(candidate);
      case JsonField::kModified:
        if (!article_.modified) article_.modified = TimestampOf(value);
        return;
      case JsonField::kAuthor:
        return Set(article_.byline, value, AuthorsOf);
      case JsonField::kSource:
        return Set(article_.source, value, ValueOf);
      case JsonField::kSection:
        return Set(article_.section, value, ValueOf);
      case JsonField::kUrl:
        return Set(article_.url, value, ValueOf);
      case JsonField::kLanguage:
        return Set(article_.language, value, ValueOf);
      case JsonField::kId:
        return Set(article_.uid, value, ValueOf);
      case JsonField::kKeywords:
        return Set(article_.keywords, value, ListOf);
      case JsonField::kTopics:
        return Set(article_.topics, value, ListOf);
      case JsonField::kPeople:
        return Set(article_.people, value, ListOf);
      case JsonField::kOrganisations:
        return Set(article_.organisations, value, ListOf);
      case JsonField::kPlaces:
        return Set(article_.places, value, ListOf);
      case JsonField::kExchanges:
        return Set(article_.exchanges, value, ListOf);
      case JsonField::kDateline:
        return Set(article_.dateline, value, ValueOf);
      case JsonField::kCaptions:
        return Set(captions_, value, CaptionsOf);
      case JsonField::kAgency:
        return Set(article_.agency, value, ValueOf);
      case JsonField::kPages:
        return Set(article_.pages, value, ListOf);
      case JsonField::kEdition:
        return Set(article_.edition, value, ValueOf);
      case JsonField::kStatus:
        if (article_.status == Usability::kUsable)
          article_.status = ReadUsability(ValueOf(value));
        return;
      case JsonField::kEmbargo:
        return TakeEmbargo(ValueOf(value));
      case JsonField::kOcr:
        if (!article_.ocr) article_.ocr = ShareOf(value);
        return;
    }
  }

  Article Finish() && {
    article_.blocks = std::move(paragraphs_);
    std::move(captions_.begin(), captions_.end(),
              std::back_inserter(article_.blocks));
    SetFirstLine(article_);
    return std::move(article_);
  }

 private:
  template <typename Part>
  static void Set(Part& part, const Json& value, Part (*read)(const Json&)) {
    if (part.empty()) part = read(value);
  }

  void TakeEmbargo(const std::string& said) {
    const bool is_known =
        article_.embargoed_until || !article_.unread_embargo.empty();
    if (!said.empty() && !is_known) SetEmbargo(said, article_);
  }

  void TakeDate(const Candidate& candidate) {
    if (article_.published) return;
    if (const std::optional<Timestamp> when = TimestampOf(*candidate.value))
      article_.published = {*when, DateSource::kMetadata,
                            DateConfidence(candidate.rank)};
  }

  Article article_;
  std::vector<Block> paragraphs_;
  std::vector<Block> captions_;
};

Article ArticleOf(const Json& object, const ReaderOptions& options) {
  std::vector<Candidate> candidates;
  for (const auto& [key, value] : object.items()) {
    const auto configured = options.json_fields.find(key);
    const bool is_configured = configured != options.json_fields.end();
    const JsonName* const name =
        FindJsonName(is_configured ? configured->second : key);
    if (name != nullptr)
      candidates.push_back(
          {name->field, is_configured ? -1 : name->rank, &value});
  }
  std::stable_sort(
      candidates.begin(), candidates.end(),
      [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
  ArticleFromJson article;
  for (const Candidate& candidate : candidates) article.Take(candidate);
  return std::move(article).Finish();
}

Result<Json> Parsed(std::string_view json) {
  const auto bad = [](std::string reason) {
    return Error{ErrorCode::kBadInput, std::move(reason)};
  };
  if (json.size() > kMaxJsonArticleBytes)
    return bad(fmt::format("longer than {} MiB", kMaxJsonArticleBytes >> 20));
  const std::string text = ForgiveJson(CleanUtf8(json));
  if (NestingOfJson(text) > kDeepest)
    return bad(fmt::format("nested more than {} deep", kDeepest));
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& e) {
    return bad(fmt::format("not valid JSON at column {}", e.byte));
  } catch (const Json::exception&) {  // a number that is out of range
    return bad("not valid JSON");
  }
}

}  // namespace

Result<Article> ReadJsonParts(std::string_view json,
                              const ReaderOptions& options) {
  ASSIGN_OR_RETURN(const Json object, Parsed(json));
  if (!object.is_object())
    return Error{ErrorCode::kBadInput, "not a JSON object"};
  return ArticleOf(object, options);
}

Result<Article> ReadJsonArticle(std::string_view json,
                                const ReaderOptions& options) {
  ASSIGN_OR_RETURN(Article article, ReadJsonParts(json, options));
  const bool has_text = std::any_of(
      article.blocks.begin(), article.blocks.end(),
      [](const Block& block) { return block.kind == BlockKind::kParagraph; });
  if (article.title.empty() && !has_text)
    return Error{ErrorCode::kBadInput, "neither a title nor a text"};
  return article;
}

Status CheckJsonFields(const ReaderOptions& options) {
  for (const auto& [key, name] : options.json_fields) {
    if (FindJsonName(name) == nullptr)
      return Error{ErrorCode::kConfiguration,
                   fmt::format("\"{}\" = \"{}\": an article has no such part",
                               key, name),
                   "use title, text, date, author, source, section, url, "
                   "language, id or keywords"};
  }
  return Ok();
}

Status CheckJson(std::string_view json) {
  RETURN_IF_ERROR(Parsed(json));
  return Ok();
}

std::string JsonTextOf(std::string_view json) {
  return CollapseSpaces(JsonLinesOf(json));
}

std::string JsonLinesOf(std::string_view json) {
  const Result<Json> value = Parsed(json);
  if (!value) return {};
  const std::vector<std::string> texts = StringsOf(*value);
  return texts.empty() ? std::string() : texts.front();
}

}  // namespace archive
