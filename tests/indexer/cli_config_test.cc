#include "indexer/cli_config.h"

#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace archive {
namespace {

using JsonFields = std::map<std::string, std::string>;

TEST(CliConfig, JsonFields) {
  struct Row {
    std::string text;
    JsonFields fields;
  };
  const std::vector<Row> rows = {
      {"", {}},
      {"# nothing\n\n", {}},
      {"json-fields = [\"hl=title\", \"when=date\"]\n",
       {{"hl", "title"}, {"when", "date"}}},
      {"json-fields = \"hl=title\"\n", {{"hl", "title"}}},
      {"json-fields = [\n  \"hl=title\",  # theirs\n  'when=date',\n]\n",
       {{"hl", "title"}, {"when", "date"}}},
      {"json-fields = [\"my key#1=title\"]\n", {{"my key#1", "title"}}},
      {"json-fields = [\"a=b=title\"]\n", {{"a=b", "title"}}},
      {"json-fields = []\n", {}},
      {"[fields]\nheadline_text = \"title\"\n\"Full text\" = 'text'\n",
       {{"headline_text", "title"}, {"Full text", "text"}}},
      {"json-fields = \"a=title\"\n[fields]\nb = \"text\"\n",
       {{"a", "title"}, {"b", "text"}}},
  };
  for (const Row& row : rows) {
    const Result<Configuration> options = ParseConfiguration(row.text, "c");
    ASSERT_TRUE(options) << row.text << options.error().message;
    EXPECT_EQ(options->reader.json_fields, row.fields) << row.text;
  }
}

TEST(CliConfig, NameSources) {
  const std::map<std::string, NameSources> rows = {
      {"", NameSources::kSourceFirst},
      {"entities = \"source-first\"", NameSources::kSourceFirst},
      {"entities = \"both\"", NameSources::kBoth},
      {"entities = 'source'\n", NameSources::kSource},
  };
  for (const auto& [text, which] : rows) {
    const Result<Configuration> options = ParseConfiguration(text, "c");
    ASSERT_TRUE(options) << text << options.error().message;
    EXPECT_EQ(options->name_sources, which) << text;
  }
}

TEST(CliConfig, MistakesNameFileAndKey) {
  struct Row {
    std::string text;
    std::string message;
    std::string hint;
  };
  const std::vector<Row> rows = {
      {"json-field = [\"a=title\"]", "c.toml: unknown key json-field",
       "did you mean json-fields?"},
      {"nonsense", "c.toml: unknown key nonsense",
       "the keys are: embargo, entities, json-fields, [fields]"},
      {"entities = [\"both\", \"source\"]",
       "c.toml: entities: takes one of \"source-first\", \"both\" and "
       "\"source\"",
       ""},
      {"[reading]\njson-fields = [\"a=title\"]\n",
       "c.toml: unknown key reading.json-fields",
       "the keys are: embargo, entities, json-fields, [fields]"},
      {"[fields]\na = \"tilte\"",
       "c.toml: fields.a: \"a=tilte\": there is no field \"tilte\"; there "
       "are title, text, date, author, source, section, url, language …",
       ""},
      {"json-fields = [\"title\"]",
       "c.toml: json-fields: \"title\" is not of the form \"theirs=ours\"", ""},
      {"json-fields = [\"=title\"]",
       "c.toml: json-fields: \"=title\" is not of the form \"theirs=ours\"",
       ""},
      {"json-fields = [\"a=tilte\"]",
       "c.toml: json-fields: \"a=tilte\": there is no field \"tilte\"; there "
       "are title, text, date, author, source, section, url, language …",
       ""},
  };
  for (const Row& row : rows) {
    const Result<Configuration> options =
        ParseConfiguration(row.text, "c.toml");
    ASSERT_FALSE(options) << row.text;
    EXPECT_EQ(options.error().code, ErrorCode::kConfiguration);
    EXPECT_EQ(options.error().message, row.message);
    EXPECT_EQ(options.error().hint, row.hint);
  }
}

}  // namespace
}  // namespace archive
