#include "common/index/name_groups.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace archive {
namespace {

using Kind = NameRule::Kind;

std::uint64_t PlaceKey(ScopeId scope, NameId name) {
  return std::uint64_t{scope} << 32 | name;
}

NameId Halved(std::vector<NameId>& parents, NameId name) {
  while (parents[name] != name) {
    parents[name] = parents[parents[name]];
    name = parents[name];
  }
  return name;
}

}  // namespace

NameGroups::NameGroups(const std::vector<NumberedRule>& rules,
                       std::size_t names)
    : names_(names),
      nodes_(names),
      is_spoken_of_(names),
      touching_(names),
      has_scopes_(names),
      has_denials_(names) {
  for (NodeId node = 0; node < names; ++node)
    nodes_[node] = {.parent = node, .name = node};
  Join(rules);
  Elect();
  TellUnclear(rules);
  Flag(rules);
}

NameGroups::NodeId NameGroups::AddNode(ScopeId scope, NameId name) {
  if (scope == kEverywhere) return name;
  const auto next = static_cast<NodeId>(nodes_.size());
  const auto [at, is_new] = in_places_.try_emplace(PlaceKey(scope, name), next);
  if (is_new) nodes_.push_back({.parent = next, .name = name});
  return at->second;
}

std::optional<NameGroups::NodeId> NameGroups::FindNode(ScopeId scope,
                                                       NameId name) const {
  if (scope == kEverywhere) return name;
  const auto at = in_places_.find(PlaceKey(scope, name));
  if (at == in_places_.end()) return std::nullopt;
  return at->second;
}

// The smaller group goes under the larger one, so that it is never deep.
NameGroups::NodeId NameGroups::RootOf(NodeId node) const {
  while (nodes_[node].parent != node) node = nodes_[node].parent;
  return node;
}

// What is parted everywhere is parted in every place.
NameGroups::PartedNames NameGroups::PartedBy(
    const std::vector<NumberedRule>& rules) {
  PartedNames parted;
  for (const NumberedRule& rule : rules) {
    if (rule.kind == Kind::kStop) continue;
    const NodeId name = AddNode(rule.scope, rule.name);
    const NodeId known_as = AddNode(rule.scope, rule.known_as);
    if (rule.kind != Kind::kApart) continue;
    parted[name].push_back({rule.known_as, rule.rule});
    parted[known_as].push_back({rule.name, rule.rule});
  }
  if (parted.empty()) return parted;
  for (auto node = static_cast<NodeId>(names_); node < nodes_.size(); ++node) {
    const auto everywhere = parted.find(nodes_[node].name);
    if (everywhere == parted.end()) continue;
    const std::vector<Parted> names = everywhere->second;
    std::vector<Parted>& here = parted[node];
    here.insert(here.end(), names.begin(), names.end());
  }
  return parted;
}

std::optional<RuleId> NameGroups::WhoParts(ScopeId scope, NodeId a, NodeId b,
                                           const PartedNames& parted) const {
  auto names = parted.find(a);
  const auto others = parted.find(b);
  if (names == parted.end() || others == parted.end()) return std::nullopt;
  NodeId other = b;
  if (others->second.size() < names->second.size()) {
    names = others;
    other = a;
  }
  for (const Parted& from : names->second) {
    const auto node = FindNode(scope, from.from);
    if (node && RootOf(*node) == other) return from.rule;
  }
  return std::nullopt;
}

void NameGroups::Join(const std::vector<NumberedRule>& rules) {
  PartedNames parted = PartedBy(rules);
  for (const NumberedRule& rule : rules) {
    if (rule.kind != Kind::kKnownAs) continue;
    const NodeId left = AddNode(rule.scope, rule.known_as);
    const NodeId right = AddNode(rule.scope, rule.name);
    NodeId into = RootOf(left);
    NodeId from = RootOf(right);
    if (into != from) {
      if (const auto apart = WhoParts(rule.scope, into, from, parted)) {
        remarks_.left_out.push_back({rule.rule, *apart});
        continue;
      }
      if (nodes_[into].size < nodes_[from].size) std::swap(into, from);
      nodes_[from].parent = into;
      nodes_[into].size += nodes_[from].size;
      if (auto moved = parted.extract(from)) {
        std::vector<Parted>& kept = parted[into];
        if (kept.size() < moved.mapped().size()) kept.swap(moved.mapped());
        kept.insert(kept.end(), moved.mapped().begin(), moved.mapped().end());
      }
    }
    nodes_[left].last_left = rule.rule;
    if (nodes_[right].first_right == kNone)
      nodes_[right].first_right = rule.rule;
  }
}

