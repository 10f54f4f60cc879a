// The librarian's word on names: aliases.txt and not-entities.txt, which lie in
// the index directory and hold from the next query on; no article is read
// again.
//
// aliases.txt: the name by which a thing is known, then its other names; or two
// names that are not one, whatever else says so.
//
//     Mariano Rajoy = Rajoy = Rajoy Brey
//     place: Beijing = Peking
//     org: Federal Reserve = Fed @ source: The Courier
//     org: EC != European Commission
//
// not-entities.txt: what is no name.
//
//     person: he
//     Reuter @ source: Reuters
//
// `person:`, `org:` or `place:` before the names makes the rule one of these
// alone.  Behind " @ " stands where it holds: `source:`, `section:` or `id:`
// and the whole value.  Comments and quotes: common/text/rule_lines.h.  Names
// are compared as facets compare them.
//
// A rule for a source, a section or an article goes before one for all; of two
// others the first counts.  A line that makes no sense is left out and named in
// problems().
#ifndef ARCHIVE_COMMON_INDEX_NAME_RULES_H_
#define ARCHIVE_COMMON_INDEX_NAME_RULES_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/field.h"
#include "common/result.h"

namespace archive {

inline constexpr std::size_t kMaxNameRulesFile =
    std::size_t{16} * 1024 * 1024;                 // bytes
inline constexpr std::size_t kMaxRuledName = 200;  // bytes

// Where a rule holds: in articles with this value; without a field, in all.
struct NameScope {
  std::optional<FieldId> field = {};  // source, section or id
  std::string value = {};             // as written

  friend bool operator==(const NameScope&, const NameScope&) = default;
};

struct NameRule {
  enum class Kind : std::uint8_t {
    kKnownAs,  // `name` is `known_as`
    kApart,    // it is not, whatever aliases say
    kStop,     // it is no name
  };
  Kind kind = Kind::kKnownAs;
  std::optional<FieldId> field = {};  // person, org or place; else all three
  std::string name;
  std::string known_as = {};  // empty: kStop
  NameScope scope = {};
  std::size_t line = 0;  // of its file

  friend bool operator==(const NameRule&, const NameRule&) = default;
};

// What a line says; the mistake, for people, where it makes no sense.
struct NameLine {
  std::vector<NameRule> rules;
  std::string wrong;
};
NameLine ReadAliasLine(std::string_view line);
NameLine ReadStopLine(std::string_view line);
// The line that says a rule; names that need quotes have them.
std::string WrittenRule(const NameRule& rule);

// "source: The Courier"; nothing when that is no place for a rule to hold.
std::optional<NameScope> ReadScope(std::string_view text);

// What becomes of a name.
struct RuledName {
  enum class As : std::uint8_t {
    kItself,
    kKnown,  // as the index knows it
    kRuled,  // as *known_as
    kNotCounted
  };
  As as = As::kItself;
  const std::string* known_as = nullptr;
  const NameRule* why = nullptr;  // what decided, besides the index
};

// Owns: the rules.  Threads: const methods any.
class NameRules {
 public:
  NameRules() = default;
  // Never fails: see problems().
  static NameRules Parse(std::string_view aliases, std::string_view stops);

  bool empty() const { return rules_.empty(); }
  const std::vector<NameRule>& rules() const { return rules_; }
  // "aliases.txt, line 3: a name is missing beside =".
  const std::vector<std::string>& problems() const { return problems_; }

  // Whether an article is where a rule holds.
  using ScopeTest = std::function<bool(const NameScope&)>;

  // Of a name that the article writes so and that the index knows as `known`,
  // both folded; `known` is `own` where it knows nothing else.  `fits` is asked
  // about every scope that would make a difference.
  RuledName Of(FieldId field, const std::string& own, const std::string& known,
               const ScopeTest& fits) const;

  // How the name that others are known by is written; nullptr: it is none.
  const std::string* SpellingOf(FieldId field, const std::string& folded) const;

  // Whether any rule speaks of the name.
  bool Concern(FieldId field, const std::string& folded) const;
  // Whether one says, of some article, that it is not what it is taken for.
  bool Deny(FieldId field, const std::string& folded) const;

 private:
  friend NameRules ReadNameRules(const std::string& index);
  void Add(NameRule rule, std::string_view file);
  void ReadFile(std::string_view text, std::string_view file,
                NameLine (*read)(std::string_view));
  const NameRule* Find(NameRule::Kind kind, FieldId field,
                       const std::string& name, const ScopeTest& fits,
                       const std::string* known_as = nullptr) const;
  // As what the rules know a name, over several steps; nullptr: as nothing
  // else.
  const NameRule* Known(FieldId field, const std::string& own,
                        const std::string& name, const ScopeTest& fits) const;

  std::vector<NameRule> rules_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_name_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_known_as_;
  std::vector<std::string> problems_;
};

// The rules of an index; none where it has no such files.  A file that cannot
// be read is a problem, too.
NameRules ReadNameRules(const std::string& index);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_NAME_RULES_H_
