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

TEST(PublicationDate, AMomentInUtcIsOnTheDayThatIsShown) {
  const auto day = [](std::string_view moment, std::string_view shown,
                      ClaimKind kind) {
    return ToIsoString(ChooseDate({Claim(moment, ClaimKind::kLinkedArticle),
                                   Claim(moment, ClaimKind::kMetaPublished),
                                   Claim(shown, kind)})
                           .published->when);
  };
  const struct {
    const char* name;
    std::string_view moment, shown;
    ClaimKind kind;
    std::string_view chosen;
  } cases[] = {
      {"evening in America", "2021-03-03T02:59:46Z", "2021-03-02",
       ClaimKind::kTextDated, "2021-03-02"},
      {"morning in Asia", "2021-03-02T22:10:00Z", "2021-03-03",
       ClaimKind::kUrlDay, "2021-03-03"},
      {"the same day", "2021-03-02T02:00:00Z", "2021-03-02", ClaimKind::kUrlDay,
       "2021-03-02T02:00:00Z"},
      {"nobody lives so far west", "2021-03-03T12:00:00Z", "2021-03-02",
       ClaimKind::kTextDated, "2021-03-03T12:00:00Z"},
      {"nobody lives so far east", "2021-03-02T10:00:00Z", "2021-03-03",
       ClaimKind::kTextDated, "2021-03-02T10:00:00Z"},
      {"no time of day", "2021-03-03T00:00:00Z", "2021-03-02",
       ClaimKind::kTextDated, "2021-03-03T00:00:00Z"},
      {"its own offset", "2021-03-03T02:59:46+01:00", "2021-03-02",
       ClaimKind::kTextDated, "2021-03-03T02:59:46+01:00"},
      {"with its time", "2021-03-03T05:57:50Z", "2021-03-02T23:57:00",
       ClaimKind::kTextDated, "2021-03-02T23:57:00"},
      {"with a time in UTC", "2021-03-03T05:57:50Z", "2021-03-02T23:57:00Z",
       ClaimKind::kTextDated, "2021-03-03T05:57:50Z"},
      {"a day of change", "2021-03-03T02:59:46Z", "2021-03-02",
       ClaimKind::kTextChanged, "2021-03-03T02:59:46Z"},
      {"a day elsewhere", "2021-03-03T02:59:46Z", "2021-03-02",
       ClaimKind::kTextElsewhere, "2021-03-03T02:59:46Z"},
  };
  for (const auto& row : cases)
    EXPECT_EQ(day(row.moment, row.shown, row.kind), row.chosen) << row.name;
}

TEST(PublicationDate, APageThatShowsALaterDayWasPublishedAnew) {
  const DateOfClaim first = Claim("2019-03-02", ClaimKind::kMetaPublished);
  const DateOfClaim shown = Claim("2021-03-05", ClaimKind::kTextChanged);
  const Timestamp changed = *ParseTimestamp("2021-03-05");
  const auto day = [](const std::vector<DateOfClaim>& claims,
                      const std::optional<Timestamp>& modified) {
    return ToIsoString(ChooseDate(claims, modified).published->when);
  };
  EXPECT_EQ(day({first, shown}, changed), "2021-03-05");
  EXPECT_EQ(ChooseDate({first, shown}, changed).others.size(), 1);
  // Unless it shows the first one, too, says nothing of a change, shows a day
  // soon after the first, or one that the last change did not reach.
  EXPECT_EQ(
      day({first, shown, Claim("2019-03-02", ClaimKind::kTextNear)}, changed),
      "2019-03-02");
  EXPECT_EQ(day({first, shown}, std::nullopt), "2019-03-02");
  EXPECT_EQ(day({first, Claim("2019-04-05", ClaimKind::kTextChanged)}, changed),
            "2019-03-02");
  EXPECT_EQ(day({first, Claim("2022-01-01", ClaimKind::kTextNear)}, changed),
            "2019-03-02");
}

}  // namespace
}  // namespace archive
