#include "indexer/readers/path_date.h"

#include <string>

#include <gtest/gtest.h>

#include "common/dates/day.h"

namespace archive {
namespace {

TEST(PathDate, Table) {
  const struct {
    std::string_view path, date;
  } cases[] = {
      {"news/2021/03/02/hotline.txt", "2021-03-02"},
      {"2021/03/hotline.txt", "2021-03"},
      {"2021/hotline.txt", "none"},
      {"2021/03/02.txt", "2021-03"},
      {"2021-03-02-hotline.txt", "2021-03-02"},
      {"hotline_20210302.txt", "2021-03-02"},
      {"hotline_2021_03_02_v2.txt", "2021-03-02"},
      {"2021-03-02/hotline.txt", "2021-03-02"},
      {"2021-03/hotline.txt", "2021-03"},
      {"politics/2021/mar/02/lines.html", "2021-03-02"},
      {"2021/3/2/lines.html", "2021-03-02"},
      {"2021/3/lines.html", "none"},
      {"2021/mar/lines.html", "none"},
      {"2021/mar/42/lines.html", "none"},
      {"2021/03/2021-03-04.txt", "2021-03-04"},
      {"2021-03-04/2021/05/x.txt", "2021-03-04"},
      {"1609/07/15/relation.txt", "1609-07-15"},
      {"2021/02/30/x.txt", "none"},
      {"backup-2023-06-01/a/x.txt", "none"},
      {"Crawl_20230601/2021/03/02/x.txt", "2021-03-02"},
      {"2023-06-01-export.json", "none"},
      {"2023-06-01-wheat-export.txt", "2023-06-01"},
      {"2021-02-30.txt", "none"},
      {"1599-01-01.txt", "none"},
      {"2101-01-01.txt", "none"},
      {"20211302.txt", "none"},
      {"120210302.txt", "none"},
      {"202103021.txt", "none"},
      {"02-03-2021.txt", "none"},
      {"2021-3-2.txt", "none"},
      {"2021/13/x.txt", "none"},
      {"12345/03/02/x.txt", "none"},
      {"a2021/03/02/x.txt", "none"},
      {"hotline.txt", "none"},
      {"", "none"},
      {"/", "none"},
  };
  for (const auto& [path, date] : cases) {
    const auto found = DateFromPath(path);
    EXPECT_EQ(found ? ToIsoString(found->when) : "none", date) << path;
    if (!found) continue;
    EXPECT_EQ(found->source, DateSource::kPath);
    EXPECT_EQ(found->confidence, found->when.date.day != 0 ? 0.8 : 0.7);
  }
}

}  // namespace
}  // namespace archive
