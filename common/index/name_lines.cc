#include "common/index/name_lines.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "common/index/schema.h"

namespace archive {
namespace {

// What is known of names: `form-` or `counted-` and the name of the field.
constexpr std::string_view kForm = "form-";
constexpr std::string_view kCounted = "counted-";
constexpr std::string_view kKnownAs = "known-as";

struct NameList {
  FieldId field;
  std::vector<std::string> Article::*values;
};
constexpr std::array<NameList, 3> kNameLists = {{
    {FieldId::kPerson, &Article::people},
    {FieldId::kOrg, &Article::organisations},
    {FieldId::kPlace, &Article::places},
}};
constexpr std::array kWherePlacesLie = {FieldId::kPlaceCountry,
                                        FieldId::kPlaceRegion};

// Whether they count just as the article has them.
bool CountAsTheyAre(const std::vector<CountedName>& counted,
                    const std::vector<std::string>& values) {
  return std::equal(counted.begin(), counted.end(), values.begin(),
                    values.end(),
                    [](const CountedName& name, const std::string& value) {
                      return name.known_as.empty() && name.name == value;
                    });
}

}  // namespace

bool TakeNameLine(std::string_view key, std::string_view value,
                  NameFacts& names) {
  if (key == kKnownAs) {
    if (!names.counted.empty()) names.counted.back().known_as = value;
    return true;
  }
  for (const FieldId field : kWherePlacesLie) {
    if (key != FieldFor(field).name) continue;
    names.lies_in.push_back({field, std::string(value)});
    return true;
  }
  for (const NameList& list : kNameLists) {
    if (!key.ends_with(FieldFor(list.field).name)) continue;
    const std::string_view what =
        key.substr(0, key.size() - FieldFor(list.field).name.size());
    if (what == kForm)
      names.forms.push_back({list.field, std::string(value)});
    else if (what == kCounted)
      names.counted.push_back({list.field, std::string(value), {}});
    else
      continue;
    return true;
  }
  return false;
}

std::vector<NameFactLine> NameLines(const NameFacts& names,
                                    const Article& article) {
  std::vector<NameFactLine> lines;
  for (const NameList& list : kNameLists) {
    const std::string_view field = FieldFor(list.field).name;
    for (const WrittenForm& form : names.forms) {
      if (form.field == list.field)
        lines.push_back({fmt::format("{}{}", kForm, field), form.text});
    }
    std::vector<CountedName> counted;
    std::copy_if(
        names.counted.begin(), names.counted.end(), std::back_inserter(counted),
        [&list](const CountedName& name) { return name.field == list.field; });
    if (CountAsTheyAre(counted, article.*list.values)) continue;
    for (CountedName& name : counted) {
      lines.push_back(
          {fmt::format("{}{}", kCounted, field), std::move(name.name)});
      lines.push_back({std::string(kKnownAs), std::move(name.known_as)});
    }
  }
  for (const LiesIn& in : names.lies_in)
    lines.push_back({std::string(FieldFor(in.field).name), in.value});
  return lines;
}

}  // namespace archive
