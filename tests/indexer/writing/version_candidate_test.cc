#include "indexer/writing/version_candidate.h"

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(VersionCandidate, VersionsAreNumbers) {
  EXPECT_EQ(ReadVersion("3"), (VersionNumber{3}));
  EXPECT_EQ(ReadVersion("1.12"), (VersionNumber{1, 12}));
  EXPECT_LT(*ReadVersion("1.9"), *ReadVersion("1.12"));
  EXPECT_LT(*ReadVersion("1"), *ReadVersion("1.0"));
  for (const char* const none :
       {"", ".", "1.", "v2", "2nd Ld", "1st Ld-Writethru", "-1", "1 2",
        "99999999999"})
    EXPECT_FALSE(ReadVersion(none)) << none;
}

TEST(VersionCandidate, WhatIsWithheldUntilAnHourIsEmbargoed) {
  StoredRecord record;
  record.article.status = Usability::kWithheld;
  EXPECT_EQ(VersionCandidate::From(record, {}, 0).status, Usability::kWithheld);
  record.article.embargoed_until = Timestamp{.date = {1970, 1, 2}};
  const VersionCandidate embargoed = VersionCandidate::From(record, {}, 0);
  EXPECT_EQ(embargoed.status, Usability::kUsable);
  EXPECT_EQ(embargoed.from, kSecondsPerDay);
}

TEST(VersionCandidate, AnEmbargoThatIsNoTimeHasNoEnd) {
  StoredRecord record;
  record.article.unread_embargo = "until the match ends";
  EXPECT_EQ(VersionCandidate::From(record, {}, 0).from, kNoEnd);
}

TEST(VersionCandidate, SourcesPartStories) {
  VersionCandidate a;
  VersionCandidate b;
  EXPECT_TRUE(MayBeOneStory(a, b));
  a.source = "courier";
  EXPECT_TRUE(MayBeOneStory(a, b));
  b.source = "times";
  EXPECT_FALSE(MayBeOneStory(a, b));
}

}  // namespace
}  // namespace archive
