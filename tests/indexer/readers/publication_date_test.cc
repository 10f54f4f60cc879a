#include "indexer/readers/publication_date.h"

#include <gtest/gtest.h>

#include "common/dates/timestamp.h"

namespace archive {
namespace {

DateOfClaim Claim(std::string_view when, ClaimKind kind) {
  return {*ParseTimestamp(when), kind};
}

TEST(PublicationDate, TheWeightierDayWins) {
  const struct {
    const char* name;
    std::vector<DateOfClaim> claims;
    std::string_view day, source;
    std::size_t others;
  } cases[] = {
      {"nothing", {}, "", "", 0},
      {"one",
       {Claim("2021-03-02", ClaimKind::kUrlDay)},
       "2021-03-02",
       "url",
       0},
      {"too little",
       {Claim("2021-03-02", ClaimKind::kTextElsewhere)},
       "",
       "",
       0},
      {"two weak against one strong",
       {Claim("2021-03-02T09:00:00+09:00", ClaimKind::kLinkedArticle),
        Claim("2021-03-05", ClaimKind::kTextNear),
        Claim("2021-03-05", ClaimKind::kTextElsewhere)},
       "2021-03-02T09:00:00+09:00",
       "json-ld",
       1},
      {"two that agree against one",
       {Claim("2021-03-02", ClaimKind::kMetaDate),
        Claim("2021-03-05", ClaimKind::kTextDated),
        Claim("2021-03-05", ClaimKind::kUrlDay)},
       "2021-03-05",
       "url",
       1},
      {"many of one kind count once",
       {Claim("2021-03-02", ClaimKind::kTextPublished),
        Claim("2021-03-05", ClaimKind::kTextNear),
        Claim("2021-03-05", ClaimKind::kTextNear),
        Claim("2021-03-05", ClaimKind::kTextNear)},
       "2021-03-02",
       "text",
       1},
      {"the time comes from who has it",
       {Claim("2021-03-02", ClaimKind::kUrlDay),
        Claim("2021-03-02T09:00:00Z", ClaimKind::kTimeNear)},
       "2021-03-02T09:00:00Z",
       "url",
       0},
  };
  for (const auto& [name, claims, day, source, others] : cases) {
    const DateChoice choice = ChooseDate(claims);
    EXPECT_EQ(choice.others.size(), others) << name;
    EXPECT_EQ(choice.published ? ToIsoString(choice.published->when) : "", day)
        << name;
    if (choice.published) {
      EXPECT_EQ(NameOf(choice.published->source), source) << name;
    }
  }
}

TEST(PublicationDate, ConflictsAndWeakClaimsAreLessSure) {
  const auto sure = [](const std::vector<DateOfClaim>& claims) {
    return ChooseDate(claims).published->confidence;
  };
  const DateOfClaim linked = Claim("2021-03-02", ClaimKind::kLinkedArticle);
  const DateOfClaim url = Claim("2021-03-02", ClaimKind::kUrlDay);
  const DateOfClaim other = Claim("2021-03-05", ClaimKind::kTimeNear);
  const DateOfClaim weak = Claim("2021-03-02", ClaimKind::kTextNear);
  EXPECT_GT(sure({linked, url}), sure({linked}));
  EXPECT_GT(sure({linked}), sure({linked, other}));
  EXPECT_GT(sure({linked}), sure({weak}));
  EXPECT_LE(sure({linked, url, weak}), 1);
  EXPECT_GE(sure({weak}), 0.5);
}

}  // namespace
}  // namespace archive
