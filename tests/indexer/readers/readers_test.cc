#include <filesystem>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "indexer/readers/issue_pages.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/source_articles.h"
#include "indexer/sources/source_file.h"

namespace archive {
namespace {

using namespace std::string_literals;

TEST(Readers, RowsAreFoundByName) {
  for (const Format& format : Formats()) {
    EXPECT_EQ(FindFormat(format.name), &format);
    EXPECT_FALSE(format.help.empty());
    EXPECT_GE(format.version, 1);
  }
  EXPECT_EQ(FindFormat("nothing"), nullptr);
}

// What a new format needs, by name: reader_x.cc, its row, its test, seeds for
// its fuzzer, a file in corpus/.
TEST(Readers, EachHasARowATestSeedsAndAnExample) {
  namespace fs = std::filesystem;
  const fs::path root = ARCHIVE_SOURCE_DIR;
  std::set<std::string> readers;
  for (const auto& entry : fs::directory_iterator(root / "indexer/readers")) {
    const std::string name = entry.path().stem();
    if (name.starts_with("reader_") && entry.path().extension() == ".cc")
      readers.insert(name.substr(std::string("reader_").size()));
  }
  std::set<std::string> examples;
  for (const auto& entry : fs::recursive_directory_iterator(root / "corpus")) {
    if (!entry.is_regular_file()) continue;
    const std::string path = entry.path().string();
    const auto source = OpenSourceFile(path);
    ASSERT_TRUE(source);
    IssuePages issues;
    const FileNeighbours beside({"corpus", root / "corpus"},
                                fs::relative(path, root / "corpus").string(),
                                issues);
    ReadSource(**source, {path, path, &beside}, {},
               {.article =
                    [&examples](const NumberedArticle& article) {
                      examples.emplace(article.format);
                    },
                .rejection = [](const Rejection& /*rejection*/) {}});
  }
  for (const std::string& reader : readers)
    EXPECT_NE(FindFormat(reader), nullptr)
        << "reader_" << reader << ".cc has no row in kFormats (readers.cc)";
  for (const Format& format : Formats()) {
    const std::string name(format.name);
    EXPECT_EQ(readers.count(name), 1U) << "reader_" << name << ".cc";
    EXPECT_EQ(examples.count(name), 1U) << name << " has no file in corpus/";
    EXPECT_TRUE(fs::exists(root / "tests/indexer/readers" /
                           ("reader_" + name + "_test.cc")))
        << "reader_" << name << "_test.cc";
    EXPECT_FALSE(fs::is_empty(root / "tests/fuzz/corpus" / name)) << name;
  }
}

TEST(Readers, WhatAFileIs) {
  const struct {
    std::string path, bytes, is;
  } cases[] = {
      {"a.txt", "Headline\n\nText.", "plain"},
      {"a.md", "Headline\n\nText.", "markdown"},
      {"a.txt", "---\ntitle: A\n---\nText.", "markdown"},
      {"a.html", "---\nlayout: post\ntitle: A\n---\n<p>Text.", "markdown"},
      {"a.yml", "---\ntitle: A\n---\nb: c\n", "a configuration file"},
      {"README", "Headline\n\nText.", "plain"},
      {"a.log", "Headline\n\nText.", "plain"},
      {"a.sgm", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\">",
       "reuters"},
      {"a.txt", "<REUTERS TOPICS=\"NO\" NEWID=\"1\">", "reuters"},
      {"a.txt", "", "empty"},
      {"a.txt", " \r\n\t", "empty"},
      {"a.txt", "\xEF\xBB\xBF", "empty"},
      {"a.png", "\x89PNG\r\n\x1A\n\0\0"s, "a picture"},
      {"a.txt", "\xFF\xD8\xFF\xE0\0\x10JFIF"s, "a picture"},
      {"a.svg", "<svg xmlns=\"x\"></svg>", "a picture"},
      {"a",
       "\x7F"
       "ELF\x02\x01",
       "a program"},
      {"a", "#!/bin/sh\necho\n", "a program"},
      {"a.js", "let x = 1;\n", "a program"},
      {"a.css", "body { color: red }\n", "a style sheet"},
      {"a.bin", "\x01\x02\x03\0\0\x05 abc"s, "binary data"},
      {"a.xml", "<mets:mets xmlns:mets='http://www.loc.gov/METS/'>", "mets"},
      {"a.html", "<!DOCTYPE html><html>", "html"},
      {"a.txt", "\n<HTML>", "html"},
      {"a.html", "Text alone", "plain"},
      {"a.html", "<p>Text</p>", "html"},
      {"a", "<?xml version='1.0'?>\n<!-- x -->\n<html xmlns='x'>", "html"},
      {"a.xml", "<?xml version=\"1.0\"?>", "an XML file (of no known format)"},
      {"a.pdf", "%PDF-1.4\n", "pdf"},
      {"a.docx", "PK\3\4....", "docx"},
      {"a.xlsx", "PK\3\4....",
       "an office document is not read by this version"},
      {"a.csv", "a,b\n1,2\n", "csv"},
      {"a", "id;title;text\n1;Wall falls;It fell\n", "csv"},
      {"a.txt", "Wine, title and text\nOf old, it is said.\n", "plain"},
      {"a.json", "{\n  \"a\": 1\n}\n", "json"},
      {"a", "[\n  {\"a\": 1}\n]\n", "json"},
      {"a.geojson", "{\n  \"a\": 1\n}\n",
       "a JSON document is not read by this version"},
      {"a.txt", "[Berlin] Wall falls\n", "plain"},
      {"a.txt", "\xFF\xFEH\0i\0"s, "plain"},
  };
  for (const auto& [path, bytes, is] : cases) {
    const Detection found = DetectFormat(path, bytes);
    EXPECT_EQ(found.format != nullptr ? found.format->name : found.skipped, is)
        << path << ": " << bytes;
  }
}

}  // namespace
}  // namespace archive
