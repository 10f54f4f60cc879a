// A manual page in the man macros of roff, which man, groff and mandoc read.
//
// In texts `words in backquotes` are bold, as what is typed is.  Characters
// that mean something to roff are escaped here and nowhere else.
#ifndef ARCHIVE_COMMON_MAN_PAGE_H_
#define ARCHIVE_COMMON_MAN_PAGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "common/command_table.h"

namespace archive {

// What is told of a name: a path, a variable, an example, an exit status.
struct ManEntry {
  std::string name;  // as it is typed
  std::string help;
};

class ManPage {
 public:
  // `name` as in archive-query(1), `summary` for the lists of apropos.
  ManPage(std::string_view name, int section, std::string_view summary,
          std::string_view version);

  void Section(std::string_view heading);
  void Subsection(std::string_view heading);
  void Paragraph(std::string_view text);
  void Entry(std::string_view tag, std::string_view text);  // tag is bold
  void Entries(const std::vector<ManEntry>& entries);
  // "archive-query [OPTION...] [QUERY...]", below SYNOPSIS.
  void Synopsis(std::string_view command, std::string_view rest);
  void References(const std::vector<std::string>& pages);  // "man(1)"
  void Option(const OptionRow& option);
  // Every group with its options, a subsection each.
  void Options(const CommandTable& table);

  const std::string& text() const { return text_; }

 private:
  // A paragraph or line that begins there needs no macro; mandoc says so.
  bool IsBelowHeading() const;
  void Macro(std::string_view macro, std::string_view argument);

  std::string text_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_MAN_PAGE_H_
