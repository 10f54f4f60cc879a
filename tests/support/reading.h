// For tests of readers: everything that one makes of a file.
#ifndef ARCHIVE_TESTS_SUPPORT_READING_H_
#define ARCHIVE_TESTS_SUPPORT_READING_H_

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/utf8.h"
#include "indexer/readers/reader.h"

namespace archive {

struct ReadResult {
  std::vector<Article> articles;
  std::vector<Rejection> rejections;
  std::string error;  // empty: the file was read to its end
};

inline ReadResult ReadWith(const Format& format, std::string_view path,
                           std::string_view bytes,
                           const ReaderOptions& options = {},
                           const Neighbours* neighbours = nullptr) {
  ReadResult result;
  const ArticleSink sink = {
      .article =
          [&](Article article) {
            result.articles.push_back(std::move(article));
          },
      .rejection =
          [&](Rejection rejection) {
            result.rejections.push_back(std::move(rejection));
          }};
  const Status status = format.read(
      {std::string(path), bytes, nullptr, neighbours}, options, sink);
  if (!status) result.error = status.error().message;
  return result;
}

inline ReadResult ReadAs(std::string_view format, std::string_view bytes,
                         std::string_view path = "file",
                         const ReaderOptions& options = {},
                         const Neighbours* neighbours = nullptr) {
  const Format* const found = FindFormat(format);
  if (found == nullptr) {
    ADD_FAILURE() << "no format " << format;
    return {};
  }
  return ReadWith(*found, path, bytes, options, neighbours);
}

inline std::vector<std::string> TextsOf(
    const Article& article, BlockKind kind = BlockKind::kParagraph) {
  std::vector<std::string> texts;
  for (const Block& block : article.blocks) {
    if (block.kind == kind) texts.push_back(block.text);
  }
  return texts;
}

// What article.h promises of every string.
inline bool IsCleanValue(std::string_view text) {
  return IsValidUtf8(text) && CleanValue(text) == text;
}

inline void ExpectClean(const Article& article) {
  for (const std::string* text :
       {&article.uid, &article.title, &article.first_line, &article.source,
        &article.section, &article.dateline, &article.language, &article.url,
        &article.agency, &article.edition})
    EXPECT_TRUE(IsCleanValue(*text)) << *text;
  for (const std::vector<std::string>* values :
       {&article.byline, &article.topics, &article.keywords, &article.exchanges,
        &article.people, &article.organisations, &article.places,
        &article.pages}) {
    for (const std::string& text : *values)
      EXPECT_TRUE(IsCleanValue(text) && !text.empty()) << text;
  }
  for (const Block& block : article.blocks)
    EXPECT_TRUE(IsCleanValue(block.text) && !block.text.empty()) << block.text;
}

// The data that lies beside the project; tests that need it skip without it.
inline std::filesystem::path SharedData() {
  return std::filesystem::path(ARCHIVE_SOURCE_DIR) / "../shared/data";
}

inline std::string FileContent(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return std::move(content).str();
}

}  // namespace archive

#endif  // ARCHIVE_TESTS_SUPPORT_READING_H_
