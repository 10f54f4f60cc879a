// Markdown, the pages of static sites (Jekyll, Hugo, Eleventy, Zola, Pelican):
// one article a file.
//
// The names above the text mean what they mean in JSON (json_fields.cc), and
// go the same way; what is of sites alone is said here.
#include <algorithm>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "common/dates/date_scanner.h"
#include "common/json_writer.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/foreign_files.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/front_matter.h"
#include "indexer/readers/json_article.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/markdown_text.h"
#include "indexer/readers/path_date.h"
#include "indexer/readers/table_cells.h"

namespace archive {
namespace {

JsonField FieldOf(const std::string& name, const ReaderOptions& options) {
  const auto configured = options.json_fields.find(name);
  const JsonName* const known = FindJsonName(
      configured == options.json_fields.end() ? name : configured->second);
  return known == nullptr ? JsonField::kTitle : known->field;
}

std::string ObjectOf(const FrontFields& fields, const ReaderOptions& options) {
  std::ostringstream text;
  JsonWriter json(text);
  json.BeginObject();
  for (const FrontField& field : fields) {
    json.Key(CleanValue(field.name));
    if (field.values.size() == 1) {
      WriteCell(field.values.front(), FieldOf(field.name, options),
                DateOrder::kUnknown, json);
      continue;
    }
    json.BeginArray();
    for (const std::string& value : field.values) json.String(value);
    json.EndArray();
  }
  json.EndObject();
  return std::move(text).str();
}

const FrontField* Find(const FrontFields& fields, std::string_view name) {
  const auto found = std::find_if(
      fields.begin(), fields.end(),
      [name](const FrontField& row) { return SameLetters(row.name, name); });
  return found == fields.end() ? nullptr : &*found;
}

bool Says(const FrontFields& fields, std::string_view name,
          std::string_view value) {
  const FrontField* const field = Find(fields, name);
  return field != nullptr && !field->values.empty() &&
         SameLetters(field->values.front(), value);
}

// The first category is where the site shows it, all are its words.
void AddCategories(const FrontFields& fields, Article& article) {
  const FrontField* const field = Find(fields, "categories");
  if (field == nullptr) return;
  for (const std::string& value : field->values) {
    std::string category = CleanValue(value);
    if (article.section.empty()) article.section = category;
    AddValue(std::move(category), article.keywords);
  }
}

Article HeadOf(const FrontFields& fields, const ReaderOptions& options) {
  Result<Article> read = ReadJsonParts(ObjectOf(fields, options), options);
  Article article = read ? *std::move(read) : Article();
  AddCategories(fields, article);
  if (Says(fields, "draft", "true") || Says(fields, "published", "false"))
    article.status = Usability::kWithheld;
  return article;
}

void AddText(MarkdownText text, Article& article) {
  if (article.title.empty())
    article.title = std::move(text.heading);
  else if (!text.heading.empty() && text.heading != article.title)
    text.blocks.insert(text.blocks.begin(),
                       {BlockKind::kParagraph, std::move(text.heading)});
  const auto first = std::find_if(
      text.blocks.begin(), text.blocks.end(),
      [](const Block& b) { return b.kind == BlockKind::kParagraph; });
  if (first == text.blocks.end()) {
    // What describes the article stands for its text.
    std::move(text.blocks.begin(), text.blocks.end(),
              std::back_inserter(article.blocks));
    return;
  }
  if (article.byline.empty() && IsByline(first->text)) {
    article.byline = NamesOfByline(first->text);
    text.blocks.erase(first);
  }
  article.blocks = std::move(text.blocks);
}

}  // namespace

int SniffMarkdown(std::string_view path, std::string_view bytes) {
  const std::string extension = ExtensionOf(path);
  if (extension == ".yaml" || extension == ".yml") return 0;
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  if (const auto front = SplitFrontMatter(bytes)) {
    const FrontFields fields = FrontFieldsOf(*front);
    const bool is_page =
        std::any_of(fields.begin(), fields.end(), [](const FrontField& field) {
          const JsonName* const name = FindJsonName(field.name);
          return name != nullptr && name->rank <= 1 &&
                 (name->field == JsonField::kTitle ||
                  name->field == JsonField::kDate);
        });
    // Lines with names alone stand above other things, too.
    if (is_page && front->kind != FrontKind::kLines)
      return LooksBinary(bytes) ? 0 : 85;
  }
  const bool is_named = extension == ".md" || extension == ".markdown" ||
                        extension == ".mdown" || extension == ".mkd";
  return is_named && !LooksBinary(bytes) ? 65 : 0;
}

Status ReadMarkdown(const RawFile& file, const ReaderOptions& options,
                    const ArticleSink& sink) {
  RETURN_IF_ERROR(CheckJsonFields(options));
  if (file.bytes.size() > kMaxMarkdownBytes) {
    sink.rejection({"", fmt::format("longer than an article can be ({} MiB)",
                                    kMaxMarkdownBytes >> 20)});
    return Ok();
  }
  const std::string text = DecodeText(file.bytes).text;
  Article article;
  std::string_view body = text;
  if (const std::optional<FrontMatter> front = SplitFrontMatter(text)) {
    article = HeadOf(FrontFieldsOf(*front), options);
    body = front->rest;
  }
  AddText(ReadMarkdownText(body), article);
  if (SaysNothing(article)) {
    sink.rejection({"", "there is no text in it"});
    return Ok();
  }
  article.first_line.clear();
  SetFirstLine(article);
  if (!article.published) article.published = DateFromPath(file.path);
  article.bytes = {0, file.bytes.size()};
  sink.article(std::move(article));
  return Ok();
}

}  // namespace archive
