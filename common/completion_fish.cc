#include <vector>

#include <fmt/format.h>

#include "common/completion.h"

namespace archive {
namespace {

constexpr std::string_view kQuery = R"fish(
# What the word at the cursor can become; an open quote is closed first.
function _NAME__query
    set -l before (commandline -opc)
    set -l word (commandline -ct)
    string match -q -- '-*' $word; and not contains -- -- $before; and return
    set -l text (string unescape -- "$word"
        or string unescape -- "$word'"
        or string unescape -- "$word\"")
    set -l db
    for i in (seq (count $before))
        string match -q -- '--db=*' $before[$i]; and set db $before[$i]
        test "$before[$i]" = --db; and set db --db=$before[(math $i + 1)]
    end
    PROGRAM $db --complete -- "$text" 2>/dev/null
end
)fish";

std::string Quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + '\'';
}

// What is offered behind an option or as an argument.
std::string Offered(const OptionRow& option) {
  switch (KindOf(option)) {
    case ValueKind::kNone:
      return "";
    case ValueKind::kFree:
      return " -x";
    case ValueKind::kChoice: {
      const std::string words =
          fmt::format("{}", fmt::join(option.choices, " "));
      if (option.is_repeated)
        return " -x -a " + Quoted("(__fish_append , " + words + ")");
      // -f and not -x: -x says that a value must stand behind it.
      return (option.need == ValueNeed::kOptional ? " -f -a " : " -x -a ") +
             Quoted(words);
    }
    case ValueKind::kFile:
      return " -r -F";
    case ValueKind::kDirectory:
      return " -x -a '(__fish_complete_directories)'";
    case ValueKind::kQuery:
      return " -x -a '(_NAME__query)'";
  }
  return "";
}

std::string Names(const OptionRow& option) {
  std::string text;
  for (const std::string& name : option.names)
    text += name.starts_with("--") ? " -l " + name.substr(2)
                                   : " -s " + name.substr(1);
  return text;
}

// `when` is a condition of fish, or empty.
std::string Lines(const CommandTable& table, const std::string& when) {
  const std::string begin =
      "complete -c PROGRAM" + (when.empty() ? "" : " -n " + Quoted(when));
  std::string text;
  for (const OptionRow& option : OptionsOf(table))
    text += begin + Names(option) + Offered(option) + " -d " +
            Quoted(option.help) + '\n';
  for (const OptionRow& argument : table.arguments) {
    const ValueKind kind = KindOf(argument);
    if (kind == ValueKind::kFile) {
      text += begin + " -F\n";
    } else if (kind == ValueKind::kQuery || kind == ValueKind::kChoice) {
      text += begin + Offered(argument).substr(3) + '\n';
    }
  }
  return text;
}

}  // namespace

std::string FishCompletion(const CommandTable& table) {
  std::string text =
      "# fish completion of PROGRAM; PROGRAM --generate complete-fish\n";
  if (AsksProgram(table)) text += kQuery;
  text += "\ncomplete -c PROGRAM -f\n";
  std::vector<std::string> names;
  for (const CommandTable& command : table.commands)
    names.push_back(command.name);
  const std::string seen =
      fmt::format("__fish_seen_subcommand_from {}", fmt::join(names, " "));
  const std::string first = names.empty() ? "" : "not " + seen;
  text += Lines(table, first);
  for (const CommandTable& command : table.commands) {
    text += fmt::format("complete -c PROGRAM -n {} -a {} -d {}\n",
                        Quoted(first), command.name, Quoted(command.help));
    text += Lines(command, "__fish_seen_subcommand_from " + command.name);
  }
  return ForProgram(text, table.name);
}

}  // namespace archive
