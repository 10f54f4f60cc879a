#include "common/text/edit_distance.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace archive {

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

}  // namespace archive
