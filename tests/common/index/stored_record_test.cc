#include "common/index/stored_record.h"

#include <random>
#include <string>
#include <tuple>

#include <gtest/gtest.h>

namespace archive {
namespace {

StoredRecord Example() {
  StoredRecord record = {.id = "news/a.jsonl#3",
                         .file = "news/a.jsonl",
                         .record = 3,
                         .format = "jsonl",
                         .language = "en",
                         .words = 7};
  Article& article = record.article;
  article.uid = "urn:1";
  article.title = "A title = with an equals sign";
  article.first_line = "A first line";
  article.byline = {"Mara Lindqvist", "Jo Doe"};
  article.source = "The Corpus Courier";
  article.section = "World";
  article.dateline = "SEOUL, March 2";
  article.published = Publication{.when = {.date = {2021, 3, 2},
                                           .second_of_day = 32400,
                                           .offset_minutes = 540},
                                  .source = DateSource::kPath,
                                  .confidence = 0.8};
  article.other_dates = {{.when = {.date = {2021, 3, 1}}, .where = "a line"}};
  article.modified = Timestamp{.date = {2021, 3, 0}};
  article.topics = {"grain"};
  article.keywords = {"korea", "navy"};
  article.exchanges = {"cbt"};
  article.people = {"Tan Kefei"};
  article.organisations = {"OPEC"};
  article.places = {"Seoul"};
  article.url = "https://courier.example/a";
  article.agency = "Corpus Wire";
  article.pages = {"A1", "A7"};
  article.edition = "Late";
  article.status = Usability::kCorrected;
  article.version = "2nd Ld";
  article.urgency = 3;
  article.embargoed_until = Timestamp{.date = {2021, 3, 4}};
  article.unread_embargo = "until noon";
  article.replaces = "urn:0";
  article.ocr = 0.875;
  article.blocks = {{BlockKind::kParagraph, "First."},
                    {BlockKind::kCaption, "A caption."},
                    {BlockKind::kCredit, "POOL"},
                    {BlockKind::kParagraph, "Second."}};
  article.bytes = {12, 3400};
  return record;
}

TEST(StoredRecord, ComesBackWhole) {
  const StoredRecord record = Example();
  const StoredRecord again = DecodeRecord(EncodeRecord(record));
  EXPECT_EQ(EncodeRecord(again), EncodeRecord(record));
  EXPECT_EQ(again.id, record.id);
  EXPECT_EQ(again.record, 3U);
  EXPECT_EQ(again.article.title, record.article.title);
  EXPECT_EQ(again.article.byline, record.article.byline);
  EXPECT_EQ(again.article.published, record.article.published);
  EXPECT_EQ(again.article.modified, record.article.modified);
  EXPECT_EQ(again.article.blocks, record.article.blocks);
  EXPECT_EQ(again.article.bytes, record.article.bytes);
  EXPECT_EQ(again.article.places, record.article.places);
}

template <typename Member>
void ExpectSame(const Member& again, const Member& member) {
  EXPECT_EQ(again, member);
  EXPECT_FALSE(member == Member{}) << "Example() leaves a member empty";
}

// A new member of Article does not compile here until it is named.
TEST(StoredRecord, HoldsEveryMember) {
  const StoredRecord example = Example();
  const StoredRecord again = DecodeRecord(EncodeRecord(example));
  const auto members = [](const Article& article) {
    const auto& [uid, title, first_line, byline, source, section, dateline,
                 published, other_dates, modified, language, topics, keywords,
                 exchanges, people, organisations, places, url, agency, pages,
                 edition, status, version, urgency, embargoed_until,
                 unread_embargo, replaces, ocr, blocks, bytes] = article;
    // The language as the source says it has done its duty once the record
    // has its own.
    static_cast<void>(language);
    return std::tie(uid, title, first_line, byline, source, section, dateline,
                    published, other_dates, modified, topics, keywords,
                    exchanges, people, organisations, places, url, agency,
                    pages, edition, status, version, urgency, embargoed_until,
                    unread_embargo, replaces, ocr, blocks, bytes);
  };
  std::apply(
      [&](const auto&... member) {
        std::apply(
            [&](const auto&... read) { (ExpectSame(read, member), ...); },
            members(again.article));
      },
      members(example.article));
}

TEST(StoredRecord, HoldsEarlierVersions) {
  StoredRecord record = Example();
  StoredRecord earlier = Example();
  earlier.article.title = "kept= an earlier title";
  record.kept = {{1615802400, EncodeRecord(earlier)},
                 {1615802500, EncodeRecord({})}};
  const StoredRecord again = DecodeRecord(EncodeRecord(record));
  EXPECT_EQ(again.kept, record.kept);
  EXPECT_EQ(again.article.title, record.article.title);
  EXPECT_EQ(again.article.blocks, record.article.blocks);
  EXPECT_EQ(DecodeRecord(again.kept[0].record).article.title,
            "kept= an earlier title");
}

TEST(StoredRecord, HoldsWhatIsKnownOfNames) {
  StoredRecord record = Example();
  record.article.places = {"usa", "Seoul"};
  record.names.forms = {{FieldId::kPlace, "United States"},
                        {FieldId::kOrg, "the cartel"}};
  record.names.counted = {{FieldId::kPerson, "Tan", "Tan Kefei"},
                          {FieldId::kPlace, "usa", "United States"},
                          {FieldId::kPlace, "Seoul", ""}};
  record.names.lies_in = {{FieldId::kPlaceCountry, "United States"},
                          {FieldId::kPlaceRegion, "Seoul"}};
  const NameFacts read = DecodeRecord(EncodeRecord(record)).names;
  EXPECT_EQ(read.counted, record.names.counted);
  EXPECT_EQ(read.lies_in, record.names.lies_in);
  // By field; within one they keep their order.
  EXPECT_EQ(read.forms,
            (std::vector<WrittenForm>{{FieldId::kOrg, "the cartel"},
                                      {FieldId::kPlace, "United States"}}));
  // What counts as the article has it is no line.
  record.names = {.counted = {{FieldId::kOrg, "OPEC", ""}}};
  EXPECT_EQ(EncodeRecord(record).find("counted-"), std::string::npos);
}

TEST(StoredRecord, AnEmptyArticleComesBack) {
  const StoredRecord again = DecodeRecord(EncodeRecord({}));
  EXPECT_FALSE(again.article.published);
  EXPECT_TRUE(again.article.blocks.empty());
}

TEST(StoredRecord, DamageIsLeftOut) {
  const std::string whole = EncodeRecord(Example());
  std::mt19937 random(7);
  for (int round = 0; round < 5000; ++round) {
    std::string bytes = whole;
    for (int i = 0; i < 4; ++i)
      bytes[random() % bytes.size()] = static_cast<char>(random());
    bytes.resize(random() % (bytes.size() + 1));
    const StoredRecord record = DecodeRecord(bytes);
    if (!record.article.published) continue;
    EXPECT_TRUE(Exists(record.article.published->when.date));
  }
}

}  // namespace
}  // namespace archive
