#include "query/output/word_diff.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace archive {
namespace {

constexpr std::size_t kContextWords = 6;
// Differences that are looked for; what has more is another text.
constexpr int kMostDifferences = 2'000;

using Words = std::vector<std::string_view>;

Words WordsOf(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

// Which words stay.
struct Kept {
  std::vector<bool> before;
  std::vector<bool> after;
};

// The shortest way from `a` to `b` through the grid of both, by the furthest
// point that can be reached on each diagonal with so many differences.
class ShortestEdit {
 public:
  ShortestEdit(const Words& a, const Words& b, std::size_t skip,
               std::size_t a_end, std::size_t b_end)
      : a_(a),
        b_(b),
        skip_(skip),
        n_(static_cast<int>(a_end - skip)),
        m_(static_cast<int>(b_end - skip)) {}

  // Marks what stays; false: there are too many differences.
  bool Mark(Kept& kept) {
    for (int d = 0; d <= std::min(n_ + m_, kMostDifferences); ++d) {
      if (!Extend(d)) continue;
      WalkBack(d, kept);
      return true;
    }
    return false;
  }

 private:
  // trace_[d][k + d]: x on diagonal k after d differences.
  int At(int d, int k) const {
    if (k < -d || k > d) return -1;
    const int place = k + d;
    return trace_[static_cast<std::size_t>(d)][static_cast<std::size_t>(place)];
  }

  // Whether diagonal k was reached from the one above it.
  bool IsDown(int d, int k) const {
    return k == -d || (k != d && At(d - 1, k - 1) < At(d - 1, k + 1));
  }

  int Start(int d, int k) const {
    if (d == 0) return 0;
    return IsDown(d, k) ? At(d - 1, k + 1) : At(d - 1, k - 1) + 1;
  }

  bool Same(int x, int y) const {
    return a_[skip_ + static_cast<std::size_t>(x)] ==
           b_[skip_ + static_cast<std::size_t>(y)];
  }

  bool Extend(int d) {
    const int diagonals = 2 * d + 1;
    std::vector<int> reached(static_cast<std::size_t>(diagonals), -1);
    bool is_done = false;
    for (int k = -d; k <= d; k += 2) {
      int x = Start(d, k);
      while (x < n_ && x - k < m_ && x - k >= 0 && Same(x, x - k)) ++x;
      const int place = k + d;
      reached[static_cast<std::size_t>(place)] = x;
      is_done = is_done || (x >= n_ && x - k >= m_);
    }
    trace_.push_back(std::move(reached));
    return is_done;
  }

  void WalkBack(int d, Kept& kept) const {
    int x = n_;
    int y = m_;
    for (; d >= 0; --d) {
      const int k = x - y;
      const int start = Start(d, k);
      while (x > start) {
        --x;
        --y;
        kept.before[skip_ + static_cast<std::size_t>(x)] = true;
        kept.after[skip_ + static_cast<std::size_t>(y)] = true;
      }
      if (d == 0) return;
      if (IsDown(d, k)) {
        --y;
      } else {
        --x;
      }
    }
  }

  const Words& a_;
  const Words& b_;
  std::size_t skip_;
  int n_;
  int m_;
  std::vector<std::vector<int>> trace_;
};

Kept FindKept(const Words& a, const Words& b) {
  Kept kept = {std::vector<bool>(a.size()), std::vector<bool>(b.size())};
  std::size_t skip = 0;
  while (skip < std::min(a.size(), b.size()) && a[skip] == b[skip]) {
    kept.before[skip] = true;
    kept.after[skip++] = true;
  }
  std::size_t a_end = a.size();
  std::size_t b_end = b.size();
  while (a_end > skip && b_end > skip && a[a_end - 1] == b[b_end - 1]) {
    kept.before[--a_end] = true;
    kept.after[--b_end] = true;
  }
  ShortestEdit(a, b, skip, a_end, b_end).Mark(kept);
  return kept;
}

void Append(DiffPart::Kind kind, std::string_view word,
            std::vector<DiffPart>& parts) {
  if (parts.empty() || parts.back().kind != kind) parts.push_back({kind, ""});
  std::string& text = parts.back().text;
  if (!text.empty()) text += ' ';
  text += word;
}

std::string Joined(const Words& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i)
    text += (text.empty() ? "" : " ") + std::string(words[i]);
  return text;
}

// What stays between two changes, or before the first or behind the last.
std::string Context(std::string_view text, bool is_first, bool is_last) {
  const Words words = WordsOf(text);
  const std::size_t before = is_first ? 0 : kContextWords;
  const std::size_t behind = is_last ? 0 : kContextWords;
  if (words.size() <= before + behind) return std::string(text);
  std::string shown = Joined(words, 0, before);
  shown += shown.empty() ? "…" : " …";
  if (behind > 0)
    shown += ' ' + Joined(words, words.size() - behind, words.size());
  return shown;
}

}  // namespace

std::string_view NameOf(DiffPart::Kind kind) {
  switch (kind) {
    case DiffPart::Kind::kSame:
      return "same";
    case DiffPart::Kind::kRemoved:
      return "removed";
    case DiffPart::Kind::kAdded:
      return "added";
  }
  return "";
}

std::vector<DiffPart> WordDiff(std::string_view before,
                               std::string_view after) {
  const Words a = WordsOf(before);
  const Words b = WordsOf(after);
  const Kept kept = FindKept(a, b);
  std::vector<DiffPart> parts;
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < a.size() || k < b.size()) {
    while (i < a.size() && !kept.before[i])
      Append(DiffPart::Kind::kRemoved, a[i++], parts);
    while (k < b.size() && !kept.after[k])
      Append(DiffPart::Kind::kAdded, b[k++], parts);
    for (; i < a.size() && k < b.size() && kept.before[i] && kept.after[k]; ++i)
      Append(DiffPart::Kind::kSame, b[k++], parts);
  }
  return parts;
}

std::string WrittenDiff(const std::vector<DiffPart>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += ' ';
    switch (parts[i].kind) {
      case DiffPart::Kind::kSame:
        text += Context(parts[i].text, i == 0, i + 1 == parts.size());
        break;
      case DiffPart::Kind::kRemoved:
        text += "[-" + parts[i].text + "-]";
        break;
      case DiffPart::Kind::kAdded:
        text += "{+" + parts[i].text + "+}";
        break;
    }
  }
  return text;
}

}  // namespace archive
