#include "query/matching/word_cursor.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "common/index/side_files.h"
#include "query/matching/posting_cursor.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

struct Found {
  DocId doc;
  double score;
  friend bool operator==(const Found&, const Found&) = default;
};
std::ostream& operator<<(std::ostream& out, const Found& found) {
  return out << found.doc << ": " << found.score;
}

// A segment of several windows, with holes: words of every frequency, in
// articles of three languages.
class WordCursorTest : public ::testing::Test {
 protected:
  static constexpr DocId kLastDoc = 3 * kDocsOfWindow + 500;
  static constexpr int kWords = 12;

  void SetUp() override {
    WordTable table;
    SideFilesBuilder builder(table);
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (int word = 0; word < kWords; ++word) table.Add(Word(word));
    for (DocId doc = 1; doc <= kLastDoc; ++doc) {
      if (random_() % 50 == 0 && doc != kLastDoc) continue;
      AddArticle(doc, builder, database);
    }
    ASSERT_TRUE(builder.Write(directory_.Path().string(), {}));
    auto segment = Segment::OpenFetched(directory_.Path().string(), database);
    ASSERT_TRUE(segment) << segment.error().message;
    segment_ = std::make_unique<Segment>(*std::move(segment));
    languages_ = std::make_unique<ArticleLanguages>(*segment_);
  }

  static std::string Word(int word) {
    return std::string(1, static_cast<char>('a' + word));
  }

  void AddArticle(DocId doc, SideFilesBuilder& builder,
                  Xapian::WritableDatabase& database) {
    static constexpr std::string_view kLanguages[] = {"en", "de", ""};
    const std::size_t language = random_() % 8 < 6 ? 0 : 1 + random_() % 2;
    std::vector<StreamItem> stream = {MarkItem(ZoneMark(Zone::kBody))};
    Xapian::Document document;
    for (int word = 0; word < kWords; ++word) {
      // The first in nearly every article, the last in hardly any.
      if (random_() % (1U << word) != 0) continue;
      const auto count =
          static_cast<std::uint32_t>(1 + (random_() % 4) * (random_() % 6));
      stream.insert(stream.end(), count,
                    WordItem(static_cast<WordId>(word), LetterCase::kSmall));
      document.add_term(Word(word), count);
      occurrences_[word][doc] = count;
    }
    SideRow row = {.id = {},
                   .language = kLanguages[language],
                   .row = {},
                   .mentions = {},
                   .stream = stream,
                   .facets = {}};
    if (language != 2)
      row.facets.push_back({FieldId::kLang, kLanguages[language]});
    row.row.live = true;
    row.row.length = 1 + static_cast<std::uint32_t>(random_() % 300);
    lengths_[doc] = row.row.length;
    language_[doc] = std::string(kLanguages[language]);
    builder.Add(doc, row);
    database.replace_document(doc, document);
  }

  // One word of a query: forms, all but the first in English alone.
  using Forms = std::vector<int>;
  Forms RandomForms() {
    Forms forms(1 + random_() % 3);
    for (int& form : forms) form = static_cast<int>(random_() % kWords);
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    return forms;
  }

  LanguageMask English() const {
    const Vocabulary& vocabulary = segment_->vocabulary();
    for (std::size_t i = 0; i < vocabulary.language_count(); ++i) {
      if (vocabulary.LanguageAt(i) == "en") return LanguageMask{1} << i;
    }
    return 0;
  }

  std::vector<PostingList> Lists(const Forms& forms, bool packed) const {
    std::vector<TermOfLanguages> terms;
    for (const int form : forms) {
      const auto rank = segment_->vocabulary().Find(Word(form));
      terms.push_back(
          {.term = Word(form),
           .languages = form == forms.front() ? kAnyLanguage : English(),
           .code = packed && rank ? segment_->vocabulary().CodeOf(*rank)
                                  : kMaxWordCodes});
    }
    return OpenLists(*segment_, terms);
  }

