// An article, as a source gives it: what every reader yields and every later
// step starts from.
//
// All strings are valid UTF-8 without control characters; white space inside
// them is single spaces.  Empty means that the source does not say.
#ifndef ARCHIVE_COMMON_ARTICLE_H_
#define ARCHIVE_COMMON_ARTICLE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/day.h"
#include "common/span.h"

namespace archive {

// What a block of an article's text is to its reader.
enum class BlockKind : std::uint8_t {
  kParagraph,  // running text; the first one is the lead
  kCaption,    // the text under a picture
  kCredit,     // who made the picture
};

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  std::string text;

  friend bool operator==(const Block&, const Block&) = default;
};

// How a publication date was found.  The names are part of every machine
// output and of `date-source:` queries.
enum class DateSource : std::uint8_t {
  kMetadata,  // a field of the format that means the day of publication
  kPath,      // the names of the file's folders, or its own
  // Of web pages:
  kLinkedData,  // JSON-LD
  kMeta,        // <meta>: OpenGraph, Dublin Core and their like
  kMicrodata,   // itemprop
  kTime,        // <time>
  kUrl,         // the page's address
  kScript,      // what its scripts carry
  kText,        // what the page shows: "Published 2 March 2021"
  // corrections.tsv:
  kLibrarian,
};
inline constexpr std::size_t kDateSourceCount = 10;
std::string_view NameOf(DateSource source);

struct Publication {
  Timestamp when;
  DateSource source = DateSource::kMetadata;
  double confidence = 0;  // 0 to 1: how often such a date is right

  friend bool operator==(const Publication&, const Publication&) = default;
};

// Another day that the source gives for the publication, and where.
struct DateClaim {
  Timestamp when;
  std::string where;  // for people: "JSON-LD datePublished"

  friend bool operator==(const DateClaim&, const DateClaim&) = default;
};

// What the source says of the article's use (IPTC's pubStatus and its like).
// The names are part of the format on disk and of `status:` queries.
enum class Usability : std::uint8_t {
  kUsable,
  kCorrected,
  kCanceled,  // killed: not to be used any more
  kWithheld,  // not yet to be used
};
inline constexpr std::size_t kUsabilityCount = 4;
std::string_view NameOf(Usability status);
// What sources call it: "stat:canceled", "Killed", "corrected" ...; what says
// nothing of the article's use (a "draft", a number) is usable.
Usability ReadUsability(std::string_view name);

struct Article {
  std::string uid;  // the source's own identifier
  std::string title;
  // What a page of results shows where there is no title; not searched.
  std::string first_line;
  std::vector<std::string> byline;  // one entry an author, without "By"
  std::string source;               // the publication
  std::string section;
  std::string dateline;
  std::optional<Publication> published;
  std::vector<DateClaim> other_dates;  // those that `published` was not
  std::optional<Timestamp> modified;
  std::string language;  // BCP 47 as the source says it
  std::vector<std::string> topics;
  std::vector<std::string> keywords;
  std::vector<std::string> exchanges;
  // Named by the source, as it writes them.
  std::vector<std::string> people;
  std::vector<std::string> organisations;
  std::vector<std::string> places;
  std::string url;
  std::string agency;              // whose text it is, as the source names it
  std::vector<std::string> pages;  // as printed: "A1"
  std::string edition;
  Usability status = Usability::kUsable;
  // Which version of the article this is, as the source counts: "3", "2nd Ld".
  std::string version;
  std::optional<int> urgency;                // the IPTC's: 1 (most urgent) to 9
  std::optional<Timestamp> embargoed_until;  // not to be published before
  // What the source says in the place of that when it is no time: nobody knows
  // when the article may be published.
  std::string unread_embargo;
  std::string replaces;  // the uid of the earlier article that it stands for
  std::optional<double> ocr;  // 0 to 1: how sure the reading of a scan is
  std::vector<Block> blocks;  // in the order of the page
  Span bytes;                 // where in the file the article stands
};

// The first running paragraph; empty when there is none.
std::string_view LeadOf(const Article& article);
// What stands at the head of the article on a page: the title, or what stands
// for it.
std::string_view DisplayTitleOf(const Article& article);

}  // namespace archive

#endif  // ARCHIVE_COMMON_ARTICLE_H_
