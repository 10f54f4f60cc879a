#include "indexer/entity_edits.h"

#include <string>
#include <utility>

#include "common/text/fold.h"
#include "common/text/shell_words.h"
#include "indexer/entity_tally.h"

namespace archive {
namespace {

using OpenTheIndex = std::function<Result<OpenIndex>()>;

Error UsageError(std::string message, std::string hint) {
  return {ErrorCode::kUsage, std::move(message), std::move(hint)};
}

Status MergeName(NameRuleFiles& files, const EntityRequest& request,
                 const std::string& other) {
  const std::string& name = request.names.front();
  const NameRule rule = request.RuleFor(NameRule::Kind::kKnownAs, other, name);
  if (std::string wrong = ReadAliasLine(WrittenRule(rule)).wrong;
      !wrong.empty())
    return UsageError(std::move(wrong), "archive-index help entities");
  // What said the contrary goes.
  files.Remove(request.RuleFor(NameRule::Kind::kApart, other, name));
  files.Remove(request.RuleFor(NameRule::Kind::kApart, name, other));
  files.Remove(request.RuleFor(NameRule::Kind::kKnownAs, name, other));
  files.Add(rule);
  return Ok();
}

// The index itself, or a rule for all articles, says what it is.
Result<bool> SplitByTable(NameRuleFiles& files, const EntityRequest& request,
                          const std::string& name, const OpenTheIndex& open) {
  ASSIGN_OR_RETURN(const OpenIndex index, open());
  bool is_any = false;
  for (const FieldId field : request.Fields()) {
    for (const std::string& counted : CountedUnder(index, field, name)) {
      if (FoldValue(counted) == FoldValue(name)) continue;
      NameRule apart = request.RuleFor(NameRule::Kind::kApart, name, counted);
      apart.field = field;
      is_any |= files.Add(apart);
    }
  }
  return is_any;
}

Status SplitName(NameRuleFiles& files, const EntityRequest& request,
                 const std::string& name, const OpenTheIndex& open) {
  const std::string folded = FoldValue(name);
  const NameRules before = files.Rules();
  const auto take_out = [&](std::string NameRule::*of) {
    bool is_any = false;
    for (const NameRule& rule : before.rules()) {
      const bool is_meant = rule.kind == NameRule::Kind::kKnownAs &&
                            FoldValue(rule.*of) == folded &&
                            (!request.field || rule.field == request.field) &&
                            rule.scope == request.scope;
      if (is_meant) is_any |= files.Remove(rule);
    }
    return is_any;
  };
  if (take_out(&NameRule::name)) return Ok();
  // A name that others are known by may yet be known by another one.
  for (const FieldId field : request.Fields()) {
    const bool is_other =
        before.Of(field, folded, folded, {}).as == RuledName::As::kRuled;
    if (is_other && take_out(&NameRule::known_as)) return Ok();
  }
  ASSIGN_OR_RETURN(const bool is_split,
                   SplitByTable(files, request, name, open));
  if (is_split) return Ok();
  return UsageError("nothing makes " + name + " another name",
                    "archive-index entities show " + ShellWord(name) +
                        " says what it counts as");
}

}  // namespace

Status MergeNames(NameRuleFiles& files, const EntityRequest& request) {
  const std::size_t problems = files.Rules().problems().size();
  for (std::size_t i = 1; i < request.names.size(); ++i)
    RETURN_IF_ERROR(MergeName(files, request, request.names[i]));
  const NameRules after = files.Rules();
  if (after.problems().size() <= problems) return Ok();
  return UsageError(
      after.problems().back(),
      "nothing was changed; archive-index entities export lists the rules");
}

Status SplitNames(NameRuleFiles& files, const EntityRequest& request,
                  const OpenTheIndex& open) {
  for (const std::string& name : request.names)
    RETURN_IF_ERROR(SplitName(files, request, name, open));
  return Ok();
}

Status StopNames(NameRuleFiles& files, const EntityRequest& request,
                 bool undo) {
  for (const std::string& name : request.names) {
    const NameRule rule = request.RuleFor(NameRule::Kind::kStop, name, "");
    if (std::string wrong = ReadStopLine(WrittenRule(rule)).wrong;
        !wrong.empty())
      return UsageError(std::move(wrong), "archive-index help entities");
    if (!undo) {
      files.Add(rule);
    } else if (!files.Remove(rule)) {
      return UsageError("no rule stops " + name,
                        "archive-index entities export lists the rules");
    }
  }
  return Ok();
}

}  // namespace archive
