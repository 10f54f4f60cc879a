#include "common/text/edit_distance.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace archive {
namespace {

std::size_t CharacterBytes(std::string_view text) {
  std::size_t n = 1;
  while (n < text.size() &&
         (static_cast<unsigned char>(text[n]) & 0xc0) == 0x80)
    ++n;
  return n;
}

std::string_view FirstCharacter(std::string_view text) {
  return text.empty() ? text : text.substr(0, CharacterBytes(text));
}

std::vector<std::string_view> CharactersOf(std::string_view text) {
  std::vector<std::string_view> characters;
  while (!text.empty()) {
    characters.push_back(FirstCharacter(text));
    text.remove_prefix(characters.back().size());
  }
  return characters;
}

}  // namespace

std::size_t EditDistance(std::string_view a, std::string_view b) {
  // Three rows of the usual table: this one and the two before.
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::vector<std::string_view> NearestNames(
    std::string_view word, const std::vector<std::string_view>& names,
    std::size_t limit) {
  const std::size_t reach =
      std::clamp<std::size_t>(word.size() / 3, std::size_t{1}, std::size_t{2});
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const std::string_view name : names) {
    if (name.size() > word.size() + reach || word.size() > name.size() + reach)
      continue;
    const std::size_t distance = EditDistance(word, name);
    if (distance <= reach) near.emplace_back(distance, name);
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) {
    return a.first < b.first;
  });
  std::vector<std::string_view> out;
  for (const auto& [distance, name] : near) {
    if (out.size() < limit) out.push_back(name);
  }
  return out;
}

bool IsWithinEdits(std::string_view a, std::string_view b, int edits) {
  if (FirstCharacter(a) != FirstCharacter(b)) return false;
  const auto limit = static_cast<std::size_t>(edits);
  // A character has at most four bytes, so lengths alone settle most cases.
  if (a.size() > b.size() + 4 * limit || b.size() > a.size() + 4 * limit)
    return false;
  const auto x = CharactersOf(a);
  const auto y = CharactersOf(b);
  if (x.size() > y.size() + limit || y.size() > x.size() + limit) return false;
  std::vector<std::size_t> before;
  std::vector<std::size_t> last(y.size() + 1);
  std::vector<std::size_t> row(y.size() + 1);
  for (std::size_t j = 0; j <= y.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= x.size(); ++i) {
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= y.size(); ++j) {
      const std::size_t change = last[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
      if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit) return false;
    before = last;
    std::swap(last, row);
  }
  return last[y.size()] <= limit;
}

}  // namespace archive
