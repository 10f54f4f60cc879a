#include "common/index/name_rules.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/file_system.h"
#include "common/index/index_layout.h"
#include "common/index/schema.h"
#include "common/text/fold.h"
#include "common/text/printable.h"
#include "common/text/rule_lines.h"

namespace archive {
namespace {

constexpr std::string_view kScopeMark = " @ ";
constexpr std::string_view kApartMark = "!=";
// Of names that are known by others, which are known by others.
constexpr int kMostSteps = 8;

// The field before a colon, if it is one of those.
template <typename IsWanted>
std::optional<FieldId> TakeField(std::string_view& text, IsWanted is_wanted) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const Field* field = FindField(WithoutBlanks(text.substr(0, colon)));
  if (field == nullptr || !is_wanted(*field)) return std::nullopt;
  text = WithoutBlanks(text.substr(colon + 1));
  return field->id;
}

bool IsKindOfNames(const Field& field) {
  return field.type == FieldType::kEntity && field.id != FieldId::kEntity;
}

bool MayScope(const Field& field) {
  return field.id == FieldId::kSource || field.id == FieldId::kSection ||
         field.id == FieldId::kId;
}

std::string NameMistake(std::string_view name) {
  if (name.size() > kMaxRuledName)
    return fmt::format("a name is at most {} bytes long", kMaxRuledName);
  if (FoldValue(name).empty()) return "a name is missing";
  return "";
}

// What a line says besides its names.
struct LineHead {
  NameRule rule;
  std::string_view names;
  std::string wrong;
};

LineHead ReadHead(std::string_view line) {
  LineHead head;
  if (SoundUtf8(line) != line) {
    head.wrong = "this is no text in UTF-8";
    return head;
  }
  head.names = WithoutBlanks(WithoutComment(line));
  const std::size_t mark = FindMark(head.names, kScopeMark);
  if (mark != std::string_view::npos) {
    const auto scope = ReadScope(head.names.substr(mark + kScopeMark.size()));
    if (!scope) {
      head.wrong =
          "behind @ stands source:, section: or id: and its whole value";
      return head;
    }
    head.rule.scope = *scope;
    head.names = WithoutBlanks(head.names.substr(0, mark));
  }
  head.rule.field = TakeField(head.names, IsKindOfNames);
  const bool says_more = head.rule.field || head.rule.scope.field;
  if (head.names.empty() && says_more) head.wrong = "a name is missing";
  return head;
}

NameLine Wrong(std::string wrong) {
  return {.rules = {}, .wrong = std::move(wrong)};
}

std::string Written(const std::string& name) {
  std::string_view rest = name;
  const bool has_mark = name.find_first_of("=@#\"") != std::string::npos ||
                        TakeField(rest, IsKindOfNames).has_value();
  return has_mark ? InQuotes(name) : name;
}

}  // namespace

std::optional<NameScope> ReadScope(std::string_view text) {
  text = WithoutBlanks(text);
  const std::optional<FieldId> field = TakeField(text, MayScope);
  std::string value = WithoutQuotes(text);
  if (!field || value.empty()) return std::nullopt;
  return NameScope{.field = field, .value = std::move(value)};
}

NameLine ReadAliasLine(std::string_view line) {
  const LineHead head = ReadHead(line);
  if (!head.wrong.empty()) return Wrong(head.wrong);
  if (head.names.empty()) return {};
  const bool is_apart =
      FindMark(head.names, kApartMark) != std::string_view::npos;
  const std::vector<std::string> names =
      SplitAtMarks(head.names, is_apart ? kApartMark : "=");
  if (names.size() == 1) return Wrong("there is no = in this line");
  if (is_apart && names.size() > 2)
    return Wrong("two names stand beside !=, no more");
  NameLine read;
  for (const std::string& name : names) {
    if (std::string wrong = NameMistake(name); !wrong.empty())
      return Wrong(wrong + " beside =");
  }
  for (std::size_t i = 1; i < names.size(); ++i) {
    NameRule rule = head.rule;
    rule.kind = is_apart ? NameRule::Kind::kApart : NameRule::Kind::kKnownAs;
    rule.name = names[is_apart ? 0 : i];
    rule.known_as = names[is_apart ? 1 : 0];
    if (FoldValue(rule.name) == FoldValue(rule.known_as))
      return Wrong(fmt::format("\"{}\" and \"{}\" are the same name already",
                               rule.known_as, rule.name));
    read.rules.push_back(std::move(rule));
  }
  return read;
}

NameLine ReadStopLine(std::string_view line) {
  LineHead head = ReadHead(line);
  if (!head.wrong.empty()) return Wrong(head.wrong);
  if (head.names.empty()) return {};
  std::string name = WithoutQuotes(head.names);
  if (std::string wrong = NameMistake(name); !wrong.empty())
    return Wrong(std::move(wrong));
  head.rule.kind = NameRule::Kind::kStop;
  head.rule.name = std::move(name);
  return {.rules = {std::move(head.rule)}, .wrong = ""};
}

std::string WrittenRule(const NameRule& rule) {
  std::string line;
  if (rule.field) line = std::string(FieldFor(*rule.field).name) + ": ";
  const std::string name = Written(rule.name);
  const std::string known_as = Written(rule.known_as);
  switch (rule.kind) {
    case NameRule::Kind::kKnownAs:
      line += known_as + " = " + name;
      break;
    case NameRule::Kind::kApart:
      line += name + " != " + known_as;
      break;
    case NameRule::Kind::kStop:
      line += name;
      break;
  }
  if (rule.scope.field) {
    line +=
        fmt::format("{}{}: {}", kScopeMark, FieldFor(*rule.scope.field).name,
                    Written(rule.scope.value));
  }
  return line;
}

