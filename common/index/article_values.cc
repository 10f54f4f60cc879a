#include "common/index/article_values.h"

namespace archive {
namespace {

std::vector<std::string_view> One(std::string_view value) {
  if (value.empty()) return {};
  return {value};
}

// The file and, where that is an archive, the path in it: the id without the
// number of the article.
std::string_view PathOf(const StoredRecord& record) {
  const std::string_view id = record.id;
  const std::size_t mark = id.rfind('#');
  return mark == std::string_view::npos ? id : id.substr(0, mark);
}

std::vector<std::string_view> Many(const std::vector<std::string>& values) {
  return {values.begin(), values.end()};
}

std::vector<std::string_view> WhereNamesComeFrom(const StoredRecord& record) {
  const std::optional<GivenNames>& given = record.given;
  const bool is_any_given =
      given ? given->people + given->organisations + given->places > 0
            : NamesEntities(record.article);
  std::vector<std::string_view> from;
  if (is_any_given) from.emplace_back("source");
  if (given) from.emplace_back("found");
  return from;
}

std::vector<std::string_view> BlocksOf(const Article& article, BlockKind kind) {
  std::vector<std::string_view> texts;
  for (const Block& block : article.blocks) {
    if (block.kind == kind) texts.emplace_back(block.text);
  }
  return texts;
}

}  // namespace

// A table, one case a field: NOLINTNEXTLINE(readability-function-size)
std::vector<std::string_view> ValuesOf(const StoredRecord& record,
                                       FieldId field) {
  const Article& article = record.article;
  switch (field) {
    case FieldId::kTitle:
      return One(article.title);
    case FieldId::kBody:
      return BlocksOf(article, BlockKind::kParagraph);
    case FieldId::kCaption:
      return BlocksOf(article, BlockKind::kCaption);
    case FieldId::kCredit:
      return BlocksOf(article, BlockKind::kCredit);
    case FieldId::kByline:
      return Many(article.byline);
    case FieldId::kSource:
      return One(article.source);
    case FieldId::kSection:
      return One(article.section);
    case FieldId::kDateline:
      return One(article.dateline);
    case FieldId::kTopic:
      return Many(article.topics);
    case FieldId::kKeyword:
      return Many(article.keywords);
    case FieldId::kExchange:
      return Many(article.exchanges);
    case FieldId::kPerson:
      return Many(article.people);
    case FieldId::kOrg:
      return Many(article.organisations);
    case FieldId::kPlace:
      return Many(article.places);
    case FieldId::kLang:
      return One(record.language);
    case FieldId::kFormat:
      return One(record.format);
    case FieldId::kPath:
      return One(PathOf(record));
    case FieldId::kId:
      return One(record.id);
    case FieldId::kUid:
      return One(article.uid);
    case FieldId::kUrl:
      return One(article.url);
    case FieldId::kAgency:
      return One(article.agency);
    case FieldId::kPage:
      return Many(article.pages);
    case FieldId::kEdition:
      return One(article.edition);
    case FieldId::kStatus:
      return One(NameOf(article.status));
    case FieldId::kDateSource:
      if (!article.published) return {};
      return One(NameOf(article.published->source));
    case FieldId::kEntitySource:
      return WhereNamesComeFrom(record);
    case FieldId::kText:
    case FieldId::kLead:
    case FieldId::kHlead:
    case FieldId::kEntity:
    case FieldId::kDate:
    case FieldId::kModified:
    case FieldId::kAdded:
    case FieldId::kWords:
    case FieldId::kDateConfidence:
    case FieldId::kOcr:
    case FieldId::kMentions:
    case FieldId::kMentionsYear:
    case FieldId::kPlaceCountry:
    case FieldId::kPlaceRegion:
    case FieldId::kHas:
    case FieldId::kMissing:
    case FieldId::kCopiesOf:
      return {};
  }
  return {};
}

std::vector<std::string_view> TextsOf(const Article& article) {
  std::vector<std::string_view> texts = {article.title};
  for (const Block& block : article.blocks)
    texts.push_back(block.kind == BlockKind::kCredit ? std::string_view()
                                                     : block.text);
  return texts;
}

bool NamesEntities(const Article& article) {
  return !article.people.empty() || !article.organisations.empty() ||
         !article.places.empty();
}

}  // namespace archive
