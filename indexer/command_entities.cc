#include "indexer/command_entities.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "common/file_system.h"
#include "common/index/open_index.h"
#include "common/index/schema.h"
#include "common/text/counts.h"
#include "common/text/fold.h"
#include "common/text/printable.h"
#include "common/text/shell_words.h"
#include "common/text/utf8.h"
#include "indexer/command_action.h"
#include "indexer/entity_screens.h"
#include "indexer/entity_tally.h"
#include "indexer/name_rule_files.h"

namespace archive {
namespace {

constexpr std::size_t kMostEvidence = 5;

// What was typed, understood.
struct Request {
  std::optional<FieldId> field;  // of the kind that was named
  std::vector<std::string> names;
  NameScope scope;
};

class EntitiesCommand {
 public:
  EntitiesCommand(const std::string& index, const EntitiesArguments& arguments,
                  std::istream& in, const Console& console)
      : index_(index), arguments_(arguments), in_(in), console_(console) {}

  int Run();

  Status List();
  Status Show();
  Status Merge();
  Status Split();
  Status Stop();
  Status ExportRules();
  Status ImportRules();

 private:
  Status ReadRequest();
  std::vector<FieldId> Fields() const;
  Status NeedNames(std::size_t at_least, std::string_view usage) const;
  NameRule RuleFor(NameRule::Kind kind, const std::string& name,
                   const std::string& known_as) const;
  Result<OpenIndex> Open() const;
  // Changes the files and says how the names are counted then.
  Status Apply(const NameRuleFiles& files,
               const std::vector<std::string>& names);
  Status TellCounts(const std::vector<std::string>& names);
  Status SplitName(NameRuleFiles& files, const std::string& name);