void NameRules::Add(NameRule rule, std::string_view file) {
  const std::string folded = FoldValue(rule.name);
  for (const std::size_t i : by_name_[folded]) {
    const NameRule& other = rules_[i];
    if (other.kind == rule.kind && other.kind == NameRule::Kind::kKnownAs &&
        other.field == rule.field && other.scope == rule.scope &&
        FoldValue(other.known_as) != FoldValue(rule.known_as)) {
      problems_.push_back(
          fmt::format("{}, line {}: \"{}\" is {} already, by line {}", file,
                      rule.line, rule.name, other.known_as, other.line));
      return;
    }
  }
  by_name_[folded].push_back(rules_.size());
  if (rule.kind == NameRule::Kind::kKnownAs)
    by_known_as_[FoldValue(rule.known_as)].push_back(rules_.size());
  rules_.push_back(std::move(rule));
}

void NameRules::ReadFile(std::string_view text, std::string_view file,
                         NameLine (*read)(std::string_view)) {
  if (text.size() > kMaxNameRulesFile) {
    problems_.push_back(fmt::format("{} is longer than {} MiB", file,
                                    kMaxNameRulesFile / 1024 / 1024));
    return;
  }
  text = WithoutUtf8Mark(text);
  for (std::size_t number = 1; !text.empty(); ++number) {
    NameLine line = read(TakeLine(text));
    if (!line.wrong.empty())
      problems_.push_back(
          fmt::format("{}, line {}: {}", file, number, line.wrong));
    for (NameRule& rule : line.rules) {
      rule.line = number;
      Add(std::move(rule), file);
    }
  }
}

NameRules NameRules::Parse(std::string_view aliases, std::string_view stops) {
  NameRules rules;
  rules.ReadFile(aliases, kAliasesName, ReadAliasLine);
  rules.ReadFile(stops, kStopsName, ReadStopLine);
  return rules;
}

const NameRule* NameRules::Find(NameRule::Kind kind, FieldId field,
                                const std::string& name, const ScopeTest& fits,
                                const std::string* known_as) const {
  const auto at = by_name_.find(name);
  if (at == by_name_.end()) return nullptr;
  const NameRule* for_all = nullptr;
  for (const std::size_t i : at->second) {
    const NameRule& rule = rules_[i];
    const bool is_meant =
        rule.kind == kind && rule.field.value_or(field) == field &&
        (known_as == nullptr || FoldValue(rule.known_as) == *known_as);
    if (!is_meant) continue;
    if (!rule.scope.field) {
      if (for_all == nullptr) for_all = &rule;
    } else if (fits(rule.scope)) {
      return &rule;
    }
  }
  return for_all;
}

const NameRule* NameRules::Known(FieldId field, const std::string& own,
                                 const std::string& name,
                                 const ScopeTest& fits) const {
  using Kind = NameRule::Kind;
  const NameRule* known = nullptr;
  std::string at = name;
  for (int step = 0; step < kMostSteps; ++step) {
    const NameRule* next = Find(Kind::kKnownAs, field, at, fits);
    if (next == nullptr) break;
    const std::string target = FoldValue(next->known_as);
    if (Find(Kind::kApart, field, own, fits, &target) != nullptr) break;
    known = next;
    at = target;
  }
  return known;
}

RuledName NameRules::Of(FieldId field, const std::string& own,
                        const std::string& known, const ScopeTest& fits) const {
  using As = RuledName::As;
  using Kind = NameRule::Kind;
  RuledName ruled;
  if (const NameRule* stop = Find(Kind::kStop, field, own, fits))
    return {.as = As::kNotCounted, .known_as = nullptr, .why = stop};
  const NameRule* rule = Known(field, own, own, fits);
  std::string name = own;
  if (rule == nullptr && known != own) {
    const NameRule* apart = Find(Kind::kApart, field, own, fits, &known);
    if (apart != nullptr) {
      ruled.why = apart;
    } else {
      ruled.as = As::kKnown;
      name = known;
      rule = Known(field, own, known, fits);
    }
  }
  if (rule != nullptr) {
    ruled = {.as = As::kRuled, .known_as = &rule->known_as, .why = rule};
    name = FoldValue(rule->known_as);
  }
  if (name == own) return ruled;
  if (const NameRule* stop = Find(Kind::kStop, field, name, fits))
    return {.as = As::kNotCounted, .known_as = nullptr, .why = stop};
  return ruled;
}

const std::string* NameRules::SpellingOf(FieldId field,
                                         const std::string& folded) const {
  const auto at = by_known_as_.find(folded);
  if (at == by_known_as_.end()) return nullptr;
  for (const std::size_t i : at->second) {
    if (rules_[i].field.value_or(field) == field) return &rules_[i].known_as;
  }
  return nullptr;
}

bool NameRules::Concern(FieldId field, const std::string& folded) const {
  const auto any = [&](const auto& index) {
    const auto at = index.find(folded);
    return at != index.end() &&
           std::any_of(at->second.begin(), at->second.end(), [&](auto i) {
             return rules_[i].field.value_or(field) == field;
           });
  };
  return any(by_name_) || any(by_known_as_);
}

bool NameRules::Deny(FieldId field, const std::string& folded) const {
  const auto at = by_name_.find(folded);
  return at != by_name_.end() &&
         std::any_of(at->second.begin(), at->second.end(), [&](auto i) {
           return rules_[i].kind != NameRule::Kind::kKnownAs &&
                  rules_[i].field.value_or(field) == field;
         });
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
    problems.push_back(text.error().message);
    return "";
  };
  const std::string aliases = read(kAliasesName);
  NameRules rules = NameRules::Parse(aliases, read(kStopsName));
  rules.problems_.insert(rules.problems_.begin(), problems.begin(),
                         problems.end());
  return rules;
}

}  // namespace archive
