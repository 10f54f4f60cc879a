// Whether the words of a phrase or a distance stand as it asks, told from the
// token stream alone: in most articles that is plain without a look at values,
// sentences and languages.
#ifndef ARCHIVE_QUERY_MATCHING_NEARNESS_FILTER_H_
#define ARCHIVE_QUERY_MATCHING_NEARNESS_FILTER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "common/index/segment.h"
#include "common/index/token_stream.h"
#include "query/matching/positions.h"
#include "query/matching/token_source.h"
#include "query/matching/unit_finder.h"

namespace archive {

enum class Nearness : std::uint8_t {
  kNo,
  kPerhaps,  // the checker of positions.h decides
  kYes,
};

// Of one question in one segment.  Threads: const methods any.
class NearnessFilter {
 public:
  // Nothing where the question is no phrase of words and no distance between
  // words.  `words` are those that its nodes number.
  static std::optional<NearnessFilter> Make(
      const Segment& segment, const PositionNode& question,
      std::span<const StreamSource::QueryWord> words);

  // `language` is the article's.
  Nearness Look(TokenReader article, LanguageMask language) const;

 private:
  struct Form {
    WordCode code;
    LanguageMask languages;
  };
  struct Part {
    FieldId field = FieldId::kText;
    std::vector<Form> forms = {};  // by code
    std::uint64_t occurrences = 0;

    const Form* Find(WordCode code) const;
    std::vector<WordCode> Codes() const;
  };
  using Units = std::span<const TokenUnit>;

  NearnessFilter(std::vector<Part> parts, const PositionNode& question);
  // Whether a word of a part stands near that of the anchor at `at`.
  Nearness LookBeside(Units units, std::size_t at, std::size_t part,
                      const UnitFinder& finder, LanguageMask language) const;
  Nearness LookForPhrase(Units units, std::size_t at,
                         LanguageMask language) const;
  Nearness LookForNeighbours(Units units, std::size_t at,
                             LanguageMask language) const;
  bool IsInFields(Zone zone) const;
  bool IsWithin(Units units, std::size_t from, std::size_t to) const;
  bool Counts(Units units, std::size_t at, std::size_t part,
              LanguageMask language) const;

  std::vector<Part> parts_;
  std::size_t anchor_ = 0;  // the part that occurs least
  bool is_phrase_;
  bool is_ordered_;
  std::size_t distance_;
  bool may_be_sure_ = true;
  UnitFinder anchor_finder_;
  std::optional<UnitFinder> before_;  // of a distance: the part before it
  std::optional<UnitFinder> behind_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_NEARNESS_FILTER_H_
