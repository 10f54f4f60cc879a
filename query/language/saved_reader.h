// Texts of saved searches → trees, each read once: what a parse looks them up
// in.
#ifndef ARCHIVE_QUERY_LANGUAGE_SAVED_READER_H_
#define ARCHIVE_QUERY_LANGUAGE_SAVED_READER_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/day.h"
#include "query/language/parser.h"
#include "query/language/saved_lookup.h"
#include "query/language/saved_queries.h"

namespace archive {

// Owns: what it has read; `queries` must outlive it.  Threads: none.
//
// Whether a text makes sense is decided by parser and resolver, as for any
// query; a search may stand in another, kMaxSavedDepth deep, and never in
// itself.
class SavedReader final : public SavedLookup {
 public:
  SavedReader(const SavedQueries& queries, MixedOperators mixed, Day today)
      : queries_(queries), mixed_(mixed), today_(today) {}

  const SavedTree* Find(std::string_view name) override;
  std::vector<std::string_view> Names() const override;

 private:
  // A search that is being read.
  struct Open {
    std::string_view name;
    int height = 1;
  };

  const SavedTree* Refuse(std::string message);
  const SavedTree* RefuseCircle(std::string_view name);
  SavedTree Read(const SavedQuery& query);

  const SavedQueries& queries_;
  MixedOperators mixed_;
  Day today_;
  std::map<std::string_view, SavedTree> trees_;
  std::vector<Open> open_;  // each stands in the one before it
  SavedTree refused_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_SAVED_READER_H_
