#include "common/text/sentences.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace archive {
namespace {

// Titles, ranks, companies, months and what else is shortened in front of a
// capital, of several languages.  Folded, without the dot, sorted.
constexpr std::array<std::string_view, 88> kAbbreviations = {
    "adm",  "apr",  "aug",  "ave",  "bd",   "blvd", "brig",   "bros", "bzw",
    "ca",   "capt", "cmdr", "co",   "col",  "corp", "cos",    "cpl",  "dec",
    "dept", "det",  "dipl", "doc",  "dott", "dr",   "dra",    "ed",   "est",
    "ev",   "evtl", "exec", "feb",  "fr",   "ft",   "gen",    "ggf",  "gov",
    "gral", "hl",   "hon",  "hr",   "inc",  "ing",  "insp",   "jan",  "jr",
    "jul",  "jun",  "lic",  "lt",   "ltd",  "maj",  "messrs", "mgr",  "mio",
    "mlle", "mme",  "mr",   "mrd",  "mrs",  "ms",   "mt",     "nov",  "oct",
    "okt",  "pfc",  "ph",   "pres", "prof", "pvt",  "rep",    "reps", "rev",
    "sec",  "sen",  "sens", "sept", "sgt",  "sig",  "sr",     "sra",  "srta",
    "st",   "ste",  "supt", "univ", "usw",  "vgl",  "vs"};
static_assert(std::is_sorted(kAbbreviations.begin(), kAbbreviations.end()));

// These end no sentence where a number follows.
constexpr std::array<std::string_view, 9> kBeforeNumbers = {
    "art", "ch", "fig", "no", "nos", "nr", "p", "pp", "vol"};
static_assert(std::is_sorted(kBeforeNumbers.begin(), kBeforeNumbers.end()));

template <std::size_t n>
bool Holds(const std::array<std::string_view, n>& sorted,
           std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool IsLetterOrDot(std::int32_t c) {
  return c == '.' || u_isalpha(c) != 0;
}

// The letters and dots that end in the dot at the end of `sentence`, which has
// lost its white space: "U.S." or "Gen."; empty when it ends in no dot.
std::string_view AbbreviationAt(std::string_view sentence) {
  if (!sentence.ends_with('.')) return {};
  std::size_t begin = sentence.size();
  while (begin > 0) {
    std::size_t before = begin - 1;
    while (before > 0 &&
           (static_cast<unsigned char>(sentence[before]) & 0xc0) == 0x80)
      --before;
    std::size_t at = before;
    if (!IsLetterOrDot(NextCodePoint(sentence, at))) break;
    begin = before;
  }
  return sentence.substr(begin);
}

// `U.S.` and the `J.` of a name.
bool IsDottedLetters(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (u_isalpha(NextCodePoint(text, at)) == 0) return false;
    if (at >= text.size() || text[at] != '.') return false;
    ++at;
  }
  return !text.empty();
}

std::string_view WithoutSpaceAtEnd(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
    text.remove_suffix(1);
  return text;
}

// Whether the bound between `sentence` and `rest` is one to people.
bool EndsSentence(std::string_view sentence, std::string_view rest) {
  const std::string_view abbreviation =
      AbbreviationAt(WithoutSpaceAtEnd(sentence));
  if (abbreviation.size() < 2) return true;
  if (IsDottedLetters(abbreviation)) return false;
  std::string folded;
  AppendFolded(abbreviation.substr(0, abbreviation.size() - 1), folded);
  if (Holds(kAbbreviations, folded)) return false;
  const bool number_follows =
      !rest.empty() && rest.front() >= '0' && rest.front() <= '9';
  return !(number_follows && Holds(kBeforeNumbers, folded));
}

std::unique_ptr<icu::BreakIterator> MakeBreaker(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(language.c_str());
  std::unique_ptr<icu::BreakIterator> breaker(
      icu::BreakIterator::createSentenceInstance(locale, status));
  if (U_FAILURE(status)) return nullptr;
  return breaker;
}

}  // namespace

class SentenceCutter::Impl {
 public:
  void Cut(std::string_view paragraph, std::string_view language,
           std::vector<std::size_t>& ends) {
    ends.clear();
    if (paragraph.empty()) return;
    if (icu::BreakIterator* const breaker = BreakerFor(language))
      Walk(*breaker, paragraph, ends);
    if (ends.empty() || ends.back() != paragraph.size())
      ends.push_back(paragraph.size());
  }

 private:
  icu::BreakIterator* BreakerFor(std::string_view language) {
    auto known = breakers_.find(language);
    if (known == breakers_.end()) {
      std::string code(language);
      auto breaker = MakeBreaker(code);
      known = breakers_.emplace(std::move(code), std::move(breaker)).first;
    }
    return known->second.get();
  }

  static void Walk(icu::BreakIterator& breaker, std::string_view paragraph,
                   std::vector<std::size_t>& ends) {
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, paragraph.data(),
                   static_cast<std::int64_t>(paragraph.size()), &status);
    breaker.setText(&text, status);
    std::size_t begin = 0;
    if (U_SUCCESS(status)) {
      breaker.first();
      for (std::int32_t to = breaker.next(); to != icu::BreakIterator::DONE;
           to = breaker.next()) {
        const auto end = static_cast<std::size_t>(to);
        const bool is_end = EndsSentence(paragraph.substr(begin, end - begin),
                                         paragraph.substr(end));
        if (!is_end) continue;
        ends.push_back(end);
        begin = end;
      }
    }
    utext_close(&text);
  }

  std::map<std::string, std::unique_ptr<icu::BreakIterator>, std::less<>>
      breakers_;
};

SentenceCutter::SentenceCutter() : impl_(std::make_unique<Impl>()) {}
SentenceCutter::~SentenceCutter() = default;
SentenceCutter::SentenceCutter(SentenceCutter&&) noexcept = default;
SentenceCutter& SentenceCutter::operator=(SentenceCutter&&) noexcept = default;

void SentenceCutter::Cut(std::string_view paragraph, std::string_view language,
                         std::vector<std::size_t>& ends) {
  impl_->Cut(paragraph, language, ends);
}

}  // namespace archive
