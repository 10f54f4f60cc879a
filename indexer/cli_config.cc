#include "indexer/cli_config.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <sstream>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "common/file_system.h"
#include "common/index/index_layout.h"
#include "common/text/edit_distance.h"
#include "common/user_configuration.h"
#include "indexer/readers/json_fields.h"
#include "indexer/writing/memory_plan.h"

namespace archive {
namespace {

using Values = std::vector<std::string>;

struct Key {
  std::string_view name;
  bool is_text;  // its value must stand in quotes
  // Returns what is wrong with the values; "" when nothing is.
  std::string (*set)(const Values& values, Configuration& options);
};

std::string SetField(const std::string& theirs, const std::string& ours,
                     Configuration& options) {
  if (FindJsonName(ours) == nullptr)
    return fmt::format(
        "\"{}={}\": there is no field \"{}\"; there are title, "
        "text, date, author, source, section, url, language …",
        theirs, ours, ours);
  options.reader.json_fields[theirs] = ours;
  return "";
}

std::string SetJsonFields(const Values& values, Configuration& options) {
  for (const std::string& value : values) {
    if (value.empty()) continue;  // behind the last comma of a list
    const std::size_t equals = value.rfind('=');
    if (equals == std::string::npos || equals == 0)
      return fmt::format("\"{}\" is not of the form \"theirs=ours\"", value);
    std::string wrong =
        SetField(value.substr(0, equals), value.substr(equals + 1), options);
    if (!wrong.empty()) return wrong;
  }
  return "";
}

struct NameSourcesName {
  std::string_view name;
  NameSources which;
};
constexpr NameSourcesName kNameSources[] = {
    {"source-first", NameSources::kSourceFirst},
    {"both", NameSources::kBoth},
    {"source", NameSources::kSource},
};

std::string SetEntities(const Values& values, Configuration& options) {
  for (const NameSourcesName& row : kNameSources) {
    if (values.size() != 1 || values.front() != row.name) continue;
    options.name_sources = row.which;
    return "";
  }
  return "takes one of \"source-first\", \"both\" and \"source\"";
}

std::string SetEmbargo(const Values& values, Configuration& options) {
  if (values.size() == 1 && values.front() == "strict") {
    options.embargo = EmbargoRule::kStrict;
    return "";
  }
  if (values.size() == 1 && values.front() == "hidden") {
    options.embargo = EmbargoRule::kHidden;
    return "";
  }
  return "takes one of \"hidden\" and \"strict\"";
}

std::string SetFollow(const Values& values, Configuration& options) {
  if (values.size() != 1 || (values[0] != "true" && values[0] != "false"))
    return "takes true or false";
  options.run.follows_links = values[0] == "true";
  return "";
}

std::string SetSettle(const Values& values, Configuration& options) {
  const std::optional<double> seconds =
      values.size() == 1 ? ParseSeconds(values.front()) : std::nullopt;
  if (!seconds) return "takes a number of seconds, such as 2; 0: off";
  options.run.settle_seconds = seconds;
  return "";
}

std::string SetMemory(const Values& values, Configuration& options) {
  options.run.memory =
      values.size() == 1 ? ParseMemory(values.front()) : std::nullopt;
  if (!options.run.memory) return fmt::format("takes {}", kMemoryTexts);
  return "";
}

std::string SetKeepVersions(const Values& values, Configuration& options) {
  constexpr std::size_t kMost = 1000;
  std::size_t count = 0;
  const std::string text = values.size() == 1 ? values.front() : "";
  const char* const end = text.data() + text.size();
  const auto [at, code] = std::from_chars(text.data(), end, count);
  if (code != std::errc() || at != end || count > kMost)
    return fmt::format("takes a number, 0 (off) to {}", kMost);
  options.keep_versions = count;
  return "";
}

// Under cron a run stands in another directory than it seems.
template <std::string RunSettings::*kMember>
std::string SetPath(const Values& values, Configuration& options) {
  if (values.size() != 1 || !values.front().starts_with('/'))
    return "takes a whole path, which begins with /";
  options.run.*kMember = values.front();
  return "";
}

template <std::string RunSettings::*kMember>
std::string SetCommand(const Values& values, Configuration& options) {
  if (values.size() != 1) return "takes one command, in quotes";
  options.run.*kMember = values.front();
  return "";
}

constexpr std::array<Key, 11> kKeys = {{
    {"embargo", false, SetEmbargo},
    {"entities", false, SetEntities},
    {"follow", false, SetFollow},
    {"json-fields", false, SetJsonFields},
    {"keep-versions", false, SetKeepVersions},
    {"log", true, SetPath<&RunSettings::log>},
    {"memory", false, SetMemory},
    {"name-rules", true, SetPath<&RunSettings::name_rules>},
    {"post-build", true, SetCommand<&RunSettings::post_build>},
    {"pre-build", true, SetCommand<&RunSettings::pre_build>},
    {"settle", false, SetSettle},
}};

// [fields]: a line for each key or column of theirs.
constexpr std::string_view kFieldsSection = "fields";

std::string SetItem(const CLI::ConfigItem& item, Configuration& options) {
  if (item.inputs.size() != 1) return "takes one name of ours";
  std::string theirs = item.name;
  std::erase(theirs, '"');
  return SetField(theirs, item.inputs.front(), options);
}

Error ConfigurationError(const std::string& path, std::string_view what) {
  return {ErrorCode::kConfiguration, fmt::format("{}: {}", path, what)};
}

Error UnknownKey(const std::string& path, std::string_view name) {
  std::vector<std::string_view> names;
  names.reserve(kKeys.size());
  for (const Key& key : kKeys) names.push_back(key.name);
  const auto nearest = NearestNames(name, names, 1);
  names.push_back("[fields]");
  Error error = ConfigurationError(path, fmt::format("unknown key {}", name));
  error.hint = nearest.empty()
                   ? fmt::format("the keys are: {}", fmt::join(names, ", "))
                   : fmt::format("did you mean {}?", nearest.front());
  return error;
}

// The text without comments and with each list on one line, which is what
// CLI11 2.1 can read.
std::string OnOneLine(std::string_view text) {
  std::string out;
  char quote = 0;
  int depth = 0;
  bool is_comment = false;
  for (const char c : text) {
    if (c == '\n') is_comment = false;
    if (is_comment) continue;
    if (quote != 0) {
      if (c == quote || c == '\n') quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '#') {
      is_comment = true;
      continue;
    } else if (c == '[') {
      ++depth;
    } else if (c == ']') {
      --depth;
    }
    out += c == '\n' && depth > 0 ? ' ' : c;
  }
  return out;
}

std::string_view WithoutLeadingBlanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text;
}

// Whether a value is a text: CLI11 gives 3 and "3" alike, and 3 is no command.
bool IsInQuotes(std::string_view text, std::string_view name) {
  while (!text.empty()) {
    std::string_view line =
        WithoutLeadingBlanks(text.substr(0, text.find('\n')));
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    if (!line.starts_with(name)) continue;
    line = WithoutLeadingBlanks(line.substr(name.size()));
    if (!line.starts_with('=')) continue;
    line = WithoutLeadingBlanks(line.substr(1));
    return line.starts_with('"') || line.starts_with('\'');
  }
  return false;
}

}  // namespace

