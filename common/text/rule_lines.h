// The lines of a file that a librarian writes: names, and marks between them.
//
//     # a comment
//     Peking = Beijing   # a comment, too
//     "C# = D"           a name in quotes may hold marks; "" stands for "
//
// Lives: views lie in what was given.  Threads: any.
#ifndef ARCHIVE_COMMON_TEXT_RULE_LINES_H_
#define ARCHIVE_COMMON_TEXT_RULE_LINES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

std::string_view WithoutBlanks(std::string_view text);
// What a line says: nothing where "#" stands alone or before a blank at its
// beginning, and nothing from " # " on.
std::string_view WithoutComment(std::string_view line);
// The name in a pair of quotes; the text itself where there is none.
std::string WithoutQuotes(std::string_view name);
// The name in quotes.
std::string InQuotes(std::string_view name);
// Follows quotations through a text.  A quote opens at the beginning of a name
// alone: 7" is no quotation.
class Quotation {
 public:
  bool IsOpen() const { return is_open_; }
  // Whether a name may begin here.
  bool MayOpen() const { return !is_open_ && may_open_; }
  // Goes over the character at the beginning; how many bytes it has, two for
  // a doubled quote.  REQUIRES: text is not empty.
  std::size_t Take(std::string_view text);

 private:
  bool is_open_ = false;
  bool may_open_ = true;
};
// Whether a quotation is not closed.
bool HasOpenQuote(std::string_view text);
// Where `mark` stands in the text first, outside of quotes; npos: nowhere.
std::size_t FindMark(std::string_view text, std::string_view mark);
// What stands between the marks, without blanks and quotes.
std::vector<std::string> SplitAtMarks(std::string_view text,
                                      std::string_view mark);

// Takes the next line, without its end (LF, CR LF or CR); the rest stays in
// `text`.
std::string_view TakeLine(std::string_view& text);
// Without the mark of UTF-8 that some editors put first.
std::string_view WithoutUtf8Mark(std::string_view text);

// What is wrong with a line of a librarian's file.
struct LineFault {
  std::size_t line = 0;    // from 1
  std::size_t column = 0;  // in bytes, from 0: where the caret stands
  std::string text;        // the line
  std::string what;
};
// "withhold.txt:3: what\n  the line\n    ^": lines for the error stream.
std::string TextOf(const LineFault& fault, std::string_view file);

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_RULE_LINES_H_
