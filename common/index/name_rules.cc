#include "common/index/name_rules.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/file_system.h"
#include "common/index/index_layout.h"
#include "common/index/schema.h"
#include "common/text/fold.h"
#include "common/text/rule_lines.h"

namespace archive {
namespace {

constexpr std::array<FieldId, 3> kFieldsOfNames = {
    FieldId::kPerson, FieldId::kOrg, FieldId::kPlace};
constexpr std::size_t kMostLines = 5;  // of one notice

std::size_t PlaceOf(FieldId field) {
  const auto at =
      std::find(kFieldsOfNames.begin(), kFieldsOfNames.end(), field);
  return static_cast<std::size_t>(at - kFieldsOfNames.begin());
}

std::uint64_t PlaceKey(ScopeId scope, NameId name) {
  return std::uint64_t{scope} << 32 | name;
}

// Ids are compared as they are: they name files.
std::string ScopeKey(FieldId field, std::string_view value) {
  std::string key(1, static_cast<char>(field));
  return key + (field == FieldId::kId ? std::string(value) : FoldValue(value));
}

// "lines 1, 2 and 5".
std::string LinesText(const std::vector<RuleId>& lines,
                      const std::vector<NameRule>& rules) {
  std::vector<std::size_t> numbers;
  for (const RuleId line : lines) numbers.push_back(rules[line].line);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  if (numbers.size() == 1) return fmt::format("line {}", numbers.front());
  std::string text = "lines ";
  const std::size_t shown = std::min(numbers.size(), kMostLines);
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string_view between = i == 0                    ? ""
                                     : i + 1 == numbers.size() ? " and "
                                                               : ", ";
    text += fmt::format("{}{}", between, numbers[i]);
  }
  return shown < numbers.size() ? text + " …" : text;
}

// Where names lead in a circle, the narrowest rule decides, and of several the
// last one.
struct Stride {
  NameGroups::Step step;
  std::size_t width;  // of the place; 0: the narrowest
};
const Stride& Deciding(std::span<const Stride> circle) {
  return *std::min_element(
      circle.begin(), circle.end(), [](const Stride& a, const Stride& b) {
        return a.width != b.width ? a.width < b.width
                                  : a.step.spelling > b.step.spelling;
      });
}

}  // namespace

void NameRules::Add(NameRule rule) {
  const auto number = [](Numbers& numbers, std::string key, std::size_t first) {
    const auto next = static_cast<std::uint32_t>(numbers.size() + first);
    return numbers.try_emplace(std::move(key), next).first->second;
  };
  NumberedRule numbered = {.rule = static_cast<RuleId>(rules_.size()),
                           .kind = rule.kind};
  numbered.name = number(names_, FoldValue(rule.name), 0);
  numbered.known_as = rule.kind == NameRule::Kind::kStop
                          ? numbered.name
                          : number(names_, FoldValue(rule.known_as), 0);
  if (rule.scope.field)
    numbered.scope =
        number(scopes_, ScopeKey(*rule.scope.field, rule.scope.value),
               std::size_t{kEverywhere} + 1);
  if (rule.kind != NameRule::Kind::kKnownAs) {
    denials_[PlaceKey(numbered.scope, numbered.name)].push_back(numbered.rule);
    if (numbered.known_as != numbered.name)
      denials_[PlaceKey(numbered.scope, numbered.known_as)].push_back(
          numbered.rule);
  }
  numbered_.push_back(numbered);
  rules_.push_back(std::move(rule));
}

void NameRules::ReadFile(std::string_view text, std::string_view file,
                         NameLine (*read)(std::string_view)) {
  if (text.size() > kMaxNameRulesFile) {
    problems_.push_back(fmt::format("{} is longer than {} MiB; it is left out",
                                    file, kMaxNameRulesFile / 1024 / 1024));
    return;
  }
  text = WithoutUtf8Mark(text);
  for (std::size_t number = 1; !text.empty(); ++number) {
    NameLine line = read(TakeLine(text));
    if (!line.wrong.empty())
      problems_.push_back(fmt::format("{}, line {}: {}; it is left out", file,
                                      number, line.wrong));
    for (NameRule& rule : line.rules) {
      rule.line = number;
      Add(std::move(rule));
    }
  }
}

