// The documents against the tables they are made of, and the queries in them
// against the parser.  Where a table differs the right one is printed, ready to
// be put between its markers.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/index/schema.h"
#include "query/language/diagnostics.h"
#include "query/language/operators.h"
#include "query/language/query_text.h"
#include "query/output/hit_fields.h"
#include "query/output/renderers.h"
#include "query/output/table_looks.h"

namespace archive {
namespace {

std::string Document(const std::string& path) {
  std::ifstream in(std::string(ARCHIVE_SOURCE_DIR) + "/" + path,
                   std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

// What stands between `<!-- name -->` and `<!-- /name -->`; empty when there
// are no such markers.
std::string Marked(const std::string& document, const std::string& name) {
  const std::string open = "<!-- " + name + " -->\n";
  const std::size_t begin = document.find(open);
  if (begin == std::string::npos) return {};
  const std::size_t from = begin + open.size();
  const std::size_t end = document.find("<!-- /" + name + " -->", from);
  if (end == std::string::npos) return {};
  return document.substr(from, end - from);
}

using Cells = std::vector<std::string>;

std::string Row(const Cells& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += " " + cell + " |";
  return row + "\n";
}

std::string Head(const Cells& names) {
  return Row(names) + Row(Cells(names.size(), "---"));
}

std::string Code(std::string_view text) {
  if (text.empty()) return {};
  return "`" + std::string(text) + "`";
}

// Names with a space between, as code with commas between.
std::string Codes(std::string_view names) {
  std::string out;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    if (!out.empty()) out += ", ";
    out += Code(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return out;
}

TEST(Docs, FieldsOfTheIndexFormat) {
  std::string table =
      Head({"field", "aliases", "type", "prefix", "whole prefix", "zone",
            "slot", "repeated", "facet"});
  for (const Field& field : kFields) {
    std::string zone;
    if (field.zone != Zone::kNone)
      zone = std::to_string(static_cast<int>(field.zone));
    std::string slot;
    if (field.slot != kNoSlot) slot = std::to_string(field.slot);
    table += Row({Code(field.name), Codes(field.aliases),
                  std::string(NameOf(field.type)), Code(field.prefix),
                  Code(field.whole_prefix), zone, slot,
                  field.repeated ? "yes" : "", field.facetable ? "yes" : ""});
  }
  EXPECT_TRUE(Marked(Document("docs/index-format.md"), "fields") == table)
      << "docs/index-format.md, fields, should be:\n"
      << table;
}

TEST(Docs, FieldsOfTheQueryLanguage) {
  std::string table = Head({"field", "aliases", "what", "example"});
  for (const Field& field : kFields) {
    table += Row({Code(field.name), Codes(field.aliases),
                  std::string(field.help), Code(field.example)});
  }
  EXPECT_TRUE(Marked(Document("docs/query-language.md"), "fields") == table)
      << "docs/query-language.md, fields, should be:\n"
      << table;
}

TEST(Docs, OperatorsOfTheQueryLanguage) {
  std::string table = Head({"operator", "meaning", "example"});
  for (const Operator& op : kOperators)
    table += Row({Code(op.usage), std::string(op.help), Code(op.example)});
  EXPECT_TRUE(Marked(Document("docs/query-language.md"), "operators") == table)
      << "docs/query-language.md, operators, should be:\n"
      << table;
}

std::string_view RoomFor(TableRoom room) {
  switch (room) {
    case TableRoom::kBeside:
      return "tables and articles";
    case TableRoom::kInstead:
      return "a table or articles";
    case TableRoom::kNone:
      return "articles";
    case TableRoom::kTimeline:
      return "a timeline";
  }
  return "";
}

TEST(Docs, FormatsOfTheOutput) {
  std::string table = Head({"format", "what", "holds", "`--fields`"});
  for (const OutputFormat& format : kOutputFormats)
    table += Row({Code(format.name), std::string(format.help),
                  std::string(RoomFor(format.tables)),
                  format.fields == FieldChoice::kChosen ? "yes" : ""});
  EXPECT_TRUE(Marked(Document("docs/output.md"), "formats") == table)
      << "docs/output.md, formats, should be:\n"
      << table;
}

TEST(Docs, FieldsOfAnArticle) {
  std::string table = Head({"field", "what", "without `--fields`"});
  for (const HitField& field : HitFields())
    table += Row({Code(field.name), std::string(field.help),
                  field.shown == ShownByDefault::kYes ? "yes" : ""});
  EXPECT_TRUE(Marked(Document("docs/output.md"), "hit-fields") == table)
      << "docs/output.md, hit-fields, should be:\n"
      << table;
}

// Every key that can be asked for, and every kind of line.
TEST(Docs, TheSchemaKnowsTheTables) {
  const std::string schema = Document("docs/archive-query.schema.json");
  for (const HitField& field : HitFields())
    EXPECT_NE(schema.find('"' + std::string(field.name) + "\": {"),
              std::string::npos)
        << field.name;
  for (const TableLook& look : kTableLooks) {
    for (const std::string_view kind : {look.name, look.row_name})
      EXPECT_NE(schema.find("\"const\": \"" + std::string(kind) + '"'),
                std::string::npos)
          << kind;
  }
  EXPECT_NE(schema.find("\"const\": " + std::to_string(kFormatVersion) + "\n"),
            std::string::npos);
}

// The lines of ```query blocks.
std::vector<std::string> QueriesOf(const std::string& document) {
  std::vector<std::string> queries;
  std::istringstream lines(document);
  bool is_inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line == "```query") {
      is_inside = true;
    } else if (line.starts_with("```")) {
      is_inside = false;
    } else if (is_inside && !line.empty()) {
      queries.push_back(line);
    }
  }
  return queries;
}

TEST(Docs, EveryQueryIsUnderstood) {
  const std::vector<std::string> queries =
      QueriesOf(Document("docs/query-language.md"));
  EXPECT_GT(queries.size(), 90U);
  for (const std::string& query : queries) {
    const ReadQuery read =
        ReadQueryText(query, {.today = DayFrom(2021, 3, 15)});
    EXPECT_TRUE(read.errors.empty())
        << FormatDiagnostics("docs/query-language.md", query, read.errors);
  }
}

}  // namespace
}  // namespace archive
