// What @NAME becomes, and what is said when it cannot become anything.  A step
// of the parser in a file of its own.
#ifndef ARCHIVE_QUERY_LANGUAGE_SAVED_RULES_H_
#define ARCHIVE_QUERY_LANGUAGE_SAVED_RULES_H_

#include <vector>

#include "query/language/ast.h"
#include "query/language/lexer.h"
#include "query/language/mistakes.h"
#include "query/language/saved_lookup.h"

namespace archive {

// Puts the trees of saved searches into one query.
// Owns: nothing; all that is given must outlive it.  Threads: none.
class SavedExpander {
 public:
  SavedExpander(SavedLookup* lookup, Mistakes& mistakes,
                std::vector<Notice>& notices)
      : lookup_(lookup), mistakes_(mistakes), notices_(notices) {}

  // The tree of the search, all of it at the place of the token; the word
  // itself, with a mistake told, when there is none.  `depth`: of the brackets
  // around it.  REQUIRES: a kSaved token.
  Node Expand(const QueryToken& token, int depth);

 private:
  void TellMistake(const QueryToken& token, const SavedMistake& mistake);
  void TellBadName(const QueryToken& token);
  void TellUnknown(const QueryToken& token);
  // Whether the tree is within the limits of one query.
  bool HasRoom(const SavedTree& saved, const QueryToken& token, int depth);

  SavedLookup* lookup_;
  Mistakes& mistakes_;
  std::vector<Notice>& notices_;
  int leaves_ = 0;  // that were put in so far
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_SAVED_RULES_H_
