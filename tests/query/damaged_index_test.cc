// Changed bytes anywhere in an index: what notices, names what is damaged and
// says what to do, with the status of a damaged index; nothing crashes.
//
// postlist.glass is left out: libxapian 1.4 reads outside of its buffer on some
// damaged blocks of it, before it throws.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "query/language/query_text.h"
#include "query/matching/searcher.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFlipsPerFile = 60;

std::string BytesOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Opens the index, asks it, and reads what it found.
Status Use(const std::string& directory) {
  ASSIGN_OR_RETURN(const OpenIndex index, OpenIndex::Open(directory));
  Searcher searcher(index);
  for (const char* query :
       {"*", "rok W/4 hotline", "h*", "topic:grain", "mentions:1900..2100"}) {
    SearchRequest request;
    request.facets = {FieldId::kTopic, FieldId::kMentionsYear};
    const ReadQuery read = ReadQueryText(query, {.today = 18700});
    ASSIGN_OR_RETURN(const SearchAnswer answer,
                     searcher.Search(read.tree, request));
    for (const Match& match : answer.matches) {
      ASSIGN_OR_RETURN(const StoredRecord record, searcher.RecordOf(match));
      static_cast<void>(record);
    }
  }
  return Ok();
}

TEST(DamagedIndex, IsNamedAndNeverCrashes) {
  const TempDir dir;
  const fs::path index = dir.Path() / "index";
  fs::copy(fs::path(ARCHIVE_SOURCE_DIR) / "tests/data/frozen/schema-4", index,
           fs::copy_options::recursive);
  ASSERT_TRUE(Use(index.string()));
  std::size_t noticed = 0;
  for (const auto& entry : fs::recursive_directory_iterator(index)) {
    if (!entry.is_regular_file() || entry.path().filename() == "postlist.glass")
      continue;
    const std::string whole = BytesOf(entry.path());
    const std::size_t step =
        std::max<std::size_t>(1, whole.size() / kFlipsPerFile);
    for (std::size_t at = 0; at < whole.size(); at += step) {
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ 0x21);
      std::ofstream(entry.path(), std::ios::binary) << bytes;
      const Status used = Use(index.string());
      if (used) continue;
      ++noticed;
      const Error& error = used.error();
      SCOPED_TRACE(entry.path().string() + " at " + std::to_string(at) + ": " +
                   error.message);
      EXPECT_EQ(error.code, ErrorCode::kIndexDamaged);
      EXPECT_NE(error.message.find(index.string()), std::string::npos);
      EXPECT_FALSE(error.hint.empty());
    }
    std::ofstream(entry.path(), std::ios::binary) << whole;
  }
  EXPECT_GT(noticed, 300U);
  EXPECT_TRUE(Use(index.string()));
}

}  // namespace
}  // namespace archive
