#include "common/dates/foreign_months.h"

#include <array>

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
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

void AddMonthsOf(const char* locale, std::vector<ForeignMonth>& months) {
  using Symbols = icu::DateFormatSymbols;
  UErrorCode status = U_ZERO_ERROR;
  const Symbols symbols(icu::Locale(locale), status);
  if (U_FAILURE(status)) return;
  for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
      int32_t count = 0;
      const icu::UnicodeString* names =
          symbols.getMonths(count, context, width);
      for (int32_t i = 0; i < count && i < 12; ++i) {
        const bool wide = width == Symbols::WIDE;
        Add(names[i], i + 1, !wide, months);
        if (wide && context == Symbols::STANDALONE &&
            icu::Locale(locale) == icu::Locale("ru"))
          Add(RussianPrepositional(names[i]), i + 1, false, months);
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
