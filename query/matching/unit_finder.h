// Which units of a token stream a query must look at: its words, and whatever
// is not a word of one unit.  All others only count, so that they are passed
// over sixteen at a time.
#ifndef ARCHIVE_QUERY_MATCHING_UNIT_FINDER_H_
#define ARCHIVE_QUERY_MATCHING_UNIT_FINDER_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "common/index/token_stream.h"

namespace archive {

// Threads: const methods any.
class UnitFinder {
 public:
  static constexpr std::size_t kBlock = 16;

  // Codes that take two units need not be told apart: every such unit is found.
  explicit UnitFinder(std::span<const WordCode> codes);
  // Finds no marks, and of codes of two units the high ones alone.
  static UnitFinder OfWords(std::span<const WordCode> codes);

  // Bit i: units[i] is to be looked at.  REQUIRES: at most kBlock units.
  std::uint32_t Find(std::span<const TokenUnit> units) const;

  // The place of the first unit from `from` on that is to be looked at;
  // units.size() when there is none.
  std::size_t Next(std::span<const TokenUnit> units, std::size_t from) const;

  // Calls visit(reader, passed) wherever the reader of an article must be
  // looked at, standing there; so many words were passed over since the last
  // time. `visit` takes the word or the mark.
  template <typename Visit>
  void Walk(TokenReader reader, const Visit& visit) const {
    for (std::size_t block = 0; block < reader.size(); block += kBlock) {
      for (std::uint32_t found = Find(reader.Units(block, kBlock)); found != 0;
           found &= found - 1) {
        const std::size_t unit =
            block + static_cast<std::size_t>(std::countr_zero(found));
        if (unit < reader.at()) continue;  // the low part of a word
        const auto passed = static_cast<std::uint32_t>(unit - reader.at());
        reader.GoTo(unit);
        visit(reader, passed);
      }
    }
  }

 private:
  struct Range {
    TokenUnit first;
    TokenUnit last;
  };
  UnitFinder() = default;
  void Add(TokenUnit unit);
  void Prepare();
  bool IsWanted(TokenUnit unit) const;
  std::uint32_t FindInBlock(const TokenUnit* units) const;
  template <std::size_t kRanges>
  std::size_t NextOf(std::span<const TokenUnit> units, std::size_t from) const;

  std::vector<Range> ranges_;  // rising, apart
  // By unit; empty where the ranges are so few that each unit is compared with
  // all of them.
  std::vector<bool> wanted_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_UNIT_FINDER_H_
