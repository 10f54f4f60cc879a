#include "indexer/readers/json_article.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/json_forgiveness.h"
#include "indexer/readers/json_values.h"

namespace archive {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDeepest = 100;
constexpr int kDeepestWrapper = 4;

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

// Sets a part of the article unless a better candidate has already.
class ArticleFromJson {
 public:
  void Take(const Candidate& candidate) {
    const Json& value = *candidate.value;
    switch (candidate.field) {
      case JsonField::kTitle:
        return Set(article_.title, value, JsonTitle);
      case JsonField::kText:
        return Set(paragraphs_, value, JsonParagraphs);
      case JsonField::kDate:
        return TakeDate(candidate);
      case JsonField::kModified:
        if (!article_.modified) article_.modified = JsonTimestamp(value);
        return;
      case JsonField::kAuthor:
        return Set(article_.byline, value, JsonAuthors);
      case JsonField::kSource:
        return Set(article_.source, value, JsonLine);
      case JsonField::kSection:
        return Set(article_.section, value, JsonLine);
      case JsonField::kUrl:
        return Set(article_.url, value, JsonLine);
      case JsonField::kLanguage:
        return Set(article_.language, value, JsonLine);
      case JsonField::kId:
        return Set(article_.uid, value, JsonLine);
      case JsonField::kKeywords:
        return Set(article_.keywords, value, JsonNamesIn);
      case JsonField::kTopics:
        return Set(article_.topics, value, JsonNamesIn);
      case JsonField::kPeople:
        return Set(article_.people, value, JsonNamesIn);
      case JsonField::kOrganisations:
        return Set(article_.organisations, value, JsonNamesIn);
      case JsonField::kPlaces:
        return Set(article_.places, value, JsonNamesIn);
      case JsonField::kExchanges:
        return Set(article_.exchanges, value, JsonNamesIn);
      case JsonField::kDateline:
        return Set(article_.dateline, value, JsonLine);
      case JsonField::kCaptions:
        return Set(captions_, value, JsonCaptions);
      case JsonField::kAgency:
        return Set(article_.agency, value, JsonLine);
      case JsonField::kPages:
        return Set(article_.pages, value, JsonPages);
      case JsonField::kEdition:
        return Set(article_.edition, value, JsonLine);
      case JsonField::kStatus:
        if (article_.status == Usability::kUsable)
          article_.status = ReadUsability(JsonLine(value));
        return;
      case JsonField::kEmbargo:
        return TakeEmbargo(JsonLine(value));
      case JsonField::kOcr:
        if (!article_.ocr) article_.ocr = JsonShare(value);
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
    if (const std::optional<Timestamp> when = JsonTimestamp(*candidate.value))
      article_.published = {*when, DateSource::kMetadata,
                            DateConfidence(candidate.rank)};
  }

  Article article_;
  std::vector<Block> paragraphs_;
  std::vector<Block> captions_;
};

// What the members of an object may be to the article, and those of objects
// that are wrapped around its parts.
class Candidates {
 public:
  explicit Candidates(const ReaderOptions& options) : options_(options) {}

  // The article's own first, in the order of their ranks.
  std::vector<Candidate> Run(const Json& object) {
    Collect(object, 0);
    std::stable_sort(
        all_.begin(), all_.end(),
        [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
    return std::move(all_);
  }

 private:
  std::optional<Candidate> Of(const std::string& key, const Json& value) const {
    const auto configured = options_.json_fields.find(key);
    const bool is_configured = configured != options_.json_fields.end();
    const JsonName* const name =
        FindJsonName(is_configured ? configured->second : key);
    if (name == nullptr) return std::nullopt;
    return Candidate{name->field, is_configured ? -1 : name->rank, &value};
  }

  // {"content": {"rendered": "…"}} is a text, {"content": {"body": "…"}} has
  // one.
  bool IsWrapper(const std::string& key, const Json& value) const {
    if (!value.is_object() || !IsJsonWrapper(key) ||
        options_.json_fields.count(key) != 0)
      return false;
    for (const auto& [inner, part] : value.items()) {
      if (Of(inner, part) || IsWrapper(inner, part)) return true;
    }
    return false;
  }

  void Collect(const Json& object, int depth) {
    std::vector<const Json*> wrapped;
    for (const auto& [key, value] : object.items()) {
      if (depth < kDeepestWrapper && IsWrapper(key, value)) {
        wrapped.push_back(&value);
      } else if (const std::optional<Candidate> candidate = Of(key, value)) {
        all_.push_back(*candidate);
      }
    }
    for (const Json* const value : wrapped) Collect(*value, depth + 1);
  }

  const ReaderOptions& options_;
  std::vector<Candidate> all_;
};

Article ArticleOf(const Json& object, const ReaderOptions& options) {
  ArticleFromJson article;
  for (const Candidate& candidate : Candidates(options).Run(object))
    article.Take(candidate);
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
  const std::vector<std::string> texts = JsonTexts(*value);
  return texts.empty() ? std::string() : texts.front();
}

}  // namespace archive
