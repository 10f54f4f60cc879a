#include "indexer/name_rule_files.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "common/file_system.h"
#include "common/index/index_layout.h"
#include "common/text/fold.h"
#include "common/text/rule_lines.h"

namespace archive {
namespace {

Result<std::string> ReadRuleFile(const std::string& path) {
  if (!FileExists(path)) return std::string();
  ASSIGN_OR_RETURN(const std::uint64_t size, FileSize(path));
  if (size > kMaxNameRulesFile)
    return Error{ErrorCode::kConfiguration, path + " is too long",
                 "16 MiB are read"};
  return ReadRegularFile(path);
}

bool SaysTheSame(const NameRule& a, const NameRule& b) {
  return a.kind == b.kind && a.field == b.field &&
         FoldValue(a.name) == FoldValue(b.name) &&
         FoldValue(a.known_as) == FoldValue(b.known_as) &&
         a.scope.field == b.scope.field &&
         FoldValue(a.scope.value) == FoldValue(b.scope.value);
}

NameLine ReadLine(std::string_view line, bool is_stop) {
  return is_stop ? ReadStopLine(line) : ReadAliasLine(line);
}

// What is left of a line without a rule; nothing: the line goes.
std::string LinesWithout(const std::vector<NameRule>& rules,
                         const NameRule& gone) {
  std::string lines;
  for (const NameRule& rule : rules) {
    if (!SaysTheSame(rule, gone)) lines += WrittenRule(rule) + '\n';
  }
  return lines;
}

bool IsAliasLine(std::string_view line) {
  return FindMark(WithoutComment(line), "=") != std::string_view::npos;
}

}  // namespace

Result<NameRuleFiles> NameRuleFiles::Read(const std::string& index) {
  NameRuleFiles files(index);
  ASSIGN_OR_RETURN(files.aliases_,
                   ReadRuleFile(index + '/' + std::string(kAliasesName)));
  ASSIGN_OR_RETURN(files.stops_,
                   ReadRuleFile(index + '/' + std::string(kStopsName)));
  return files;
}

bool NameRuleFiles::Add(const NameRule& rule) {
  const NameRules known = Rules();
  const bool is_there = std::any_of(
      known.rules().begin(), known.rules().end(),
      [&rule](const NameRule& other) { return SaysTheSame(rule, other); });
  if (is_there) return false;
  std::string& file = FileOf(rule);
  if (!file.empty() && file.back() != '\n') file += '\n';
  file += WrittenRule(rule) + '\n';
  return true;
}

bool NameRuleFiles::Remove(const NameRule& rule) {
  std::string& file = FileOf(rule);
  std::string kept;
  bool is_any = false;
  for (std::string_view rest = file; !rest.empty();) {
    const std::size_t size = std::min(rest.find('\n'), rest.size() - 1) + 1;
    const std::string_view line = rest.substr(0, size);
    rest.remove_prefix(size);
    const NameLine read = ReadLine(
        WithoutBlanks(WithoutUtf8Mark(line.substr(0, line.find('\n')))),
        rule.kind == NameRule::Kind::kStop);
    const bool says = std::any_of(
        read.rules.begin(), read.rules.end(),
        [&rule](const NameRule& other) { return SaysTheSame(rule, other); });
    is_any |= says;
    kept += says ? LinesWithout(read.rules, rule) : std::string(line);
  }
  file = std::move(kept);
  return is_any;
}

std::string NameRuleFiles::Export() const {
  std::string lines;
  const NameRules rules = Rules();
  for (const NameRule& rule : rules.rules()) lines += WrittenRule(rule) + '\n';
  return lines;
}

Status NameRuleFiles::Write() const {
  const std::string aliases = index_ + '/' + std::string(kAliasesName);
  const std::string stops = index_ + '/' + std::string(kStopsName);
  if (!aliases_.empty() || FileExists(aliases))
    RETURN_IF_ERROR(ReplaceFile(aliases, aliases_));
  if (!stops_.empty() || FileExists(stops))
    RETURN_IF_ERROR(ReplaceFile(stops, stops_));
  return Ok();
}

ImportedRules ReadRules(std::string_view text) {
  ImportedRules imported;
  text = WithoutUtf8Mark(text);
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = TakeLine(text);
    NameLine read = ReadLine(line, !IsAliasLine(line));
    if (!read.wrong.empty())
      imported.problems.push_back(
          fmt::format("line {}: {}", number, read.wrong));
    std::move(read.rules.begin(), read.rules.end(),
              std::back_inserter(imported.rules));
  }
  return imported;
}

}  // namespace archive
