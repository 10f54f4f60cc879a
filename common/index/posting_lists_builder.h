// Writes the `postings` file of a segment (posting_lists.h).
#ifndef ARCHIVE_COMMON_INDEX_POSTING_LISTS_BUILDER_H_
#define ARCHIVE_COMMON_INDEX_POSTING_LISTS_BUILDER_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/index/section_file.h"
#include "common/index/token_stream.h"
#include "common/result.h"

namespace archive {

// Memory: what the file takes.
class PostingListsBuilder {
 public:
  // The list of a word: the articles, rising, and how often each has the word.
  // REQUIRES: codes rise from call to call; both are as long, and not empty;
  // no number is 0.
  void Add(WordCode code, std::span<const DocId> docs,
           std::span<const std::uint32_t> occurrences);
  Status Write(const std::string& path, const OwnerId& owner) const;

 private:
  void AddBlock(DocId before, std::span<const DocId> docs,
                std::span<const std::uint32_t> occurrences);

  std::vector<std::uint32_t> first_blocks_ = {0};
  std::vector<std::uint32_t> counts_;
  std::vector<DocId> last_docs_;
  std::vector<std::uint64_t> begins_;
  std::vector<std::uint8_t> distance_widths_;
  std::vector<std::uint8_t> occurrence_widths_;
  std::vector<std::uint32_t> bits_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_POSTING_LISTS_BUILDER_H_
