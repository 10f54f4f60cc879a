// A question in natural language (--any) → tokens of our language.
//
// People do not write questions for a parser: a colon ends a clause, a bracket
// stands behind a number, a headline shouts.  What cannot be meant as syntax is
// punctuation here, so that a question has as few mistakes as can be; what is
// still one is forgiven in query_text.cc.
//
// To add a habit: a function of the table in question.cc, and rows in
// dialect_test.cc.
#ifndef ARCHIVE_QUERY_LANGUAGE_QUESTION_H_
#define ARCHIVE_QUERY_LANGUAGE_QUESTION_H_

#include <string_view>
#include <vector>

#include "query/language/lexer.h"

namespace archive {

// `tokens` are those of `query`; spans stay those of the text as typed.
std::vector<QueryToken> TokensOfQuestion(std::string_view query,
                                         std::vector<QueryToken> tokens);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_QUESTION_H_
