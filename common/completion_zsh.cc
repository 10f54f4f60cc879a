#include <vector>

#include <fmt/format.h>

#include "common/completion.h"

namespace archive {
namespace {

// zsh takes the quotes off and puts them on; -U since the program has chosen.
constexpr std::string_view kQuery = R"zsh(
_NAME__query() {
  local typed=$PREFIX db=${opt_args[--db]}
  local -a found
  [[ -z $compstate[quoting] ]] && typed=${(Q)PREFIX}
  found=("${(@f)$(PROGRAM ${db:+--db=${(Q)db}} --complete -- "$typed" 2>/dev/null)}")
  found=(${found:#})
  # A field alone is no end: no space behind it.
  compadd -U -S '' -- ${(M)found:#*:}
  compadd -U -- ${found:#*:}
}
)zsh";

// A part of a specification of _arguments, in single quotes.
std::string Escaped(std::string_view text, std::string_view marks) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (c == '\\' || marks.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string Action(const OptionRow& option) {
  switch (KindOf(option)) {
    case ValueKind::kNone:
      return "";
    case ValueKind::kFree:
      return " ";
    case ValueKind::kChoice:
      if (option.is_repeated)
        return fmt::format("_sequence compadd - {}",
                           fmt::join(option.choices, " "));
      return fmt::format("({})", fmt::join(option.choices, " "));
    case ValueKind::kFile:
      return "_files";
    case ValueKind::kDirectory:
      return "_files -/";
    case ValueKind::kQuery:
      return "_NAME__query";
  }
  return "";
}

std::string ValueSpec(const OptionRow& option) {
  if (option.need == ValueNeed::kNone) return "";
  return fmt::format("{}{}:{}",
                     option.need == ValueNeed::kOptional ? "::" : ":",
                     Escaped(option.value, ":"), Action(option));
}

// '(-n --limit)--limit=[help]:N: '
std::vector<std::string> Specs(const OptionRow& option) {
  std::vector<std::string> specs;
  for (const std::string& name : option.names) {
    std::string spec = option.is_repeated
                           ? "*"
                           : fmt::format("({})", fmt::join(option.names, " "));
    spec += name;
    if (option.need != ValueNeed::kNone)
      spec += name.starts_with("--") ? "=" : "+";
    spec += '[' + Escaped(option.help, "[]") + ']' + ValueSpec(option);
    specs.push_back('\'' + spec + '\'');
  }
  return specs;
}

std::string CommandsSpec(const CommandTable& table) {
  std::string text = "'1:command:((";
  for (const CommandTable& command : table.commands)
    text +=
        fmt::format("{}\\:\"{}\" ", command.name, Escaped(command.help, ":\""));
  return text + "))'";
}

std::string Arguments(const CommandTable& table, std::string_view indent) {
  std::vector<std::string> specs;
  for (const OptionRow& option : OptionsOf(table)) {
    for (std::string& spec : Specs(option)) specs.push_back(std::move(spec));
  }
  if (!table.commands.empty()) {
    specs.push_back(CommandsSpec(table));
    specs.emplace_back("'*::argument:->command'");
  }
  for (const OptionRow& argument : table.arguments)
    specs.push_back(fmt::format("'{}:{}:{}'", argument.is_repeated ? "*" : "1",
                                argument.value, Action(argument)));
  return fmt::format("{0}_arguments -C -s -S \\\n{0}  {1}\n", indent,
                     fmt::join(specs, fmt::format(" \\\n{}  ", indent)));
}

}  // namespace

std::string ZshCompletion(const CommandTable& table) {
  std::string text =
      "#compdef PROGRAM\n"
      "# zsh completion of PROGRAM; PROGRAM --generate complete-zsh\n";
  if (AsksProgram(table)) text += kQuery;
  text +=
      "\n_NAME_() {\n"
      "  local curcontext=$curcontext state line\n"
      "  typeset -A opt_args\n" +
      Arguments(table, "  ");
  if (!table.commands.empty()) {
    text += "  [[ $state == command ]] || return 0\n  case $line[1] in\n";
    for (const CommandTable& command : table.commands)
      text += fmt::format("    {})\n{}      ;;\n", command.name,
                          Arguments(command, "      "));
    text += "  esac\n";
  }
  return ForProgram(text + "}\n\n_NAME_ \"$@\"\n", table.name);
}

}  // namespace archive
