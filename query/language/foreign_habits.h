// What other search engines give a meaning that it does not have here: the
// token is a word then, and the reader is told so.  Pure functions.
#ifndef ARCHIVE_QUERY_LANGUAGE_FOREIGN_HABITS_H_
#define ARCHIVE_QUERY_LANGUAGE_FOREIGN_HABITS_H_

#include <string>

#include "query/language/lexer.h"

namespace archive {

// What to say of a word that looks like `+war`, `war^2`, `/wars?/` or `w/seg`;
// nothing of others.  What is escaped or quoted is meant.
std::string NoteOfForeignHabit(const QueryToken& token);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_FOREIGN_HABITS_H_
