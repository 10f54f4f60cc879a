// An index of each schema there was, as it was written then: what is read from
// it today must be what was written.
//
// To add one: build a small index with roots outside anybody's home, copy the
// generation and segments that its stub names to tests/data/frozen/schema-N.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "common/index/schema.h"
#include "query/language/query_text.h"
#include "query/matching/searcher.h"
#include "tests/support/golden.h"
#include "tests/support/index_contents.h"

namespace archive {
namespace {

std::string FrozenIndex(int schema) {
  return std::string(ARCHIVE_SOURCE_DIR) + "/tests/data/frozen/schema-" +
         std::to_string(schema);
}

TEST(FrozenIndex, SchemaOfTodayHasOne) {
  EXPECT_TRUE(std::filesystem::exists(FrozenIndex(kSchemaVersion)));
}

TEST(FrozenIndex, ChangedFieldsAreANewSchema) {
  std::string fields;
  for (const Field& f : kFields) {
    fields += fmt::format(
        "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}{}\t{}\n", static_cast<int>(f.id),
        f.name, NameOf(f.type), f.prefix, f.whole_prefix,
        static_cast<int>(f.zone), static_cast<int>(f.slot),
        f.repeated ? "repeated " : "", f.facetable ? "facet" : "",
        f.presence == PresenceTerm::kNever ? "" : PresenceTermOf(f));
  }
  std::ifstream in(FrozenIndex(kSchemaVersion) + ".fields.tsv");
  const std::string frozen{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(fields, frozen)
      << "the fields have changed: raise kSchemaVersion (schema.h) and freeze "
         "an index of the new schema beside the old ones";
}

TEST(FrozenIndex, EarlierSchemasAreRefusedWithWhatToDo) {
  for (int schema = 1; schema < kSchemaVersion; ++schema) {
    const Result<OpenIndex> index = OpenIndex::Open(FrozenIndex(schema));
    ASSERT_FALSE(index) << schema;
    EXPECT_EQ(index.error().code, ErrorCode::kSchemaMismatch);
    EXPECT_NE(index.error().message.find(
                  fmt::format("has schema {}, this archive-index writes {}",
                              schema, kSchemaVersion)),
              std::string::npos)
        << index.error().message;
    EXPECT_NE(index.error().hint.find("archive-index build --fresh"),
              std::string::npos);
  }
}

TEST(FrozenIndex, Schema4SaysWhatItSaid) {
  std::string text;
  for (const auto& [id, contents] : ContentsOf(FrozenIndex(4)))
    text += "== " + id + "\n" + contents + "\n";
  ExpectGolden("frozen.schema-4.txt", text);
}

TEST(FrozenIndex, Schema4AnswersQueries) {
  const Result<OpenIndex> index = OpenIndex::Open(FrozenIndex(4));
  ASSERT_TRUE(index) << index.error().message;
  const struct {
    const char* query;
    std::uint64_t articles;
  } cases[] = {{"*", 3},
               {"us", 0},
               {"rok W/4 hotline", 1},
               {"U.S. W/S ROK", 1},
               {"laid W/S hotline", 0},
               {"date:1987", 2},
               {"preis topic:grain", 1},
               {"numbers W/S allcaps(aids)", 1},
               {"figures", 0}};
  for (const auto& c : cases) {
    const ReadQuery read = ReadQueryText(c.query, {.today = 18700});
    const Result<std::uint64_t> count = Searcher(*index).Count(read.tree);
    ASSERT_TRUE(count) << count.error().message;
    EXPECT_EQ(*count, c.articles) << c.query;
  }
}

}  // namespace
}  // namespace archive
