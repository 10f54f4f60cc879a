// A page with its long runs of letters as numbers, and those of blanks as one:
// a parser that takes a page letter by letter is spared most of it, and the
// tree is the same but for blanks once the letters stand in their places again.
#ifndef ARCHIVE_INDEXER_READERS_HTML_ABRIDGED_H_
#define ARCHIVE_INDEXER_READERS_HTML_ABRIDGED_H_

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "common/span.h"

namespace archive {

// A number stands between this, U+10FFFD for private use, and a ';'.  No page
// that can make this letter is abridged.
inline constexpr std::string_view kAbridgedMark = "\xF4\x8F\xBF\xBD";

// Bytes of which a parser makes a text, or a part of one, as they are.
struct HtmlRun {
  enum class Kind : unsigned char {
    // Without '<', '>' and '&', and a blank neither first nor last: in no state
    // of HTML's tokeniser does it mean anything.
    kLetters,
    // Blanks alone, at the beginning or end of a text.
    kBlanks,
    // What a script or style holds.  A guess: who relies on it looks whether
    // the parser agrees.
    kCode,
  };
  Span bytes;
  Kind kind = Kind::kLetters;
};

// `page` with each of `runs` as its number, or as one blank.  REQUIRES: runs in
// order, in the page.
std::string Abridged(std::string_view page, const std::vector<HtmlRun>& runs);

// Texts of the parsed page → texts of the page.
class AbridgedTexts {
 public:
  // Views; `made` takes the texts that are made of several runs.  All must
  // outlive what Whole returns.
  AbridgedTexts(std::string_view page, const std::vector<HtmlRun>& runs,
                std::deque<std::string>& made);

  // `holds_code`: the text of a script or style.  Nothing once it is broken.
  std::string_view Whole(std::string_view text, bool holds_code);
  // The parser saw another page than the scan, or made many of one: attributes
  // of elements that it opens again and again.
  bool IsBroken() const { return is_broken_; }
  // Whether each script and style was met once, as one.
  bool AllCodeMet() const { return !is_broken_ && code_left_ == 0; }

 private:
  std::string_view Joined(std::string_view text, bool holds_code);
  std::string_view Run(std::string_view number, bool holds_code);

  std::string_view page_;
  const std::vector<HtmlRun>& runs_;
  std::deque<std::string>& made_;
  std::vector<bool> is_met_;
  std::size_t code_left_ = 0;
  std::size_t bytes_ = 0;  // of all that was asked for
  bool is_broken_ = false;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_ABRIDGED_H_
