#include "indexer/writing/skipped_kinds.h"

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(SkippedKinds, AreCountedInWords) {
  EXPECT_EQ(SkippedKindsText({}), "");
  EXPECT_EQ(SkippedKindsText({{"a picture", 1204},
                              {"a style sheet", 1},
                              {"empty", 2},
                              {"another name of news/a.txt", 1},
                              {"another name of news/b.txt", 2}}),
            "1,204 pictures, 3 other names of files, 2 empty files, "
            "1 style sheet");
  EXPECT_EQ(
      SkippedKindsText({{"PDF is not read by this version", 2},
                        {"a web archive (WARC) is not read by this version", 2},
                        {"an xz archive is not read by this version", 1},
                        {"the index", 1},
                        {"something else", 1}}),
      "2 PDF files (not read by this version), 2 web archives (WARC) (not read "
      "by this version), 1 xz archive (not read by this version), 1 file "
      "(something else), 1 index");
}

}  // namespace
}  // namespace archive
