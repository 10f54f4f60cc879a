// Where the names of an article stand in its text: for people to see, on the
// page of an article.
//
// An index keeps which names an article has, not where: they are looked for
// again. What was found as "Tan Kefei" is marked where it stands whole, and so
// is each of its parts alone in capital letters; of organisations and places
// only the whole is.
#ifndef ARCHIVE_QUERY_OUTPUT_NAME_MARKS_H_
#define ARCHIVE_QUERY_OUTPUT_NAME_MARKS_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/open_index.h"
#include "common/span.h"
#include "common/text/analyser.h"
#include "query/matching/match.h"

namespace archive {

// Threads: none.
class NameMarks {
 public:
  // The names as the article has them, and as they are counted.
  static NameMarks Of(const OpenIndex& index, const Match& match);

  enum class Parts : std::uint8_t { kWhole, kEach };
  void Add(std::string_view name, Parts parts);

  // In order, apart from each other; the longest name that begins at a word.
  std::vector<Span> Find(std::string_view text);

 private:
  using Words = std::vector<std::string>;  // folded

  // By the first word; the longest first.
  std::map<std::string, std::vector<Words>, std::less<>> names_;
  Analyser analyser_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_NAME_MARKS_H_
