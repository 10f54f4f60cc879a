#include "indexer/readers/told_body.h"

#include <algorithm>
#include <vector>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

constexpr std::size_t kLength = 4;

// FNV-1a of each word's ASCII letters and digits and its other bytes.
std::vector<std::uint64_t> WordHashes(std::string_view text) {
  constexpr std::uint64_t kOffset = 14695981039346656037ULL;
  constexpr std::uint64_t kPrime = 1099511628211ULL;
  std::vector<std::uint64_t> hashes;
  std::uint64_t hash = kOffset;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    // Typographers' quotes and dashes part words as blanks do.
    const bool is_mark = text.substr(i).starts_with("\xE2\x80");
    const char c = i == text.size() || is_mark ? ' ' : text[i];
    if (is_mark) i += 2;
    if (IsLetter(c) || IsDigit(c) || static_cast<unsigned char>(c) >= 0x80) {
      hash = (hash ^ static_cast<unsigned char>(Lower(c))) * kPrime;
    } else if (hash != kOffset) {
      hashes.push_back(hash);
      hash = kOffset;
    }
  }
  return hashes;
}

std::uint64_t SequenceAt(const std::vector<std::uint64_t>& words,
                         std::size_t at) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15ULL;
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < kLength; ++i)
    hash = (hash ^ words[at + i]) * kFactor;
  return hash;
}

}  // namespace

ToldBody::ToldBody(std::string_view text) {
  const std::vector<std::uint64_t> words = WordHashes(text);
  words_ = words.size();
  for (std::size_t i = 0; i + kLength <= words.size(); ++i)
    sequences_.insert(SequenceAt(words, i));
}

double ToldBody::ShareOf(std::string_view text) const {
  const std::vector<std::uint64_t> words = WordHashes(text);
  if (words.size() < kLength) return 0;
  std::size_t held = 0;
  const std::size_t all = words.size() - kLength + 1;
  for (std::size_t i = 0; i < all; ++i)
    held += sequences_.count(SequenceAt(words, i));
  return static_cast<double>(held) / static_cast<double>(all);
}

}  // namespace archive