  const std::string& index_;
  const EntitiesArguments& arguments_;
  std::istream& in_;
  const Console& console_;
  Request request_;
};

struct Action {
  EntityAction shown;
  Status (EntitiesCommand::*run)();
};

constexpr std::array<Action, 7> kActions = {{
    {{"list", "list [KIND] [WORDS]", "names, most articles first"},
     &EntitiesCommand::List},
    {{"show", "show [KIND] NAME", "a name: its forms, rules and articles"},
     &EntitiesCommand::Show},
    {{"merge", "merge [KIND] NAME OTHER...", "the others are this name"},
     &EntitiesCommand::Merge},
    {{"split", "split [KIND] NAME...", "these are names of their own"},
     &EntitiesCommand::Split},
    {{"stop", "stop [KIND] NAME...", "these are no names; --undo: they are"},
     &EntitiesCommand::Stop},
    {{"export", "export", "all rules, a line each"},
     &EntitiesCommand::ExportRules},
    {{"import", "import FILE", "adds rules as export writes them; - is stdin"},
     &EntitiesCommand::ImportRules},
}};

Error UsageError(std::string message, std::string hint) {
  return {ErrorCode::kUsage, std::move(message), std::move(hint)};
}

int EntitiesCommand::Run() {
  const auto action =
      FindAction("entities", arguments_.action, kActions,
                 [](const Action& row) { return row.shown.name; });
  if (!action) return ReportError(action.error(), console_.err);
  const Status read = ReadRequest();
  if (!read) return ReportError(read.error(), console_.err);
  const Status done = (this->*(*action)->run)();
  return done ? 0 : ReportError(done.error(), console_.err);
}

Status EntitiesCommand::ReadRequest() {
  for (const std::string& word : arguments_.words)
    request_.names.push_back(CleanValue(word));
  if (!request_.names.empty()) {
    const Field* kind = FindField(request_.names.front());
    if (kind != nullptr && kind->type == FieldType::kEntity) {
      if (kind->id != FieldId::kEntity) request_.field = kind->id;
      request_.names.erase(request_.names.begin());
    }
  }
  const std::pair<FieldId, const std::string*> scopes[] = {
      {FieldId::kSource, &arguments_.source},
      {FieldId::kSection, &arguments_.section},
      {FieldId::kId, &arguments_.id}};
  for (const auto& [field, value] : scopes) {
    if (value->empty()) continue;
    if (request_.scope.field)
      return UsageError("a rule holds for one source, one section or one id",
                        "give one of --source, --section, --id");
    request_.scope = {field, *value};
  }
  return Ok();
}

std::vector<FieldId> EntitiesCommand::Fields() const {
  if (request_.field) return {*request_.field};
  return FieldsOfNames();
}

Status EntitiesCommand::NeedNames(std::size_t at_least,
                                  std::string_view usage) const {
  if (request_.names.size() >= at_least) return Ok();
  return UsageError(
      fmt::format("{} needs {}", arguments_.action, Counted(at_least, "name")),
      fmt::format("archive-index entities {}", usage));
}

NameRule EntitiesCommand::RuleFor(NameRule::Kind kind, const std::string& name,
                                  const std::string& known_as) const {
  return {.kind = kind,
          .field = request_.field,
          .name = name,
          .known_as = known_as,
          .scope = request_.scope};
}

Result<OpenIndex> EntitiesCommand::Open() const {
  ASSIGN_OR_RETURN(OpenIndex index, OpenIndex::Open(index_));
  for (const std::string& problem : index.parts().front().name_rules.problems())
    console_.err << "archive-index: " << Printable(problem)
                 << "; it is left out\n";
  return index;
}

Status EntitiesCommand::List() {
  ASSIGN_OR_RETURN(const OpenIndex index, Open());
  std::vector<EntityRow> rows;
  for (const FieldId field : Fields()) {
    for (EntityRow& row : TallyEntities(index, field)) {
      const std::string name = FoldValue(row.name);
      const bool is_asked_for =
          std::all_of(request_.names.begin(), request_.names.end(),
                      [&name](const std::string& word) {
                        return name.find(FoldValue(word)) != std::string::npos;
                      });
      if (is_asked_for) rows.push_back(std::move(row));
    }
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const EntityRow& a, const EntityRow& b) {
                     return a.articles > b.articles;
                   });
  rows.resize(std::min(rows.size(), arguments_.limit));
  if (arguments_.as_json) {
    PrintEntityJson(index_, rows, console_.out);
  } else if (rows.empty()) {
    console_.err << "no names\n";
  } else {
    PrintEntityList(rows, console_.out);
  }
  return Ok();
}

Status EntitiesCommand::Show() {
  RETURN_IF_ERROR(NeedNames(1, "show [KIND] NAME"));
  ASSIGN_OR_RETURN(const OpenIndex index, Open());
  bool is_any = false;
  for (const FieldId field : Fields()) {
    for (const EntityRow& row : TallyEntities(index, field)) {
      if (FoldValue(row.name) != FoldValue(request_.names.front())) continue;
      if (is_any) console_.out << '\n';
      RETURN_IF_ERROR(PrintEntity(index, row, kMostEvidence, console_.out));
      is_any = true;
    }
  }
  if (is_any) return Ok();
  return Error{ErrorCode::kNotFound,
               "no article is counted under " + request_.names.front(),
               "archive-index entities list " +
                   ShellWord(request_.names.front()) + " lists names like it"};
}

Status EntitiesCommand::Merge() {
  RETURN_IF_ERROR(NeedNames(2, "merge [KIND] NAME OTHER..."));
  ASSIGN_OR_RETURN(NameRuleFiles files, NameRuleFiles::Read(index_));
  const std::string& name = request_.names.front();
  for (std::size_t i = 1; i < request_.names.size(); ++i) {
    const std::string& other = request_.names[i];
    const NameRule rule = RuleFor(NameRule::Kind::kKnownAs, other, name);
    if (std::string wrong = ReadAliasLine(WrittenRule(rule)).wrong;
        !wrong.empty())
      return UsageError(std::move(wrong), "archive-index help entities");
    files.Remove(RuleFor(NameRule::Kind::kApart, other, name));
    const std::size_t problems = files.Rules().problems().size();
    files.Add(rule);
    const NameRules after = files.Rules();
    if (after.problems().size() > problems)
      return UsageError(
          after.problems().back(),
          fmt::format("archive-index entities split {}", ShellWord(other)));
  }
  return Apply(files, {name});
}

Status EntitiesCommand::SplitName(NameRuleFiles& files,
                                  const std::string& name) {
  bool is_any = false;
  const NameRules before = files.Rules();
  for (const NameRule& rule : before.rules()) {
    const bool is_meant = rule.kind == NameRule::Kind::kKnownAs &&
                          FoldValue(rule.name) == FoldValue(name) &&
                          (!request_.field || rule.field == request_.field) &&
                          rule.scope == request_.scope;
    if (is_meant) is_any |= files.Remove(rule);
  }
  if (is_any) return Ok();
  // The index itself, or a rule for all articles, says what it is.
  ASSIGN_OR_RETURN(const OpenIndex index, Open());
  for (const FieldId field : Fields()) {
    for (const EntityRow& row : TallyEntities(index, field)) {
      const bool has_form = std::any_of(
          row.forms.begin(), row.forms.end(), [&name](const EntityForm& form) {
            return FoldValue(form.text) == FoldValue(name);
          });
      if (!has_form || FoldValue(row.name) == FoldValue(name)) continue;
      NameRule apart = RuleFor(NameRule::Kind::kApart, name, row.name);
      apart.field = field;
      is_any |= files.Add(apart);
    }
  }
  if (is_any) return Ok();
  return UsageError("nothing makes " + name + " another name",
                    "archive-index entities show " + ShellWord(name) +
                        " says what it counts as");
}

Status EntitiesCommand::Split() {
  RETURN_IF_ERROR(NeedNames(1, "split [KIND] NAME..."));
  ASSIGN_OR_RETURN(NameRuleFiles files, NameRuleFiles::Read(index_));
  for (const std::string& name : request_.names)
    RETURN_IF_ERROR(SplitName(files, name));
  return Apply(files, request_.names);
}

Status EntitiesCommand::Stop() {
  RETURN_IF_ERROR(NeedNames(1, "stop [KIND] NAME..."));
  ASSIGN_OR_RETURN(NameRuleFiles files, NameRuleFiles::Read(index_));
  for (const std::string& name : request_.names) {
    const NameRule rule = RuleFor(NameRule::Kind::kStop, name, "");
    if (std::string wrong = ReadStopLine(WrittenRule(rule)).wrong;
        !wrong.empty())
      return UsageError(std::move(wrong), "archive-index help entities");
    if (!arguments_.undo) {
      files.Add(rule);
    } else if (!files.Remove(rule)) {
      return UsageError("no rule stops " + name,
                        "archive-index entities export lists the rules");
    }
  }
  return Apply(files, request_.names);
}

Status EntitiesCommand::Apply(const NameRuleFiles& files,
                              const std::vector<std::string>& names) {
  RETURN_IF_ERROR(files.Write());
  return TellCounts(names);
}

Status EntitiesCommand::TellCounts(const std::vector<std::string>& names) {
  ASSIGN_OR_RETURN(const OpenIndex index, Open());
  for (const FieldId field : Fields()) {
    const std::vector<EntityRow> rows = TallyEntities(index, field);
    for (const std::string& name : names) {
      const auto row = std::find_if(
          rows.begin(), rows.end(), [&name](const EntityRow& candidate) {
            return FoldValue(candidate.name) == FoldValue(name);
          });
      if (row == rows.end() && !request_.field) continue;
      console_.out << fmt::format(
          "{}: {}  {}\n", FieldFor(field).name, Printable(name),
          Counted(row == rows.end() ? 0 : row->articles, "article"));
    }
  }
  return Ok();
}

Status EntitiesCommand::ExportRules() {
  ASSIGN_OR_RETURN(const NameRuleFiles files, NameRuleFiles::Read(index_));
  console_.out << files.Export();
  return Ok();
}

Status EntitiesCommand::ImportRules() {
  RETURN_IF_ERROR(NeedNames(1, "import FILE"));
  std::string text;
  if (request_.names.front() == "-") {
    text.assign(std::istreambuf_iterator<char>(in_), {});
  } else {
    ASSIGN_OR_RETURN(text, ReadRegularFile(request_.names.front()));
  }
  const ImportedRules imported = ReadRules(text);
  if (!imported.problems.empty())
    return Error{ErrorCode::kConfiguration,
                 fmt::format("{}: {}", request_.names.front(),
                             imported.problems.front()),
                 "nothing was changed"};
  ASSIGN_OR_RETURN(NameRuleFiles files, NameRuleFiles::Read(index_));
  std::size_t added = 0;
  for (const NameRule& rule : imported.rules) added += files.Add(rule) ? 1 : 0;
  RETURN_IF_ERROR(files.Write());
  console_.out << fmt::format("{}, {} of them new\n",
                              Counted(imported.rules.size(), "rule"),
                              WithCommas(added));
  return Ok();
}

}  // namespace

std::vector<EntityAction> EntityActions() {
  std::vector<EntityAction> actions;
  for (const Action& action : kActions) actions.push_back(action.shown);
  return actions;
}

int RunEntities(const std::string& index, const EntitiesArguments& arguments,
                std::istream& in, const Console& console) {
  return EntitiesCommand(index, arguments, in, console).Run();
}

}  // namespace archive
