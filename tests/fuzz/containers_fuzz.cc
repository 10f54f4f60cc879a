// Fuzzes what is packed in files: whatever the bytes, reading them ends, within
// the limits, and ids stay in their file.
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "common/text/utf8.h"
#include "indexer/readers/source_articles.h"

namespace archive {
namespace {

void Require(bool holds, std::string_view what) {
  if (holds) return;
  std::cerr << "broken promise: " << what << '\n';
  std::abort();
}

}  // namespace
}  // namespace archive

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using archive::Require;
  archive::MemorySource source(
      {reinterpret_cast<const char*>(data), size});  // NOLINT
  const archive::SourceNature nature = archive::ReadSource(
      source, {"fuzz/file", "file"}, {},
      {.article =
           [](const archive::NumberedArticle& article) {
             Require(article.id.starts_with("fuzz/file"),
                     "ids begin with their file's");
             Require(archive::CleanUtf8(article.id) == article.id,
                     "ids are clean");
             Require(article.id.size() < 240, "ids are short enough for terms");
           },
       .rejection =
           [](const archive::Rejection& rejection) {
             Require(!rejection.reason.empty(), "rejections have a reason");
           }},
      {.free_bytes = std::uint64_t{4} << 20,
       .members = 1000,
       .member_bytes = std::uint64_t{1} << 20,
       .nested_bytes = std::uint64_t{1} << 20});
  Require(!nature.format.empty() || !nature.skipped.empty() || size == 0,
          "a file is something, or skipped with the reason");
  return 0;
}
