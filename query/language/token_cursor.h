// The tokens of a query, read one after the other by the parser.
//
// Owns: the tokens that mean something; words without a letter or digit are
// left out on the way in.  Threads: none.  Fails: never.
#ifndef ARCHIVE_QUERY_LANGUAGE_TOKEN_CURSOR_H_
#define ARCHIVE_QUERY_LANGUAGE_TOKEN_CURSOR_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "query/language/lexer.h"
#include "query/language/mistakes.h"

namespace archive {

class TokenCursor {
 public:
  TokenCursor(std::vector<QueryToken> tokens, Mistakes& mistakes);

  // The token that comes next; kEnd at the end, again and again.
  const QueryToken& Peek() const { return tokens_[at_]; }
  const QueryToken& Take();
  void SkipAll() { at_ = tokens_.size() - 1; }

  // Whether no space stands between `token` and the next one.
  bool NextTouches(const QueryToken& token) const {
    return Peek().span.begin == token.span.end;
  }
  // Whether the query, or the group, ends here.
  bool NextIsNothing() const {
    return Peek().kind == TokenKind::kEnd || Peek().kind == TokenKind::kClose;
  }

  // `wheat or maize`: most likely an operator was meant.  `index` is that of
  // the token taken last.
  bool IsLowerCaseOperator(std::size_t index) const;

  std::size_t Index() const { return at_; }  // of the next one in All()
  const std::vector<QueryToken>& All() const { return tokens_; }

 private:
  std::vector<QueryToken> tokens_;
  std::size_t at_ = 0;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_TOKEN_CURSOR_H_
