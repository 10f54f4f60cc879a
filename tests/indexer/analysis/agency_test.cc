#include "indexer/analysis/agency.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(Agency, IsReadFromItsSignsAlone) {
  const struct {
    std::vector<std::string> byline;
    const char* dateline;
    std::vector<const char*> paragraphs;
    const char* agency;
  } rows[] = {
      {{"Jane Doe, Associated Press"}, "", {"Text."}, "AP"},
      {{"Jane Doe", "Reuters Staff"}, "", {"Text."}, "Reuters"},
      {{"Associated Press Writer"}, "", {"Text."}, "AP"},
      {{"Anna Tass"}, "", {"Text."}, ""},
      {{}, "SEOUL, March 2 (Yonhap)", {"Text."}, "Yonhap"},
      {{}, "MOSCOW, Nov 9, TASS", {"Text."}, "TASS"},
      {{}, "BERLIN", {"Text."}, ""},
      {{}, "", {"SEOUL (AP) - The fleets met.", "More."}, "AP"},
      {{}, "", {"Seoul, 2. März (AFP/dpa) – Die Flotten."}, "AFP"},
      {{}, "", {"(Reuters) \u2014 The fleets met."}, "Reuters"},
      {{}, "", {"HONOLULU (AP) _ The fleets met."}, "AP"},
      {{}, "", {"PARIS (AP) The fleets met."}, ""},
      {{}, "", {"Advanced Placement (AP) tests are paid for."}, ""},
      {{}, "", {"He told Agence France-Presse (AFP) so."}, ""},
      {{}, "", {"Text.", "The end came on Monday. (AP)"}, "AP"},
      {{}, "", {"Text.", "\"It is over.\" (EFE)"}, "EFE"},
      {{}, "", {"Text.", "He spoke to the Associated Press (AP)"}, ""},
      {{}, "", {"Text.", "Reuter"}, "Reuters"},
      {{}, "", {"Text.", "- dpa"}, "dpa"},
      {{}, "", {"Text.", "HARRISBURG is in PA"}, ""},
      {{}, "", {"Reuters said so.", "The end."}, ""},
      {{}, "", {}, ""},
  };
  for (const auto& row : rows) {
    Article article;
    article.byline = row.byline;
    article.dateline = row.dateline;
    for (const char* text : row.paragraphs)
      article.blocks.push_back({BlockKind::kParagraph, text});
    EXPECT_EQ(AgencyOf(article), row.agency)
        << row.dateline << " / "
        << (row.paragraphs.empty() ? "" : row.paragraphs.back());
  }
}

}  // namespace
}  // namespace archive
