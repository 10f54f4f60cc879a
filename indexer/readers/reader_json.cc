// JSON documents: an array of articles, an object that holds one under a usual
// name ({"status": "ok", "articles": […]}, JSON Feed, answers of search
// engines and content systems), or a single article.
//
// What the members of an article mean stands in json_fields.cc and in the
// configuration; JSON Feed: https://www.jsonfeed.org/version/1.1/.  Each item
// is read by itself, so that a bad one costs only itself.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/foreign_files.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/json_article.h"
#include "indexer/readers/json_containers.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/json_forgiveness.h"
#include "indexer/readers/json_spans.h"

namespace archive {
namespace {

constexpr int kDeepestItem = 4;

// A member that only an article has.
bool IsArticle(const std::vector<JsonMember>& members,
               const ReaderOptions& options) {
  return std::any_of(
      members.begin(), members.end(), [&](const JsonMember& member) {
        const auto configured =
            options.json_fields.find(std::string(member.key));
        const JsonName* const name =
            FindJsonName(configured == options.json_fields.end()
                             ? member.key
                             : std::string_view(configured->second));
        return name != nullptr &&
               (name->field == JsonField::kText ||
                name->field == JsonField::kTitle) &&
               member.value.starts_with('"');
      });
}

// What JSON Feed says for all its items.
struct Feed {
  std::string title;
  std::string language;
  std::vector<std::string> authors;
};

Feed ReadFeedHead(const std::vector<JsonMember>& members) {
  Feed feed;
  const JsonMember* const version = FindMember(members, "version");
  if (version == nullptr ||
      version->value.find("jsonfeed.org") == std::string_view::npos)
    return feed;
  if (const JsonMember* const title = FindMember(members, "title"))
    feed.title = JsonTextOf(title->value);
  if (const JsonMember* const language = FindMember(members, "language"))
    feed.language = LanguageTag(JsonTextOf(language->value));
  const JsonMember* const authors = FindMember(members, "authors");
  if (authors != nullptr && authors->value.starts_with('['))
    ForEachJsonItem(authors->value, [&feed](std::string_view author) {
      AddValue(JsonTextOf(author), feed.authors);
      return true;
    });
  if (const JsonMember* const author = FindMember(members, "author"))
    AddValue(JsonTextOf(author->value), feed.authors);
  return feed;
}

class DocumentReader {
 public:
  DocumentReader(const ReaderOptions& options, const ArticleSink& sink,
                 std::string_view text, bool is_as_on_disk)
      : options_(options),
        sink_(sink),
        text_(text),
        is_as_on_disk_(is_as_on_disk) {}

  void Read(std::size_t file_size) {
    file_size_ = file_size;
    ForEachJsonItem(text_, [this](std::string_view value) {
      ReadTop(value);
      return true;
    });
    if (number_ == 0 && !rejected_)
      sink_.rejection(
          {"", "a JSON document without articles", RejectionKind::kNoArticle});
  }

 private:
  void ReadTop(std::string_view value) {
    const std::vector<JsonMember> members = MembersOf(value);
    if (const JsonMember* const schema = FindMember(members, "$schema");
        schema != nullptr &&
        (schema->value.find("json-schema.org") != std::string_view::npos ||
         FindMember(members, "properties") != nullptr)) {
      rejected_ = true;
      return sink_.rejection({"", "a JSON schema", RejectionKind::kNoArticle});
    }
    const std::string_view array =
        value.starts_with('{') && !IsArticle(members, options_)
            ? FindArticleArray(value)
            : FeedItems(members);
    if (array.empty()) {
      // Manifests, answers of services: sound JSON that is about other things.
      const bool is_list =
          text_
              .substr(std::min(text_.find_first_not_of(" \t\r\n\xEF\xBB\xBF"),
                               text_.size()))
              .starts_with('[');
      if (!is_list && !IsArticle(members, options_) && CheckJson(value) &&
          !ReadJsonArticle(value, options_))
        return;
      return ReadItem(value, 0);
    }
    feed_ = ReadFeedHead(members);
    ForEachJsonItem(array, [this](std::string_view item) {
      ReadItem(item, 0);
      return true;
    });
  }

  // A feed has a title as an article has.
  static std::string_view FeedItems(const std::vector<JsonMember>& members) {
    for (const std::string_view key : {"items", "articles", "entries"}) {
      const JsonMember* const member = FindMember(members, key);
      if (member != nullptr && IsArrayOfObjects(member->value))
        return member->value;
    }
    return {};
  }

  // An item that is no article may hold them: Ghost's {"db": [{"data":
  // {"posts": […]}}]}.
  void ReadItem(std::string_view item, int depth) {
    Result<Article> article = ReadJsonArticle(item, options_);
    const bool may_hold = !article && depth < kDeepestItem && CheckJson(item);
    const std::string_view inside =
        may_hold ? FindArticleArray(item) : std::string_view();
    if (!inside.empty()) {
      ForEachJsonItem(inside, [this, depth](std::string_view inner) {
        ReadItem(inner, depth + 1);
        return true;
      });
      return;
    }
    ++number_;
    if (!article) {
      rejected_ = true;
      return sink_.rejection({fmt::format("item {}", number_),
                              std::move(article).error().message});
    }
    if (article->source.empty()) article->source = feed_.title;
    if (article->language.empty()) article->language = feed_.language;
    if (article->byline.empty()) article->byline = feed_.authors;
    article->bytes = SpanOf(item);
    sink_.article(*std::move(article));
  }

  Span SpanOf(std::string_view item) const {
    if (!is_as_on_disk_) return {0, file_size_};
    const auto begin = static_cast<std::size_t>(item.data() - text_.data());
    return {begin, begin + item.size()};
  }

  const ReaderOptions& options_;
  const ArticleSink& sink_;
  std::string_view text_;
  bool is_as_on_disk_;
  std::size_t file_size_ = 0;
  std::size_t number_ = 0;
  bool rejected_ = false;
  Feed feed_;
};

}  // namespace

int SniffJson(std::string_view path, std::string_view bytes) {
  if (LooksBinary(bytes) || !LooksLikeJson(bytes)) return 0;
  const std::string extension = ExtensionOf(path);
  // Maps, manifests and geography are JSON too and hold no articles.
  if (extension == ".geojson" || extension == ".webmanifest" ||
      extension == ".map")
    return 0;
  return extension == ".json" || extension == ".feed" ? 75 : 60;
}

Status ReadJson(const RawFile& file, const ReaderOptions& options,
                const ArticleSink& sink) {
  RETURN_IF_ERROR(CheckJsonFields(options));
  const bool is_utf8 = IsValidUtf8(file.bytes);
  const std::string decoded =
      is_utf8 ? std::string() : DecodeText(file.bytes).text;
  DocumentReader(options, sink, is_utf8 ? file.bytes : decoded, is_utf8)
      .Read(file.bytes.size());
  return Ok();
}

}  // namespace archive
