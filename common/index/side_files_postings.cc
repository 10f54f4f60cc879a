// Streams of words → the `postings` file: the part of SideFilesBuilder that
// turns articles with words into words with articles.
#include <algorithm>
#include <limits>
#include <numeric>

#include "common/index/posting_lists.h"
#include "common/index/posting_lists_builder.h"
#include "common/index/side_files.h"

namespace archive {
namespace {

// The streams are walked once for so many postings, which are held at once:
// at least this many, and a quarter of the memory that the streams take.
constexpr std::uint64_t kLeastAtOnce = 1'000'000;
constexpr std::uint64_t kItemsOfPosting = 8;

constexpr std::uint32_t kNoList = std::numeric_limits<std::uint32_t>::max();

// Some lists side by side, filled in the order of the articles.
struct Lists {
  explicit Lists(std::size_t words) : of_word(words, kNoList) {}

  void Open(WordId word, std::uint32_t postings) {
    of_word[word] = static_cast<std::uint32_t>(begins.size());
    begins.push_back(docs.size());
    ends.push_back(docs.size());
    docs.resize(docs.size() + postings);
    occurrences.resize(docs.size());
  }
  void Count(WordId word, DocId doc) {
    const std::uint32_t list = of_word[word];
    if (list == kNoList) return;
    std::size_t& end = ends[list];
    if (end == begins[list] || docs[end - 1] != doc) docs[end++] = doc;
    ++occurrences[end - 1];
  }
  void Clear() {
    begins.clear();
    ends.clear();
    docs.clear();
    occurrences.clear();
    std::fill(of_word.begin(), of_word.end(), kNoList);
  }

  std::vector<std::uint32_t> of_word;  // by word id
  std::vector<std::size_t> begins;     // by list
  std::vector<std::size_t> ends;
  std::vector<DocId> docs;
  std::vector<std::uint32_t> occurrences;
};

}  // namespace

Status SideFilesBuilder::WritePostings(const std::string& path,
                                       const OwnerId& owner) const {
  std::vector<WordId> words;  // those with lists, by code
  const std::uint32_t least =
      LeastPostings(static_cast<DocId>(first_item_.size() - 1));
  for (const WordId word : sorted_) {
    if (counts_[word].articles >= least) words.push_back(word);
  }
  std::sort(words.begin(), words.end(),
            [this](WordId a, WordId b) { return code_of_[a] < code_of_[b]; });
  const std::uint64_t at_once =
      std::max(kLeastAtOnce, items_.size() / kItemsOfPosting);
  PostingListsBuilder builder;
  Lists lists(counts_.size());
  for (std::size_t next = 0; next < words.size();) {
    const std::size_t first = next;
    lists.Clear();
    do {
      lists.Open(words[next], counts_[words[next]].articles);
      ++next;
    } while (next < words.size() && lists.docs.size() < at_once);
    EachTextWord([&lists](WordId word, DocId doc) { lists.Count(word, doc); });
    for (std::size_t list = 0; list < next - first; ++list) {
      const std::size_t begin = lists.begins[list];
      const std::size_t count = lists.ends[list] - begin;
      builder.Add(code_of_[words[first + list]],
                  std::span(lists.docs).subspan(begin, count),
                  std::span(lists.occurrences).subspan(begin, count));
    }
  }
  return builder.Write(path, owner);
}

template <typename Take>
void SideFilesBuilder::EachTextWord(const Take& take) const {
  auto at = items_.begin();
  for (DocId doc = 0; doc < first_item_.size(); ++doc) {
    const std::uint64_t end = std::size_t{doc} + 1 < first_item_.size()
                                  ? first_item_[std::size_t{doc} + 1]
                                  : items_.size();
    bool in_text = false;
    for (std::uint64_t i = first_item_[doc]; i < end; ++i, ++at) {
      if (!IsMarkItem(*at)) {
        if (in_text) take(WordIdOf(*at), doc);
      } else if (IsZoneMark(MarkOf(*at))) {
        in_text = IsTextZone(ZoneOf(MarkOf(*at)));
      }
    }
  }
}

}  // namespace archive
