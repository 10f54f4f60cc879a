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
// Names that lines join are one (name_groups.h).  A rule for an article goes
// before one for a section, that before one for a source, and that before one
// for all.  "!=" goes before all of them, on whichever side a name stands.  A
// line that makes no sense is left out and named in problems(); what is not
// clear is named in notices().
#ifndef ARCHIVE_COMMON_INDEX_NAME_RULES_H_
#define ARCHIVE_COMMON_INDEX_NAME_RULES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/field.h"
#include "common/index/name_groups.h"
#include "common/index/name_rule_lines.h"

namespace archive {

inline constexpr std::size_t kMaxNameRulesFile =
    std::size_t{16} * 1024 * 1024;  // bytes

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
  NameRules(NameRules&&) = default;
  NameRules& operator=(NameRules&&) = default;
  // Never fails: see problems().
  static NameRules Parse(std::string_view aliases, std::string_view stops);

  bool empty() const { return rules_.empty(); }
  const std::vector<NameRule>& rules() const { return rules_; }
  // "aliases.txt, line 3: a name is missing beside =; it is left out".
  const std::vector<std::string>& problems() const { return problems_; }
  // "aliases.txt, lines 1 and 2 go in a circle: …".
  const std::vector<std::string>& notices() const { return notices_; }

  // The place where a rule holds, if any rule holds just there: `value` is that
  // of an article.
  std::optional<ScopeId> FindScope(FieldId field, std::string_view value) const;
  bool HasScopes() const { return !scopes_.empty(); }

  // Of a name that the article writes so and that the index knows as `known`,
  // both folded; `known` is `own` where it knows nothing else.  `scopes`: the
  // places that the article is in, the narrowest first.
  RuledName Of(FieldId field, const std::string& own, const std::string& known,
               std::span<const ScopeId> scopes) const;
  // Whether it depends on the article what such a name counts as.
  bool DependsOnArticle(FieldId field, const std::string& own,
                        const std::string& known) const;

  // Whether any rule of any field speaks of a name, folded: cheap.
  bool Mention(std::string_view folded) const {
    return names_.find(folded) != names_.end();
  }
  // Whether any rule speaks of the name, folded.
  bool Concern(FieldId field, std::string_view folded) const;
  // Whether one says, of some article, that it or a name that it is joined with
  // is not what it is taken for.
  bool Deny(FieldId field, std::string_view folded) const;

 private:
  friend NameRules ReadNameRules(const std::string& index);
  // As what the rules know a name.
  struct Known {
    NameId name = 0;
    const NameRule* spelling = nullptr;  // nothing: as itself
    const NameRule* why = nullptr;
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  using Numbers =
      std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

  void ReadFile(std::string_view text, std::string_view file,
                NameLine (*read)(std::string_view));
  void Add(NameRule rule);
  void Group();
  void Tell(const GroupRemarks& remarks);
  const NameGroups& GroupsOf(FieldId field) const;
  std::optional<NameId> IdOf(FieldId field, std::string_view folded) const;
  const NameRule* FindStop(FieldId field, NameId name,
                           std::span<const ScopeId> scopes) const;
  // The rule that parts a name from the one it would count as; nullptr: none.
  const NameRule* FindApart(FieldId field, NameId own, std::string_view known,
                            NameId counted_as,
                            std::span<const ScopeId> scopes) const;
  Known Follow(FieldId field, NameId name,
               std::span<const ScopeId> scopes) const;

  std::vector<NameRule> rules_;
  std::vector<NumberedRule> numbered_;
  Numbers names_;                         // by folded name
  Numbers scopes_;                        // by field and value
  std::vector<std::string_view> folded_;  // by NameId
  // Rules that part or stop a name, by place and name.
  std::unordered_map<std::uint64_t, std::vector<RuleId>> denials_;
  // Of people, organisations and places; shared where they are the same.
  std::array<std::shared_ptr<const NameGroups>, 3> groups_;
  std::vector<std::string> problems_;
  std::vector<std::string> notices_;
};

// The rules of an index; none where it has no such files.  A file that cannot
// be read is a problem, too.
NameRules ReadNameRules(const std::string& index);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_NAME_RULES_H_
