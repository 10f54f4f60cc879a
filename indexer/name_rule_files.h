// Changes in the librarian's files of names (common/index/name_rules.h).  What
// the librarian wrote stays as it is, comments too; a line is added, or a name
// taken out of one.  Files are replaced whole: readers see the old or the new.
//
// Errors: kIo; kUsage when the change makes no sense.
#ifndef ARCHIVE_INDEXER_NAME_RULE_FILES_H_
#define ARCHIVE_INDEXER_NAME_RULE_FILES_H_

#include <string>
#include <string_view>
#include <vector>

#include "common/index/name_rules.h"
#include "common/result.h"

namespace archive {

class NameRuleFiles {
 public:
  // Fails also (kConfiguration) when a file is too long.
  static Result<NameRuleFiles> Read(const std::string& index);

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
