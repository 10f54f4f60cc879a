// A line of the librarian's files of names (name_rules.h), and the rules that
// it says.
//
//     Mariano Rajoy = Rajoy = Rajoy Brey
//     place: Beijing = Peking
//     org: Federal Reserve = Fed @ source: The Courier
//     org: EC != European Commission
//
// A line that begins with "#" is a comment, and so is what stands behind " # ".
// Quotes may be curly.  Kinds and fields are known in any letter case.
// Threads: any.
#ifndef ARCHIVE_COMMON_INDEX_NAME_RULE_LINES_H_
#define ARCHIVE_COMMON_INDEX_NAME_RULE_LINES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/field.h"

namespace archive {

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
// The line that says the rules, which one line said; names that need quotes
// have them.  REQUIRES: there are any.
std::string WrittenLine(std::span<const NameRule> rules);
std::string WrittenRule(const NameRule& rule);

// What a person who names a kind means by it: "Person", "company", "entity".
struct NamedKind {
  bool is_known = false;
  std::optional<FieldId> field = {};  // nothing: all three
};
NamedKind KindNamed(std::string_view word);

// The comment at the end of a line, with its " # "; empty: it has none.
std::string_view CommentBehind(std::string_view line);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_NAME_RULE_LINES_H_
