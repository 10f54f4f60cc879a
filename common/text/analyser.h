// What a word is: the one analyser, for articles and for queries.
//
// Text is cut at ICU's word bounds (UAX #29), put into NFKC with full case
// folding, and freed of accents and other marks.  The rules of
// docs/query-language.md, "Words as people type them", are decided here and
// nowhere else.  What it leaves to others: folding (common/text/fold.h), stems
// (common/text/stemmer.h), the language of a text (common/text/language.h).
#ifndef ARCHIVE_COMMON_TEXT_ANALYSER_H_
#define ARCHIVE_COMMON_TEXT_ANALYSER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/span.h"
#include "common/text/letter_case.h"

namespace archive {

// Grows by one whenever the same text would give other words.  Stored in
// every segment; a segment of another version is refused.
inline constexpr int kAnalyserVersion = 1;

// Longer words are cut to this many bytes, at a character.
inline constexpr std::size_t kMaxWordBytes = 230;

struct Word {
  std::string text;  // folded; at most kMaxWordBytes
  Span span;         // the bytes it was read from
  LetterCase letter_case = LetterCase::kSmall;
  // No white space between the word before and this one: both come from one
  // token as people type them (`F-16`, `O'Brien`, `2021/10/25`).
  bool joined = false;
  // A single Chinese, Japanese or Korean character.
  bool ideograph = false;
  // Single letters with a dot behind each (`U.S.`); the text keeps the dots
  // between them.
  bool dotted = false;
};

// Threads: none; every thread has its own.  Costs about 0.2 ms to make.
class Analyser {
 public:
  Analyser();
  ~Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  // The words of `text` (UTF-8; what is not is passed over), in order.  The
  // vector is cleared first; its memory is used again.
  void Words(std::string_view text, std::vector<Word>& words);

  // The same as a value, for callers that are in no hurry.
  std::vector<Word> Words(std::string_view text);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_ANALYSER_H_
