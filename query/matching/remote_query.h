// A resolved query → what a stock server can answer of it: every article that
// matches is among those found, and where that can be told, none besides.
//
// Only words, AND, OR, NOT of what is exact, and ranges of values: OP_PHRASE
// and OP_NEAR would silently be AND, since the databases hold no positions.
// What is not exact is decided by the cursors over fetched articles.
//
// To add a kind of node: its case in remote_query.cc; the compiler names it.
#ifndef ARCHIVE_QUERY_MATCHING_REMOTE_QUERY_H_
#define ARCHIVE_QUERY_MATCHING_REMOTE_QUERY_H_

#include <optional>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/text/analyser.h"
#include "query/language/ast.h"
#include "query/language/diagnostics.h"
#include "query/matching/remote_server.h"
#include "query/matching/remote_words.h"

namespace archive {

struct RemoteQuery {
  Xapian::Query query;
  bool is_exact = true;
  bool scores = false;  // whether it holds a word outside NOT
};

// A name asked for as it is counted.  The server tells which articles write it,
// not which of them count it as another one.
struct CountedNameAsked {
  FieldId field = FieldId::kPlace;
  std::string folded;
  Span span;
};

// Threads: none.  Lives: no longer than words and server.
class RemoteQueryMaker {
 public:
  // What cannot be asked of a server is put into `problems`.
  RemoteQueryMaker(const RemoteServer& server, RemoteWords& words,
                   Analyser& analyser, std::vector<Diagnostic>& problems)
      : server_(server),
        words_(words),
        analyser_(analyser),
        problems_(problems) {}

  // REQUIRES: `tree` is resolved.  Throws RemoteFailure.
  RemoteQuery Make(const Node& tree);

  const std::vector<CountedNameAsked>& counted_names() const {
    return counted_names_;
  }

 private:
  // Nothing: the node asks for nothing (a token without a letter or digit).
  std::optional<RemoteQuery> MakeNode(const Node& node);
  std::optional<RemoteQuery> MakeGroup(const std::vector<Node>& operands,
                                       Xapian::Query::op op);
  std::optional<RemoteQuery> MakeNot(const Not& no);
  std::optional<RemoteQuery> MakeWords(const Node& node, int at_least);
  Xapian::Query Candidates(const PositionTree& tree, const PositionNode& node);
  RemoteQuery MakeDates(const DateRange& range, const Node& node);
  RemoteQuery MakeMentions(const DateRange& range) const;
  RemoteQuery MakeDayOfYear(const Node& node);
  RemoteQuery MakeNumbers(const NumberRange& range, FieldId field) const;
  RemoteQuery MakePresence(const Presence& presence, const Node& node);
  RemoteQuery MakeValue(const WholeValue& whole, const Node& node);
  RemoteQuery MakeCountedValue(const WholeValue& whole, const Node& node);
  RemoteQuery Refuse(const Node& node, std::string_view what);
  void RefuseTooMany(const Node& tree);

  const RemoteServer& server_;
  RemoteWords& words_;
  Analyser& analyser_;
  std::vector<Diagnostic>& problems_;
  std::vector<CountedNameAsked> counted_names_;
  std::set<std::string> behind_;  // terms that the query stands for
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_REMOTE_QUERY_H_
