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

EditLimit::EditLimit(std::string_view word, int edits)
    : limit_(static_cast<std::size_t>(edits)), bytes_(word.size()) {
  Cut(word, word_);
}

void EditLimit::Cut(std::string_view text, std::vector<Character>& characters) {
  characters.clear();
  for (const char c : text) {
    const Character byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0) == 0x80 && !characters.empty())
      characters.back() = characters.back() << 8 | byte;
    else
      characters.push_back(byte);
  }
}

std::size_t EditLimit::FillRow(std::size_t i, const Row& before,
                               const Row& last, Row& row) const {
  const std::size_t first = i > limit_ ? i - limit_ : 1;
  const std::size_t end = std::min(other_.size(), i + limit_);
  row[first - 1] = first == 1 ? i : limit_ + 1;
  std::size_t least = row[first - 1];
  for (std::size_t j = first; j <= end; ++j) {
    const std::size_t change =
        last[j - 1] + (word_[i - 1] == other_[j - 1] ? 0 : 1);
    row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
    if (i > 1 && j > 1 && word_[i - 1] == other_[j - 2] &&
        word_[i - 2] == other_[j - 1])
      row[j] = std::min(row[j], before[j - 2] + 1);
    least = std::min(least, row[j]);
  }
  if (end < other_.size()) row[end + 1] = limit_ + 1;
  return least;
}

bool EditLimit::Accepts(std::string_view other) {
  // A character has at most four bytes, so lengths alone settle most cases.
  if (bytes_ > other.size() + 4 * limit_ || other.size() > bytes_ + 4 * limit_)
    return false;
  Cut(other, other_);
  if (word_.empty() || other_.empty()) return word_.empty() && other_.empty();
  if (word_.front() != other_.front()) return false;
  if (word_.size() > other_.size() + limit_ ||
      other_.size() > word_.size() + limit_)
    return false;
  auto& [before, last, row] = rows_;
  for (Row& each : rows_) each.assign(other_.size() + 1, limit_ + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= word_.size(); ++i) {
    if (FillRow(i, before, last, row) > limit_) return false;
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[other_.size()] <= limit_;
}

bool IsWithinEdits(std::string_view a, std::string_view b, int edits) {
  return EditLimit(a, edits).Accepts(b);
}

}  // namespace archive
