// Dates, decades and centuries in the other languages, and their amounts.
#include <optional>

#include <gtest/gtest.h>

#include "tests/support/shown_mentions.h"

namespace archive {
namespace {

TEST(DateLanguages, AmountsAreNoYears) {
  ExpectNone(
      {"Das Dorf liegt in 1800 Metern Höhe.", "Seit 1500 Tagen",
       "Bis 1600 Uhr.", "Im 2000 Einwohner zählenden Dorf.",
       "Depuis 1500 jours.", "En 1500 metros ganó.", "Più di 1800 morti.",
       "Un totale di 2000 casi.", "In 1500 gevallen.",
       "От 1500 до 2000 рублей.", "С 1800 солдатами.", "1500人が参加した。",
       "2000元", "Am 5. Mai 2000 Menschen."},
      std::nullopt);
}

TEST(DateLanguages, YearsStayYears) {
  const auto year = [](const std::string& number) {
    return number + "=" + number + "-01-01.." + number + "-12-31";
  };
  ExpectEach(
      {{"Seit 1990 ist er Chef.", year("1990")},
       {"im Jahr 2005 stieg es", year("2005")},
       {"im Jahre 2000, im", year("2000")},
       {"der seit 1991 amtierende Chef", year("1991")},
       {"Seit dem 11. Juli 2016 ist er fort.", "11. Juli 2016=2016-07-11"},
       {"Nel 1968.", year("1968")},
       {"В 1990 году", "1990 году=1990-01-01..1990-12-31"}},
      std::nullopt);
}

TEST(DateLanguages, Ranges) {
  const std::string ends =
      "1950=1950-01-01..1950-12-31 | 1953=1953-01-01..1953-12-31";
  std::vector<MentionCase> cases;
  for (const std::string range :
       {"1950 und 1953", "1950 et 1953", "1950 y 1953", "1950 e 1953",
        "1950 en 1953"}) {
    const std::string between = range == "1950 und 1953"  ? "zwischen "
                                : range == "1950 en 1953" ? "tussen "
                                                          : "entre ";
    cases.push_back(
        {between + range, range + "=1950-01-01..1953-12-31 | " + ends});
  }
  cases.push_back({"von 1950 bis 1953 in Bonn",
                   "1950 bis 1953=1950-01-01..1953-12-31 | " + ends});
  cases.push_back({"1950年至1953年",
                   "1950年至1953年=1950-01-01..1953-12-31 | "
                   "1950年=1950-01-01..1950-12-31 | "
                   "1953年=1953-01-01..1953-12-31"});
  cases.push_back({"vom 9. bis 10. November 1989",
                   "9. bis 10. November 1989=1989-11-09..1989-11-10 | "
                   "9.=1989-11-09 | 10. November 1989=1989-11-10"});
  ExpectEach(cases, std::nullopt);
}

TEST(DateLanguages, DecadesAndCenturies) {
  const std::string eighties = "=1980-01-01..1989-12-31";
  const std::string nineteenth = "=1800-01-01..1899-12-31";
  std::vector<MentionCase> cases;
  for (const std::string text :
       {"1980er Jahre", "80er-Jahren", "années 1980", "años 80", "anni '80",
        "anni Ottanta", "jaren tachtig", "1980-х", "1980年代", "20世纪80年代"})
    cases.push_back({"« " + text + " »", text + eighties});
  for (const std::string text :
       {"19. Jahrhundert", "XIXe siècle", "siglo XIX", "século XIX",
        "XIX secolo", "19e eeuw", "XIX веке", "19世紀"})
    cases.push_back({"« " + text + " »", text + nineteenth});
  cases.push_back({"昭和20年代", ""});
  ExpectEach(cases, std::nullopt);
}

TEST(DateLanguages, OtherForms) {
  ExpectEach(
      {{"im Jänner 2020", "Jänner 2020=2020-01-01..2020-01-31"},
       {"im Sommer 2015", "Sommer 2015=2015-06-01..2015-08-31"},
       {"im 1. Quartal 2019", "1. Quartal 2019=2019-01-01..2019-03-31"},
       {"il 24 feb. 2022", "24 feb. 2022=2022-02-24"},
       {"1º de maio de 2020", "1º de maio de 2020=2020-05-01"},
       {"2020年11月26號", "2020年11月26號=2020-11-26"},
       {"１９８９年１１月９日", "１９８９年１１月９日=1989-11-09"},
       {"二〇二〇年十一月二十六日", "二〇二〇年十一月二十六日=2020-11-26"},
       {"令和元年5月1日", "令和元年5月1日=2019-05-01"},
       {"平成元年", "平成元年=1989-01-01..1989-12-31"}},
      std::nullopt);
}

}  // namespace
}  // namespace archive
