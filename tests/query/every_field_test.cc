// Every field of the schema, from a file to an answer: an article that has all
// of them has each, and one that has but a title lacks the others.  A new field
// fails here until a reader, the analyser and the columns know it.
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "indexer/writing/build.h"
#include "query/language/query_text.h"
#include "query/matching/searcher.h"
#include "tests/support/temp_dir.h"
#include "tests/support/tiny_entity_model.h"

namespace archive {
namespace {

constexpr std::string_view kFullArticle =
    R"({"id": "urn:full", "title": "Full", "text": "Lead.\n\nBody of 1961.", )"
    R"("captions": ["A car. JANE DOE/AFP"], "authors": ["Jane Doe"], )"
    R"("source": "The Courier", "section": "World", "dateline": "BERLIN", )"
    R"("topics": ["politics"], "keywords": ["wall"], "exchanges": ["nyse"], )"
    R"("people": ["Ann Roe"], "organisations": ["OPEC"], )"
    R"("places": ["Munich"], "published": "1989-11-09", )"
    R"("modified": "1989-11-10", "language": "en", )"
    R"("url": "https://example.org/1", "agency": "Corpus Wire", )"
    R"("page": "A1", "edition": "Late City", "status": "corrected", )"
    R"("ocr": 0.9})";

// What an article with a title has without any other member.
const std::set<FieldId> kAlwaysThere = {
    FieldId::kAdded, FieldId::kFormat, FieldId::kId,
    FieldId::kPath,  FieldId::kWords,  FieldId::kTitle,
    FieldId::kText,  FieldId::kHlead,  FieldId::kStatus};

class EveryField : public testing::Test {
 protected:
  void SetUp() override {
    dir_.Write("news/full.jsonl", std::string(kFullArticle) + "\n");
    dir_.Write("news/empty.jsonl", "{\"title\": \"12\"}\n");
    Progress progress;
    const EntityModel model = ShippedEntityModel();  // says where places lie
    ASSERT_TRUE(RunBuild({.index = (dir_.Path() / "index").string(),
                          .paths = {(dir_.Path() / "news").string()},
                          .entities = [&model] { return &model; }},
                         progress));
    index_.emplace(*OpenIndex::Open((dir_.Path() / "index").string()));
    ASSERT_EQ(index_->live_articles(), 2U);
  }

  SearchAnswer Ask(std::string_view text) {
    const ReadQuery read = ReadQueryText(text, {.today = 18700});
    EXPECT_TRUE(read.errors.empty()) << text;
    SearchRequest request;
    for (const Field& field : kFields) {
      if (field.facetable) request.facets.push_back(field.id);
    }
    return *Searcher(*index_).Search(read.tree, request);
  }

  TempDir dir_;
  std::optional<OpenIndex> index_;
};

TEST_F(EveryField, IsThereOrIsNot) {
  for (const Field& field : kFields) {
    // What an article has only among others: tests/cli/copies.t.
    if (field.type == FieldType::kArticle) continue;
    if (field.type == FieldType::kPresence) continue;
    const std::string name(field.name);
    const bool always = kAlwaysThere.count(field.id) != 0;
    EXPECT_EQ(Ask("has:" + name + " AND uid:\"urn:full\"").total, 1U) << name;
    EXPECT_EQ(Ask("missing:" + name).total, always ? 0U : 1U) << name;
  }
}

// Its column is there, and knows the field.
TEST_F(EveryField, OfARangeIsInside) {
  for (const Field& field : kFields) {
    const std::string name(field.name);
    if (field.type == FieldType::kDay) {
      EXPECT_EQ(Ask(name + ":..2099 AND uid:\"urn:full\"").total, 1U) << name;
      EXPECT_EQ(Ask(name + ":2100..").total, 0U) << name;
    } else if (field.type == FieldType::kNumber) {
      EXPECT_EQ(Ask(name + ":0.. AND uid:\"urn:full\"").total, 1U) << name;
    }
  }
}

TEST_F(EveryField, ThatIsAFacetHasAValue) {
  for (const FacetCounts& table : Ask("uid:\"urn:full\"").facets)
    EXPECT_EQ(table.rows.size(), 1U) << FieldFor(table.field).name;
}

}  // namespace
}  // namespace archive
