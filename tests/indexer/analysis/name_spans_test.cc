#include "indexer/analysis/name_spans.h"

#include <algorithm>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/analysis/entity_model.h"
#include "tests/support/temp_dir.h"
#include "tests/support/tiny_entity_model.h"

namespace archive {
namespace {

// Tokens with blanks between them, spans as [ORG House ] of [LOC Lords ]; `|`
// ends a sentence.
struct Marked {
  std::vector<std::string> tokens;
  std::vector<std::size_t> sentence_ends;
  std::vector<TokenSpan> spans;
};

Marked Read(const std::string& text) {
  Marked marked;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (word.starts_with('[')) {
      const auto kind = static_cast<EntityKind>(
          std::find(kEntityKinds.begin(), kEntityKinds.end(), word.substr(1)) -
          kEntityKinds.begin());
      marked.spans.push_back({marked.tokens.size(), 0, kind, 0.9F});
    } else if (word == "]") {
      marked.spans.back().end = marked.tokens.size();
    } else if (word == "|") {
      marked.sentence_ends.push_back(marked.tokens.size());
    } else {
      marked.tokens.push_back(word);
    }
  }
  marked.sentence_ends.push_back(marked.tokens.size());
  return marked;
}

std::string Written(const std::vector<std::string_view>& tokens,
                    const std::vector<TokenSpan>& spans) {
  std::string text;
  const auto add = [&text](std::string_view word) {
    if (!text.empty()) text += ' ';
    text += word;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    for (const TokenSpan& span : spans) {
      if (span.end == i) add("]");
    }
    for (const TokenSpan& span : spans) {
      if (span.begin == i)
        add("[" +
            std::string(kEntityKinds[static_cast<std::size_t>(span.kind)]));
    }
    add(tokens[i]);
  }
  if (!spans.empty() && spans.back().end == tokens.size()) add("]");
  return text;
}

class NameSpansTest : public ::testing::Test {
 protected:
  NameSpansTest() {
    const std::string path = (directory_.Path() / "m").string();
    WriteEntityModel(TinyEntitySections(), path,
                     {{"LOC republic of korea", "South Korea"},
                      {"LOC czech republic", "Czechia"},
                      {"LOC people's republic of china", "China"},
                      {"LOC trinidad", "Trinidad"},
                      {"LOC tobago", "Tobago"},
                      {"LOC trinidad and tobago", "Trinidad and Tobago"},
                      {"ORG house", "House of Representatives"},
                      {"ORG senate", "Senate"},
                      {"ORG food and drug administration", "FDA"},
                      {"ORG moody's", "Moody's"}});
    model_.emplace(*EntityModel::Open(path));
  }

  std::string Mended(const std::string& text) {
    Marked marked = Read(text);
    const std::vector<std::string_view> tokens(marked.tokens.begin(),
                                               marked.tokens.end());
    MendSpans(*model_, {tokens, marked.sentence_ends}, marked.spans);
    return Written(tokens, marked.spans);
  }