std::optional<std::uint64_t> ParseMemory(std::string_view text) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 20;  // of the larger unit
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [at, code] = std::from_chars(text.data(), end, number);
  if (code != std::errc() || end - at != 1 || number > kMost)
    return std::nullopt;
  if (*at == 'M')
    number <<= 20;
  else if (*at == 'G')
    number <<= 30;
  else
    return std::nullopt;
  if (number < kLeastMemory) return std::nullopt;
  return number;
}

std::optional<double> ParseSeconds(const std::string& text) {
  constexpr std::size_t kMostDigits = 9;
  const bool is_number =
      !text.empty() && text.size() <= kMostDigits &&
      text.find_first_not_of("0123456789.") == std::string::npos &&
      std::count(text.begin(), text.end(), '.') <= 1 && text != ".";
  if (!is_number) return std::nullopt;
  return std::strtod(text.c_str(), nullptr);
}

std::string ConfigurationFileFor(std::string_view option,
                                 const std::string& index) {
  if (!option.empty()) return std::string(option);
  const char* const named = std::getenv("ARCHIVE_INDEX_CONFIG");
  if (named != nullptr && *named != '\0') return named;
  for (const std::string& path : {index + '/' + std::string(kConfigurationName),
                                  UserConfigurationPath("config.toml")}) {
    if (!path.empty() && FileExists(path)) return path;
  }
  return "";
}

Result<Configuration> ParseConfiguration(std::string_view text,
                                         const std::string& path) {
  const std::string plain = OnOneLine(text);
  std::istringstream lines(plain);
  std::vector<CLI::ConfigItem> items;
  try {
    // Comments are gone: a '#' that is left belongs to a value.
    CLI::ConfigTOML toml;
    toml.comment('\x01');
    items = toml.from_config(lines);
  } catch (const CLI::Error& error) {
    return ConfigurationError(path, error.what());
  }
  Configuration options;
  for (const CLI::ConfigItem& item : items) {
    if (item.name == "++" || item.name == "--") continue;  // a section's bounds
    const std::string name = item.fullname();
    if (item.parents.size() == 1 && item.parents.front() == kFieldsSection) {
      const std::string wrong = SetItem(item, options);
      if (!wrong.empty())
        return ConfigurationError(path, fmt::format("{}: {}", name, wrong));
      continue;
    }
    const auto* const key =
        std::find_if(kKeys.begin(), kKeys.end(),
                     [&name](const Key& row) { return row.name == name; });
    if (key == kKeys.end()) return UnknownKey(path, name);
    std::string wrong = key->set(item.inputs, options);
    if (wrong.empty() && key->is_text && !IsInQuotes(plain, name))
      wrong = "takes a text, in quotes";
    if (!wrong.empty())
      return ConfigurationError(path, fmt::format("{}: {}", name, wrong));
  }
  return options;
}

Result<Configuration> ReadConfiguration(std::string_view option,
                                        const std::string& index) {
  const std::string path = ConfigurationFileFor(option, index);
  if (path.empty()) return Configuration{};
  const Result<std::string> text = ReadFile(path);
  if (!text)
    return Error{ErrorCode::kConfiguration, text.error().message,
                 "name a configuration file that is there"};
  return ParseConfiguration(*text, path);
}

}  // namespace archive