void NameRules::Group() {
  folded_.resize(names_.size());
  for (const auto& [folded, id] : names_) folded_[id] = folded;
  const bool has_kinds =
      std::any_of(rules_.begin(), rules_.end(),
                  [](const NameRule& rule) { return rule.field.has_value(); });
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (i > 0 && !has_kinds) {
      groups_[i] = groups_[0];
      continue;
    }
    std::vector<NumberedRule> of_field;
    for (const NumberedRule& rule : numbered_) {
      const FieldId field = kFieldsOfNames[i];
      if (rules_[rule.rule].field.value_or(field) == field)
        of_field.push_back(rule);
    }
    groups_[i] = std::make_shared<NameGroups>(of_field, names_.size());
    Tell(groups_[i]->remarks());
  }
}

void NameRules::Tell(const GroupRemarks& remarks) {
  // What rules without a kind do, they do in each.
  const auto tell = [](std::vector<std::string>& texts, std::string text) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end())
      texts.push_back(std::move(text));
  };
  for (const auto& [line, apart] : remarks.left_out) {
    // A line of one kind takes out of a line of all kinds what it says.
    if (rules_[apart].field && !rules_[line].field) continue;
    tell(problems_,
         fmt::format("{}, line {}: \"{}\" cannot be \"{}\", because line {} "
                     "parts names that would be one then; it is left out",
                     kAliasesName, rules_[line].line, rules_[line].name,
                     rules_[line].known_as, rules_[apart].line));
  }
  for (const GroupRemarks::Unclear& unclear : remarks.unclear) {
    tell(notices_, fmt::format("{}, {} {} \"{}\", by line {}", kAliasesName,
                               LinesText(unclear.lines, rules_),
                               unclear.is_circle
                                   ? "go in a circle; all of these names are"
                                   : "give one thing several names; it is",
                               rules_[unclear.decides].known_as,
                               rules_[unclear.decides].line));
  }
}

NameRules NameRules::Parse(std::string_view aliases, std::string_view stops) {
  NameRules rules;
  rules.ReadFile(aliases, kAliasesName, ReadAliasLine);
  rules.ReadFile(stops, kStopsName, ReadStopLine);
  if (!rules.empty()) rules.Group();
  return rules;
}

const NameGroups& NameRules::GroupsOf(FieldId field) const {
  return *groups_[PlaceOf(field)];
}

std::optional<NameId> NameRules::IdOf(FieldId field,
                                      std::string_view folded) const {
  const auto at = names_.find(folded);
  if (at == names_.end() || PlaceOf(field) == groups_.size())
    return std::nullopt;
  return at->second;
}

std::optional<ScopeId> NameRules::FindScope(FieldId field,
                                            std::string_view value) const {
  const auto at = scopes_.find(ScopeKey(field, value));
  if (at == scopes_.end()) return std::nullopt;
  return at->second;
}

const NameRule* NameRules::FindStop(FieldId field, NameId name,
                                    std::span<const ScopeId> scopes) const {
  const auto in = [&](ScopeId scope) -> const NameRule* {
    const auto at = denials_.find(PlaceKey(scope, name));
    if (at == denials_.end()) return nullptr;
    for (const RuleId id : at->second) {
      const NameRule& rule = rules_[id];
      if (rule.kind == NameRule::Kind::kStop &&
          rule.field.value_or(field) == field)
        return &rule;
    }
    return nullptr;
  };
  for (const ScopeId scope : scopes)
    if (const NameRule* const stop = in(scope)) return stop;
  return in(kEverywhere);
}

// Of two names that would be one, that stays by which the others are known; of
// two others the one on the left goes.
const NameRule* NameRules::FindApart(FieldId field, NameId own,
                                     std::string_view known, NameId counted_as,
                                     std::span<const ScopeId> scopes) const {
  const auto in = [&](ScopeId scope) -> const NameRule* {
    const auto at = denials_.find(PlaceKey(scope, own));
    if (at == denials_.end()) return nullptr;
    for (const RuleId id : at->second) {
      const NameRule& rule = rules_[id];
      if (rule.kind != NameRule::Kind::kApart ||
          rule.field.value_or(field) != field)
        continue;
      const bool is_left = numbered_[id].name == own;
      const NameId other =
          is_left ? numbered_[id].known_as : numbered_[id].name;
      if (other == counted_as || folded_[other] == known) return &rule;
      if (is_left && Follow(field, other, scopes).name == counted_as)
        return &rule;
    }
    return nullptr;
  };
  for (const ScopeId scope : scopes)
    if (const NameRule* const apart = in(scope)) return apart;
  return in(kEverywhere);
}

