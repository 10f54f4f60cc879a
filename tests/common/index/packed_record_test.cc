#include "common/index/packed_record.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <zdict.h>

#include "common/index/served_dictionary.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

std::string RecordNumber(unsigned number) {
  return fmt::format(
      "id=news/{0}.txt\nfile=news/{0}.txt\nrecord=1\nformat=plain\nlang=en\n"
      "title=Report {1} of the harvest\np=The harvest of year {0} was "
      "{1} tons larger than the ministry of agriculture expected.\n",
      number, number * 2654435761U % 10007);
}

DictionaryPtr Trained(unsigned first) {
  std::string records;
  std::vector<std::size_t> sizes;
  for (unsigned i = first; i < first + 500; ++i) {
    records += RecordNumber(i);
    sizes.push_back(RecordNumber(i).size());
  }
  std::string bytes(8192, '\0');
  bytes.resize(ZDICT_trainFromBuffer(bytes.data(), bytes.size(), records.data(),
                                     sizes.data(),
                                     static_cast<unsigned>(sizes.size())));
  return *RecordDictionary::Make(std::move(bytes), {3, 5, 8});
}

class PackedRecord : public ::testing::Test {
 protected:
  PackedRecord() { dictionaries_.Add(dictionary_); }

  DictionaryPtr dictionary_ = Trained(0);
  RecordDictionaries dictionaries_;
  std::string record_ = RecordNumber(9000);
  std::string packed_ = RecordPacker(dictionary_).Pack(record_);
};

TEST_F(PackedRecord, IsSmallAndComesBack) {
  EXPECT_TRUE(IsPacked(packed_));
  EXPECT_FALSE(IsPacked(record_));
  EXPECT_LT(packed_.size(), record_.size() / 3);
  EXPECT_EQ(DictionaryOf(packed_), dictionary_->id());
  EXPECT_EQ(*dictionaries_.Unpack(packed_), record_);
}

TEST_F(PackedRecord, IsTheSameWhateverWasPackedBefore) {
  RecordPacker packer(dictionary_);
  for (unsigned i = 0; i < 50; ++i) packer.Pack(RecordNumber(i));
  EXPECT_EQ(packer.Pack(record_), packed_);
}

TEST_F(PackedRecord, WhatIsNotPackedIsItself) {
  EXPECT_EQ(RecordPacker(nullptr).Pack(record_), record_);
  EXPECT_EQ(*RecordDictionaries().Unpack(record_), record_);
  EXPECT_EQ(*dictionaries_.Unpack(""), "");
  // Nothing would be gained.
  EXPECT_EQ(RecordPacker(dictionary_).Pack("x=1\n"), "x=1\n");
  EXPECT_EQ(DictionaryOf(record_), 0U);
}

TEST_F(PackedRecord, WithoutItsDictionaryIsRefusedByNumber) {
  RecordDictionaries others;
  others.Add(Trained(5000));
  ASSERT_NE(others.all().front()->id(), dictionary_->id());
  for (const RecordDictionaries& without : {RecordDictionaries(), others}) {
    const Result<std::string> record = without.Unpack(packed_);
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().code, ErrorCode::kIndexDamaged);
    EXPECT_EQ(record.error().message,
              fmt::format("a record was packed with dictionary {}, which is "
                          "not there",
                          dictionary_->id()));
  }
}

TEST_F(PackedRecord, CutShortIsAnError) {
  for (std::size_t size = 1; size < packed_.size(); ++size) {
    const Result<std::string> record =
        dictionaries_.Unpack(packed_.substr(0, size));
    ASSERT_FALSE(record) << size;
    EXPECT_EQ(record.error().code, ErrorCode::kIndexDamaged);
  }
}

TEST_F(PackedRecord, OtherBytesAreAnErrorOrSomeText) {
  for (std::size_t at = 0; at < packed_.size(); ++at) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      std::string flipped = packed_;
      flipped[at] = static_cast<char>(flipped[at] ^ 1 << bit);
      const Result<std::string> record = dictionaries_.Unpack(flipped);
      if (record) {
        EXPECT_LE(record->size(), 1U << 26U);
      } else {
        EXPECT_EQ(record.error().code, ErrorCode::kIndexDamaged);
      }
    }
  }
  EXPECT_FALSE(dictionaries_.Unpack(packed_ + "more"));
}

// A frame that says that it holds more than so few bytes can.
TEST_F(PackedRecord, NoMoreMemoryIsTakenThanTheBytesCanFill) {
  // Magic number, descriptor: size of 8 bytes, one segment, id of 4 bytes.
  std::string frame = "\xfd\xe3";
  for (unsigned i = 0; i < 4; ++i)
    frame += static_cast<char>(dictionary_->id() >> (8 * i) & 0xffU);
  const std::string head = frame;
  frame += std::string("\0\0\0\x0f\0\0\0\0", 8);
  frame += packed_.substr(8);
  ASSERT_EQ(DictionaryOf(frame), dictionary_->id());
  EXPECT_EQ(dictionaries_.Unpack(frame).error().message,
            "a packed record makes no sense");
  EXPECT_FALSE(dictionaries_.Unpack(head + std::string(8, '\xff')));
}

TEST_F(PackedRecord, DictionariesAreAFile) {
  const TempDir dir;
  const std::string path = dir.Path() / "dictionaries";
  dictionaries_.Add(Trained(5000));
  dictionaries_.Add(dictionary_);  // is there already
  ASSERT_EQ(dictionaries_.all().size(), 2U);
  ASSERT_TRUE(dictionaries_.Write(path, OwnerId{7}));
  const Result<RecordDictionaries> read = RecordDictionaries::Open(path);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->file()->owner(), OwnerId{7});
  ASSERT_EQ(read->all().size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    const RecordDictionary& written = *dictionaries_.all()[i];
    EXPECT_EQ(read->all()[i]->bytes(), written.bytes());
    EXPECT_TRUE(std::equal(written.sample().begin(), written.sample().end(),
                           read->all()[i]->sample().begin(),
                           read->all()[i]->sample().end()));
  }
  EXPECT_EQ(*read->Unpack(packed_), record_);
}

TEST_F(PackedRecord, ADictionaryIsServedPacked) {
  const std::string served = ToServed(*dictionary_);
  EXPECT_LT(served.size(), dictionary_->bytes().size());
  const Result<DictionaryPtr> read = FromServed(served);
  ASSERT_TRUE(read);
  EXPECT_EQ((*read)->bytes(), dictionary_->bytes());
  EXPECT_EQ((*read)->id(), dictionary_->id());
  for (std::size_t size = 0; size < served.size(); size += 7)
    EXPECT_FALSE(FromServed(served.substr(0, size))) << size;
  EXPECT_FALSE(FromServed("nonsense"));
}

TEST(RecordDictionary, OtherBytesAreNone) {
  EXPECT_FALSE(RecordDictionary::Make("", {}));
  EXPECT_FALSE(RecordDictionary::Make("words and words", {}));
  EXPECT_FALSE(RecordDictionary::Make(std::string(1 << 21, '7'), {}));
}

}  // namespace
}  // namespace archive