  TempDir directory_;
  std::optional<EntityModel> model_;
};

TEST_F(NameSpansTest, MendsWhatIsCutWrongly) {
  const struct {
    const char* from;
    const char* to;
  } rows[] = {
      {"", ""},
      {"nothing here", "nothing here"},
      // Known places around a place.
      {"Republic of [LOC Korea ] said", "[LOC Republic of Korea ] said"},
      {"the [MISC Czech ] [LOC Republic ] joined",
       "the [LOC Czech Republic ] joined"},
      {"[LOC People ] 's [LOC Republic of China ] said",
       "[LOC People 's Republic of China ] said"},
      {"[ORG Supreme Court overturns Chevron ]",
       "[ORG Supreme Court ] overturns Chevron"},
      {"[ORG Republic of Korea Army ]", "[ORG Republic of Korea Army ]"},
      // Named behind `of`.
      {"[ORG Bank ] of [LOC England ] rates", "[ORG Bank of England ] rates"},
      {"the Bank of [LOC England ]", "the [ORG Bank of England ]"},
      {"BANK OF [LOC ENGLAND ]", "[ORG BANK OF ENGLAND ]"},
      {"[ORG Royal Bank ] of the [LOC Rhine ]",
       "[ORG Royal Bank of the Rhine ]"},
      {"the bank of [LOC England ]", "the bank of [LOC England ]"},
      {"President of [LOC France ]", "President of [LOC France ]"},
      {"Bank of [MISC English ] law", "Bank of [MISC English ] law"},
      {"of [LOC England ]", "of [LOC England ]"},
      // Known ones with another beginning.
      {"the [ORG Food ] and [ORG Drug Administration ] said",
       "the [ORG Food and Drug Administration ] said"},
      {"food and [ORG Drug Administration ]",
       "food and [ORG Drug Administration ]"},
      {"rice and [ORG Drug Administration ]",
       "rice and [ORG Drug Administration ]"},
      // Named behind `on`.
      {"[ORG Senate Committee ] on Armed Services met",
       "[ORG Senate Committee on Armed Services ] met"},
      {"[ORG Committee ] on [ORG Energy ] and Commerce .",
       "[ORG Committee on Energy and Commerce ] ."},
      {"[ORG Committee ] on the Budget and [PER Lott ]",
       "[ORG Committee on the Budget ] and [PER Lott ]"},
      {"[ORG Senate Committee ] on Tuesday",
       "[ORG Senate Committee ] on Tuesday"},
      {"[ORG Committee ] on [LOC Iraq ]", "[ORG Committee ] on [LOC Iraq ]"},
      {"[ORG Committee ] on | Energy", "[ORG Committee ] on Energy"},
      {"[ORG COMMITTEE ] on ENERGY", "[ORG COMMITTEE ] on ENERGY"},
      // Firms with a possessive.
      {"[PER Moody ] 's said", "[ORG Moody 's ] said"},
      {"[PER Tan ] 's said", "[PER Tan ] 's said"},
      // Firms of people.
      {"Alex. [PER Brown ] and Sons Inc said",
       "[ORG Alex. Brown and Sons Inc ] said"},
      {"[PER Kidder Peabody ] & Co .", "[ORG Kidder Peabody & Co ] ."},
      {"[PER Brown ] and sons", "[PER Brown ] and sons"},
      {"[PER Brown ] and [PER Lee ]", "[PER Brown ] and [PER Lee ]"},
      {"[PER Brown ] | Inc", "[PER Brown ] Inc"},
      // A people and a landmark.
      {"the [MISC Korean ] [ORG Peninsula ] is",
       "the [LOC Korean Peninsula ] is"},
      {"the [MISC Korean ] Peninsula", "the [LOC Korean Peninsula ]"},
      {"[LOC Tampa ] Bay", "[LOC Tampa Bay ]"},
      {"the Peninsula", "the Peninsula"},
      {"In Bay", "In Bay"},
      {"[ORG Bay of Pigs ]", "[ORG Bay of Pigs ]"},
      {"The [LOC Tampa ] | Bay", "The [LOC Tampa ] Bay"},
      // Behind a title.
      {"President Moon Jae-in said", "President [PER Moon Jae-in ] said"},
      {"Chancellor Hunt Unveils Cuts for All",
       "Chancellor Hunt Unveils Cuts for All"},
      {"President Moon has", "President Moon has"},
      {"President Monday Night", "President Monday Night"},
      {"the president Moon Jae-in", "the president Moon Jae-in"},
      {"President Xi [PER Jinping ]", "President Xi [PER Jinping ]"},
      // Two in one.
      {"[ORG House and Senate ]", "[ORG House ] and [ORG Senate ]"},
      {"[ORG House and the Senate ]", "[ORG House ] and the [ORG Senate ]"},
      {"[LOC Trinidad and Tobago ]", "[LOC Trinidad and Tobago ]"},
      {"[ORG Black and Decker ]", "[ORG Black and Decker ]"},
  };
  for (const auto& row : rows) EXPECT_EQ(Mended(row.from), row.to) << row.from;
}

// Whatever spans come in, they stay in order and apart, each in its sentence.
TEST_F(NameSpansTest, SpansStayInOrder) {
  static constexpr const char* kWords[] = {
      "Bank", "of",  "the",      "on",     "and",   "Committee", "Korea",
      "'s",   "Tan", "Republic", "Senate", "House", "Moody",     "said"};
  std::mt19937 random(29);
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::string_view> tokens(random() % 15);
    for (auto& token : tokens) token = kWords[random() % std::size(kWords)];
    const std::size_t half = tokens.size() / 2;
    std::vector<TokenSpan> spans;
    for (std::size_t at = random() % 4; at < tokens.size();
         at += random() % 4) {
      const std::size_t limit = at < half ? half : tokens.size();
      const std::size_t end = std::min(limit, at + 1 + random() % 3);
      spans.push_back({at, end, static_cast<EntityKind>(random() % 4), 0.9F});
      at = end;
    }
    const std::vector<std::size_t> ends = {half, tokens.size()};
    MendSpans(*model_, {tokens, ends}, spans);
    std::size_t end = 0;
    for (const TokenSpan& span : spans) {
      ASSERT_GE(span.begin, end);
      ASSERT_LT(span.begin, span.end);
      ASSERT_LE(span.end, span.begin < half ? half : tokens.size());
      end = span.end;
    }
  }
}

}  // namespace
}  // namespace archive
