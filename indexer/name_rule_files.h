// Changes in the librarian's files of names (common/index/name_rules.h).  What
// the librarian wrote stays as it is, comments too; a line is added, or a name
// taken out of one.  Files are replaced whole: readers see the old or the new.
// A file may be a link; then the file that it names is replaced.
//
// Errors: kIo; kNotFound, where there is no index.
#ifndef ARCHIVE_INDEXER_NAME_RULE_FILES_H_
#define ARCHIVE_INDEXER_NAME_RULE_FILES_H_

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/index/name_rules.h"
#include "common/result.h"
#include "indexer/writing/index_lock.h"

namespace archive {

class NameRuleFiles {
 public:
  // Fails also (kConfiguration) when a file is too long.
  static Result<NameRuleFiles> Read(const std::string& index);
  // The same for changes: nobody else changes them until it is destroyed.
  // Waits a while for others; fails then (kIndexLocked), and says who it is.
  static Result<NameRuleFiles> ReadToChange(const std::string& index);

  // For these the files were read to be changed.
  // Adds a line for the rule.  False: a line says so already.
  bool Add(const NameRule& rule);
  // Takes the rule out of every line that says it; the other names of a line
  // stay.  False: none says it.
  bool Remove(const NameRule& rule);

  NameRules Rules() const { return NameRules::Parse(aliases_, stops_); }
  // Every rule, one a line, as `import` reads them.
  std::string Export() const;

  Status Write() const;

 private:
  explicit NameRuleFiles(std::string index) : index_(std::move(index)) {}
  std::string& FileOf(const NameRule& rule) {
    return rule.kind == NameRule::Kind::kStop ? stops_ : aliases_;
  }

  std::string index_;
  std::optional<IndexLock> lock_;
  std::unordered_set<std::string> keys_;  // of the rules that there are
  std::string aliases_;
  std::string stops_;
};

// The rules of a text of either kind of lines, and what is wrong with others.
struct ImportedRules {
  std::vector<NameRule> rules;
  std::vector<std::string> problems;  // "line 3: …"
};
ImportedRules ReadRules(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_NAME_RULE_FILES_H_
