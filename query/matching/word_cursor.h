// Articles that have all of some words, or any of them, by windows of docids.
#ifndef ARCHIVE_QUERY_MATCHING_WORD_CURSOR_H_
#define ARCHIVE_QUERY_MATCHING_WORD_CURSOR_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "query/matching/boolean_cursors.h"
#include "query/matching/cursor.h"
#include "query/matching/word_window.h"

namespace archive {

enum class JoinedBy : std::uint8_t { kAll, kAny };

// Whether articles of the window that begins there may pass a test.
using WindowTest = std::function<bool(DocId begin)>;

// The articles that may pass a test, by docid; nothing when they are more than
// `most`.
using FewDocs =
    std::function<std::optional<std::vector<DocId>>(std::size_t most)>;

// What must hold besides.  All but the tests follows from them, and saves work.
struct WordConditions {
  std::vector<DocTest> tests = {};
  std::vector<WindowTest> window_tests = {};
  FewDocs few_docs = {};  // may be empty
};

// Scores are summed in the order of the words.
// REQUIRES: at least one word; no conditions with kAny.
CursorPtr MakeWordCursor(std::vector<std::unique_ptr<WordWindow>> words,
                         JoinedBy joined, WordConditions conditions);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_WORD_CURSOR_H_
