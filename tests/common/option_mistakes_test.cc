#include "common/option_mistakes.h"

#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(OptionMistakes, AreSentences) {
  struct Row {
    std::string_view message;
    std::string_view ours;
  };
  for (const Row& row : std::vector<Row>{
           {"--format: 1 required FORMAT missing",
            "--format needs a value behind it: --format FORMAT"},
           {"--db: At Most 1 required but received 2",
            "--db is given more than once"},
           {"Could not convert: --offset = a", "--offset cannot be a"},
           {"--quiet excludes --summary",
            "--quiet and --summary contradict each other"},
           {"--sort: up is none of newest, oldest",
            "--sort: up is none of newest, oldest"},
           {"", ""}})
    EXPECT_EQ(OptionMistake(row.message), row.ours);
}

}  // namespace
}  // namespace archive
