// METS (the Library of Congress's XML of what a digital object is made of) of a
// newspaper's issue → its articles, as lists of blocks in files of ALTO.
//
// Articles are the divisions of the logical map whose TYPE says so; their
// blocks are named below them (fptr, area), or below divisions of the physical
// map that they are linked with (structLink).  Titles, authors, dates come from
// MODS. What the files of ALTO say is left to reader_mets.cc.  Pure. METS:
// https://www.loc.gov/standards/mets/, MODS:
// https://www.loc.gov/standards/mods/
#ifndef ARCHIVE_INDEXER_READERS_METS_ISSUE_H_
#define ARCHIVE_INDEXER_READERS_METS_ISSUE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/day.h"
#include "common/result.h"
#include "common/span.h"

namespace archive {

enum class MetsRole : std::uint8_t { kHeading, kText, kCaption };

// A part of an article on a page.
struct MetsArea {
  std::size_t page = 0;  // which of MetsIssue::pages
  std::string begin;     // id of the first block; empty: all of the page
  std::string end;       // of the last one; empty: the first is all
  MetsRole role = MetsRole::kText;
};

struct MetsArticle {
  std::string id;     // in the file
  std::string kind;   // small letters: "article", "advertisement"
  std::string title;  // empty: its headings say it
  std::vector<std::string> authors;
  std::string section;
  std::string language;
  std::vector<MetsArea> areas;  // in the order of reading
  Span bytes;
};

struct MetsIssue {
  std::string paper;
  std::string edition;
  std::optional<Timestamp> published;
  std::string language;
  // Paths from the directory of the METS file to the ALTO files that articles
  // are in, each once: "alto/0001.xml".  Nothing leads out of the directory.
  std::vector<std::string> pages;
  // Addresses of pages that articles are in and that lead out of it.
  std::vector<std::string> elsewhere;
  std::vector<MetsArticle> articles;
};

// Without articles for what is no newspaper's METS, or one that knows pages
// only.  Fails (kBadInput): beyond the limits of xml_mending.h.
Result<MetsIssue> ReadMetsIssue(std::string_view bytes);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_METS_ISSUE_H_
