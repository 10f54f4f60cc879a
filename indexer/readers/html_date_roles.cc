#include "indexer/readers/html_date_roles.h"

#include <algorithm>
#include <array>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

constexpr auto kMetaPublished =
    std::to_array<std::string_view>({"article:published_time",
                                     "article:published",
                                     "og:article:published_time",
                                     "og:published_time",
                                     "og:pubdate",
                                     "parsely-pub-date",
                                     "sailthru.date",
                                     "datepublished",
                                     "date_published",
                                     "publish-date",
                                     "publish_date",
                                     "publishdate",
                                     "published_date",
                                     "pubdate",
                                     "publication_date",
                                     "publicationdate",
                                     "dc.date.issued",
                                     "dcterms.issued",
                                     "dcterms.available",
                                     "citation_publication_date",
                                     "citation_online_date",
                                     "citation_date",
                                     "cxenseparse:recs:publishtime",
                                     "cxenseparse:publishtime",
                                     "article.published",
                                     "originalpublicationdate",
                                     "bt:pubdate",
                                     "analyticsattributes.articledate",
                                     "shareaholic:article_published_time",
                                     "rnews:datepublished",
                                     "article_date_original",
                                     "displaydate",
                                     "published_at",
                                     "published-date",
                                     "release_date",
                                     "article:post_date",
                                     "vr:published_time",
                                     "prism.publicationdate",
                                     "ptime",
                                     "created_time"});

constexpr auto kMetaDate = std::to_array<std::string_view>(
    {"date", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created",
     "created", "datecreated", "date_created", "last-published", "pub_date",
     "dc.created", "doc_date", "time", "timestamp"});

constexpr auto kMetaModified = std::to_array<std::string_view>(
    {"article:modified_time", "article:modified", "og:updated_time",
     "og:modified_time", "datemodified", "date_modified", "lastmod",
     "last-modified", "lastmodified", "dcterms.modified", "dc.date.modified",
     "revised", "modified", "updated_time", "article:updated_time", "updated"});

// Words beside a date that say what it is.
constexpr auto kPublishedWords =
    std::to_array<std::string_view>({"publish",         "author:",
                                     "autor:",          "posted",
                                     "post date",       "posted on",
                                     "first published", "created on",
                                     "written on",      "issued",
                                     "released",        "veröffentlicht",
                                     "erstellt",        "publié",
                                     "mis en ligne",    "publicado",
                                     "publicada",       "publicación",
                                     "pubblicato",      "gepubliceerd",
                                     "geplaatst",       "publicerad",
                                     "opublikowano",    "опубликовано",
                                     "дата публикации", "data publikacji",
                                     "julkaistu",       "publiceret",
                                     "publisert",       "date:",
                                     "datum:",          "fecha:",
                                     "data:",           "дата:"});
constexpr auto kModifiedWords = std::to_array<std::string_view>(
    {"updat",        "correct",     "korrigiert",      "corrig",
     "modif",        "last edit",   "edited",          "revised",
     "aktualisiert", "geändert",    "bearbeitet",      "stand:",
     "mis à jour",   "mise à jour", "actualizado",     "actualizada",
     "atualizado",   "atualizada",  "aggiornato",      "bijgewerkt",
     "uppdaterad",   "обновлено",   "aktualizacja",    "last change",
     "last review",  "reviewed",    "letzte änderung", "zuletzt"});
// A date beside these is of something else.
constexpr auto kOtherWords = std::to_array<std::string_view>(
    {"copyright", "©", "(c)", "all rights", "expire", "deadline", "born",
     "comment", "joined", "member since", "event", "valid", "accessed",
     "retrieved", "erscheinungsdatum", "zugriff", "abgerufen"});

template <std::size_t n>
bool HoldsOne(std::string_view text,
              const std::array<std::string_view, n>& words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

template <std::size_t n>
bool IsOneOf(std::string_view name,
             const std::array<std::string_view, n>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Behind the last of the words; 0 when there is none.
template <std::size_t n>
std::size_t EndOfLast(std::string_view text,
                      const std::array<std::string_view, n>& words) {
  std::size_t end = 0;
  for (const std::string_view word : words) {
    const std::size_t at = text.rfind(word);
    if (at != std::string_view::npos) end = std::max(end, at + word.size());
  }
  return end;
}

}  // namespace

DateRole RoleOfMeta(std::string_view name) {
  if (IsOneOf(name, kMetaPublished)) return DateRole::kPublished;
  if (IsOneOf(name, kMetaDate)) return DateRole::kUnknown;
  if (IsOneOf(name, kMetaModified)) return DateRole::kModified;
  return DateRole::kOther;
}

DateRole RoleOfWords(std::string_view lowered) {
  if (HoldsOne(lowered, kOtherWords)) return DateRole::kOther;
  const bool modified = HoldsOne(lowered, kModifiedWords);
  const bool published = HoldsOne(lowered, kPublishedWords);
  if (modified == published) return DateRole::kUnknown;
  return modified ? DateRole::kModified : DateRole::kPublished;
}

DateRole RoleOfTextBefore(std::string_view lowered) {
  if (HoldsOne(lowered, kOtherWords)) return DateRole::kOther;
  const std::size_t published = EndOfLast(lowered, kPublishedWords);
  const std::size_t modified = EndOfLast(lowered, kModifiedWords);
  if (published == modified) return DateRole::kUnknown;
  return modified > published ? DateRole::kModified : DateRole::kPublished;
}

bool MarksDates(std::string_view lowered) {
  static constexpr auto kMarks =
      std::to_array<std::string_view>({"date", "time", "publish", "posted",
                                       "byline", "meta", "datum", "author"});
  return HoldsOne(lowered, kMarks);
}

std::string SmallLetters(std::string_view text) {
  std::string out;
  for (const char c : text) out += Lower(c);
  return out;
}

}  // namespace archive
