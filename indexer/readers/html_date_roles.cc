#include "indexer/readers/html_date_roles.h"

#include <algorithm>
#include <array>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

// Names of <meta> without their marks: "publish_date" is "publishdate".  The
// last part of a name is asked for as well: "bt:pubDate" is "pubdate".
constexpr auto kMetaPublished =
    std::to_array<std::string_view>({"articledate",
                                     "articledateoriginal",
                                     "articlefirstpublished",
                                     "articlepublished",
                                     "articlepublisheddate",
                                     "articlepublishedtime",
                                     "citationdate",
                                     "citationonlinedate",
                                     "citationpublicationdate",
                                     "createdtime",
                                     "datefirstpublished",
                                     "datepublished",
                                     "dateissued",
                                     "displaydate",
                                     "firstpublished",
                                     "firstpublishedat",
                                     "issued",
                                     "originalpublicationdate",
                                     "originalpublishdate",
                                     "parselypubdate",
                                     "postdate",
                                     "ptime",
                                     "pubdate",
                                     "publicationdate",
                                     "publicationtime",
                                     "published",
                                     "publishedat",
                                     "publisheddate",
                                     "publishedtime",
                                     "publishdate",
                                     "publishtime",
                                     "releasedate",
                                     "uploaded",
                                     "uploaddate"});
// Whole names that end in a word which says nothing elsewhere.
constexpr auto kMetaPublishedWhole = std::to_array<std::string_view>(
    {"sailthru.date", "dcterms.available", "og:article:time"});

constexpr auto kMetaDate = std::to_array<std::string_view>(
    {"created", "date", "datecreated", "datetime", "docdate", "lastpublished"});
// These say a date by themselves alone: "og:video:time" says none.
constexpr auto kMetaDateWhole =
    std::to_array<std::string_view>({"time", "timestamp", "dc.date.created"});

constexpr auto kMetaModified = std::to_array<std::string_view>(
    {"articlemodifiedtime", "datemodified", "lastmod", "lastmodified",
     "lastupdated", "modified", "modifiedat", "modifieddate", "modifiedtime",
     "revised", "updated", "updatedat", "updatedtime", "updatetime"});

// Names that tell of something else than the page.
constexpr auto kMetaOfOthers = std::to_array<std::string_view>(
    {"video", "book", "music", "event", "profile", "author", "expir"});

// Words beside a date that say what it is.
constexpr auto kPublishedWords =
    std::to_array<std::string_view>({"publish",
                                     "author:",
                                     "autor:",
                                     "posted",
                                     "post date",
                                     "posted on",
                                     "first published",
                                     "created on",
                                     "written on",
                                     "issued",
                                     "released",
                                     "veröffentlicht",
                                     "erstellt",
                                     "publié",
                                     "mis en ligne",
                                     "mise en ligne",
                                     "publicado",
                                     "publicada",
                                     "publicación",
                                     "pubblicato",
                                     "gepubliceerd",
                                     "geplaatst",
                                     "publicerad",
                                     "opublikowano",
                                     "опубликовано",
                                     "дата публикации",
                                     "data publikacji",
                                     "julkaistu",
                                     "publiceret",
                                     "publisert",
                                     "date:",
                                     "datum:",
                                     "artikel wurde am",
                                     "beitrag wurde am",
                                     "fecha:",
                                     "data:",
                                     "дата:"});
constexpr auto kModifiedWords = std::to_array<std::string_view>(
    {"updat",        "correct",     "korrigiert",      "corrig",
     "modif",        "last edit",   "edited",          "revised",
     "aktualisiert", "geändert",    "bearbeitet",      "stand:",
     "mis à jour",   "mise à jour", "actualizado",     "actualizada",
     "atualizado",   "atualizada",  "aggiornato",      "bijgewerkt",
     "uppdaterad",   "обновлено",   "aktualizacja",    "last change",
     "last review",  "reviewed",    "letzte änderung", "zuletzt"});
// A date beside these is of something else.
constexpr auto kOtherWords =
    std::to_array<std::string_view>({"copyright",
                                     "©",
                                     "(c)",
                                     "all rights",
                                     "expire",
                                     "deadline",
                                     "born",
                                     "comment",
                                     "joined",
                                     "member since",
                                     "event",
                                     "valid",
                                     "accessed",
                                     "retrieved",
                                     "erscheinungsdatum",
                                     "zugriff",
                                     "abgerufen",
                                     "registr",
                                     "registered",
                                     "mitglied seit",
                                     "beigetreten",
                                     "beitritt",
                                     "einsendeschluss",
                                     "anmeldeschluss",
                                     "geboren",
                                     "gestorben",
                                     "inscrit"});
// A date behind these is a picture's, unless another word follows them.
constexpr auto kPictureWords = std::to_array<std::string_view>(
    {"photo", "foto", "picture", "image", "bild:", "grafik:", "graphic:"});

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

// "publish_date" → "publishdate".
std::string WithoutMarks(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c != '-' && c != '_') out += c;
  }
  return out;
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
  if (IsOneOf(name, kMetaPublishedWhole)) return DateRole::kPublished;
  if (IsOneOf(name, kMetaDateWhole)) return DateRole::kUnknown;
  if (HoldsOne(name, kMetaOfOthers)) return DateRole::kOther;
  const std::string last =
      WithoutMarks(name.substr(name.find_last_of(":.") + 1));
  if (IsOneOf(std::string_view(last), kMetaPublished))
    return DateRole::kPublished;
  if (IsOneOf(std::string_view(last), kMetaDate)) return DateRole::kUnknown;
  if (IsOneOf(std::string_view(last), kMetaModified))
    return DateRole::kModified;
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
  const std::size_t picture = EndOfLast(lowered, kPictureWords);
  if (picture > std::max(published, modified)) return DateRole::kOther;
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
  for (const char c : text) {
    const char before = out.empty() ? '\0' : out.back();
    out += Lower(c);
    const auto byte = static_cast<unsigned char>(c);
    const bool is_latin =  // À to Þ
        before == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
    const bool is_cyrillic = before == '\xD0' && byte >= 0x90 && byte <= 0xAF;
    if (is_latin || (is_cyrillic && byte <= 0x9F)) {
      out.back() = static_cast<char>(byte + 0x20);
    } else if (is_cyrillic) {  // Р to Я, whose small letters are a row on
      out[out.size() - 2] = '\xD1';
      out.back() = static_cast<char>(byte - 0x20);
    }
  }
  return out;
}

}  // namespace archive
