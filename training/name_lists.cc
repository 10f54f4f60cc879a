#include "training/name_lists.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/file_system.h"
#include "indexer/analysis/entity_model.h"
#include "indexer/analysis/entity_words.h"

namespace archive {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kShortestName = 2;
constexpr std::size_t kLongestName = 60;

std::vector<std::string> Split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::vector<std::string> LinesOf(std::string_view text) {
  std::vector<std::string> lines = Split(text, '\n');
  for (std::string& line : lines) {
    if (line.ends_with('\r')) line.pop_back();
  }
  return lines;
}

// An alias of two names is none.
class Aliases {
 public:
  explicit Aliases(std::map<std::string, std::string>& aliases)
      : aliases_(aliases) {}

  void Add(EntityKind kind, std::string_view alias, const std::string& name) {
    const std::string key = EntityModel::AliasKey(kind, alias);
    const auto [at, is_new] = aliases_.emplace(key, name);
    if (!is_new && at->second != name) doubtful_.insert(key);
  }
  void Finish() {
    for (const std::string& key : doubtful_) aliases_.erase(key);
  }

 private:
  std::map<std::string, std::string>& aliases_;
  std::set<std::string> doubtful_;
};

class Builder {
 public:
  explicit Builder(std::string directory)
      : directory_(std::move(directory)), aliases_(lists_.aliases) {}

  Status Run() {
    RETURN_IF_ERROR(ReadCountries());
    RETURN_IF_ERROR(ReadRegions());
    RETURN_IF_ERROR(ReadCities());
    RETURN_IF_ERROR(ReadPlainNames("given_names.txt", kGivenNames));
    RETURN_IF_ERROR(ReadPlainNames("given_names_us.txt", kGivenNames));
    RETURN_IF_ERROR(ReadPlainNames("surnames_us.txt", kSurnames));
    RETURN_IF_ERROR(
        ReadNamesByCountry("common-forenames-by-country.csv", kGivenNames));
    RETURN_IF_ERROR(
        ReadNamesByCountry("common-surnames-by-country.csv", kSurnames));
    RETURN_IF_ERROR(ReadOrganisations());
    aliases_.Finish();
    return Ok();
  }

  NameLists Take() { return std::move(lists_); }

 private:
  Result<std::string> Read(const std::string& name) const {
    return ReadFile(directory_ + "/" + name);
  }

  void AddName(std::string_view name, std::uint8_t list) {
    std::string folded = EntityFolded(name);
    std::replace(folded.begin(), folded.end(), ',', ' ');
    std::erase_if(folded,
                  [](char c) { return c == '"' || c == '(' || c == ')'; });
    if (folded.size() < kShortestName || folded.size() > kLongestName) return;
    EntityHash chain = 0;
    bool is_first = true;
    for (const std::string& word : Split(folded, ' ')) {
      if (word.empty()) continue;
      if (!is_first) lists_.lists[chain] |= kBeginsLongerName;
      chain = is_first ? HashOf(word) : ChainHash(chain, HashOf(word));
      is_first = false;
    }
    if (!is_first) lists_.lists[chain] |= list;
  }

  Status ReadCountries() {
    ASSIGN_OR_RETURN(const std::string text, Read("countries.json"));
    const Json countries = Json::parse(text, nullptr, false);
    for (const Json& country : countries) {
      const std::string common = country["name"]["common"];
      std::vector<std::string> names = {common, country["name"]["official"]};
      for (const Json& spelling : country["altSpellings"]) {
        const std::string name = spelling;
        // Codes of two letters are words, too; the others are known by a name.
        if (name.size() > 2) names.push_back(name);
      }
      for (const std::string& name : names) {
        AddName(name, kCountryNames);
        aliases_.Add(EntityKind::kPlace, name, common);
      }
      if (country["demonyms"].contains("eng")) {
        for (const Json& demonym : country["demonyms"]["eng"])
          AddName(demonym.get<std::string>(), kDemonyms);
      }
      for (const Json& capital : country["capital"])
        AddName(capital.get<std::string>(), kPlaceNames);
    }
    return Ok();
  }