void NameGroups::Elect() {
  for (Node& node : nodes_) node.parent = RootOf(node.parent);
  const auto rank = [this](NodeId node) {
    return std::pair(nodes_[node].first_right == kNone, nodes_[node].last_left);
  };
  for (NodeId node = 0; node < nodes_.size(); ++node) {
    if (nodes_[node].last_left == kNone) continue;
    NodeId& first = nodes_[nodes_[node].parent].first;
    if (first == kNone || rank(first) < rank(node)) first = node;
  }
}

GroupRemarks::Unclear NameGroups::CircleAt(
    NodeId node, const std::vector<const NumberedRule*>& by_rule) const {
  GroupRemarks::Unclear circle = {.is_circle = true, .lines = {}, .decides = 0};
  std::unordered_map<NodeId, std::size_t> seen;
  for (NodeId at = node;;) {
    const auto [place, is_new] = seen.try_emplace(at, circle.lines.size());
    if (!is_new) {
      circle.lines.erase(
          circle.lines.begin(),
          circle.lines.begin() + static_cast<std::ptrdiff_t>(place->second));
      break;
    }
    const RuleId rule = nodes_[at].first_right;
    circle.lines.push_back(rule);
    at = *FindNode(by_rule[rule]->scope, by_rule[rule]->known_as);
  }
  std::sort(circle.lines.begin(), circle.lines.end());
  return circle;
}

void NameGroups::TellUnclear(const std::vector<NumberedRule>& rules) {
  std::unordered_map<NodeId, std::vector<RuleId>> heads;
  std::vector<const NumberedRule*> by_rule;
  for (NodeId node = 0; node < nodes_.size(); ++node) {
    const Node& at = nodes_[node];
    if (at.first_right == kNone && at.last_left != kNone)
      heads[at.parent].push_back(at.last_left);
  }
  for (NodeId node = 0; node < nodes_.size(); ++node) {
    const Node& root = nodes_[node];
    if (root.parent != node || root.first == kNone) continue;
    const auto of = heads.find(node);
    if (of != heads.end() && of->second.size() == 1) continue;
    GroupRemarks::Unclear unclear;
    if (of == heads.end()) {
      if (by_rule.empty()) {
        by_rule.resize(rules.back().rule + std::size_t{1});
        for (const NumberedRule& rule : rules) by_rule[rule.rule] = &rule;
      }
      unclear = CircleAt(root.first, by_rule);
    } else {
      unclear.lines = of->second;
      std::sort(unclear.lines.begin(), unclear.lines.end());
    }
    unclear.decides = nodes_[root.first].last_left;
    remarks_.unclear.push_back(std::move(unclear));
  }
  std::sort(remarks_.unclear.begin(), remarks_.unclear.end(),
            [](const auto& a, const auto& b) { return a.decides < b.decides; });
}

void NameGroups::Flag(const std::vector<NumberedRule>& rules) {
  std::iota(touching_.begin(), touching_.end(), NameId{0});
  for (const NumberedRule& rule : rules) {
    is_spoken_of_[rule.name] = true;
    is_spoken_of_[rule.known_as] = true;
    touching_[Halved(touching_, rule.name)] = Halved(touching_, rule.known_as);
  }
  for (NameId name = 0; name < names_; ++name)
    touching_[name] = Halved(touching_, name);
  for (const NumberedRule& rule : rules) {
    if (rule.scope != kEverywhere) has_scopes_[touching_[rule.name]] = true;
    if (rule.kind != Kind::kKnownAs) has_denials_[touching_[rule.name]] = true;
  }
}

std::optional<NameGroups::Step> NameGroups::StepFrom(NameId name,
                                                     ScopeId scope) const {
  const auto found = FindNode(scope, name);
  if (!found) return std::nullopt;
  const Node& node = nodes_[*found];
  const NodeId first = nodes_[node.parent].first;
  if (first == kNone || first == *found) return std::nullopt;
  return Step{
      .to = nodes_[first].name,
      .spelling = nodes_[first].last_left,
      .why = node.first_right == kNone ? node.last_left : node.first_right};
}

bool NameGroups::DependsOnArticle(NameId name) const {
  return has_scopes_[touching_[name]];
}

bool NameGroups::MayDeny(NameId name) const {
  return has_denials_[touching_[name]];
}

}  // namespace archive
