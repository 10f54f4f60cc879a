#include "common/dates/foreign_months.h"

#include <array>
#include <string_view>
#include <utility>

#include <unicode/locid.h>
#include <unicode/resbund.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace archive {
namespace {

constexpr std::array kLocales = {"de", "fr", "es", "it", "pt", "nl", "ru"};
constexpr int kFewestLetters = 3;

void Add(icu::UnicodeString name, int month, bool is_short,
         std::vector<ForeignMonth>& months) {
  if (name.endsWith(u'.')) name.truncate(name.length() - 1);
  if (name.length() < kFewestLetters) return;
  name.toLower(icu::Locale::getRoot());
  icu::UnicodeString capital = name;
  capital.setCharAt(0, static_cast<char16_t>(u_toupper(name.charAt(0))));
  for (const icu::UnicodeString& spelling : {name, capital}) {
    ForeignMonth row = {.name = {}, .month = month, .is_short = is_short};
    spelling.toUTF8String(row.name);
    months.push_back(std::move(row));
  }
}

// "in November": the prepositional case, which CLDR does not have.
icu::UnicodeString RussianPrepositional(icu::UnicodeString nominative) {
  const char16_t last = nominative.charAt(nominative.length() - 1);
  if (last == u'ь' || last == u'й')
    nominative.truncate(nominative.length() - 1);
  return nominative.append(u'е');
}

// The resources are read themselves: the classes for dates are in a library of
// their own, which each query would have to load.
void AddMonthsOf(const char* locale, std::vector<ForeignMonth>& months) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::ResourceBundle names =
      icu::ResourceBundle(nullptr, icu::Locale(locale), status)
          .get("calendar", status)
          .get("gregorian", status)
          .get("monthNames", status);
  for (const char* context : {"format", "stand-alone"}) {
    for (const char* width : {"wide", "abbreviated"}) {
      // Not every language has all four.
      UErrorCode missing = status;
      const icu::ResourceBundle row =
          names.get(context, missing).get(width, missing);
      const bool is_wide = std::string_view(width) == "wide";
      const bool is_russian = std::string_view(locale) == "ru";
      for (int i = 0; U_SUCCESS(missing) && i < row.getSize(); ++i) {
        const icu::UnicodeString name = row.getStringEx(i, missing);
        if (U_FAILURE(missing)) break;
        Add(name, i + 1, !is_wide, months);
        if (is_russian && is_wide && std::string_view(context) != "format")
          Add(RussianPrepositional(name), i + 1, false, months);
      }
    }
  }
}

}  // namespace

std::vector<ForeignMonth> ForeignMonths() {
  std::vector<ForeignMonth> months;
  for (const char* locale : kLocales) AddMonthsOf(locale, months);
  Add(u"jänner", 1, false, months);  // of Austria
  Add(u"setiembre", 9, false, months);
  return months;
}

}  // namespace archive
