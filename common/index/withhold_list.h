// What must not be found any more: withhold.txt, which lies in the index
// directory and holds from the next query on; the next run takes the articles
// out of the segments.
//
//     # what | who asked | when | why
//     id: news/2021/03/hotline.txt | J. Doe, legal | 2021-03-15 | 7 O 12/21
//     uid: urn:newsml:example.org:20210302:1 | the subject | 2021-04-02
//     url: https://example.org/a.html | the editor | 2021-04-02 | wrong man
//
// An id that is a file's stands for all its articles.  Who asked and when must
// be there, why may be left out.  Comments and quotes:
// common/text/rule_lines.h.
//
// A takedown that is half written holds: a line of which what, but not the rest
// makes sense is told and obeyed.  Only a line that names no article is left
// out.
#ifndef ARCHIVE_COMMON_INDEX_WITHHOLD_LIST_H_
#define ARCHIVE_COMMON_INDEX_WITHHOLD_LIST_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/article.h"
#include "common/dates/day.h"
#include "common/index/segment.h"
#include "common/result.h"
#include "common/text/rule_lines.h"

namespace archive {

inline constexpr std::string_view kWithholdName = "withhold.txt";

struct Withheld {
  enum class By : std::uint8_t { kId, kUid, kUrl };
  By by = By::kId;
  std::string value;  // as written
  std::string who;
  Date when = {};
  std::string why = {};
  std::size_t line = 0;  // of its file

  // Whether both name the same.
  bool NamesAs(const Withheld& other) const {
    return by == other.by && value == other.value;
  }
};
std::string_view NameOf(Withheld::By by);

// What a line says; of a blank line and a comment nothing.
struct WithholdLine {
  std::vector<Withheld> entries;  // one at most
  std::vector<LineFault> faults;  // their `line` is not set
};
WithholdLine ReadWithholdLine(std::string_view line);
// The line that says it.
std::string WrittenLine(const Withheld& entry);

// A number for each name by which some list may name the article: its id, that
// of its file and of the archives around that, its uid and its url.
std::vector<std::uint64_t> NamesOf(std::string_view id, const Article& article);

// Owns: the entries.  Threads: const methods any.
class WithholdList {
 public:
  WithholdList() = default;
  // Never fails: see faults().
  static WithholdList Parse(std::string_view text);

  bool empty() const { return entries_.empty(); }
  const std::vector<Withheld>& entries() const { return entries_; }
  const std::vector<LineFault>& faults() const { return faults_; }

  // Whether an article that is about to be indexed is named.
  bool Names(std::string_view id, const Article& article) const;
  // Whether one of some articles is named, of which only the numbers of
  // NamesOf() are known, sorted.
  bool NamesOneOf(std::span<const std::uint64_t> names) const;
  // Living articles of a segment that are named.  Docids rise.
  Result<std::vector<DocId>> DocsIn(const Segment& segment) const;
  // The living articles that one entry names.
  static Result<std::vector<DocId>> DocsOf(const Withheld& entry,
                                           const Segment& segment);
  // A number that differs when what is named differs; 0: nothing is.
  std::uint64_t Hash() const;

 private:
  std::vector<Withheld> entries_;
  std::vector<LineFault> faults_;
  std::unordered_set<std::string> ids_;
  std::unordered_set<std::string> uids_;  // folded, as `urls_`
  std::unordered_set<std::string> urls_;
};

// The list of an index; an empty one where it has no such file.  Fails
// (kConfiguration) when the file cannot be read: nobody knows then what must
// not be shown.
Result<WithholdList> ReadWithholdList(const std::string& index);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_WITHHOLD_LIST_H_
