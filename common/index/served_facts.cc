#include "common/index/served_facts.h"

#include <array>
#include <charconv>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace archive {
namespace {

struct FactRow {
  std::string_view name;
  std::uint64_t ServedFacts::*number;
};
constexpr std::array<FactRow, 4> kFacts = {{
    {"segments", &ServedFacts::segments},
    {"articles", &ServedFacts::articles},
    {"words", &ServedFacts::words},
    {"vague-dates", &ServedFacts::vague_dates},
}};

// Takes lines and words off the front of a text.
class Words {
 public:
  explicit Words(std::string_view text) : rest_(text) {}

  bool AtEnd() const { return rest_.empty(); }
  std::string_view Take(char end) {
    const std::size_t at = std::min(rest_.find(end), rest_.size());
    const std::string_view word = rest_.substr(0, at);
    rest_.remove_prefix(std::min(at + 1, rest_.size()));
    return word;
  }
  template <typename Number>
  bool TakeNumber(Number& number) {
    const std::string_view word = Take(' ');
    const char* const end = word.data() + word.size();
    return !word.empty() &&
           std::from_chars(word.data(), end, number).ptr == end;
  }

 private:
  std::string_view rest_;
};

bool ReadFacts(std::string_view text, ServedFacts& facts) {
  std::size_t found = 0;
  for (Words lines(text); !lines.AtEnd();) {
    Words words(lines.Take('\n'));
    const std::string_view name = words.Take(' ');
    for (const FactRow& row : kFacts) {
      if (row.name != name) continue;
      if (!words.TakeNumber(facts.*row.number)) return false;
      ++found;
    }
  }
  return found == kFacts.size();
}

bool ReadRemoved(std::string_view text, std::vector<CopyPlace>& removed) {
  for (Words lines(text); !lines.AtEnd();) {
    Words words(lines.Take('\n'));
    CopyPlace place = {};
    if (!words.TakeNumber(place.segment)) return false;
    while (!words.AtEnd()) {
      if (!words.TakeNumber(place.doc)) return false;
      removed.push_back(place);
    }
  }
  return true;
}

bool ReadHidden(std::string_view text, std::vector<VisibilityRow>& hidden) {
  for (Words lines(text); !lines.AtEnd();) {
    Words words(lines.Take('\n'));
    VisibilityRow row;
    unsigned why = 0;
    if (!words.TakeNumber(row.place.segment) ||
        !words.TakeNumber(row.place.doc) || !words.TakeNumber(row.from) ||
        !words.TakeNumber(row.until) || !words.TakeNumber(why))
      return false;
    row.why = static_cast<WhyHidden>(why);
    hidden.push_back(row);
  }
  return true;
}

std::string RemovedText(const std::vector<CopyPlace>& removed) {
  std::map<std::uint32_t, std::string> lines;
  for (const CopyPlace& place : removed)
    lines[place.segment] += fmt::format(" {}", place.doc);
  std::string text;
  for (const auto& [segment, docs] : lines)
    text += fmt::format("{}{}\n", segment, docs);
  return text;
}

std::string HiddenText(const std::vector<VisibilityRow>& hidden) {
  std::string text;
  for (const VisibilityRow& row : hidden) {
    text += fmt::format("{} {} {} {} {}\n", row.place.segment, row.place.doc,
                        row.from, row.until, static_cast<int>(row.why));
  }
  return text;
}

}  // namespace

std::string KeyOfDictionary(std::uint32_t id) {
  return fmt::format("archive-index.dictionary.{}", id);
}

std::vector<std::pair<std::string, std::string>> MetadataOf(
    const ServedFacts& facts) {
  std::string served;
  for (const FactRow& row : kFacts)
    served += fmt::format("{} {}\n", row.name, facts.*row.number);
  std::vector<std::pair<std::string, std::string>> all = {
      {std::string(kServedFacts), std::move(served)}};
  if (!facts.removed.empty())
    all.emplace_back(kServedRemoved, RemovedText(facts.removed));
  if (!facts.hidden.empty())
    all.emplace_back(kServedHidden, HiddenText(facts.hidden));
  return all;
}

Result<ServedFacts> ReadServedFacts(std::string_view served,
                                    std::string_view removed,
                                    std::string_view hidden) {
  ServedFacts facts;
  if (ReadFacts(served, facts) && ReadRemoved(removed, facts.removed) &&
      ReadHidden(hidden, facts.hidden))
    return facts;
  return Error{ErrorCode::kIndexDamaged,
               "what the index says of itself makes no sense"};
}

}  // namespace archive
