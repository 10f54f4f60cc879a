#include "indexer/readers/json_fields.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

// Ranks: what means exactly the field comes before what often does.  A summary
// stands for the text only where there is no text; the time when a record was
// made only where nothing says when the article was published.
constexpr std::array<JsonName, 145> kNames = {{
    {"title", JsonField::kTitle, 0},
    {"headline", JsonField::kTitle, 0},
    {"hl", JsonField::kTitle, 1},
    {"headlinetext", JsonField::kTitle, 0},
    {"newstitle", JsonField::kTitle, 0},
    {"articletitle", JsonField::kTitle, 0},
    {"webtitle", JsonField::kTitle, 1},
    {"headlines", JsonField::kTitle, 1},
    {"subject", JsonField::kTitle, 2},
    {"name", JsonField::kTitle, 3},
    {"text", JsonField::kText, 0},
    {"body", JsonField::kText, 0},
    {"articlebody", JsonField::kText, 0},
    {"fulltext", JsonField::kText, 0},
    {"bodytext", JsonField::kText, 0},
    {"articletext", JsonField::kText, 0},
    {"articlecontent", JsonField::kText, 0},
    {"newstext", JsonField::kText, 0},
    {"maintext", JsonField::kText, 0},
    {"content", JsonField::kText, 1},
    {"article", JsonField::kText, 1},
    {"story", JsonField::kText, 1},
    {"paragraphs", JsonField::kText, 1},
    {"description", JsonField::kText, 2},
    {"contenthtml", JsonField::kText, 0},
    {"contenttext", JsonField::kText, 1},
    {"textcontent", JsonField::kText, 0},
    {"contentelements", JsonField::kText, 0},
    {"plaintext", JsonField::kText, 2},
    {"bodyhtml", JsonField::kText, 0},
    {"html", JsonField::kText, 2},
    {"leadparagraph", JsonField::kText, 2},
    {"summary", JsonField::kText, 3},
    {"excerpt", JsonField::kText, 3},
    {"abstract", JsonField::kText, 3},
    {"trailtext", JsonField::kText, 3},
    {"snippet", JsonField::kText, 3},
    {"datepublished", JsonField::kDate, 0},
    {"published", JsonField::kDate, 0},
    {"publishedat", JsonField::kDate, 0},
    {"publisheddate", JsonField::kDate, 0},
    {"datepublish", JsonField::kDate, 0},
    {"publishedatutc", JsonField::kDate, 0},
    {"publishdate", JsonField::kDate, 0},
    {"publicationdate", JsonField::kDate, 0},
    {"pubdate", JsonField::kDate, 0},
    {"publishedtime", JsonField::kDate, 0},
    {"publishedon", JsonField::kDate, 0},
    {"firstpublished", JsonField::kDate, 0},
    {"firstpublishdate", JsonField::kDate, 0},
    {"firstpublicationdate", JsonField::kDate, 0},
    {"webpublicationdate", JsonField::kDate, 0},
    {"pubdateutc", JsonField::kDate, 0},
    {"displaydate", JsonField::kDate, 1},
    {"date", JsonField::kDate, 1},
    {"day", JsonField::kDate, 2},
    {"datetime", JsonField::kDate, 2},
    {"timestamp", JsonField::kDate, 3},
    {"created", JsonField::kDate, 4},
    {"createdat", JsonField::kDate, 4},
    {"datecreated", JsonField::kDate, 4},
    {"modified", JsonField::kModified, 0},
    {"datemodified", JsonField::kModified, 0},
    {"modifiedat", JsonField::kModified, 0},
    {"lastmodified", JsonField::kModified, 0},
    {"lastmod", JsonField::kModified, 0},
    {"updated", JsonField::kModified, 0},
    {"updatedat", JsonField::kModified, 0},
    {"author", JsonField::kAuthor, 0},
    {"authors", JsonField::kAuthor, 0},
    {"byline", JsonField::kAuthor, 0},
    {"creator", JsonField::kAuthor, 1},
    {"creators", JsonField::kAuthor, 1},
    {"writer", JsonField::kAuthor, 1},
    {"by", JsonField::kAuthor, 2},
    {"source", JsonField::kSource, 0},
    {"publisher", JsonField::kSource, 0},
    {"publication", JsonField::kSource, 0},
    {"publicationtitle", JsonField::kSource, 0},
    {"pubtitle", JsonField::kSource, 0},
    {"newspaper", JsonField::kSource, 0},
    {"sitename", JsonField::kSource, 1},
    {"sourcename", JsonField::kSource, 0},
    {"outlet", JsonField::kSource, 1},
    {"site", JsonField::kSource, 2},
    {"domain", JsonField::kSource, 3},
    {"section", JsonField::kSection, 0},
    {"articlesection", JsonField::kSection, 0},
    {"sectionname", JsonField::kSection, 0},
    {"sections", JsonField::kSection, 1},
    {"category", JsonField::kSection, 1},
    {"url", JsonField::kUrl, 1},
    {"canonicalurl", JsonField::kUrl, 0},
    {"weburl", JsonField::kUrl, 1},
    {"documenturl", JsonField::kUrl, 1},
    {"link", JsonField::kUrl, 2},
    {"permalink", JsonField::kUrl, 2},
    {"canonical", JsonField::kUrl, 0},
    {"language", JsonField::kLanguage, 0},
    {"lang", JsonField::kLanguage, 0},
    {"inlanguage", JsonField::kLanguage, 0},
    {"id", JsonField::kId, 0},
    {"uid", JsonField::kId, 0},
    {"guid", JsonField::kId, 0},
    {"uuid", JsonField::kId, 0},
    {"articleid", JsonField::kId, 0},
    {"identifier", JsonField::kId, 1},
    {"keywords", JsonField::kKeywords, 0},
    {"tags", JsonField::kKeywords, 0},
    {"tag", JsonField::kKeywords, 1},
    {"categories", JsonField::kKeywords, 2},
    {"topics", JsonField::kTopics, 0},
    {"topic", JsonField::kTopics, 0},
    {"subjects", JsonField::kTopics, 1},
    {"people", JsonField::kPeople, 0},
    {"persons", JsonField::kPeople, 0},
    {"organisations", JsonField::kOrganisations, 0},
    {"organizations", JsonField::kOrganisations, 0},
    {"orgs", JsonField::kOrganisations, 0},
    {"places", JsonField::kPlaces, 0},
    {"locations", JsonField::kPlaces, 0},
    {"exchanges", JsonField::kExchanges, 0},
    {"dateline", JsonField::kDateline, 0},
    {"caption", JsonField::kCaptions, 0},
    {"captions", JsonField::kCaptions, 0},
    {"imagecaption", JsonField::kCaptions, 0},
    {"photocaption", JsonField::kCaptions, 0},
    {"agency", JsonField::kAgency, 0},
    {"newsagency", JsonField::kAgency, 0},
    {"provider", JsonField::kAgency, 1},
    {"page", JsonField::kPages, 0},
    {"pages", JsonField::kPages, 0},
    {"printpage", JsonField::kPages, 0},
    {"pagenumber", JsonField::kPages, 0},
    {"edition", JsonField::kEdition, 0},
    {"printedition", JsonField::kEdition, 0},
    {"status", JsonField::kStatus, 1},
    {"pubstatus", JsonField::kStatus, 0},
    {"embargo", JsonField::kEmbargo, 0},
    {"embargoed", JsonField::kEmbargo, 0},
    {"embargountil", JsonField::kEmbargo, 0},
    {"embargoeduntil", JsonField::kEmbargo, 0},
    {"embargodate", JsonField::kEmbargo, 0},
    {"ocr", JsonField::kOcr, 0},
    {"ocrconfidence", JsonField::kOcr, 0},
}};

constexpr std::size_t kLongestName = 64;

// Elasticsearch and its like: _source; the Guardian, Django: fields; JSON:API,
// Strapi: attributes; WordPress: _embedded; Arc: credits, taxonomy.
constexpr auto kWrappers = std::to_array<std::string_view>(
    {"_source", "fields", "attributes", "_embedded", "credits", "taxonomy",
     "response", "data", "result", "item", "article", "story", "post",
     "document", "content"});

}  // namespace

bool IsJsonWrapper(std::string_view name) {
  return std::find(kWrappers.begin(), kWrappers.end(), name) != kWrappers.end();
}

std::span<const JsonName> JsonNames() {
  return kNames;
}

const JsonName* FindJsonName(std::string_view name) {
  if (name.size() > kLongestName) return nullptr;
  std::string plain;
  for (const char c : name) {
    if (c != '_' && c != '-' && c != ' ') plain += Lower(c);
  }
  const auto* const found =
      std::find_if(kNames.begin(), kNames.end(),
                   [&plain](const JsonName& row) { return row.name == plain; });
  return found == kNames.end() ? nullptr : &*found;
}

}  // namespace archive