NameRules::Known NameRules::Follow(FieldId field, NameId name,
                                   std::span<const ScopeId> scopes) const {
  const NameGroups& groups = GroupsOf(field);
  const auto next = [&](NameId from) -> std::optional<Stride> {
    for (std::size_t i = 0; i <= scopes.size(); ++i) {
      const ScopeId scope = i < scopes.size() ? scopes[i] : kEverywhere;
      if (const auto step = groups.StepFrom(from, scope))
        return Stride{*step, i};
    }
    return std::nullopt;
  };
  Known known = {.name = name};
  std::vector<NameId> seen = {name};
  std::vector<Stride> strides;
  while (const auto stride = next(known.name)) {
    strides.push_back(*stride);
    const Stride* taken = &strides.back();
    const auto before = std::find(seen.begin(), seen.end(), stride->step.to);
    const bool is_circle = before != seen.end();
    if (is_circle)
      taken = &Deciding(std::span(strides).subspan(
          static_cast<std::size_t>(before - seen.begin())));
    known.name = taken->step.to;
    known.spelling = &rules_[taken->step.spelling];
    if (is_circle) break;
    seen.push_back(known.name);
  }
  if (known.name == name) return {.name = name};
  known.why = &rules_[strides.front().step.why];
  return known;
}

RuledName NameRules::Of(FieldId field, const std::string& own,
                        const std::string& known,
                        std::span<const ScopeId> scopes) const {
  using As = RuledName::As;
  RuledName ruled;
  const auto own_id = IdOf(field, own);
  const auto known_id = known == own ? own_id : IdOf(field, known);
  if (own_id) {
    if (const NameRule* stop = FindStop(field, *own_id, scopes))
      return {.as = As::kNotCounted, .known_as = nullptr, .why = stop};
  }
  // The rules speak of the name, or else of what the index knows it as.
  const std::optional<NameId> ids[] = {own_id, known_id};
  for (std::size_t i = 0; i < (known == own ? 1U : 2U); ++i) {
    Known as;
    if (ids[i]) as = Follow(field, *ids[i], scopes);
    if (i == 0 && as.spelling == nullptr) continue;
    if (own_id) {
      const NameRule* const apart =
          FindApart(field, *own_id, i == 0 ? std::string_view(own) : known,
                    ids[i] ? as.name : *own_id, scopes);
      if (apart != nullptr) {
        ruled.why = apart;
        continue;
      }
    }
    ruled = {.as = As::kKnown, .known_as = nullptr, .why = nullptr};
    if (as.spelling != nullptr)
      ruled = {
          .as = As::kRuled, .known_as = &as.spelling->known_as, .why = as.why};
    const NameRule* const stop =
        ids[i] ? FindStop(field, as.name, scopes) : nullptr;
    if (stop != nullptr)
      return {.as = As::kNotCounted, .known_as = nullptr, .why = stop};
    return ruled;
  }
  return ruled;
}

bool NameRules::DependsOnArticle(FieldId field, const std::string& own,
                                 const std::string& known) const {
  const auto depends = [&](std::string_view name) {
    const auto id = IdOf(field, name);
    return id && GroupsOf(field).DependsOnArticle(*id);
  };
  return HasScopes() && (depends(own) || depends(known));
}

bool NameRules::Concern(FieldId field, std::string_view folded) const {
  const auto id = IdOf(field, folded);
  return id && GroupsOf(field).SpeakOf(*id);
}

bool NameRules::Deny(FieldId field, std::string_view folded) const {
  const auto id = IdOf(field, folded);
  return id && GroupsOf(field).MayDeny(*id);
}

NameRules ReadNameRules(const std::string& index) {
  std::vector<std::string> problems;
  const auto read = [&](std::string_view name) -> std::string {
    const std::string path = index + '/' + std::string(name);
    if (!FileExists(path)) return "";
    const Result<std::uint64_t> size = FileSize(path);
    // What is too long is not read; the parser says so.
    if (size && *size > kMaxNameRulesFile)
      return std::string(kMaxNameRulesFile + 1, '\n');
    Result<std::string> text = ReadRegularFile(path);
    if (text) return *std::move(text);
    problems.push_back(text.error().message + "; it is left out");
    return "";
  };
  const std::string aliases = read(kAliasesName);
  NameRules rules = NameRules::Parse(aliases, read(kStopsName));
  rules.problems_.insert(rules.problems_.begin(), problems.begin(),
                         problems.end());
  return rules;
}

}  // namespace archive
