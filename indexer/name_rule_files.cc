#include "indexer/name_rule_files.h"

#include <chrono>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "common/clock.h"
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

// Rules that say the same have the same.
std::string KeyOf(const NameRule& rule) {
  return fmt::format(
      "{}\n{}\n{}\n{}\n{}\n{}", static_cast<int>(rule.kind),
      rule.field ? static_cast<int>(*rule.field) : -1, FoldValue(rule.name),
      FoldValue(rule.known_as),
      rule.scope.field ? static_cast<int>(*rule.scope.field) : -1,
      FoldValue(rule.scope.value));
}

NameLine ReadLine(std::string_view line, bool is_stop) {
  return is_stop ? ReadStopLine(line) : ReadAliasLine(line);
}

// The time that people wait for others who change the rules.
constexpr std::chrono::seconds kMostWaiting{30};

// Several indexes may have links to one file, which need not be there yet.
std::string PathOf(const std::string& index, std::string_view name) {
  std::filesystem::path path = std::filesystem::path(index) / name;
  std::error_code failed;
  const auto target = std::filesystem::read_symlink(path, failed);
  if (!failed) path = path.parent_path() / target;
  return AbsolutePath(path);
}

Result<IndexLock> LockRules(const std::string& index) {
  const std::string aliases = PathOf(index, kAliasesName);
  const auto end = std::chrono::steady_clock::now() + kMostWaiting;
  return IndexLock::TakeFile(
      {.path = RulesLockPath(aliases.substr(0, aliases.rfind('/'))),
       .busy = "somebody else is changing the rules of names",
       .hint = "nothing was changed; try again when that has ended"},
      CurrentInstant(),
      [end]() { return std::chrono::steady_clock::now() < end; });
}

bool IsAliasLine(std::string_view line) {
  return FindMark(WithoutComment(line), "=") != std::string_view::npos;
}

}  // namespace

Result<NameRuleFiles> NameRuleFiles::Read(const std::string& index) {
  RETURN_IF_ERROR(ReadStub(index));
  NameRuleFiles files(index);
  ASSIGN_OR_RETURN(files.aliases_,
                   ReadRuleFile(index + '/' + std::string(kAliasesName)));
  ASSIGN_OR_RETURN(files.stops_,
                   ReadRuleFile(index + '/' + std::string(kStopsName)));
  return files;
}

Result<NameRuleFiles> NameRuleFiles::ReadToChange(const std::string& index) {
  RETURN_IF_ERROR(ReadStub(index));
  ASSIGN_OR_RETURN(IndexLock lock, LockRules(index));
  ASSIGN_OR_RETURN(NameRuleFiles files, Read(index));
  files.lock_ = std::move(lock);
  const NameRules rules = files.Rules();
  for (const NameRule& rule : rules.rules()) files.keys_.insert(KeyOf(rule));
  return files;
}

bool NameRuleFiles::Add(const NameRule& rule) {
  if (!keys_.insert(KeyOf(rule)).second) return false;
  std::string& file = FileOf(rule);
  if (!file.empty() && file.back() != '\n') file += '\n';
  file += WrittenRule(rule) + '\n';
  return true;
}

bool NameRuleFiles::Remove(const NameRule& rule) {
  const std::string key = KeyOf(rule);
  if (keys_.erase(key) == 0) return false;
  std::string& file = FileOf(rule);
  std::string kept;
  for (std::string_view rest = file; !rest.empty();) {
    const std::string_view from = rest;
    const std::string_view line = TakeLine(rest);
    const std::string_view whole = from.substr(0, from.size() - rest.size());
    NameLine read =
        ReadLine(WithoutUtf8Mark(line), rule.kind == NameRule::Kind::kStop);
    const bool says = std::erase_if(read.rules, [&key](const NameRule& other) {
                        return KeyOf(other) == key;
                      }) > 0;
    if (!says) {
      kept += whole;
    } else if (!read.rules.empty()) {
      // The line's comment stays, and so does the mark at its end.
      kept += WrittenLine(read.rules);
      kept += CommentBehind(line);
      kept += whole.substr(line.size());
    }
  }
  file = std::move(kept);
  return true;
}

std::string NameRuleFiles::Export() const {
  std::string lines;
  const NameRules rules = Rules();
  for (const NameRule& rule : rules.rules()) lines += WrittenRule(rule) + '\n';
  return lines;
}

Status NameRuleFiles::Write() const {
  const std::string aliases = PathOf(index_, kAliasesName);
  const std::string stops = PathOf(index_, kStopsName);
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
