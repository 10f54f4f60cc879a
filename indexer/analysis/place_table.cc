#include "indexer/analysis/place_table.h"

#include <utility>

#include "common/file_system.h"
#include "common/text/fold.h"
#include "common/text/rule_lines.h"

namespace archive {

PlaceTable PlaceTable::Parse(std::string text) {
  PlaceTable table;
  table.text_ = std::make_shared<const std::string>(std::move(text));
  for (std::string_view rest = *table.text_; !rest.empty();) {
    const std::string_view line = TakeLine(rest);
    const std::size_t country = line.find('\t');
    const std::size_t region = line.find('\t', country + 1);
    if (line.starts_with('#') || region == std::string_view::npos) continue;
    std::string name = FoldValue(line.substr(0, country));
    const std::string_view in = line.substr(country + 1, region - country - 1);
    const std::string_view part = line.substr(region + 1);
    if (part == "~")
      table.peoples_.try_emplace(std::move(name), in);
    else
      table.places_.try_emplace(std::move(name),
                                PlacedIn{.country = in, .region = part});
  }
  return table;
}

Result<PlaceTable> PlaceTable::Open(const std::string& path) {
  ASSIGN_OR_RETURN(std::string text, ReadFile(path));
  return Parse(std::move(text));
}

const PlacedIn* PlaceTable::Find(std::string_view name) const {
  const auto at = places_.find(FoldValue(name));
  return at == places_.end() ? nullptr : &at->second;
}

std::string_view PlaceTable::CountryOfPeople(std::string_view demonym) const {
  std::string name = FoldValue(demonym);
  auto at = peoples_.find(name);
  if (at == peoples_.end() && name.ends_with('s')) {
    name.pop_back();
    at = peoples_.find(name);
  }
  return at == peoples_.end() ? std::string_view() : at->second;
}

}  // namespace archive
