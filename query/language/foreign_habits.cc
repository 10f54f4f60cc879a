#include "query/language/foreign_habits.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "query/language/characters.h"

namespace archive {
namespace {

// Lucene, Google, notmuch: must be there.
bool IsRequired(std::string_view word) {
  return word.size() > 1 && word[0] == '+' &&
         IsAsciiLetter(static_cast<unsigned char>(word[1]));
}

// Lucene: counts twice.
bool IsWeighted(std::string_view word) {
  const std::size_t sign = word.rfind('^');
  return sign != std::string_view::npos && sign > 0 && sign + 1 < word.size() &&
         std::all_of(word.begin() + static_cast<std::ptrdiff_t>(sign) + 1,
                     word.end(),
                     [](unsigned char c) { return IsDigit(c) || c == '.'; });
}

// Lucene, mu: a regular expression.  `/etc/` and `/2021/` are paths.
bool IsExpression(std::string_view word) {
  return word.size() > 2 && word.front() == '/' && word.back() == '/' &&
         word.find_first_of("[](){}|+*?.^$\\") != std::string_view::npos;
}

// Nexis: in one part of the article.
bool IsWithinSegment(std::string_view word) {
  const std::string lower = LowerAscii(word);
  return lower == "w/seg" || lower == "w/segment";
}

struct Habit {
  bool (*is_meant)(std::string_view word);
  std::string_view note;
};

constexpr std::array<Habit, 4> kHabits = {{
    {IsRequired,
     "the + was left out; all words must be there where no OR stands"},
    {IsWeighted, "^ was read as a space; words cannot be given weights"},
    {IsExpression,
     "was read as words; regular expressions are not in this version, * and ? "
     "are"},
    {IsWithinSegment,
     "was read as words; W/P is within a paragraph, title:(a b) within a "
     "field"},
}};

}  // namespace

std::string NoteOfForeignHabit(const QueryToken& token) {
  const bool is_plain = token.kind == TokenKind::kWord &&
                        std::none_of(token.literal.begin(), token.literal.end(),
                                     [](bool literal) { return literal; });
  if (!is_plain) return "";
  for (const Habit& habit : kHabits) {
    if (habit.is_meant(token.text))
      return fmt::format("\"{}\": {}", token.text, habit.note);
  }
  return "";
}

}  // namespace archive
