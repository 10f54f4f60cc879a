// Where words begin and end in Chinese and Japanese, which write them without
// white space: as ICU's dictionary cuts them (UAX #29, section 4.3).
//
// A name of a table that is only a part of another word is none: 印度 (India)
// in 印度洋 (the Indian Ocean).
#ifndef ARCHIVE_COMMON_TEXT_UNBROKEN_WORDS_H_
#define ARCHIVE_COMMON_TEXT_UNBROKEN_WORDS_H_

#include <memory>
#include <string_view>

#include "common/span.h"

namespace archive {

// Threads: one an object.
class UnbrokenWords {
 public:
  UnbrokenWords();
  ~UnbrokenWords();
  UnbrokenWords(UnbrokenWords&&) noexcept;
  UnbrokenWords& operator=(UnbrokenWords&&) noexcept;

  // Whether the bytes `name` of `text` (UTF-8) are a name by themselves: no
  // part of a longer word, unless that is a people or a language of that name
  // (日本人), and no sea, river or peninsula called after it.  Names of three
  // characters of Chinese may begin and end within one.  True without ICU's
  // dictionary.
  bool IsName(std::string_view text, Span name);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_UNBROKEN_WORDS_H_
