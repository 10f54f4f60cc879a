#include <string>

#include <gtest/gtest.h>

#include "indexer/readers/reader.h"

namespace archive {
namespace {

using namespace std::string_literals;

TEST(Readers, RowsAreFoundByName) {
  for (const Format& format : Formats()) {
    EXPECT_EQ(FindFormat(format.name), &format);
    EXPECT_FALSE(format.help.empty());
    EXPECT_GE(format.version, 1);
  }
  EXPECT_EQ(FindFormat("nitf"), nullptr);
}

TEST(Readers, WhatAFileIs) {
  const struct {
    std::string path, bytes, is;
  } cases[] = {
      {"a.txt", "Headline\n\nText.", "plain"},
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
      {"a.html", "<!DOCTYPE html><html>", "HTML is not read by this version"},
      {"a.txt", "\n<HTML>", "HTML is not read by this version"},
      {"a.html", "Text alone", "HTML is not read by this version"},
      {"a.xml", "<?xml version=\"1.0\"?>", "XML is not read by this version"},
      {"a.pdf", "%PDF-1.4\n", "PDF is not read by this version"},
      {"a.docx", "PK\3\4....", "a zip archive is not read by this version"},
      {"a.gz", "\x1F\x8B\x08", "a gzip archive is not read by this version"},
      {"a.csv", "a,b\n1,2\n", "a table (CSV) is not read by this version"},
      {"a.json", "{\n  \"a\": 1\n}\n",
       "a JSON document is not read by this version"},
      {"a", "[\n  {\"a\": 1}\n]\n",
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
