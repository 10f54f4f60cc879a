// Where sentences end: the border to ICU's sentence bounds (UAX #29).
//
// Besides ICU's rules: a shortened title or company (`Gen.`, `Corp.`), letters
// with dots (`U.S.`, `J. Smith`) and `No.` in front of a number end no
// sentence. So a sentence that does end in `U.S.` is joined with the next one;
// the other mistake would tear sentences apart much more often.  ICU's own
// lists of suppressions are not used: they hold single letters (`G.`) and are
// compared with the end of a word, so that no sentence of a wire in capitals
// that ends in DOG would end (ICU 72), and `U.S.`, `Gen.` and `No.` are not in
// them.
#ifndef ARCHIVE_COMMON_TEXT_SENTENCES_H_
#define ARCHIVE_COMMON_TEXT_SENTENCES_H_

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace archive {

// Threads: none; every thread has its own (it keeps what it made for each
// language).
class SentenceCutter {
 public:
  SentenceCutter();
  ~SentenceCutter();
  SentenceCutter(SentenceCutter&&) noexcept;
  SentenceCutter& operator=(SentenceCutter&&) noexcept;

  // Bytes at which the sentences of a paragraph (UTF-8) end, white space
  // behind them included; the last one is the paragraph's end.  None for an
  // empty one.  `language` is a code of kLanguages; of others the rules common
  // to all hold.  `ends` is cleared first.
  void Cut(std::string_view paragraph, std::string_view language,
           std::vector<std::size_t>& ends);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_SENTENCES_H_
