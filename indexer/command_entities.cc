#include "indexer/command_entities.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "common/file_system.h"
#include "common/index/index_layout.h"
#include "common/index/open_index.h"
#include "common/index/schema.h"
#include "common/text/counts.h"
#include "common/text/fold.h"
#include "common/text/printable.h"
#include "common/text/shell_words.h"
#include "indexer/command_action.h"
#include "indexer/entity_edits.h"
#include "indexer/entity_request.h"
#include "indexer/entity_screens.h"
#include "indexer/entity_tally.h"
#include "indexer/name_rule_files.h"

namespace archive {
namespace {

constexpr std::size_t kMostEvidence = 5;
constexpr std::size_t kMostDoubts = 5;

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
  Status NeedNames(std::size_t at_least, std::string_view usage) const;
  Result<OpenIndex> Open() const;
  // Puts the changed files in their place and says how the names are counted
  // then.
  Status Apply(NameRuleFiles files, const std::vector<std::string>& names);
  Status TellCounts(const std::vector<std::string>& names);
  void TellDoubts(const OpenIndex& index) const;

  const std::string& index_;
  const EntitiesArguments& arguments_;
  std::istream& in_;
  const Console& console_;
  EntityRequest request_;
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

int EntitiesCommand::Run() {
  const auto action =
      FindAction("entities", arguments_.action, kActions,
                 [](const Action& row) { return row.shown.name; });
  if (!action) return ReportError(action.error(), console_.err);
  Result<EntityRequest> request =
      ReadEntityRequest(arguments_.words,
                        {{FieldId::kSource, arguments_.source},
                         {FieldId::kSection, arguments_.section},
                         {FieldId::kId, arguments_.id}},
                        arguments_.action == "list" ? FirstWord::kMayBeAnything
                                                    : FirstWord::kIsNoTypo);
  if (!request) return ReportError(request.error(), console_.err);
  request_ = *std::move(request);
  const Status done = (this->*(*action)->run)();
  return done ? 0 : ReportError(done.error(), console_.err);
}

Status EntitiesCommand::NeedNames(std::size_t at_least,
                                  std::string_view usage) const {
  if (request_.names.size() >= at_least) return Ok();
  return Error{
      ErrorCode::kUsage,
      fmt::format("{} needs {}", arguments_.action, Counted(at_least, "name")),
      fmt::format("archive-index entities {}", usage)};
}

Result<OpenIndex> EntitiesCommand::Open() const {
  ASSIGN_OR_RETURN(OpenIndex index, OpenIndex::Open(index_));
  const NameRules& rules = index.parts().front().name_rules;
  for (const auto* const texts : {&rules.problems(), &rules.notices()}) {
    for (const std::string& text : *texts)
      console_.err << "archive-index: " << Printable(text) << '\n';
  }
  TellDoubts(index);
  return index;
}

// A comma belongs to many names; where no article has such a name, it was
// meant to stand between two.
void EntitiesCommand::TellDoubts(const OpenIndex& index) const {
  const NameRules& rules = index.parts().front().name_rules;
  std::size_t told = 0;
  for (const NameRule& rule : rules.rules()) {
    if (told == kMostDoubts) return;
    if (rule.name.find_first_of(",;") == std::string::npos) continue;
    const std::vector<FieldId> fields =
        rule.field ? std::vector<FieldId>{*rule.field} : FieldsOfNames();
    const bool is_written = std::any_of(
        fields.begin(), fields.end(),
        [&](FieldId field) { return IsWritten(index, field, rule.name); });
    if (is_written) continue;
    ++told;
    console_.err << fmt::format(
        "archive-index: {}: no article has this name; = stands between names, "
        "and a line of {} has one\n",
        Printable(RuleText(rule)), kStopsName);
  }
}

Status EntitiesCommand::List() {
  ASSIGN_OR_RETURN(const OpenIndex index, Open());
  std::vector<std::string> words;
  for (const std::string& word : request_.names)
    words.push_back(FoldValue(word));
  const std::vector<EntityRow> rows = TallyEntities(
      index, request_.Fields(),
      [&words](std::string_view name) {
        return std::all_of(words.begin(), words.end(),
                           [name](const std::string& word) {
                             return name.find(word) != std::string_view::npos;
                           });
      },
      arguments_.limit);
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
  const std::string wanted = FoldValue(request_.names.front());
  bool is_any = false;
  for (const FieldId field : request_.Fields()) {
    for (const EntityRow& row : TallyEntities(
             index, {&field, 1},
             [&wanted](std::string_view name) { return name == wanted; },
             SIZE_MAX)) {
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
  ASSIGN_OR_RETURN(NameRuleFiles files, NameRuleFiles::ReadToChange(index_));
  RETURN_IF_ERROR(MergeNames(files, request_));
  return Apply(std::move(files), {request_.names.front()});
}

Status EntitiesCommand::Split() {
  RETURN_IF_ERROR(NeedNames(1, "split [KIND] NAME..."));
  ASSIGN_OR_RETURN(NameRuleFiles files, NameRuleFiles::ReadToChange(index_));
  RETURN_IF_ERROR(SplitNames(files, request_, [this]() { return Open(); }));
  return Apply(std::move(files), request_.names);
}

Status EntitiesCommand::Stop() {
  RETURN_IF_ERROR(NeedNames(1, "stop [KIND] NAME..."));
  ASSIGN_OR_RETURN(NameRuleFiles files, NameRuleFiles::ReadToChange(index_));
  RETURN_IF_ERROR(StopNames(files, request_, arguments_.undo));
  return Apply(std::move(files), request_.names);
}

// Others may change the files as soon as they are written.
Status EntitiesCommand::Apply(NameRuleFiles files,
                              const std::vector<std::string>& names) {
  {
    const NameRuleFiles changed = std::move(files);
    RETURN_IF_ERROR(changed.Write());
  }
  return TellCounts(names);
}

Status EntitiesCommand::TellCounts(const std::vector<std::string>& names) {
  ASSIGN_OR_RETURN(const OpenIndex index, Open());
  std::vector<std::string> folded;
  for (const std::string& name : names) folded.push_back(FoldValue(name));
  for (const FieldId field : request_.Fields()) {
    const std::vector<EntityRow> rows = TallyEntities(
        index, {&field, 1},
        [&folded](std::string_view name) {
          return std::find(folded.begin(), folded.end(), name) != folded.end();
        },
        SIZE_MAX);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto row = std::find_if(
          rows.begin(), rows.end(), [&](const EntityRow& candidate) {
            return FoldValue(candidate.name) == folded[i];
          });
      if (row == rows.end() && !request_.field) continue;
      console_.out << fmt::format(
          "{}: {}  {}\n", FieldFor(field).name, Printable(names[i]),
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
  ASSIGN_OR_RETURN(NameRuleFiles files, NameRuleFiles::ReadToChange(index_));
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
