// Which names of a field are one: what the lines of aliases.txt come to.
//
// Names that lines with the same place (everywhere, or one source, section or
// article) join are one group, whichever way the lines go.  A group is known by
// the name that stands on the left of a line and on the right of none; where
// there are several such names or none, by the left of the last line of them.
// Names that "!=" parts are in no group together: the line that would join them
// is left out.
//
// Costs: n log n of the rules.  Threads: const methods any.
#ifndef ARCHIVE_COMMON_INDEX_NAME_GROUPS_H_
#define ARCHIVE_COMMON_INDEX_NAME_GROUPS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/name_rule_lines.h"

namespace archive {

using NameId = std::uint32_t;   // of a folded name that rules speak of
using ScopeId = std::uint32_t;  // of a place where rules hold
using RuleId = std::uint32_t;   // of a rule, in the order of the lines

inline constexpr ScopeId kEverywhere = 0;

// A rule by numbers.
struct NumberedRule {
  RuleId rule = 0;
  NameRule::Kind kind = NameRule::Kind::kKnownAs;
  ScopeId scope = kEverywhere;
  NameId name = 0;
  NameId known_as = 0;  // of a stop: its name
};

// What is to be told of rules that hold, or cannot.
struct GroupRemarks {
  // A line that would join what another one parts.
  struct LeftOut {
    RuleId line = 0;
    RuleId apart = 0;
  };
  // Lines that give a group no first name, or several.
  struct Unclear {
    bool is_circle = false;
    std::vector<RuleId> lines;
    RuleId decides = 0;
  };
  std::vector<LeftOut> left_out;
  std::vector<Unclear> unclear;
};

class NameGroups {
 public:
  NameGroups(const std::vector<NumberedRule>& rules, std::size_t names);

  struct Step {
    NameId to = 0;
    RuleId spelling = 0;  // its known_as is how the name is spelt
    RuleId why = 0;       // a rule that speaks of the name left behind
  };
  // As what a name is known in a place; nothing: as itself.
  std::optional<Step> StepFrom(NameId name, ScopeId scope) const;

  // Whether a rule of the field speaks of the name.
  bool SpeakOf(NameId name) const { return is_spoken_of_[name]; }
  // Whether articles decide what the name counts as.
  bool DependsOnArticle(NameId name) const;
  // Whether the name, or one that rules join with it or part from it, is
  // stopped or parted.
  bool MayDeny(NameId name) const;

  const GroupRemarks& remarks() const { return remarks_; }

 private:
  using NodeId = std::uint32_t;  // a name in a place
  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Node {
    NodeId parent = 0;
    std::uint32_t size = 1;
    NameId name = 0;
    RuleId first_right = kNone;  // where the name is known as another one
    RuleId last_left = kNone;    // where others are known as it
    NodeId first = kNone;        // of a root: the node the group is known by
  };
  struct Parted {
    NameId from = 0;
    RuleId rule = 0;
  };
  using PartedNames = std::unordered_map<NodeId, std::vector<Parted>>;

  NodeId AddNode(ScopeId scope, NameId name);
  std::optional<NodeId> FindNode(ScopeId scope, NameId name) const;
  NodeId RootOf(NodeId node) const;
  void Flag(const std::vector<NumberedRule>& rules);
  PartedNames PartedBy(const std::vector<NumberedRule>& rules);
  std::optional<RuleId> WhoParts(ScopeId scope, NodeId a, NodeId b,
                                 const PartedNames& parted) const;
  void Join(const std::vector<NumberedRule>& rules);
  void Elect();
  void TellUnclear(const std::vector<NumberedRule>& rules);
  GroupRemarks::Unclear CircleAt(
      NodeId node, const std::vector<const NumberedRule*>& by_rule) const;

  std::size_t names_;
  // The first are names everywhere, by NameId; then those in places.
  std::vector<Node> nodes_;
  std::unordered_map<std::uint64_t, NodeId> in_places_;
  std::vector<bool> is_spoken_of_;
  // Names that any rule brings together, and what is among them.
  std::vector<NameId> touching_;
  std::vector<bool> has_scopes_;
  std::vector<bool> has_denials_;
  GroupRemarks remarks_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_NAME_GROUPS_H_
