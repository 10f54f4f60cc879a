#include "indexer/cli_entities.h"

#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "common/command_table.h"
#include "indexer/cli_build.h"
#include "indexer/entity_tally.h"

namespace archive {
namespace {

constexpr const char* kScopeGroup = "Where a rule holds (else: everywhere)";

std::string ActionsHelp() {
  std::string help = "What to do:";
  for (const EntityAction& action : EntityActions())
    help += fmt::format("{} {} ({})", help.back() == ':' ? "" : ";",
                        action.usage, action.help);
  return help;
}

std::vector<std::string> ActionNames() {
  std::vector<std::string> names;
  for (const EntityAction& action : EntityActions())
    names.emplace_back(action.name);
  return names;
}

}  // namespace

void DefineEntities(CLI::App& app, CommandLine& line) {
  EntitiesArguments& entities = line.entities;
  app.add_option("ACTION", entities.action, ActionsHelp())
      ->type_name("")
      ->check(Suggested(ActionNames()))
      ->group(kReadingGroup);
  app.add_option("NAME", entities.words,
                 "person, org or place (else: all three), and names; of list: "
                 "words that they have")
      ->type_name("")
      ->group(kReadingGroup);
  app.add_flag("--undo", entities.undo, "Of stop: these are names again")
      ->group(kReadingGroup);
  app.add_option("--source", entities.source, "Articles of this source")
      ->type_name("NAME")
      ->group(kScopeGroup);
  app.add_option("--section", entities.section, "Articles of this section")
      ->type_name("NAME")
      ->group(kScopeGroup);
  app.add_option("--id", entities.id, "The article with this id")
      ->type_name("ID")
      ->group(kScopeGroup);
  app.add_option("-n,--limit", entities.limit, "Of list: so many names (20)")
      ->type_name("NUMBER")
      ->group(kOutputGroup);
  app.add_flag("--json", entities.as_json, "Of list: print one JSON object")
      ->group(kOutputGroup);
}

}  // namespace archive