  std::map<DocId, std::uint32_t> Counts(const Forms& forms) const {
    std::map<DocId, std::uint32_t> counts;
    for (const int form : forms) {
      for (const auto& [doc, count] : occurrences_.at(form)) {
        if (form == forms.front() || language_.at(doc) == "en")
          counts[doc] += count;
      }
    }
    return counts;
  }

  // What is to be found, told from what was indexed.
  std::vector<Found> Expected(const std::vector<Forms>& words,
                              JoinedBy joined) const {
    std::map<DocId, std::pair<std::size_t, double>> found;
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (const auto& [doc, count] : Counts(words[i])) {
        auto& [times, score] = found[doc];
        ++times;
        score += norm_.Score(Weight(i), count, lengths_.at(doc));
      }
    }
    std::vector<Found> all;
    for (const auto& [doc, sum] : found) {
      if (joined == JoinedBy::kAny || sum.first == words.size())
        all.push_back({doc, sum.second});
    }
    return all;
  }

  static double Weight(std::size_t word) {
    return 1.25 + static_cast<double>(word);
  }

  CursorPtr Make(const std::vector<Forms>& words, JoinedBy joined,
                 bool packed) const {
    std::vector<std::unique_ptr<WordWindow>> windows;
    for (std::size_t i = 0; i < words.size(); ++i) {
      windows.push_back(std::make_unique<WordWindow>(
          *segment_, *languages_, Lists(words[i], packed), Scorer(i)));
    }
    return MakeWordCursor(std::move(windows), joined, {});
  }
  WordScorer Scorer(std::size_t word) const {
    return WordScorer(segment_->columns(), Weight(word), norm_);
  }

  static std::vector<Found> Walked(Cursor& cursor) {
    std::vector<Found> all;
    for (; cursor.doc() != kNoDoc; cursor.Next())
      all.push_back({cursor.doc(), cursor.Score()});
    return all;
  }

  std::vector<Found> Taken(Cursor& cursor, double least) const {
    const ShownArticles shown(*segment_, 0, nullptr, nullptr);
    std::vector<Found> all;
    MatchBatch batch;
    do {
      cursor.Take(shown, least, batch);
      for (std::size_t i = 0; i < batch.size; ++i)
        all.push_back({batch.docs[i], batch.scores[i]});
    } while (batch.IsFull());
    return all;
  }

  std::vector<Forms> RandomWords() {
    std::vector<Forms> words(1 + random_() % 4);
    for (Forms& forms : words) forms = RandomForms();
    return words;
  }

  TempDir directory_;
  std::mt19937 random_{11};
  LengthNorm norm_{120};
  std::map<int, std::map<DocId, std::uint32_t>> occurrences_;  // by word
  std::map<DocId, std::uint32_t> lengths_;
  std::map<DocId, std::string> language_;
  std::unique_ptr<Segment> segment_;
  std::unique_ptr<ArticleLanguages> languages_;
};

TEST_F(WordCursorTest, FindsWhatWasIndexed) {
  for (int round = 0; round < 60; ++round) {
    const std::vector<Forms> words = RandomWords();
    const JoinedBy joined = round % 2 == 0 ? JoinedBy::kAll : JoinedBy::kAny;
    const std::vector<Found> expected = Expected(words, joined);
    for (const bool packed : {false, true}) {
      EXPECT_EQ(Walked(*Make(words, joined, packed)), expected);
      EXPECT_EQ(Taken(*Make(words, joined, packed), 0), expected);
    }
  }
}