  Status ReadRegions() {
    ASSIGN_OR_RETURN(const std::string text, Read("admin1.json"));
    for (const Json& region : Json::parse(text, nullptr, false))
      AddName(region["name"].get<std::string>(), kPlaceNames);
    return Ok();
  }

  Status ReadCities() {
    ASSIGN_OR_RETURN(const std::string text, Read("cities.tsv"));
    for (const std::string& line : LinesOf(text)) {
      const std::vector<std::string> columns = Split(line, '\t');
      for (std::size_t i = 0; i < 2 && i < columns.size(); ++i)
        AddName(columns[i], kPlaceNames);
    }
    return Ok();
  }

  Status ReadPlainNames(const std::string& file, std::uint8_t list) {
    ASSIGN_OR_RETURN(const std::string text, Read(file));
    for (const std::string& line : LinesOf(text)) AddName(line, list);
    return Ok();
  }

  // The last columns hold names and figures, which are no names of anything.
  Status ReadNamesByCountry(const std::string& file, std::uint8_t list) {
    ASSIGN_OR_RETURN(const std::string text, Read(file));
    const std::vector<std::string> lines = LinesOf(text);
    if (lines.empty()) return Ok();
    const std::vector<std::string> head = Split(lines.front(), ',');
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const std::vector<std::string> cells = Split(lines[i], ',');
      for (std::size_t k = 0; k < cells.size() && k < head.size(); ++k) {
        if (head[k] == "Romanized Name" || head[k] == "Localized Name")
          AddName(cells[k], list);
      }
    }
    return Ok();
  }

  // Of the YAML only what is needed: names without indentation begin an
  // organisation, `  Name_…en: value` and `  Abbreviation…en: value` name it.
  Status ReadOrganisations() {
    ASSIGN_OR_RETURN(const std::string text,
                     Read("international_organisations.yaml"));
    std::string name;
    for (const std::string& line : LinesOf(text)) {
      const std::size_t colon = line.find(": ");
      if (!line.starts_with(' ') && line.ends_with(':')) {
        name = line.substr(0, line.size() - 1);
        AddOrganisation(name, name);
      } else if (colon != std::string::npos) {
        const std::string_view key = std::string_view(line).substr(0, colon);
        std::string value = line.substr(colon + 2);
        std::erase_if(value, [](char c) { return c == '\'' || c == '"'; });
        const bool is_name =
            key.starts_with("  Name_") || key.starts_with("  Abbreviation_");
        if (is_name && key.ends_with("_en") && value != "null" &&
            value.size() > 2)
          AddOrganisation(value, name);
      }
    }
    return Ok();
  }

  void AddOrganisation(const std::string& alias, const std::string& name) {
    AddName(alias, kOrganisationNames);
    aliases_.Add(EntityKind::kOrganisation, alias, name);
  }

  std::string directory_;
  NameLists lists_;
  Aliases aliases_;
};

Status ReadAliases(const std::string& path,
                   std::map<std::string, std::string>& aliases) {
  ASSIGN_OR_RETURN(const std::string text, ReadFile(path));
  for (const std::string& line : LinesOf(text)) {
    const std::vector<std::string> columns = Split(line, '\t');
    if (columns.size() != 3 || line.starts_with('#')) continue;
    const auto* const kind =
        std::find(kEntityKinds.begin(), kEntityKinds.end(), columns[0]);
    if (kind == kEntityKinds.end())
      return Error{ErrorCode::kUsage, path + ": no kind of name: " + line};
    aliases[EntityModel::AliasKey(
        static_cast<EntityKind>(kind - kEntityKinds.begin()), columns[1])] =
        columns[2];
  }
  return Ok();
}

}  // namespace

Result<NameLists> ReadNameLists(const std::string& directory,
                                const std::string& more_aliases) {
  Builder builder(directory);
  RETURN_IF_ERROR(builder.Run());
  NameLists lists = builder.Take();
  RETURN_IF_ERROR(ReadAliases(more_aliases, lists.aliases));
  return lists;
}

}  // namespace archive
