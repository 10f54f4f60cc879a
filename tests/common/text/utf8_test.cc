#include "common/text/utf8.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace archive {
namespace {

using namespace std::string_literals;

TEST(CleanUtf8, TableOfCharacters) {
  const struct {
    std::string bytes, cleaned;
    std::size_t replaced;
  } cases[] = {
      {"", "", 0},
      {"plain\ttext\n", "plain\ttext\n", 0},
      {"a\r\nb\rc\fd", "a\nb\nc\nd", 0},
      {"a\0b\x05\x1Fg\x7F"s, "abg", 0},
      {"a\vb", "a b", 0},
      {"Seoul\xE2\x80\x93"
       "Beijing",
       "Seoul\xE2\x80\x93"
       "Beijing",
       0},
      {"C1 \xC2\x80\xC2\x9F.", "C1 .", 0},
      {"line\xE2\x80\xA8"
       "end\xE2\x80\xA9"
       "s",
       "line\nend\ns", 0},
      {"\xE2\x80\xAE"
       "evil\xE2\x81\xA6"
       "x\xE2\x81\xA9",
       "evilx", 0},
      {"mark \xEF\xBB\xBFinside", "mark inside", 0},
      {"bad \xFF byte", "bad \xEF\xBF\xBD byte", 1},
      {"cut \xE2\x80", "cut \xEF\xBF\xBD", 1},
      {"overlong \xC0\xAF", "overlong \xEF\xBF\xBD\xEF\xBF\xBD", 2},
      {"surrogate \xED\xA0\x80.",
       "surrogate \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD.", 3},
      {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80", 0},
  };
  for (const auto& [bytes, cleaned, replaced] : cases) {
    std::size_t count = 0;
    EXPECT_EQ(CleanUtf8(bytes, &count), cleaned);
    EXPECT_EQ(count, replaced) << cleaned;
    EXPECT_EQ(IsValidUtf8(bytes), replaced == 0) << cleaned;
  }
}

TEST(CleanUtf8, WhateverTheBytesTheTextIsValidAndStays) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (std::size_t i = random() % 40; i > 0; --i)
      bytes += static_cast<char>(random() % 3 == 0 ? random() % 128
                                                   : 128 + random() % 128);
    const std::string text = CleanUtf8(bytes);
    ASSERT_TRUE(IsValidUtf8(text));
    ASSERT_EQ(CleanUtf8(text), text);
    ASSERT_TRUE(IsValidUtf8(DecodeText(bytes).text));
    const std::string collapsed = CollapseSpaces(text);
    ASSERT_EQ(CollapseSpaces(collapsed), collapsed);
  }
}

TEST(CollapseSpaces, AllKindsOfWhiteSpace) {
  EXPECT_EQ(CollapseSpaces("  a \t\n b\xC2\xA0\xE3\x80\x80"
                           "c  "),
            "a b c");
  EXPECT_EQ(CollapseSpaces(" \n "), "");
  EXPECT_EQ(CleanValue(" \x02"
                       "BAHIA\r\n COCOA\x03 "),
            "BAHIA COCOA");
}

TEST(DecodeText, Charsets) {
  const struct {
    std::string bytes, declared, text, charset;
    CharsetSource source;
  } cases[] = {
      {"plain", "", "plain", "UTF-8", CharsetSource::kValidUtf8},
      {"M\xC3\xBCnchen", "iso-8859-1", "München", "UTF-8",
       CharsetSource::kValidUtf8},
      {"\xEF\xBB\xBFM\xC3\xBCnchen", "", "München", "UTF-8",
       CharsetSource::kByteOrderMark},
      {"\xFF\xFEM\0\xFC\0"s, "", "Mü", "UTF-16LE",
       CharsetSource::kByteOrderMark},
      {"\xFE\xFF\0M\0\xFC"s, "", "Mü", "UTF-16BE",
       CharsetSource::kByteOrderMark},
      {"\xFF\xFE\0\0M\0\0\0"s, "", "M", "UTF-32LE",
       CharsetSource::kByteOrderMark},
      {"\0\0\xFE\xFF\0\0\0M"s, "", "M", "UTF-32BE",
       CharsetSource::kByteOrderMark},
      {"T\0h\0e\0 \0n\0e\0w\0s\0"s, "", "The news", "UTF-16LE",
       CharsetSource::kPattern},
      {"caf\xE9", "latin1", "café", "windows-1252", CharsetSource::kDeclared},
      {"\x93quoted\x94", "iso-8859-1", "“quoted”", "windows-1252",
       CharsetSource::kDeclared},
      {"caf\xE9", "no-such-charset", "café", "windows-1252",
       CharsetSource::kDetected},
      {"He said \x93no\x94 \x96 twice.", "", "He said “no” – twice.",
       "windows-1252", CharsetSource::kDetected},
      {"\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251", "Привет", "windows-1251",
       CharsetSource::kDeclared},
  };
  for (const auto& [bytes, declared, text, charset, source] : cases) {
    const DecodedText decoded = DecodeText(bytes, declared);
    EXPECT_EQ(decoded.text, text);
    EXPECT_EQ(decoded.charset, charset) << text;
    EXPECT_EQ(decoded.source, source) << text;
    EXPECT_EQ(decoded.replaced, 0U) << text;
  }
}

TEST(DecodeText, RussianWithoutADeclaration) {
  // "В Москве сегодня открылась международная конференция по безопасности."
  const std::string bytes =
      "\xC2 \xCC\xEE\xF1\xEA\xE2\xE5 \xF1\xE5\xE3\xEE\xE4\xED\xFF "
      "\xEE\xF2\xEA\xF0\xFB\xEB\xE0\xF1\xFC \xEC\xE5\xE6\xE4\xF3\xED\xE0"
      "\xF0\xEE\xE4\xED\xE0\xFF \xEA\xEE\xED\xF4\xE5\xF0\xE5\xED\xF6\xE8"
      "\xFF \xEF\xEE \xE1\xE5\xE7\xEE\xEF\xE0\xF1\xED\xEE\xF1\xF2\xE8.";
  EXPECT_EQ(DecodeText(bytes).charset, "windows-1251");
}

TEST(DecodeText, Utf8WithAScratchStaysUtf8) {
  const std::string bytes =
      "\xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0 \xD0";
  const DecodedText decoded = DecodeText(bytes);
  EXPECT_EQ(decoded.charset, "UTF-8");
  EXPECT_EQ(decoded.text, "Москва \xEF\xBF\xBD");
  EXPECT_EQ(decoded.replaced, 1U);
}

TEST(HasCapital, AnyScript) {
  EXPECT_FALSE(HasCapital("south, korea 2021"));
  EXPECT_TRUE(HasCapital("south Korea"));
  EXPECT_TRUE(HasCapital("Élysée"));
  EXPECT_TRUE(HasCapital("в Москве"));
  EXPECT_FALSE(HasCapital("핫라인"));
}

TEST(CutAtCharacter, NeverInside) {
  EXPECT_EQ(CutAtCharacter("café", 4), "caf");
  EXPECT_EQ(CutAtCharacter("café", 5), "café");
  EXPECT_EQ(CutAtCharacter("", 0), "");
}

}  // namespace
}  // namespace archive
