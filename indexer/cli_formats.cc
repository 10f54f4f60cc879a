#include "indexer/cli_formats.h"

#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "common/man_page.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/reader.h"

namespace archive {
namespace {

std::string_view Held(FileHolds holds) {
  switch (holds) {
    case FileHolds::kOneArticle:
      return "One article a file.";
    case FileHolds::kManyArticles:
      return "Many articles a file: FILE#1, FILE#2 ...";
    case FileHolds::kFiles:
      return "Files of other formats.";
  }
  return {};
}

void AddFormats(ManPage& page) {
  page.Section("Formats");
  for (const Format& format : Formats()) {
    page.Subsection(format.name);
    page.Paragraph(fmt::format("{}.", format.help));
    page.Paragraph(fmt::format("Usual names: {}. {}", format.extensions,
                               Held(format.holds)));
  }
}

// A field's names stand together in the table, the one of most weight first.
void AddNames(ManPage& page) {
  page.Section("Names of fields");
  page.Paragraph(
      "Keys of JSON, columns of tables and front matter of Markdown are known "
      "by these names, whatever their case, with or without `_`, `-` and "
      "blanks. Names of one archive alone are given in archive-index.toml: "
      "below [fields] a line `theirs = \"ours\"`, where ours is one of these.");
  std::vector<std::string_view> names;
  const auto flush = [&] {
    if (!names.empty())
      page.Entry(names.front(), fmt::format("{}", fmt::join(names, ", ")));
    names.clear();
  };
  JsonField field = JsonField::kTitle;
  for (const JsonName& row : JsonNames()) {
    if (row.field != field) flush();
    field = row.field;
    names.push_back(row.name);
  }
  flush();
}

}  // namespace

std::string FormatsManual(const CommandTable& table) {
  ManPage page(table.name + "-formats", 7, "formats that archive-index reads",
               ARCHIVE_VERSION);
  page.Section("Description");
  page.Paragraph(
      "The content of a file decides what it is, its name only between equals. "
      "What is not read has a reason: `archive-index files --all` lists every "
      "file, `archive-index read FILE` shows what is made of one. The format "
      "of an article is found with `format:NAME`.");
  AddFormats(page);
  page.Section("What is packed");
  page.Paragraph(
      "zip and tar are opened, and what gzip, bzip2, xz, zstd, lz4 and "
      "compress "
      "have packed, one in another too: `archive.zip!/path` is the id of an "
      "article there. Nothing is unpacked to the disk.");
  AddNames(page);
  page.Section("See also");
  page.References(
      {"archive-index(1)", "archive-query(1)", "archive-query-syntax(7)"});
  return page.text();
}

}  // namespace archive
