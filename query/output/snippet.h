// The passages of an article that show why it was found.
//
// Best is what holds the most different parts of the query in one stretch;
// among equals what stands first.  Where one stretch does not hold them all,
// up to three are joined with " … ".  Without a match in the text (a query by
// date, by name) the lead is shown.  What is marked is decided by the checker
// that decides matches (matching/positions.h): a word of a phrase that stands
// alone is not marked.
#ifndef ARCHIVE_QUERY_OUTPUT_SNIPPET_H_
#define ARCHIVE_QUERY_OUTPUT_SNIPPET_H_

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "common/index/stored_record.h"
#include "query/matching/leaf_words.h"
#include "query/matching/positions.h"
#include "query/matching/token_source.h"
#include "query/output/result_page.h"

namespace archive {

inline constexpr std::size_t kSnippetCharacters = 240;
inline constexpr std::size_t kMaxPassages = 3;
// More of an article's text than this is not looked at for marks.
inline constexpr std::size_t kMaxSnippetBytes = std::size_t{1} << 20;

struct MarkedArticle {
  Highlighted title;
  Highlighted snippet;
};

// Threads: none.  Costs what cutting the article's text into words costs.
class SnippetMaker {
 public:
  // `trees`: SearchAnswer::marks.
  explicit SnippetMaker(std::span<const PositionTree> trees);

  MarkedArticle Make(const StoredRecord& record);

 private:
  explicit SnippetMaker(const JoinedTrees& trees);

  // A stretch of a paragraph that a part of the query matched.
  struct Mark {
    std::size_t paragraph = 0;
    Span span;
    std::size_t part = 0;

    friend bool operator==(const Mark&, const Mark&) = default;
  };
  struct Passage;
  using Paragraphs = std::vector<std::string_view>;

  std::vector<Mark> FindMarks(Zone zone, const Paragraphs& paragraphs,
                              std::string_view language);
  void AddMarks(const Occurrence& occurrence, const std::vector<Span>& spans,
                std::size_t part, std::vector<Mark>& marks) const;
  Highlighted MakeSnippet(const Paragraphs& paragraphs,
                          const std::vector<Mark>& marks) const;
  std::vector<Passage> Choose(const Paragraphs& paragraphs,
                              const std::vector<Mark>& marks,
                              std::size_t characters,
                              std::size_t at_most) const;

  std::vector<PositionNode> roots_;  // they number the words of the source
  TextSource source_;
  PositionChecker checker_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_SNIPPET_H_
