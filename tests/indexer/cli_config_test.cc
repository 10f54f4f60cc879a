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

TEST(CliConfig, Runs) {
  const Result<Configuration> none = ParseConfiguration("", "c");
  ASSERT_TRUE(none);
  EXPECT_FALSE(none->run.settle_seconds);
  EXPECT_EQ(none->run.log + none->run.pre_build + none->run.post_build, "");
  const Result<Configuration> all = ParseConfiguration(
      "settle = 0.5\nlog = \"/var/log/news.log\"\n"
      "pre-build = 'test -e \"/mnt/a # b\"'\n"
      "post-build = \"echo $ARCHIVE_INDEX_NEW | mail -s news desk\"\n",
      "c");
  ASSERT_TRUE(all) << all.error().message;
  EXPECT_EQ(all->run.settle_seconds, 0.5);
  EXPECT_EQ(ParseConfiguration("keep-versions = 7", "c.toml")->keep_versions,
            7U);
  EXPECT_EQ(ParseConfiguration("memory = \"2G\"", "c.toml")->run.memory,
            std::uint64_t{2} << 30);
  EXPECT_EQ(all->run.log, "/var/log/news.log");
  EXPECT_EQ(all->run.pre_build, "test -e \"/mnt/a # b\"");
  EXPECT_EQ(all->run.post_build, "echo $ARCHIVE_INDEX_NEW | mail -s news desk");
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
       "the keys are: embargo, entities, follow, json-fields, keep-versions, "
       "log, memory, name-rules, "
       "post-build, pre-build, settle, [fields]"},
      {"entities = [\"both\", \"source\"]",
       "c.toml: entities: takes one of \"source-first\", \"both\" and "
       "\"source\"",
       ""},
      {"[reading]\njson-fields = [\"a=title\"]\n",
       "c.toml: unknown key reading.json-fields",
       "the keys are: embargo, entities, follow, json-fields, keep-versions, "
       "log, memory, name-rules, "
       "post-build, pre-build, settle, [fields]"},
      {"[fields]\na = \"tilte\"",
       "c.toml: fields.a: \"a=tilte\": there is no field \"tilte\"; there "
       "are title, text, date, author, source, section, url, language …",
       ""},
      {"settle = \"soon\"",
       "c.toml: settle: takes a number of seconds, such as 2; 0: off", ""},
      {"settle = -1",
       "c.toml: settle: takes a number of seconds, such as 2; 0: off", ""},
      {"follow = 1", "c.toml: follow: takes true or false", ""},
      {"memory = \"much\"",
       "c.toml: memory: takes a size such as 512M or 2G, 192M at least", ""},
      {"memory = \"191M\"",
       "c.toml: memory: takes a size such as 512M or 2G, 192M at least", ""},
      {"keep-versions = many",
       "c.toml: keep-versions: takes a number, 0 (off) to 1000", ""},
      {"keep-versions = 1001",
       "c.toml: keep-versions: takes a number, 0 (off) to 1000", ""},
      {"log = \"build.log\"",
       "c.toml: log: takes a whole path, which begins with /", ""},
      {"pre-build = 3", "c.toml: pre-build: takes a text, in quotes", ""},
      {"settle = 3\n  post-build=true",
       "c.toml: post-build: takes a text, in quotes", ""},
      {"log = /var/log/x", "c.toml: log: takes a text, in quotes", ""},
      {"pre-build = [\"a\", \"b\"]",
       "c.toml: pre-build: takes one command, in quotes", ""},
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
