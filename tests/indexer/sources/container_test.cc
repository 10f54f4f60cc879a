// What is a container; what comes out of one: source_articles_test.cc.
#include "indexer/sources/container.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/support/packing.h"

namespace archive {
namespace {

std::string KindOf(std::string_view bytes) {
  const ContainerKind* const kind = FindContainer(bytes);
  return kind == nullptr ? "" : std::string(kind->name);
}

TEST(Container, IsToldByItsBytes) {
  const std::vector<Packed> one = {{"a.txt", "text"}};
  EXPECT_EQ(KindOf(Pack("zip", "", one)), "zip");
  for (const std::string format : {"ustar", "pax", "gnutar", "v7tar"})
    EXPECT_EQ(KindOf(Pack(format, "", one)), "tar") << format;
  for (const std::string filter :
       {"gzip", "bzip2", "xz", "zstd", "lz4", "compress"})
    EXPECT_EQ(KindOf(Compress(filter, "text")), filter);
  EXPECT_EQ(KindOf(""), "");
  EXPECT_EQ(KindOf("PK"), "");
  EXPECT_EQ(KindOf(std::string(1024, '\0')), "");
  EXPECT_EQ(KindOf(std::string(1024, '0')), "");
  EXPECT_EQ(KindOf(Pack("zip", "", {{"[Content_Types].xml", "<x/>"}})), "");
}

TEST(Container, UnpackedNames) {
  const struct {
    std::string_view name, unpacked;
  } cases[] = {{"a/story.html.gz", "a/story.html"},
               {"day.jsonl.zst", "day.jsonl"},
               {"day.tgz", "day.tar"},
               {"x.Z", "x"},
               {"a.gz/b", "a.gz/b"},
               {"none", "none"},
               {".gz", ""},
               {"a.txt", "a.txt"}};
  for (const auto& [name, unpacked] : cases)
    EXPECT_EQ(UnpackedName(name), unpacked) << name;
}

}  // namespace
}  // namespace archive