TEST_F(WordCursorTest, SkipsToTheFirstNotBefore) {
  for (int round = 0; round < 60; ++round) {
    const std::vector<Forms> words = RandomWords();
    const JoinedBy joined = round % 2 == 0 ? JoinedBy::kAll : JoinedBy::kAny;
    std::vector<Found> expected = Expected(words, joined);
    const CursorPtr cursor = Make(words, joined, round % 3 != 0);
    for (DocId target = 0; cursor->doc() != kNoDoc;) {
      target += static_cast<DocId>(random_() % (2 * kDocsOfWindow));
      cursor->SkipTo(target);
      const auto first =
          std::find_if(expected.begin(), expected.end(),
                       [&](const Found& found) { return found.doc >= target; });
      ASSERT_EQ(cursor->doc(), first == expected.end() ? kNoDoc : first->doc);
      if (cursor->doc() == kNoDoc) break;
      EXPECT_EQ(cursor->Score(), first->score);
    }
  }
}

// Conditions that say more than their tests save work and change nothing.
TEST_F(WordCursorTest, GivenArticlesAndWindowsLeaveOutWhatTheTestsDo) {
  for (int round = 0; round < 60; ++round) {
    const std::vector<Forms> words = RandomWords();
    const std::uint64_t one_of = 1 + random_() % 300;
    const auto passes = [one_of](DocId doc) { return doc % one_of == 0; };
    const auto passes_in = [one_of](DocId begin) {
      return (begin + one_of - 1) / one_of * one_of < begin + kDocsOfWindow;
    };
    WordConditions conditions = {.tests = {passes}};
    if (round % 2 == 0) conditions.window_tests = {passes_in};
    if (round % 3 != 0) {
      conditions.few_docs = [passes](std::size_t most) {
        std::vector<DocId> docs;
        for (DocId doc = 1; doc <= kLastDoc; ++doc) {
          if (passes(doc)) docs.push_back(doc);
        }
        return docs.size() > most ? std::nullopt
                                  : std::optional(std::move(docs));
      };
    }
    std::vector<Found> expected;
    for (const Found& found : Expected(words, JoinedBy::kAll)) {
      if (passes(found.doc)) expected.push_back(found);
    }
    std::vector<std::unique_ptr<WordWindow>> windows;
    for (std::size_t i = 0; i < words.size(); ++i) {
      windows.push_back(std::make_unique<WordWindow>(
          *segment_, *languages_, Lists(words[i], true), Scorer(i)));
    }
    const CursorPtr cursor = MakeWordCursor(std::move(windows), JoinedBy::kAll,
                                            std::move(conditions));
    EXPECT_EQ(Taken(*cursor, 0), expected);
  }
}

// What may be as high is exact, all else is lower.
TEST_F(WordCursorTest, ScoresThatDoNotCountAreLower) {
  for (int round = 0; round < 40; ++round) {
    const std::vector<Forms> words = RandomWords();
    const JoinedBy joined = round % 2 == 0 ? JoinedBy::kAll : JoinedBy::kAny;
    const std::vector<Found> expected = Expected(words, joined);
    if (expected.empty()) continue;
    const double least = expected[random_() % expected.size()].score;
    const std::vector<Found> taken = Taken(*Make(words, joined, true), least);
    ASSERT_EQ(taken.size(), expected.size());
    for (std::size_t i = 0; i < taken.size(); ++i) {
      EXPECT_EQ(taken[i].doc, expected[i].doc);
      if (static_cast<float>(expected[i].score) < static_cast<float>(least)) {
        EXPECT_LT(static_cast<float>(taken[i].score),
                  static_cast<float>(least));
      } else {
        EXPECT_EQ(taken[i].score, expected[i].score);
      }
    }
  }
}

TEST_F(WordCursorTest, APlainListIsOneOfOneWord) {
  for (int word = 0; word < kWords; ++word) {
    for (const bool packed : {false, true}) {
      const auto make = [&] {
        return MakePostingCursor(*segment_, *languages_, Lists({word}, packed),
                                 Scorer(0));
      };
      const std::vector<Found> expected = Expected({{word}}, JoinedBy::kAll);
      EXPECT_EQ(Walked(*make()), expected);
      EXPECT_EQ(Taken(*make(), 0), expected);
      EXPECT_EQ(Taken(*make(), kNeedsNoScore).size(), expected.size());
    }
  }
}

}  // namespace
}  // namespace archive
