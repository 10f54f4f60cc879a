// Fuzzes one reader, that of the format which the program is called after:
// plain_fuzz.  Whatever the bytes, it ends, and its articles hold what
// common/article.h promises.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

#include "common/json_writer.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_json.h"
#include "indexer/readers/reader.h"

namespace archive {
namespace {

void Require(bool holds, std::string_view what) {
  if (holds) return;
  std::cerr << "broken promise: " << what << '\n';
  std::abort();
}

void CheckValue(std::string_view text) {
  Require(IsValidUtf8(text), "values are UTF-8");
  if (CleanValue(text) != text) std::cerr << "not clean: [" << text << "]\n";
  Require(CleanValue(text) == text, "values are clean, with single spaces");
}

void CheckArticle(const Article& article, std::size_t size) {
  for (const std::string* text :
       {&article.uid, &article.title, &article.first_line, &article.source,
        &article.section, &article.dateline, &article.language, &article.url,
        &article.agency, &article.edition})
    CheckValue(*text);
  for (const std::vector<std::string>* values :
       {&article.byline, &article.topics, &article.keywords, &article.exchanges,
        &article.people, &article.organisations, &article.places,
        &article.pages}) {
    for (const std::string& text : *values) CheckValue(text);
  }
  for (const Block& block : article.blocks) {
    CheckValue(block.text);
    Require(!block.text.empty(), "blocks hold text");
  }
  Require(article.bytes.begin <= article.bytes.end && article.bytes.end <= size,
          "articles lie in their file");
  if (article.ocr)
    Require(*article.ocr >= 0 && *article.ocr <= 1, "shares are shares");
  if (article.published)
    Require(Exists(article.published->when.date), "dates exist");
}

const Format* fuzzed = nullptr;

// Whatever lies beside the file is the file: METS may hold its own pages.
class OnlyItself final : public Neighbours {
 public:
  explicit OnlyItself(std::string_view bytes) : bytes_(bytes) {}
  Result<std::string> Read(std::string_view /*path*/) const override {
    return std::string(bytes_);
  }
  bool IsPageOfIssue() const override { return false; }

 private:
  std::string_view bytes_;
};

}  // namespace
}  // namespace archive

extern "C" int LLVMFuzzerInitialize(const int* /*argc*/, char*** argv) {
  std::string name = std::filesystem::path(**argv).filename();
  name.resize(name.rfind("_fuzz"));
  archive::fuzzed = archive::FindFormat(name);
  archive::Require(archive::fuzzed != nullptr, "the format has a row");
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using archive::Article;
  using archive::Rejection;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  archive::DetectFormat("news/2021/03/file", bytes);
  std::ostringstream printed;
  const archive::ArticleSink sink = {
      .article =
          [&](const Article& article) {
            archive::CheckArticle(article, size);
            archive::JsonWriter json(printed);
            archive::WriteArticle(article, {}, json);
          },
      .rejection =
          [](const Rejection& rejection) {
            archive::Require(!rejection.reason.empty(),
                             "rejections have a reason");
          }};
  const archive::OnlyItself neighbours(bytes);
  const archive::Status status = archive::fuzzed->read(
      {"news/2021/03/file", bytes, nullptr, &neighbours}, {}, sink);
  archive::Require(status || !status.error().message.empty(),
                   "errors have a message");
  return 0;
}
