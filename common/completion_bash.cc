#include <vector>

#include <fmt/format.h>

#include "common/completion.h"

namespace archive {
namespace {

// bash parts words at colons, too, and replaces only what is behind the last
// one or behind the quote that is open; so the line is read here once more.
constexpr std::string_view kReadLine = R"bash(
# Reads the line up to the cursor: sets typed (the words that are complete,
# quotes taken off), word (the last one), quote (what is open in it) and from
# (where in word that begins which bash replaces).
_NAME__read_line() {
  local line=${COMP_LINE:0:COMP_POINT} char next outside=0 is_word= i
  typed=() word= quote= from=0
  for ((i = 0; i < ${#line}; i++)); do
    char=${line:i:1}
    if [[ $quote && $char == "$quote" ]]; then
      quote= from=$outside
    elif [[ $quote == "'" ]]; then
      word+=$char
    elif [[ $char == \\ ]]; then
      ((++i))
      next=${line:i:1}
      [[ $quote && $next != [\"\\\$\`] ]] && word+=$char
      word+=$next is_word=1
    elif [[ $quote ]]; then
      word+=$char
    elif [[ $char == [\"\'] ]]; then
      quote=$char outside=$from from=${#word} is_word=1
    elif [[ $char == [[:space:]] ]]; then
      [[ $is_word ]] && typed+=("$word")
      word= from=0 is_word=
    else
      word+=$char is_word=1
      [[ $COMP_WORDBREAKS == *"$char"* ]] && from=${#word}
      # bash parts words at @, but replaces it with what is behind it.
      [[ $char == @ && $from == "${#word}" ]] && ((--from))
    fi
  done
}
)bash";

constexpr std::string_view kOffer = R"bash(
# Offers what stands in found, quoted as the word is.
_NAME__offer() {
  local candidate
  for candidate in "${found[@]}"; do
    candidate=${candidate:from}
    case $quote in
      \') candidate=${candidate//\'/\'\\\'\'} ;;
      \")
        candidate=${candidate//\\/\\\\}
        candidate=${candidate//\"/\\\"}
        candidate=${candidate//\$/\\\$}
        candidate=${candidate//\`/\\\`}
        # bash takes this last quote for the one that closes and adds none.
        [[ $candidate == *\" ]] && candidate+=\"
        ;;
      *)
        # %q escapes commas, too, which need none here.
        [[ $candidate == *[^[:alnum:]_,.:/=-]* ]] &&
          printf -v candidate %q "$candidate"
        ;;
    esac
    COMPREPLY+=("$candidate")
  done
}

# Finds those of the words $1 that begin as what is typed behind $2 does.
_NAME__choose() {
  local choice IFS=$' \t\n'
  for choice in $1; do
    [[ $2$choice == "$word"* ]] && found+=("$2$choice")
  done
}

# Finds what the query behind $1 can go on with; a field alone is no end.
_NAME__query() {
  local text
  while IFS= read -r text; do
    found+=("$1$text")
  done < <("$program" ${db:+"--db=$db"} --complete -- "${word#"$1"}" \
    2>/dev/null)
  [[ ${found[*]} == *: ]] || return
  compopt -o nospace 2>/dev/null
  # bash would close the quote behind the only thing that is found.
  [[ $quote && ${#found[@]} -eq 1 ]] && found+=("${found[0]}\"")
}
)bash";

constexpr std::string_view kMain = R"bash(
_NAME_() {
  local typed=() found=() word quote from kind words
  local program=${1:-PROGRAM} command= db= option= size= ended= prefix= i
  COMPREPLY=()
  _NAME__read_line
  for ((i = 1; i < ${#typed[@]}; i++)); do
    size=
    if [[ $option ]]; then
      [[ $option == --db ]] && db=${typed[i]}
      option=
    elif [[ $ended ]]; then
      :
    elif [[ ${typed[i]} == -- ]]; then
      ended=1
    elif [[ ${typed[i]} == --db=* ]]; then
      db=${typed[i]#*=}
    elif [[ ${typed[i]} == -* ]]; then
      _NAME__value "$command" "${typed[i]}"
      case $kind in
        none) ;;
        optional) size=$words ;;
        *) option=${typed[i]} ;;
      esac
    elif [[ -z $command ]]; then
      _NAME__value '' command
      [[ " $words " == *" ${typed[i]} "* ]] && command=${typed[i]}
    fi
  done
  if [[ $option ]]; then
    _NAME__value "$command" "$option"
  elif [[ -z $ended && $word == --*=* ]]; then
    prefix=${word%%=*}=
    _NAME__value "$command" "${word%%=*}"
  elif [[ -z $ended && $word == -* ]]; then
    _NAME__options "$command"
  else
    _NAME__value "$command" argument
    [[ $size ]] && _NAME__choose "$size" ''
  fi
  case $kind in
    words | optional) _NAME__choose "$words" "$prefix" ;;
    list)
      [[ ${word#"$prefix"} == *,* ]] && prefix=${word%,*},
      _NAME__choose "$words" "$prefix"
      ;;
    file) compopt -o default 2>/dev/null ;;
    directory) compopt -o dirnames 2>/dev/null ;;
    query) _NAME__query "$prefix" ;;
  esac
  _NAME__offer
}

complete -F _NAME_ PROGRAM
)bash";

std::string KindWord(const OptionRow& option) {
  switch (KindOf(option)) {
    case ValueKind::kNone:
      return "none";
    case ValueKind::kFree:
      return "free";
    case ValueKind::kFile:
      return "file";
    case ValueKind::kDirectory:
      return "directory";
    case ValueKind::kQuery:
      return "query";
    case ValueKind::kChoice:
      break;
  }
  if (option.need == ValueNeed::kOptional) return "optional";
  return option.is_repeated ? "list" : "words";
}

std::string Assigned(const OptionRow& option) {
  std::string text = "kind=" + KindWord(option);
  if (!option.choices.empty())
    text += fmt::format(" words='{}'", fmt::join(option.choices, " "));
  return text;
}

std::string OptionsCase(const CommandTable& table, const std::string& name) {
  std::vector<std::string> names;
  for (const OptionRow& option : OptionsOf(table))
    names.insert(names.end(), option.names.begin(), option.names.end());
  return fmt::format("    '{}') words='{}' ;;\n", name, fmt::join(names, " "));
}

std::string ValueCases(const CommandTable& table, const std::string& name) {
  std::string text;
  for (const OptionRow& option : OptionsOf(table)) {
    if (option.need == ValueNeed::kNone) continue;
    std::vector<std::string> patterns;
    for (const std::string& typed : option.names)
      patterns.push_back(fmt::format("'{} {}'", name, typed));
    text += fmt::format("    {}) {} ;;\n", fmt::join(patterns, " | "),
                        Assigned(option));
  }
  for (const OptionRow& argument : table.arguments)
    text += fmt::format("    '{} argument') {} ;;\n", name, Assigned(argument));
  if (!table.commands.empty()) {
    std::vector<std::string> names;
    for (const CommandTable& command : table.commands)
      names.push_back(command.name);
    text += fmt::format(
        "    '{0} argument' | '{0} command') kind=words words='{1}' ;;\n", name,
        fmt::join(names, " "));
  }
  return text;
}

}  // namespace

std::string BashCompletion(const CommandTable& table) {
  std::string options = OptionsCase(table, "");
  std::string values = ValueCases(table, "");
  for (const CommandTable& command : table.commands) {
    options += OptionsCase(command, command.name);
    values += ValueCases(command, command.name);
  }
  return ForProgram(
      "# bash completion of PROGRAM; PROGRAM --generate complete-bash\n"
      "# shellcheck shell=bash\n\n"
      "# The options of the command $1; '' is PROGRAM itself.\n"
      "_NAME__options() {\n  kind=words words=\n  case $1 in\n" +
          options +
          "  esac\n}\n\n"
          "# What stands behind the option $2 of the command $1.\n"
          "_NAME__value() {\n  kind=none words=\n  case \"$1 $2\" in\n" +
          values + "  esac\n}\n" + std::string(kReadLine) +
          std::string(kOffer) + std::string(kMain),
      table.name);
}

}  // namespace archive
